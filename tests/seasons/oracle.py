"""What should have happened, reckoned from the dates alone: no line of the reminders is asked.

At each moment of the ladders that are written out here, whoever was responsible just before it is
owed that rung. Only how a season stands (its plan, its checklist, its people) is the trade's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.seasons.tiny import AFTERWARDS, BOSS, CALENDAR, CHIEF, COMPANY, FIRST, TINY
from tests.seasons.town import Moment
from workflow.assigning import crew_of
from workflow.checklist import Task, checklist, season_of
from workflow.filing import reported
from workflow.habits import USUAL
from workflow.ids import PersonId
from workflow.model import Company
from workflow.pack import Duty
from workflow.schedule import Step, plan

INNER = (7, 3, 1, 0)
LEGAL = (30, 7, 1, 0)
EACH, INNER_LAST, LEGAL_LAST = 3, 14, 5
EVERYBODY_FROM, SIGNERS_FROM = 7, 1
ZONE = ZoneInfo("Asia/Shanghai")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Expected:
    """A rung that somebody was to hear, by its key, and the moment it was theirs."""

    key: str
    at: datetime


def expected(history: list[Moment]) -> Iterator[Expected]:
    """All of them; who could not be reached at that moment is expected too."""
    ends = [*history, history[-1]._replace(since=AFTERWARDS)]
    for here, then in pairwise(ends):
        if then.since > here.since:
            yield from _between(here, then.since)


def _between(here: Moment, until: datetime) -> Iterator[Expected]:
    company = here.company
    season = season_of(company, FIRST)
    tasks = [task for task in checklist(company, season, TINY) if task.is_owed]
    is_reported = reported(season) is not None
    first, last = (moment.astimezone(ZONE).date() for moment in (here.since, until))
    for step in plan(season, TINY, CALENDAR).steps:
        own = [task for task in tasks if task.item.milestone == step.milestone.key]
        if is_reported and not step.milestone.after_filing:
            continue
        is_filing = step.milestone.key == TINY.submission
        if own or is_filing:
            yield from _of_step(here, until, step, own, (first, last))
        if is_filing:
            yield from _of_law(here, until, step, tasks, (first, last))


# --- the inner ladder -------------------------------------------------------------------


def _of_step(
    here: Moment, until: datetime, step: Step, own: list[Task], span: tuple[date, date]
) -> Iterator[Expected]:
    if step.internal is None:
        return
    due = step.internal.day
    people = _theirs(here.company, own) or {CHIEF}
    rungs = [(-before, CALENDAR.on_or_before(due - before * ONE_DAY)) for before in INNER]
    if step.statutory is None:
        late = CALENDAR.between(due + ONE_DAY, due + INNER_LAST * ONE_DAY)
        rungs += [((day - due).days, day) for day in late[EACH - 1 :: EACH]]
    for offset, day in rungs:
        if span[0] <= day <= span[1]:
            yield from _for(here, until, people, ("internal", step, due, offset), day)


def _theirs(company: Company, tasks: list[Task]) -> set[PersonId]:
    crew, season = crew_of(company), season_of(company, FIRST)
    return {person for task in tasks for person in crew.persons(season, task.item)}


# --- the ladder of the law --------------------------------------------------------------


def _of_law(
    here: Moment, until: datetime, step: Step, tasks: list[Task], span: tuple[date, date]
) -> Iterator[Expected]:
    due = step.statutory
    assert due is not None
    lawful = [
        task
        for task in tasks
        if task.item.duty is Duty.STATUTORY and task.item.milestone in ("A", "B", "F")
    ]
    for offset in (*(-before for before in LEGAL), *range(1, LEGAL_LAST + 1)):
        day = due + offset * ONE_DAY
        people = {CHIEF}
        if -offset <= EVERYBODY_FROM:
            people |= _theirs(here.company, lawful)
        if -offset <= SIGNERS_FROM:
            people.add(BOSS)
        if span[0] <= day <= span[1]:
            yield from _for(here, until, people, ("statutory", step, due, offset), day)
            if offset == 0:
                noon = datetime.combine(day, time(12), ZONE)
                yield from _at(here, until, people, ("last_note", step, due, 0), noon)


# --- for whom, and when -----------------------------------------------------------------

Rung = tuple[str, Step, date, int]


def _for(
    here: Moment, until: datetime, people: set[PersonId], rung: Rung, day: date
) -> Iterator[Expected]:
    for person in people:
        habit = here.habits.get(person, USUAL)
        hour = habit.hour if day >= habit.since else habit.earlier
        yield from _at(here, until, {person}, rung, datetime.combine(day, hour, ZONE))


def _at(
    here: Moment, until: datetime, people: set[PersonId], rung: Rung, moment: datetime
) -> Iterator[Expected]:
    kind, step, due, offset = rung
    if here.since < moment <= until:
        head = f"{COMPANY}:{FIRST}:{kind}:{step.milestone.key}:{due.isoformat()}:{offset}:0"
        for person in people:
            yield Expected(f"{head}:{person}", moment)
