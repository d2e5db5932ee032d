"""A thing that a reminder tells: which step, by when really, and what of it waits for the reader."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from chat.ears import ears_of
from chat.rules import rules_of
from chat.screens.progress import name_of, step_name
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.assigning import Crew, crew_of
from workflow.checklist import Condition, Task
from workflow.counting import counted_item
from workflow.duties import duties
from workflow.escalation import bosses
from workflow.filing import was_in_time
from workflow.habits import USUAL
from workflow.handling import is_sensitive, reviewers
from workflow.ids import PersonId
from workflow.model import Company
from workflow.pack import Duty
from workflow.permissions import Action, may
from workflow.progress import Overview, StepRow
from workflow.reminders import LEGAL, Owed, RungKind
from workflow.workdays import ONE_DAY

STATUTORY = (RungKind.STATUTORY, RungKind.LAST_NOTE)
FIRST = (RungKind.WARNING, RungKind.TO_BOSS)
NEAR = 7
"""So many days before the statutory date it stands above what is overdue inside the company."""
NAMED = 3


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of one season, as it is on the day it is told."""

    owed: Owed
    case: Case
    view: Overview
    row: StepRow | None
    """The step; None for the season as a whole."""
    tasks: tuple[Task, ...]
    """What of it waits for whoever hears; for those who run the work, all that is missing."""
    days: int
    """To the date, from the day it is told; negative when it is past."""
    crew: Crew

    @property
    def kind(self) -> RungKind:
        """What is told of it."""
        return self.owed.rung.kind

    def asked(self, task: Task) -> tuple[PersonId, ...]:
        """Those for whom the task waits; of one in review those who are asked to accept it."""
        if task.condition is Condition.IN_REVIEW:
            return reviewers(self.case.company, self.case.season, task.item, task.state)
        return self.crew.persons(self.case.season, task.item)

    @property
    def due(self) -> date:
        """The date it is about."""
        return self.owed.rung.due

    @property
    def is_report(self) -> bool:
        """Whether it is about the report itself, not about a step on the way."""
        return self.row is None or self.row.key == self.case.pack.submission

    @property
    def order(self) -> tuple[bool, date]:
        """What the boss hears and the law's date when it is near first, then by their dates."""
        is_near = self.kind in LEGAL and self.days <= NEAR
        return not (is_near or self.kind in FIRST), self.due


def thing_of(s: Session, company: Company, owed: Owed) -> Thing:
    """The thing a rung speaks of, as it stands today."""
    rung = owed.rung
    case = s.case_at(company, rung.season)
    view = s.overview(case)
    row = next((each for each in view.rows if each.key == rung.subject), None)
    days = (rung.due - s.today).days
    thing = Thing(owed, case, view, row, _open(owed, case, view, row), days, crew_of(company))
    return replace(thing, tasks=_of_the_reader(thing))


def _open(owed: Owed, case: Case, view: Overview, row: StepRow | None) -> tuple[Task, ...]:
    """All that is open of it, whoever asks."""
    is_report = row is None or row.key == case.pack.submission
    if owed.rung.kind in STATUTORY and is_report:
        return view.missing
    return () if row is None else tuple(task for task in row.tasks if task.is_owed)


def _of_the_reader(thing: Thing) -> tuple[Task, ...]:
    """Of a person their own; of whoever runs the work and has none of it, and of a group, all."""
    reader = thing.owed.instead_of or thing.owed.to
    company = thing.case.company
    if reader not in thing.crew.members:
        return thing.tasks
    mine = tuple(task for task in thing.tasks if reader in thing.asked(task))
    return mine if mine or not may(PersonId(reader), Action.ASSIGN, company) else thing.tasks


# --- in words ---------------------------------------------------------------------------


def thing_lines(s: Session, thing: Thing, *, private: bool) -> tuple[Say, ...]:
    """What is said of it; in anything but a private chat no internal matter is named."""
    facts = _facts(s, thing, private=private)
    lines = _LINES[thing.kind](s, thing, facts)
    if thing.owed.instead_of is None or thing.kind is RungKind.TO_MANAGER:
        return lines
    who = name_of(thing.case, thing.owed.instead_of)
    return (*lines, say("digest-instead", who=who))


def _facts(s: Session, thing: Thing, *, private: bool) -> Mapping[str, Fact]:
    return {
        "step": "" if thing.row is None else step_name(thing.row.step),
        "day": ShortDay(thing.due),
        "days": abs(thing.days),
        "count": len(thing.tasks),
        "what": _what(s, thing, private=private),
    }


def _what(s: Session, thing: Thing, *, private: bool) -> Fact:
    """The first item by its name and how many there are; an internal matter only where it may be."""
    titles = [task.item.title for task in thing.tasks if is_named(s, thing, task, private=private)]
    first: Fact = titles[0] if titles else say("internal-matter")
    return say("digest-what", first=first, count=len(thing.tasks)) if thing.tasks else ""


def is_named(s: Session, thing: Thing, task: Task, *, private: bool) -> bool:
    """Whether the item may be called by its name there."""
    if not is_sensitive(thing.case.season, task.item):
        return True
    return private and s.sees(thing.case, task.item)


_Teller = Callable[[Session, Thing, Mapping[str, Fact]], tuple[Say, ...]]


def is_to_be_made_again(thing: Thing) -> bool:
    """Filed in time, and returned or opened since: what is asked for is no late report."""
    return was_in_time(thing.case.season, thing.view.plan.statutory)


def _internal(_: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    inner = thing.row.step.internal if thing.row else None
    if inner is None or inner.day != thing.due:
        return (Say("digest-awaited", facts),)
    return (Say("digest-internal-past" if thing.days < 0 else "digest-internal", facts),)


_LATE = ("digest-late", "digest-late-how", "digest-late-yours")
_RETURNED = ("digest-returned", "digest-returned-how", "digest-returned-yours")
"""What is said of a report past its day, and who is to do what about it."""


def _statutory(s: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    if not thing.is_report:
        name = "digest-statutory-step-past" if thing.days < 0 else "digest-statutory-step"
        return (Say(name, facts),)
    is_term = thing.due != thing.view.plan.statutory
    facts = {**facts, "missing": thing.view.lacking}
    if thing.days < 0:
        late, how, yours = _RETURNED if is_to_be_made_again(thing) else _LATE
        late = "digest-term-past" if is_term else late
        return Say(late, facts), say(how if may_record(s, thing) else yours)
    told = Say("digest-term" if is_term else "digest-statutory", facts)
    if thing.days == 0:
        return told, _last_day(s, thing)
    is_some = len(thing.tasks) < len(thing.view.missing)
    return (told, Say("digest-statutory-yours", facts)) if is_some and thing.tasks else (told,)


def _last_day(s: Session, thing: Thing) -> Say:
    """What to do now; the hours that are left as they are when it is said."""
    hour = s.incoming.at.astimezone(s.house.zone).hour
    name = "digest-last-day" if may_record(s, thing) else "digest-last-day-yours"
    return say(name, hours=24 - hour)


def may_record(s: Session, thing: Thing) -> bool:
    """Whether the reader is one who records 已报."""
    company = thing.case.company
    is_member = any(each.person == s.me.person for each in company.members)
    return is_member and may(s.me.person, Action.RECORD_FILING, company)


def _count_day(_: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    seats = int(counted_item(thing.case.pack) is not None)
    return Say("digest-count-day", {**facts, "seats": seats}), say("digest-count-keep")


def _monthly(s: Session, _: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    return (Say("digest-monthly", {**facts, "month": s.today.month}),)


def _to_manager(_: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    return (Say("digest-to-manager", {**facts, "who": _people(thing)}),)


def _to_boss(_: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    left = thing.view.days_to_statutory
    state = {"begun": int(is_begun(thing)), "late": int(left < 0), "left": abs(left)}
    told = Say("digest-to-boss", {**facts, **state, "statutory": thing.view.plan.statutory})
    word = thing.case.season.words.get(thing.row.key) if thing.row else None
    if word is None or not word.note:
        return (told,)
    return told, say("digest-word", who=name_of(thing.case, word.by), note=word.note)


def _to_all(_: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    return (Say("digest-nobody-moves", {**facts, "who": _people(thing)}),)


def _month(_: Session, thing: Thing, __: Mapping[str, Fact]) -> tuple[Say, ...]:
    """「年报平安」, or what puts the report at risk."""
    left = thing.view.days_to_statutory
    percent = thing.view.percent
    facts: dict[str, Fact] = {"percent": percent, "left": abs(left), "late": int(left < 0)}
    risks = [row for row in thing.view.overdue if _risks_law(thing.case, row)]
    if not risks:
        return (Say("digest-month", facts),)
    days = -(risks[0].days_left or 0)
    return (Say("digest-month-risk", {**facts, "step": step_name(risks[0].step), "days": days}),)


def _risks_law(case: Case, row: StepRow) -> bool:
    """Whether the report waits for something of it."""
    lawful = (task.is_owed and task.item.duty is Duty.STATUTORY for task in row.tasks)
    return row.key == case.pack.submission or any(lawful)


def _warning(s: Session, thing: Thing, facts: Mapping[str, Fact]) -> tuple[Say, ...]:
    """When the boss will hear: on the next working day, at the boss's own hour."""
    day = s.house.calendar.on_or_after(s.today + ONE_DAY)
    state: dict[str, Fact] = {
        "begun": int(is_begun(thing)),
        "tomorrow": int(day == s.today + ONE_DAY),
        "hour": _boss_hour(s, thing.case, day),
    }
    return (Say("digest-warning", {**facts, **state, "when": ShortDay(day)}),)


def _boss_hour(s: Session, case: Case, day: date) -> str:
    """The earliest hour at which a boss of the company hears on that day, as 9:00."""
    owing = duties(case.company, case.season, rules_of(s.house))
    habits = (ears_of(s.work, case.company).habits.get(each, USUAL) for each in bosses(owing))
    first = min((each.hour_on(day) for each in habits), default=USUAL.hour)
    return f"{first.hour}:{first.minute:02}"


def is_begun(thing: Thing) -> bool:
    """Whether it is told because it is not done; before its date, because nobody has begun."""
    return thing.owed.rung.offset >= 0


def _people(thing: Thing) -> Fact:
    """By whom it stands, the first few."""
    case = thing.case
    asked = dict.fromkeys(person for task in thing.tasks for person in thing.asked(task))
    names = [each.name for each in case.company.members if each.person in asked]
    return Listed(tuple(names[:NAMED])) if names else say("board-nobody")


_LINES: Mapping[RungKind, _Teller] = {
    RungKind.INTERNAL: _internal,
    RungKind.STATUTORY: _statutory,
    RungKind.LAST_NOTE: _statutory,
    RungKind.COUNT_DAY: _count_day,
    RungKind.MONTHLY: _monthly,
    RungKind.WARNING: _warning,
    RungKind.TO_MANAGER: _to_manager,
    RungKind.TO_BOSS: _to_boss,
    RungKind.TO_GROUP: _to_all,
    RungKind.TO_AGENCY: _to_all,
    RungKind.MONTH: _month,
}
