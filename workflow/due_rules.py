"""When a step is due, as a pack or a company says it: a day of the year, or so many working days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A fixed day in the year after the reporting year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class WorkdaysBefore:
    """So many working days before the statutory date of the submission."""

    days: int


@dataclass(frozen=True, slots=True)
class OnDay:
    """The day a company named for a step of its own; no pack has one."""

    day: date


InternalDue = DayOfYear | WorkdaysBefore | OnDay
