"""The season as a line of days: what stands on it, where today is, which days nobody works."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workflow.checklist import Condition
from workflow.filing import FilingState, reported
from workflow.model import Company, Season
from workflow.pack import Milestone, Pack
from workflow.progress import Overview, StepRow, StepState
from workflow.text import Text
from workflow.workdays import Calendar

MOST_DAYS = 180
"""What a phone can show apart from each other; of a longer season the days around now."""
AFTER_FILING = timedelta(days=35)
"""Shown after the statutory day; what comes later is pointed to."""
AHEAD = timedelta(days=14)
"""Shown after today, when the statutory day is long past."""
MOST_POINTS = 24
"""More steps than these are counted, not shown."""
ONE_DAY = timedelta(days=1)


class Mark(StrEnum):
    """How a step stands, in one sign."""

    DONE = "done"
    REPORTED = "reported"
    """The report itself, filed."""
    OVERDUE = "overdue"
    WAITING = "waiting"
    """All that is owed waits for a day that was named."""
    STARTED = "started"
    OPEN = "open"
    NOT_APPLICABLE = "not_applicable"
    WATCHED = "watched"
    """A date of the authority's: nobody has to do anything."""


SETTLED = frozenset({Mark.DONE, Mark.NOT_APPLICABLE, Mark.WATCHED})
"""Nobody has to do anything there (any more)."""


@dataclass(frozen=True, slots=True)
class Point:
    """One step on the line."""

    step: Milestone
    mark: Mark
    due: date | None
    """The date people work towards."""
    statutory: date | None
    """Its own statutory date; `due` too where it has no inner one."""
    nominal: date | None
    """What the pack or the first plan named, where the inner date was moved."""
    done: int
    total: int
    late: int
    """Days since its date went by while something is owed; else 0."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days off in a row, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Timeline:
    """A season on a day, ready to be drawn and worded. No people, no items, no answers."""

    company: str
    licence: Text
    year: int
    """The reporting year."""
    first: date
    last: date
    """The days that are shown, both included; steps may lie outside."""
    today: date
    statutory: date
    off: tuple[Stretch, ...]
    points: tuple[Point, ...]
    left_out: int
    """Steps that there was no room for."""
    filing: FilingState
    reported_on: date | None
    missing: int
    """What filing still needs."""
    done: int
    total: int
    provisional: bool
    """Dates follow from holidays that are not official yet."""

    @property
    def percent(self) -> int:
        """Done of all, rounded down."""
        return 100 * self.done // self.total if self.total else 0


def timeline(
    company: Company, season: Season, pack: Pack, calendar: Calendar, view: Overview, today: date
) -> Timeline:
    """What the season comes to on `today`, as `view` counts it."""
    rows = [row for row in view.rows if not _repeats_the_filing(row, view, pack)]
    points = [_point(row, view, pack) for row in rows]
    shown = _most_telling(points, today)
    first, last = _window(shown, season.opened_on, view.plan.statutory, today)
    filing = reported(season)
    return Timeline(
        company=company.name,
        licence=pack.title,
        year=season.year,
        first=first,
        last=last,
        today=today,
        statutory=view.plan.statutory,
        off=tuple(days_off(calendar, first, last)),
        points=shown,
        left_out=len(points) - len(shown),
        filing=view.filing,
        reported_on=filing.on if filing else None,
        missing=view.lacking,
        done=view.done,
        total=view.total,
        provisional=any(row.step.internal and row.step.internal.provisional for row in rows),
    )


def days_off(calendar: Calendar, first: date, last: date) -> Iterator[Stretch]:
    """The days nobody works between these two, run by run."""
    begun: date | None = None
    for day in (first + n * ONE_DAY for n in range((last - first).days + 1)):
        if calendar.is_workday(day):
            if begun:
                yield Stretch(begun, day - ONE_DAY)
            begun = None
        else:
            begun = begun or day
    if begun:
        yield Stretch(begun, last)


def _repeats_the_filing(row: StepRow, view: Overview, pack: Pack) -> bool:
    """The end of the window is the line across the whole picture: it needs no row."""
    is_watched = not row.asks_something and row.key != pack.submission
    return is_watched and row.step.due == view.plan.statutory


def _point(row: StepRow, view: Overview, pack: Pack) -> Point:
    step = row.step
    mark = _mark(row, view, pack)
    inner = step.internal
    moved = inner is not None and inner.day != inner.nominal
    return Point(
        step=step.milestone,
        mark=mark,
        due=step.due,
        statutory=step.statutory,
        nominal=inner.nominal if inner and moved else None,
        done=row.done,
        total=row.total,
        late=-(row.days_left or 0) if mark is Mark.OVERDUE else 0,
    )


def _mark(row: StepRow, view: Overview, pack: Pack) -> Mark:
    if row.key == pack.submission and view.is_reported:
        return Mark.REPORTED
    if not row.asks_something and row.key != pack.submission:
        return Mark.WATCHED
    if row.tasks and all(task.condition is Condition.NOT_APPLICABLE for task in row.tasks):
        return Mark.NOT_APPLICABLE
    if row.state in (StepState.DONE, StepState.OVERDUE):
        return Mark(row.state)
    owed = [task.condition for task in row.tasks if task.is_owed]
    if owed and all(condition is Condition.WAITING for condition in owed):
        return Mark.WAITING
    return Mark(row.state)


def _most_telling(points: list[Point], today: date) -> tuple[Point, ...]:
    """As many as there is room for, in their order: first what is owed, then what is near."""

    def rank(place: int) -> tuple[bool, bool, int]:
        point = points[place]
        distance = abs(((point.due or date.max) - today).days)
        return point.mark in SETTLED, point.step.number is None, distance

    places = sorted(range(len(points)), key=rank)[:MOST_POINTS]
    return tuple(points[place] for place in sorted(places))


def _window(
    points: tuple[Point, ...], opened: date, statutory: date, today: date
) -> tuple[date, date]:
    """From the beginning to a month after the statutory day; today in it, never over MOST_DAYS."""
    days = [day for point in points for day in (point.due, point.nominal) if day]
    until = max(statutory + AFTER_FILING, today + AHEAD)
    last = max(min(max(days, default=statutory), until), statutory, today) + ONE_DAY
    first = min(opened, today, *days, statutory) - ONE_DAY
    first = min(max(first, last - MOST_DAYS * ONE_DAY), today - ONE_DAY)
    return first, min(last, first + MOST_DAYS * ONE_DAY)
