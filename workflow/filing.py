"""Where the report stands with the authority, from the facts people record (docs/domain.md section 2)."""

from datetime import date
from enum import StrEnum

from workflow.model import Filing, FilingFact, Season


class FilingState(StrEnum):
    """Of one licence's report, on a day."""

    NOT_OPEN = "not_open"
    OPEN = "open"
    PLEDGED = "pledged"
    DRAFTING = "drafting"
    SAVED = "saved"
    REPORTED = "reported"
    REOPENED = "reopened"
    RETURNED = "returned"
    LOCKED = "locked"
    PUBLISHED = "published"
    OVERDUE = "overdue"
    ORDERED = "ordered"
    REPORTED_AGAIN = "reported_again"
    """Filed by the statutory day, and once more after it: returned, or opened again."""
    REPORTED_LATE = "reported_late"
    BAD_LISTED = "bad_listed"
    DUTY_DONE = "duty_done"
    DELISTED = "delisted"


_BY_FACT = {
    FilingFact.OPENED: FilingState.OPEN,
    FilingFact.PLEDGED: FilingState.PLEDGED,
    FilingFact.DRAFTED: FilingState.DRAFTING,
    FilingFact.SAVED: FilingState.SAVED,
    FilingFact.REOPENED: FilingState.REOPENED,
    FilingFact.ORDERED: FilingState.ORDERED,
    FilingFact.RETURNED: FilingState.RETURNED,
    FilingFact.PUBLISHED: FilingState.PUBLISHED,
    FilingFact.BAD_LISTED: FilingState.BAD_LISTED,
    FilingFact.DUTY_DONE: FilingState.DUTY_DONE,
    FilingFact.DELISTED: FilingState.DELISTED,
}
_BEFORE_REPORT = frozenset(
    {FilingState.NOT_OPEN, FilingState.OPEN, FilingState.PLEDGED, FilingState.DRAFTING}
    | {FilingState.SAVED, FilingState.REOPENED}
)
_PREPARING = frozenset(
    {FilingFact.OPENED, FilingFact.PLEDGED, FilingFact.DRAFTED, FilingFact.SAVED}
)
_TURNS = frozenset({FilingFact.REPORTED, FilingFact.REOPENED, FilingFact.RETURNED})


def live_filings(season: Season) -> tuple[Filing, ...]:
    """The facts that stand, in the order they happened; told later counts later on one day."""
    live = (filing for filing in season.filings if not filing.withdrawn)
    return tuple(sorted(live, key=lambda filing: (filing.on, filing.at)))


def reported(season: Season) -> Filing | None:
    """The filing that counts: the newest 已报 not reopened or returned since."""
    turns = [filing for filing in live_filings(season) if filing.fact in _TURNS]
    if turns and turns[-1].fact is FilingFact.REPORTED:
        return turns[-1]
    return None


def filing_state(season: Season, statutory: date, today: date) -> FilingState:
    """How the report stands on that day; a report made after `statutory` is a late one.

    While a report stands, the steps towards it say nothing new, told later or not.
    """
    stands = reported(season) is not None
    filings = [f for f in live_filings(season) if not (stands and f.fact in _PREPARING)]
    if not filings:
        return FilingState.OVERDUE if today > statutory else FilingState.NOT_OPEN
    newest = filings[-1]
    if newest.fact is FilingFact.REPORTED:
        return _after_report(season, newest, statutory, today)
    state = _BY_FACT[newest.fact]
    if today > statutory and state in _BEFORE_REPORT and not was_in_time(season, statutory):
        return FilingState.OVERDUE
    return state


def was_in_time(season: Season, statutory: date) -> bool:
    """Whether a report stood when the statutory day was over (docs/domain.md section 2).

    One that was returned counts: only what was filed can be returned. One that the company
    itself opened again does not, nor one that the authority misses: it ordered a late report.
    """
    facts = live_filings(season)
    turns = [f.fact for f in facts if f.fact in _TURNS and f.on <= statutory]
    is_missed = any(f.fact is FilingFact.ORDERED for f in facts)
    return bool(turns) and turns[-1] is not FilingFact.REOPENED and not is_missed


def _after_report(season: Season, report: Filing, statutory: date, today: date) -> FilingState:
    """On-time data are frozen when the statutory day is over (docs/domain.md section 0, fact 5)."""
    if not was_in_time(season, statutory):
        return FilingState.REPORTED_LATE
    if report.on > statutory:
        return FilingState.REPORTED_AGAIN
    return FilingState.LOCKED if today > statutory else FilingState.REPORTED
