"""The authority gets in touch (管局来电、约谈、退回、现场核查): told, answered, closed, linked to figures."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from workflow.answers import check_day
from workflow.assigning import Crew, crew_of
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import (
    AlreadyGiven,
    Blank,
    InTheFuture,
    NoSuchMatter,
    NothingToUndo,
    TooLong,
)
from workflow.events import Event, EventKind, NoticeKind
from workflow.filing import live_filings
from workflow.ids import ItemKey, MilestoneKey, PersonId, SeasonId
from workflow.matters import Matter, MatterKind, MatterState
from workflow.model import AddedItem, AddedStep, Company, FilingFact, Outcome, Season, Tailoring
from workflow.notify import telling
from workflow.permissions import Action, may, require
from workflow.records import record_filing, withdraw_filing
from workflow.tailoring import LONGEST_TITLE
from workflow.text import tidied

LONGEST_SAID = 1000
LONGEST_WHO = 80

Key = TypeVar("Key", bound=str)


@dataclass(frozen=True, slots=True)
class Told:
    """What a person tells of it."""

    kind: MatterKind
    on: date
    said: str
    who: str = ""
    due: date | None = None
    """The term the authority set; None where it set none."""


@dataclass(frozen=True, slots=True)
class Work:
    """The step and the item a matter adds to its season, by the words the company reads."""

    day: date
    """By when it is worked on: the authority's term, or the company's own day."""
    step: str
    """Seen in groups too: it tells nothing."""
    paper: str


# --- looking --------------------------------------------------------------------------------


def may_see_matters(person: PersonId, company: Company) -> bool:
    """Whether they may read what the authority said: it is an internal matter (内部事项)."""
    return any(may(person, each, company) for each in (Action.LOOK_SENSITIVE, Action.RECORD_FILING))


def matters_of(season: Season) -> tuple[Matter, ...]:
    """Those that stand, closed ones too, as they were told."""
    return tuple(each for each in season.matters if not each.withdrawn)


def open_matters(season: Season) -> tuple[Matter, ...]:
    """Those that somebody still has to do something for."""
    return tuple(each for each in season.matters if each.is_open)


def matter_of(season: Season, number: int) -> Matter:
    """The matter of that number; NoSuchMatter."""
    found = next((each for each in matters_of(season) if each.number == number), None)
    if found is None:
        raise NoSuchMatter
    return found


# --- telling --------------------------------------------------------------------------------


def record_matter(
    company: Company, season: SeasonId, told: Told, work: Work, *, by: Doer
) -> Outcome:
    """Record that the authority got in touch; its closing paper becomes an item with a date.

    A return is recorded as the filing fact too, unless it stands there already. Boss, legal
    representative and managers hear of it, once. The paper is whose the call was, if they run the
    work, else whose who does. Raises Blank, InTheFuture, TooLong, OutOfRange.
    """
    require(by.person, Action.RECORD_FILING, company)
    case = season_of(company, season)
    require_active(company, case)
    _require_sound(told, work, by)
    begun = _returned(company, case, told, by)
    case = season_of(begun.company, season)
    matter = _matter(case, told, by)
    owner = _owner(crew_of(company), by.person)
    changed = replace(
        case,
        matters=(*case.matters, matter),
        tailoring=_with_work(case.tailoring, matter, work),
        assigned={**case.assigned, matter.paper: owner},
    )
    done = Done(
        EventKind.MATTER_RECORDED,
        season=case,
        subject=matter.step,
        new=told.due.isoformat() if told.due else "",
        why=matter.said,
    )
    recorded = outcome(with_season(begun.company, changed), by, done)
    is_told = told.kind is MatterKind.RETURNED  # with the filing fact
    return begun.then(recorded if is_told else _with_news(recorded))


def _require_sound(told: Told, work: Work, by: Doer) -> None:
    for day in (told.on, told.due or work.day, work.day):
        check_day(day)
    if told.on > by.today:
        raise InTheFuture
    if not tidied(told.said):
        raise Blank
    for words, longest in ((told.said, LONGEST_SAID), (told.who, LONGEST_WHO)):
        if len(tidied(words)) > longest:
            raise TooLong(longest=longest)


def _returned(company: Company, case: Season, told: Told, by: Doer) -> Outcome:
    """The fact of a return, where it does not stand there already."""
    newest = next(reversed(live_filings(case)), None)
    is_known = newest is not None and (newest.fact, newest.on) == (FilingFact.RETURNED, told.on)
    if told.kind is not MatterKind.RETURNED:
        return Outcome(company, ())
    if is_known and newest is not None and told.due in (None, newest.due):
        return Outcome(company, ())
    return record_filing(company, case.id, FilingFact.RETURNED, told.on, by=by, due=told.due)


def _matter(case: Season, told: Told, by: Doer) -> Matter:
    return Matter(
        number=len(case.matters) + 1,
        kind=told.kind,
        on=told.on,
        said=tidied(told.said),
        step=MilestoneKey(f"X{len(case.tailoring.added_steps) + 1}"),
        paper=ItemKey(f"own{len(case.tailoring.added) + 1}"),
        by=by.person,
        at=by.at,
        who=tidied(told.who),
        due=told.due,
    )


def _owner(crew: Crew, person: PersonId) -> PersonId:
    return person if person in crew.keepers else next(iter(crew.keepers), person)


def _with_work(tailoring: Tailoring, matter: Matter, work: Work) -> Tailoring:
    step = AddedStep(matter.step, work.step[:LONGEST_TITLE], work.day)
    item = AddedItem(matter.paper, matter.step, work.paper[:LONGEST_TITLE], "material")
    return replace(
        tailoring,
        added_steps=(*tailoring.added_steps, step),
        added=(*tailoring.added, item),
        sensitive={**tailoring.sensitive, matter.paper: True},
    )


def _with_news(told: Outcome) -> Outcome:
    crew = crew_of(told.company)
    return telling(told, (*crew.signers, *crew.keepers), NoticeKind.AUTHORITY)


# --- going on -------------------------------------------------------------------------------


def turn_matter(
    company: Company, season: SeasonId, number: int, state: MatterState, *, by: Doer
) -> Outcome:
    """Answered, closed, or open again; its paper stays owed until it is there.

    NoSuchMatter, AlreadyGiven.
    """
    case, matter = found(company, season, number, by)
    if matter.state is state:
        raise AlreadyGiven
    done = Done(
        EventKind.MATTER_TURNED, season=case, subject=matter.step, old=matter.state, new=state
    )
    return changed(company, case, _turned(matter, state, by.today), by, done)


def _turned(matter: Matter, state: MatterState, today: date) -> Matter:
    return replace(matter, state=state, since=None if state is MatterState.OPEN else today)


def found(company: Company, season: SeasonId, number: int, by: Doer) -> tuple[Season, Matter]:
    """The season and its matter, for who may do something with it. NoSuchMatter."""
    require(by.person, Action.RECORD_FILING, company)
    case = season_of(company, season)
    require_active(company, case)
    return case, matter_of(case, number)


def changed(company: Company, case: Season, matter: Matter, by: Doer, done: Done) -> Outcome:
    """The company with the matter as it is now."""
    matters = tuple(matter if each.number == matter.number else each for each in case.matters)
    return outcome(with_season(company, replace(case, matters=matters)), by, done)


# --- taking back ----------------------------------------------------------------------------


def matter_taken_back(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """Take back what one told of a matter, or what became of it; NothingToUndo if it went on."""
    require(by.person, Action.RECORD_FILING, company)
    matter = next((each for each in matters_of(case) if each.step == event.subject), None)
    if matter is None:
        raise NothingToUndo
    if event.kind is EventKind.MATTER_RECORDED:
        return _withdrawn(company, case, matter, by)
    if matter.state != event.new:
        raise NothingToUndo
    done = Done(EventKind.MATTER_RESTORED, season=case, subject=matter.step, new=event.old)
    back = _turned(matter, MatterState(event.old), by.today)
    return changed(company, case, back, by, done)


def _withdrawn(company: Company, case: Season, matter: Matter, by: Doer) -> Outcome:
    """With its step, its item, and the return that was recorded along; nothing built on it."""
    given = case.items.get(matter.paper)
    if (given and given.live) or matter.state is not MatterState.OPEN:
        raise NothingToUndo
    left = case.tailoring
    left = replace(
        left,
        dropped_items={**left.dropped_items, matter.paper: ""},
        dropped_steps={**left.dropped_steps, matter.step: ""},
    )
    without = with_season(company, replace(case, tailoring=left))
    done = Done(EventKind.MATTER_WITHDRAWN, season=case, subject=matter.step)
    gone = changed(without, season_of(without, case.id), replace(matter, withdrawn=True), by, done)
    along = _told_along(case, matter)
    return gone.then(withdraw_filing(gone.company, case.id, along, by=by)) if along else gone


def _told_along(case: Season, matter: Matter) -> int:
    """The number of the filing fact that was recorded in the same breath; 0 for none."""
    for number, filing in enumerate(case.filings, start=1):
        same = filing.fact is FilingFact.RETURNED and filing.at == matter.at
        if same and filing.by == matter.by and not filing.withdrawn:
            return number if matter.kind is MatterKind.RETURNED else 0
    return 0
