"""How long evidence is kept, and the hold (法律保全) under which nothing of it is deleted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from workflow.change import Doer, Done, outcome
from workflow.errors import AlreadyGiven, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.evidence_errors import NoSuchTerm
from workflow.filing import live_filings, reported
from workflow.given import FileRef, FilesGiven, ItemState
from workflow.ids import FileId
from workflow.model import Company, Hold, Lifecycle, Outcome, Season
from workflow.permissions import Action, require
from workflow.record import ERASED_NAME
from workflow.text import tidied

TERMS = (3, 5, 10, 30)
"""Years that a company can choose from; no rule was found (docs/domain.md section 1)."""
LONGEST_REASON = 200


def keep_for(company: Company, years: int, *, by: Doer) -> Outcome:
    """Keep evidence for so many years after its season was over; NoSuchTerm, AlreadyGiven."""
    require(by.person, Action.KEEP_EVIDENCE, company)
    if years not in TERMS:
        raise NoSuchTerm
    if years == company.kept_years:
        raise AlreadyGiven
    done = Done(EventKind.RETENTION_SET, old=f"{company.kept_years}", new=f"{years}")
    return outcome(replace(company, kept_years=years), by, done)


def hold(company: Company, reason: str, *, by: Doer) -> Outcome:
    """Delete no evidence from now on, whatever its age; AlreadyGiven, ReasonNeeded, TooLong."""
    require(by.person, Action.KEEP_EVIDENCE, company)
    reason = tidied(reason)
    if not reason:
        raise ReasonNeeded
    if len(reason) > LONGEST_REASON:
        raise TooLong(longest=LONGEST_REASON)
    if company.hold is not None:
        raise AlreadyGiven
    held = replace(company, hold=Hold(reason, by.person, by.at))
    return outcome(held, by, Done(EventKind.HOLD_SET, why=reason))


def lift_hold(company: Company, *, by: Doer) -> Outcome:
    """The term counts again; AlreadyGiven where there is no hold."""
    require(by.person, Action.KEEP_EVIDENCE, company)
    if company.hold is None:
        raise AlreadyGiven
    done = Done(EventKind.HOLD_LIFTED, old=company.hold.reason)
    return outcome(replace(company, hold=None), by, done)


# --- what may go ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expired:
    """A file that need not be kept any longer, and since which day."""

    file: FileRef
    since: date


def expired(company: Company, today: date) -> tuple[Expired, ...]:
    """The files past their term, none under a hold; a file that anything else names stays.

    Only of seasons that are over: reported, archived or removed. Files shared by the seasons of a
    year go with the last of them.
    """
    if company.hold is not None:
        return ()
    due: dict[FileId, Expired] = {}
    kept: set[FileId] = set()
    for items, until in _shelves(company):
        for file in _files(items):
            if until is None or today <= until:
                kept.add(file.id)
            elif file.name != ERASED_NAME:
                due[file.id] = Expired(file, until)
    return tuple(one for one in due.values() if one.file.id not in kept)


def kept_until(company: Company, season: Season) -> date | None:
    """The last day on which its evidence must be there; None while the season is not over.

    Counted from the end of the filing, 31 March, or from the last that happened to it since.
    """
    if season.lifecycle is Lifecycle.ACTIVE and reported(season) is None:
        return None
    days = [date(season.year + 1, 3, 31), *(filing.on for filing in live_filings(season))]
    over = max(days)
    # 29 February has no other years: the first of March is never too early
    leap = (over.month, over.day) == (2, 29)
    over = date(over.year, 3, 1) if leap else over
    return over.replace(year=over.year + company.kept_years)


def _shelves(company: Company) -> Iterator[tuple[tuple[ItemState, ...], date | None]]:
    """What is kept together, and until when: of each season, and of each year."""
    for season in company.seasons:
        yield tuple(season.items.values()), kept_until(company, season)
    for year in company.facts:
        untils = [kept_until(company, each) for each in company.seasons if each.year == year.year]
        known = [until for until in untils if until is not None]
        is_over = bool(known) and len(known) == len(untils)
        yield tuple(year.items.values()), max(known) if is_over else None


def _files(states: tuple[ItemState, ...]) -> Iterator[FileRef]:
    for state in states:
        for entry in state.entries:
            if isinstance(entry.given, FilesGiven):
                yield from entry.given.files
