"""One event of the record in plain words: who did what, for whom, from what to what, and why."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from chat.screens.companies import coverage_name
from chat.screens.event_words import (
    told_group,
    told_language,
    told_nudged,
    told_robot,
    told_turned,
)
from chat.screens.filings import fact_name
from chat.screens.finding_events import rule_of, sees_rule
from chat.screens.form_line import form_told
from chat.screens.matters import OF_MATTERS, matter_told_of, state_word
from chat.screens.team import department_name, standing_of
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, say
from messages.telling import tell_cell, tell_given
from workflow.checklist import items_of, season_of, state_of
from workflow.colleagues import colleague_key
from workflow.errors import NoSuchSeason
from workflow.events import Event, EventKind
from workflow.given import Choices, Number
from workflow.ids import MilestoneKey, PersonId
from workflow.kept_words import plain
from workflow.milestones import milestones_of
from workflow.model import Company, FilingFact
from workflow.pack import ChoiceSpec, Item, NumberSpec
from workflow.papers import PaperKind
from workflow.record import ERASED_NAME, ERASED_PERSON, OPERATOR, Sort, sort_of
from workflow.robots import robot_key
from workflow.team import Department, Role

SEAL = 12
"""Signs of the hash of what was signed: enough to see whether two signed the same."""


def event_lines(s: Session, company: Company, event: Event) -> Iterator[Say]:
    """The event on one line, and on another for whom and why, where that was said."""
    case = _case(s, company, event)
    item = _item(case, event)
    who = called(company, event.by)
    rule = rule_of(case, event)
    is_hidden = case is not None and item is not None and not s.sees(case, item)
    if is_hidden or (case is not None and rule is not None and not sees_rule(s, case, rule)):
        yield say("audit-line", at=event.at, who=who, did=say("internal-matter"))
        return
    yield say("audit-line", at=event.at, who=who, did=_did(s, company, case, item, event))
    details = tuple(_details(company, event))
    if details:
        yield say("audit-details", details=Listed(details))


def called(company: Company, person: PersonId) -> Fact:
    """By the name the company knows, also of those who left; somebody erased has none."""
    if person == OPERATOR:
        return say("audit-operator")
    if person.startswith(ERASED_PERSON):
        return say("audit-erased")
    known = (*company.members, *company.former)
    return next((each.name for each in known if each.person == person), say("somebody"))


def _case(s: Session, company: Company, event: Event) -> Case | None:
    if event.season is None:
        return None
    try:
        return s.case_of(company, season_of(company, event.season))
    except NoSuchSeason:
        return None


def _item(case: Case | None, event: Event) -> Item | None:
    """The item, also one that the season's profile no longer has."""
    items = (*items_of(case.season, case.pack), *case.pack.items) if case else ()
    return next((item for item in items if item.key == event.subject), None)


def _did(s: Session, company: Company, case: Case | None, item: Item | None, event: Event) -> Say:
    def told(kept: str) -> Fact:
        return _told(company, case, item, event, kept)

    year, _, former = event.old.partition(" ") if event.kind in _EARLIER else ("", "", event.old)
    return say(
        f"event-{event.kind.replace('_', '-')}",
        what=form_told(s, event) or _subject(company, case, item, event),
        version=event.version,
        year=year or told(""),
        old=told(former),
        new=told(event.new),
        was=1 if former else 0,
        count=_count(event),
    )


_EARLIER = frozenset({EventKind.EARLIER_GIVEN, EventKind.EARLIER_WITHDRAWN})
"""Of these `old` begins with a year."""


def _details(company: Company, event: Event) -> Iterator[Say]:
    if event.kind is EventKind.SIGNED:
        yield from (say("audit-seal", seal=digest[:SEAL]) for digest in event.digests)
    if event.behalf:
        yield say("audit-behalf", name=event.behalf)
    if event.why:
        yield say("audit-why", why=event.why)
    group = next((each for each in company.groups if each.chat == event.where), None)
    if group is not None:
        yield say("audit-in-group", title=group.title)


# --- what it is about -------------------------------------------------------------------


def _subject(company: Company, case: Case | None, item: Item | None, event: Event) -> Fact:
    """The item, step, fact, person or report by the name people know it under."""
    known = rule_of(case, event) or item
    if known is not None:
        return known.title
    if event.kind is EventKind.PAPER_TAKEN:
        return say(f"paper-{PaperKind(event.subject)}")
    if event.kind in _OF_FILING:
        return fact_name(FilingFact(event.subject))
    if event.kind in (EventKind.HOUR_SET, EventKind.LANGUAGE_SET):
        return _place(company, event.subject)
    if case is not None and event.kind in OF_MATTERS:
        return matter_told_of(case, event)
    step = milestones_of(case.season, case.pack).get(MilestoneKey(event.subject)) if case else None
    if step is not None:
        return step.title
    if case is not None and not event.subject:
        return say("audit-case", year=str(case.season.year), licence=case.pack.title)
    if event.subject and sort_of(event.kind) is Sort.PEOPLE:
        return _whom(company, event.subject)
    return say("value-empty")


_OF_FILING = frozenset({EventKind.FILING_RECORDED, EventKind.FILING_WITHDRAWN})


def _place(company: Company, subject: str) -> Fact:
    """A group or a robot by its name, while there is one."""
    robots = {robot_key(each.number): each.name for each in company.robots}
    known = {**robots, **{f"{each.chat}": each.title for each in company.groups}}
    return known.get(subject, say("told-place-gone"))


def _whom(company: Company, subject: str) -> Fact:
    """A department, a colleague without Telegram, or a person."""
    if subject in set(Department):
        return department_name(Department(subject))
    for each in company.colleagues:
        if colleague_key(each) == subject:
            return each.name
    return (
        subject
        if subject.isdecimal() and len(subject) < _SHORT
        else called(company, PersonId(subject))
    )


_SHORT = 4
"""Signs of a number that is an invitation's, not a person's."""


def _count(event: Event) -> int:
    """How many it is about, where it lists them or says a number."""
    if event.kind in (EventKind.ERASED, EventKind.FILE_ERASED):
        return len(event.new.split())
    kept = event.old if event.kind is EventKind.HANDED_OVER else event.new
    return int(kept) if kept.isdecimal() else 0


# --- old and new ------------------------------------------------------------------------


def _told(company: Company, case: Case | None, item: Item | None, event: Event, kept: str) -> Fact:
    """What the trail keeps, as people say it."""
    if kept == ERASED_NAME or (not kept and event.by.startswith(ERASED_PERSON)):
        return say("audit-erased")
    teller = _TELLERS.get(event.kind)
    if case is not None and item is not None and teller is None:
        return _given(case, item, kept)
    if not kept:
        return say("value-empty")
    if teller is not None:
        return teller(company, kept)
    if case is not None and event.kind is EventKind.SEASON_CORRECTED:
        return _season_facts(case, kept)
    return kept


def _given(case: Case, item: Item, kept: str) -> Fact:
    """As the item's own versions say it; one that is there no more, by its field."""
    for entry in state_of(case.company, case.season, item).entries:
        if plain(entry.given) == kept:
            return tell_given(entry.given, item)
    if not kept:
        return say("value-empty")
    match item.spec:
        case NumberSpec():
            return _number(kept, item.spec)
        case ChoiceSpec():
            return tell_cell(Choices(tuple(kept.split(", "))), item.spec)
        case _:
            return kept


def _number(kept: str, spec: NumberSpec) -> Fact:
    try:
        return tell_cell(Number(Decimal(kept)), spec)
    except InvalidOperation:
        return kept


def _standing(_: Company, kept: str) -> Fact:
    """Roles and departments."""
    words = kept.split()
    roles = [Role(word) for word in words if word in set(Role)]
    departments = [Department(word) for word in words if word in set(Department)]
    return standing_of(roles, departments)


def _colleague(_: Company, kept: str) -> Fact:
    """A name, and the departments after it."""
    words = kept.split()
    departments = [department_name(Department(word)) for word in words if word in set(Department)]
    name = " ".join(word for word in words if word not in set(Department))
    return Listed((name, *departments))


def _person(company: Company, kept: str) -> Fact:
    return called(company, PersonId(kept))


def _day(_: Company, kept: str) -> Fact:
    return date.fromisoformat(kept)


def _season_facts(case: Case, kept: str) -> Fact:
    """Licence number, coverage and profile."""
    number, province, profile = kept.rsplit(" ", 2)
    titles = {each.key: each.title for each in case.pack.profiles}
    return Listed(
        (number or say("value-empty"), coverage_name(province), titles.get(profile, profile))
    )


def _as_kept(_: Company, kept: str) -> Fact:
    return kept


def _version(_: Company, kept: str) -> Fact:
    """Of a pack: what stands behind the @."""
    return kept.partition("@")[2] or kept


_TELLERS: Mapping[EventKind, Callable[[Company, str], Fact]] = {
    EventKind.INVITED: _standing,
    EventKind.MEMBER_JOINED: _standing,
    EventKind.MEMBER_CHANGED: _standing,
    EventKind.MEMBER_REMOVED: _standing,
    EventKind.MEMBER_LEFT: _standing,
    EventKind.HANDED_OVER: _person,
    EventKind.ASSIGNED: _person,
    EventKind.UNASSIGNED: _person,
    EventKind.TAKEN: _person,
    EventKind.COLLEAGUE_ADDED: _colleague,
    EventKind.COLLEAGUE_REMOVED: _colleague,
    **dict.fromkeys((*_OF_FILING, EventKind.DUE_MOVED, EventKind.DUE_RESTORED), _day),
    EventKind.SIGNED: _as_kept,
    EventKind.REVIEW_CHANGED: told_turned,
    EventKind.SENSITIVITY_CHANGED: told_turned,
    EventKind.PUBLICITY_CHOSEN: told_turned,
    EventKind.PUBLICITY_RESTORED: told_turned,
    EventKind.GROUP_BOUND: told_group,
    EventKind.GROUP_CHANGED: told_group,
    EventKind.GROUP_UNBOUND: told_group,
    EventKind.MATTER_RECORDED: _day,
    EventKind.MATTER_TERM_SET: _day,
    EventKind.MATTER_TERM_RESTORED: _day,
    EventKind.MATTER_TURNED: state_word,
    EventKind.MATTER_RESTORED: state_word,
    EventKind.NUDGED: told_nudged,
    EventKind.LANGUAGE_SET: told_language,
    EventKind.PACK_MOVED: _version,
    EventKind.ROBOT_ADDED: told_robot,
    EventKind.ROBOT_CHANGED: told_robot,
    EventKind.ROBOT_REMOVED: told_robot,
}
"""How the words of the trail are said, where they are not those of an item."""
