"""When each step of a season is due: the statutory clock, which never moves, and the inner one.

Nothing of this is stored: the plan follows from the pack, the calendar and the day of opening.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workflow.due_rules import DayOfYear, InternalDue, OnDay, WorkdaysBefore
from workflow.ids import MilestoneKey
from workflow.milestones import milestones_of
from workflow.model import Season
from workflow.pack import Milestone, Pack
from workflow.workdays import Calendar

GUARD_WITHIN = 5
"""Working days after a long break in which nothing is due (docs/domain.md section 9)."""

WORKDAYS_EACH = 1.5
"""Least room for a step when a late start is compressed, in working days."""


class Moved(StrEnum):
    """Why an internal date is not the one the pack names."""

    DAY_OFF = "day_off"
    BREAK = "break"
    LATE = "late"
    CAPPED = "capped"
    BY_COMPANY = "by_company"


@dataclass(frozen=True, slots=True)
class Due:
    """An internal date; `nominal` is what the pack names, where it was moved."""

    day: date
    nominal: date
    moved: Moved | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone with its dates for one season."""

    milestone: Milestone
    statutory: date | None
    internal: Due | None

    @property
    def due(self) -> date | None:
        """The date people work towards: the internal one where there is one."""
        return self.internal.day if self.internal else self.statutory


@dataclass(frozen=True, slots=True)
class LateStart:
    """Opened when steps were due already: what was left, opening day included."""

    workdays: int
    compressed: tuple[MilestoneKey, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of a season in the order of their dates."""

    steps: tuple[Step, ...]
    statutory: date
    late: LateStart | None

    def step(self, key: MilestoneKey) -> Step | None:
        """The step of that milestone; None if the season does not have it."""
        return next((step for step in self.steps if step.milestone.key == key), None)


def statutory_date(pack: Pack, year: int) -> date:
    """The last day for the report of `year`: 31 March of the next, weekend or not (Art. 35)."""
    rule = pack.milestone(pack.submission).statutory
    assert rule is not None  # noqa: S101 - the loader refuses a pack without it
    return _day(rule, year)


def plan(season: Season, pack: Pack, calendar: Calendar) -> Plan:
    """The dated plan of a season: dropped steps left out, a late start compressed."""
    end = statutory_date(pack, season.year)
    milestones = [
        milestone
        for key, milestone in milestones_of(season, pack).items()
        if key not in season.tailoring.dropped_steps
    ]
    steps = [_step(milestone, season.year, end, calendar) for milestone in milestones]
    steps = [_as_moved(step, season, calendar) for step in steps]
    steps, late = _fit_late_start(steps, season.opened_on, end, calendar)
    steps = [_not_before(step, season.opened_on) for step in steps]
    ordered = sorted(
        steps, key=lambda step: (step.due or date.max, milestones.index(step.milestone))
    )
    return Plan(tuple(ordered), end, late)


def _day(rule: DayOfYear, year: int) -> date:
    return date(year + 1, rule.month, rule.day)


def _step(milestone: Milestone, year: int, end: date, calendar: Calendar) -> Step:
    statutory = _day(milestone.statutory, year) if milestone.statutory else None
    internal = _internal(milestone.internal, year, end, calendar) if milestone.internal else None
    last = _last(milestone, statutory, end)
    if internal and last:
        internal = _cap(internal, last, calendar)
    return Step(milestone, statutory, internal)


def _last(milestone: Milestone, statutory: date | None, end: date) -> date | None:
    return statutory if milestone.after_filing else min(end, statutory or end)


def last_day(milestone: Milestone, pack: Pack, year: int) -> date | None:
    """The statutory date beyond which its inner date cannot go; None for what no law dates."""
    statutory = _day(milestone.statutory, year) if milestone.statutory else None
    return _last(milestone, statutory, statutory_date(pack, year))


def _as_moved(step: Step, season: Season, calendar: Calendar) -> Step:
    """The inner date the company moved the step to; on a day off the working day before."""
    moved = season.moved.get(step.milestone.key)
    if moved is None or step.internal is None:
        return step
    day = calendar.on_or_before(moved.day)
    return replace(step, internal=_due(day, step.internal.nominal, Moved.BY_COMPANY, calendar))


def _internal(rule: InternalDue, year: int, end: date, calendar: Calendar) -> Due:
    match rule:
        case WorkdaysBefore(days):
            nominal = calendar.before(end, days)
        case DayOfYear():
            nominal = _day(rule, year)
        case OnDay(day):
            nominal = day
    worked = calendar.on_or_before(nominal)
    named = isinstance(rule, OnDay)
    guarded = None if named else calendar.break_before(worked, GUARD_WITHIN)
    if guarded:
        return _due(guarded[0], nominal, Moved.BREAK, calendar)
    moved = None if worked == nominal else Moved.DAY_OFF
    return _due(worked, nominal, moved, calendar)


def _due(day: date, nominal: date, moved: Moved | None, calendar: Calendar) -> Due:
    provisional = calendar.is_provisional(day) or calendar.is_provisional(nominal)
    return Due(day, nominal, moved, provisional)


def _cap(due: Due, end: date, calendar: Calendar) -> Due:
    """No internal date lies after the statutory one."""
    if due.day <= end:
        return due
    return _due(calendar.on_or_before(end), due.nominal, Moved.CAPPED, calendar)


def _fit_late_start(
    steps: Sequence[Step], opened: date, end: date, calendar: Calendar
) -> tuple[list[Step], LateStart | None]:
    """Give what was due before the opening new dates in what is left (docs/domain.md section 7.2)."""
    dated = sorted(
        (step for step in steps if step.internal and _is_fitted(step, step.internal)),
        key=_due_day,
    )
    missed = tuple(step.milestone.key for step in dated if _due_day(step) < opened)
    if not missed:
        return list(steps), None
    moved, left = _room(dated, len(missed), opened, end, calendar)
    fitted = {
        step.milestone.key: _compressed(step, number, len(moved), left, calendar)
        for number, step in enumerate(moved, start=1)
    }
    late = LateStart(len(calendar.between(opened, end)), missed)
    return [fitted.get(step.milestone.key, step) for step in steps], late


def _is_fitted(step: Step, due: Due) -> bool:
    """What comes after the filing is not pressed, nor what the company itself dated."""
    return not step.milestone.after_filing and due.moved is not Moved.BY_COMPANY


def _due_day(step: Step) -> date:
    return step.internal.day if step.internal else date.max


def _not_before(step: Step, opened: date) -> Step:
    """A date before the opening would only be a reproach: nobody could have kept it."""
    if step.internal and step.internal.day < opened:
        return replace(step, internal=None)
    return step


def _room(
    dated: Sequence[Step], missed: int, opened: date, end: date, calendar: Calendar
) -> tuple[Sequence[Step], Sequence[date]]:
    """The steps to move and the working days for them.

    The missed ones share the days before the next step; where that is too tight for
    WORKDAYS_EACH, the next step moves too, and so on to the statutory date.
    """
    for count in range(missed, len(dated)):
        left = calendar.between(opened, _due_day(dated[count]))
        if len(left) >= WORKDAYS_EACH * (count + 1):
            return dated[:count], left
    return dated, calendar.between(opened, end)


def _compressed(
    step: Step, number: int, count: int, left: Sequence[date], calendar: Calendar
) -> Step:
    """The `number`-th of `count` steps in the days left; the last part stays free as a buffer.

    After the statutory date nothing is left: an internal date would only be a reproach.
    """
    left = [day for day in left if day <= (step.statutory or day)]
    if not left or not step.internal:
        return replace(step, internal=None)
    day = left[max(len(left) * number // (count + 1), 1) - 1]
    day = max(day, min(step.internal.day, left[-1]))
    if day == step.internal.day:
        return step
    return replace(step, internal=_due(day, step.internal.nominal, Moved.LATE, calendar))
