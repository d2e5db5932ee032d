"""When a season reminds: its rungs, from its dates alone; to whom, stands in workflow/hearers.py.

Only what is still open has rungs, so that what is done, reported or dropped is silent by itself.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from workflow.duties import Duties, StepDuty, terms
from workflow.escalation import escalations
from workflow.openwork import active_seasons
from workflow.pack import ItemKind, NumberKind, NumberSpec
from workflow.reminders import Rung, RungKind
from workflow.team import Department
from workflow.workdays import ONE_DAY

COUNTING = frozenset({Department.OPS, Department.HR})
"""Whose figures are counted as of 31 December (docs/domain.md section 4.1)."""
BOSS_MONTHS = (1, 2, 3, 4)
"""From the opening of the window to the end of the late one the boss has his line of the month."""


def rungs(duties: Duties, first: date, last: date) -> tuple[Rung, ...]:
    """All that is to be told from `first` to `last`, both included, soonest first, each once."""
    found = {rung for rung in _planned(duties, first, last) if first <= rung.day <= last}
    return tuple(sorted(found, key=_order))


def _order(rung: Rung) -> tuple[date, str, str, date, int]:
    return (rung.day, rung.kind, rung.subject, rung.due, rung.offset)


def _planned(duties: Duties, first: date, last: date) -> Iterator[Rung]:
    rhythm = _rhythm(duties, last)
    for duty in duties.steps:
        if duty.is_open:
            inner = tuple(_internal(duties, duty, rhythm, last))
            yield from inner
            yield from _statutory(duties, duty, first, last)
            yield from escalations(duties, duty, inner, first, last)
    yield from _of_the_season(duties, first, last)


# --- the inner clock --------------------------------------------------------------------


def _rhythm(duties: Duties, last: date) -> tuple[date, ...]:
    """The days up to `last` on which all that is overdue inside the house is told together."""
    dues = [duty.step.internal.day for duty in duties.steps if duty.step.internal]
    if not dues:
        return ()
    ladder = duties.policy.internal
    end = min(last, max(dues) + timedelta(days=ladder.until))
    return duties.calendar.each_nth(ladder.every, min(dues) + ONE_DAY, end)


def _internal(
    duties: Duties, duty: StepDuty, rhythm: tuple[date, ...], last: date
) -> Iterator[Rung]:
    """Before the inner date, then while it is overdue, and when what was waited for should be there."""
    yield from _awaited(duties, duty)
    if duty.step.internal is None:
        return
    due, ladder = duty.step.internal.day, duties.policy.internal
    soonest = due - timedelta(days=max(ladder.before, default=0))
    if duties.calendar.on_or_before(soonest) > last:
        return
    for before in ladder.before:
        day = duties.calendar.on_or_before(due - timedelta(days=before))
        yield _rung(duties, duty, RungKind.INTERNAL, due, -before, day)
    if duty.step.statutory is None and not duty.is_bare:
        end = due + timedelta(days=ladder.until)
        for day in rhythm:
            if due < day <= end:
                yield _rung(duties, duty, RungKind.INTERNAL, due, (day - due).days, day)


def _awaited(duties: Duties, duty: StepDuty) -> Iterator[Rung]:
    """「3/29 再问」: what could not be had before is asked for again, on a working day."""
    for day in sorted(duty.waited_for):
        asked = duties.calendar.on_or_after(day)
        yield _rung(duties, duty, RungKind.INTERNAL, day, 0, asked)


# --- the statutory clock ----------------------------------------------------------------


def _statutory(duties: Duties, duty: StepDuty, first: date, last: date) -> Iterator[Rung]:
    """Before each date of the law's, at noon of it, and after the last of them day by day."""
    days, policy = terms(duty, duties.season), duties.policy
    for due in days:
        for before in policy.statutory.before:
            day = due - timedelta(days=before)
            yield _rung(duties, duty, RungKind.STATUTORY, due, -before, day)
        noon = _rung(duties, duty, RungKind.LAST_NOTE, due, 0, due)
        yield Rung(noon.season, noon.kind, noon.subject, due, 0, due, at=policy.last_note)
    for due in days[-1:]:
        ladder = policy.statutory
        for late in range(ladder.every, ladder.until + 1, ladder.every):
            if first <= due + timedelta(days=late) <= last:
                day = due + timedelta(days=late)
                yield _rung(duties, duty, RungKind.STATUTORY, due, late, day)


def _rung(
    duties: Duties, duty: StepDuty, kind: RungKind, due: date, offset: int, day: date
) -> Rung:
    return Rung(duties.season.id, kind, duty.key, due, offset, day)


# --- of the season as a whole -----------------------------------------------------------


def _of_the_season(duties: Duties, first: date, last: date) -> Iterator[Rung]:
    season = duties.season
    if _stands_for_company(duties):
        yield from _counting(duties)
        if duties.company.policy.monthly:
            yield from _monthly(duties, first, last)
    if not duties.is_reported:
        for month in BOSS_MONTHS:
            begin = date(season.year + 1, month, 1)
            day = duties.calendar.on_or_after(begin)
            yield Rung(season.id, RungKind.MONTH, "", begin, 0, day)


def _stands_for_company(duties: Duties) -> bool:
    """What concerns the company once is told with the first of its newest seasons."""
    seasons = active_seasons(duties.company)
    newest = max((each.year for each in seasons), default=0)
    first = next((each for each in seasons if each.year == newest), None)
    return first is not None and first.id == duties.season.id


def _counting(duties: Duties) -> Iterator[Rung]:
    """Of the season's own year, and of the next one until a season of that is opened."""
    year = duties.season.year
    if not _counts(duties):
        return
    for counted in (year, year + 1):
        due = date(counted, 12, 31)
        for told in duties.policy.count_days:
            named = date(counted, told.month, told.day)
            day = duties.calendar.on_or_before(named)
            yield Rung(duties.season.id, RungKind.COUNT_DAY, "", due, (named - due).days, day)


def _counts(duties: Duties) -> bool:
    """Whether it asks those departments for a figure that is counted."""
    return any(
        task.item.kind is ItemKind.ANSWER
        and isinstance(task.item.spec, NumberSpec)
        and task.item.spec.kind is NumberKind.INTEGER
        and not COUNTING.isdisjoint(task.item.departments)
        for duty in duties.steps
        for task in duty.tasks
    )


def _monthly(duties: Duties, first: date, last: date) -> Iterator[Rung]:
    """The day of each month, told on the working day it is or the next one after it."""
    day = (first.replace(day=1) - ONE_DAY).replace(day=1)
    while day <= last:
        due = day.replace(day=duties.policy.monthly_day)
        asked = duties.calendar.on_or_after(due)
        yield Rung(duties.season.id, RungKind.MONTHLY, "", due, 0, asked)
        day = (day + timedelta(days=31)).replace(day=1)
