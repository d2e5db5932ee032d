"""What should have happened, reckoned from the dates alone: no line of the reminders is asked.

At each moment of the ladders that are written out here, and in the modules beside it, whoever was
responsible just before it is owed that rung. All kinds are reckoned. Where several things at once
make it anybody's guess whether one comes, it is reckoned as one that may: which those are stands
in `to_bosses` and `carried_on`. Whether each that came ended rightly is judged in ends.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.seasons.reckoned import ONE_DAY, Reckoned, Standing, is_filing, is_lawful, standing
from tests.seasons.risks import to_bosses
from tests.seasons.tiny import AFTERWARDS, CALENDAR
from tests.seasons.town import Moment
from tests.seasons.unanswered import carried_on
from workflow.reminders import RungKind
from workflow.schedule import Step
from workflow.team import Department, Role

INNER = (7, 3, 1, 0)
LEGAL = (30, 7, 1, 0)
EACH, INNER_LAST, LEGAL_LAST = 3, 14, 8
EVERYBODY_FROM, SIGNERS_FROM, SIGNERS_EACH = 7, 1, 7
GROUP_FROM, GROUP_LEGAL_FROM = 3, 14
YEAR = 2027
"""In which all of it comes to be due."""
NOON = time(12)
COUNTED = date(2026, 12, 31)
COUNT_DAYS = (date(2026, 12, 1), date(2026, 12, 28))
COUNTING = {Department.OPS, Department.HR}
FIFTHS = (date(2026, 12, 5), *(date(YEAR, month, 5) for month in range(1, 7)))
FIRSTS = tuple(date(YEAR, month, 1) for month in range(1, 5))
THIRDS = frozenset(
    day
    for year in (YEAR - 1, YEAR)
    for number, day in enumerate(CALENDAR.between(date(year, 1, 1), date(year, 12, 31)), 1)
    if number % EACH == 0
)
"""The days on which all that is overdue inside the house is told."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A rung that somebody was to hear, and the moment it was theirs."""

    key: str
    kind: RungKind
    to: str
    at: datetime
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """How a season stood from one change to the next, and all its rungs, past and to come."""

    stands: Standing
    until: datetime
    rungs: tuple[Reckoned, ...]

    def expected(self) -> Iterator[Expected]:
        """Who could not be reached is expected too, and who hears instead."""
        for rung in self.rungs:
            for to, moment in rung.moments(self.stands):
                if self.stands.here.since < moment <= self.until:
                    yield Expected(f"{rung.thing}:{to}", rung.kind, to, moment, rung.is_sure)


def chapters(history: list[Moment], zone: ZoneInfo) -> list[Chapter]:
    """The whole season, chapter by chapter."""
    ends = [*history, history[-1]._replace(since=AFTERWARDS)]
    found = ((standing(here, zone), then.since) for here, then in pairwise(ends))
    return [Chapter(stands, until, reckoned(stands)) for stands, until in found]


def reckoned(stands: Standing) -> tuple[Reckoned, ...]:
    """All rungs of the season as things stand, for all who hear of them."""
    of_steps = [rung.passed_on(stands) for step in stands.steps for rung in _of_step(stands, step)]
    told = [*of_steps, *(rung.passed_on(stands) for rung in _of_house(stands))]
    return (*told, *_lines_of_the_month(stands, told))


def _of_step(stands: Standing, step: Step) -> Iterator[Reckoned]:
    if stands.is_open(step):
        inner = tuple(_inner(stands, step))
        yield from inner
        yield from carried_on(stands, step, inner)
        yield from to_bosses(stands, step)
        if is_filing(step):
            yield from _of_law(stands, step)


# --- the inner ladder -------------------------------------------------------------------


def _inner(stands: Standing, step: Step) -> Iterator[Reckoned]:
    if step.internal is None:
        return
    due = step.internal.day
    people = stands.whose(stands.owes(step)) or stands.keepers
    rungs = [(-before, CALENDAR.on_or_before(due - before * ONE_DAY)) for before in INNER]
    if step.statutory is None:
        late = (due + days * ONE_DAY for days in range(1, INNER_LAST + 1))
        rungs += [((day - due).days, day) for day in late if day in THIRDS]
    for offset, day in rungs:
        group = stands.places if offset >= -GROUP_FROM else frozenset()
        key, hear = step.milestone.key, people | group
        yield Reckoned(RungKind.INTERNAL, key, due, offset, day, hear)


# --- the ladder of the law --------------------------------------------------------------


def _of_law(stands: Standing, step: Step) -> Iterator[Reckoned]:
    due, key = step.statutory, step.milestone.key
    assert due is not None
    for offset in (*(-before for before in LEGAL), *range(1, LEGAL_LAST + 1)):
        people, day = _hear_of_law(stands, offset), due + offset * ONE_DAY
        yield Reckoned(RungKind.STATUTORY, key, due, offset, day, people)
        if offset == 0:
            yield Reckoned(RungKind.LAST_NOTE, key, due, 0, day, people, at=NOON)


def _hear_of_law(stands: Standing, offset: int) -> frozenset[str]:
    """Bosses are spared most days after the date, whatever they owe; managers none."""
    people, bosses = stands.keepers, stands.those(Role.BOSS)
    if -offset <= EVERYBODY_FROM:
        steps = (step for step in stands.steps if not step.milestone.after_filing)
        lawful = (task for step in steps for task in stands.owes(step) if is_lawful(task))
        people |= stands.whose(lawful)
    if -offset <= SIGNERS_FROM:
        people |= bosses
    if offset > 0 and (offset - 1) % SIGNERS_EACH:
        people -= bosses
    return people | stands.places if -offset <= GROUP_LEGAL_FROM else people


# --- of the season as a whole -----------------------------------------------------------


def _of_house(stands: Standing) -> Iterator[Reckoned]:
    """The count day, for whose figures are counted; the fifth of each month; for who runs the work."""
    members = stands.here.company.members
    counts = {each.person for each in members if COUNTING.intersection(each.departments)}
    for named in COUNT_DAYS:
        offset, day = (named - COUNTED).days, CALENDAR.on_or_before(named)
        hear = stands.keepers | counts
        yield Reckoned(RungKind.COUNT_DAY, "", COUNTED, offset, day, hear)
    for fifth in FIFTHS:
        day = CALENDAR.on_or_after(fifth)
        yield Reckoned(RungKind.MONTHLY, "", fifth, 0, day, stands.keepers)


def _lines_of_the_month(stands: Standing, told: list[Reckoned]) -> Iterator[Reckoned]:
    """To the boss until it is reported, unless he hears of anything else that day."""
    for first in () if stands.is_reported else FIRSTS:
        day = CALENDAR.on_or_after(first)
        that_day = [rung for rung in told if rung.day == day]
        for boss in stands.those(Role.BOSS):
            others = [rung for rung in that_day if boss in rung.people]
            if not any(rung.is_sure for rung in others):
                is_sure = not others
                yield Reckoned(RungKind.MONTH, "", first, 0, day, (boss,), is_sure=is_sure)
