"""The term of a matter moved (改期限): the authority gave more time, or less; its step goes along."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from workflow.answers import check_day
from workflow.assigning import crew_of
from workflow.authority import found
from workflow.change import Doer, Done, outcome, with_season
from workflow.errors import AlreadyGiven, NoSuchMatter, NothingToUndo
from workflow.events import Event, EventKind, NoticeKind
from workflow.ids import MilestoneKey, SeasonId
from workflow.matters import Matter, MatterKind
from workflow.model import Company, Filing, FilingFact, MovedDue, Outcome, Season
from workflow.notify import telling


def set_term(company: Company, season: SeasonId, number: int, due: date, *, by: Doer) -> Outcome:
    """The authority's term is another day: the step, its reminders and the return's term follow.

    Signers and keepers are told. NoSuchMatter, AlreadyGiven, OutOfRange.
    """
    case, matter = found(company, season, number, by)
    if not matter.is_open:
        raise NoSuchMatter
    check_day(due)
    if matter.due == due:
        raise AlreadyGiven
    return _with_term(company, case, matter, due, EventKind.MATTER_TERM_SET, by)


def term_taken_back(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """撤销 of it: the term from before, or none; NothingToUndo where it was set again since."""
    number = next((each.number for each in case.matters if each.step == event.subject), 0)
    case, matter = found(company, case.id, number, by)
    if matter.due is None or matter.due.isoformat() != event.new:
        raise NothingToUndo
    before = date.fromisoformat(event.old) if event.old else None
    return _with_term(company, case, matter, before, EventKind.MATTER_TERM_RESTORED, by)


def _with_term(
    company: Company, case: Season, matter: Matter, due: date | None, kind: EventKind, by: Doer
) -> Outcome:
    changed = replace(
        case,
        matters=tuple(
            replace(each, due=due) if each.number == matter.number else each
            for each in case.matters
        ),
        filings=tuple(_filings(case, matter, due)),
        moved=_moved(case, matter, due, by),
    )
    old, new = (each.isoformat() if each else "" for each in (matter.due, due))
    done = Done(kind, season=case, subject=matter.step, old=old, new=new)
    crew = crew_of(company)
    told = outcome(with_season(company, changed), by, done)
    return telling(told, (*crew.signers, *crew.keepers), NoticeKind.AUTHORITY)


def _moved(
    case: Season, matter: Matter, due: date | None, by: Doer
) -> Mapping[MilestoneKey, MovedDue]:
    """Where the step is on another day than it began with."""
    left = {key: moved for key, moved in case.moved.items() if key != matter.step}
    begun = {each.key: each.day for each in case.tailoring.added_steps}
    if due is not None and due != begun.get(matter.step):
        left[matter.step] = MovedDue(due, by.person, "")
    return left


def _filings(case: Season, matter: Matter, due: date | None) -> Iterator[Filing]:
    """The return that was told along has one and the same term."""
    for filing in case.filings:
        is_it = filing.fact is FilingFact.RETURNED and filing.on == matter.on
        is_it = is_it and matter.kind is MatterKind.RETURNED and filing.due == matter.due
        yield replace(filing, due=due) if is_it and not filing.withdrawn else filing
