"""Working-day arithmetic over a calendar that is handed in (docs/domain.md section 9).

A year without data counts plain weekends, and everything computed from it is provisional.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class CalendarStatus(StrEnum):
    """Whether the State Council's notice for the year stands behind it."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class YearCalendar:
    """One year: `off` are days off beside ordinary weekends, `work` weekend days worked."""

    year: int
    status: CalendarStatus
    source: str
    off: frozenset[date]
    work: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years we have data for."""

    years: Mapping[int, YearCalendar] = field(default_factory=dict)

    def is_workday(self, day: date) -> bool:
        """Whether people work that day."""
        year = self.years.get(day.year)
        if year is not None and day in year.work:
            return True
        return day.weekday() < SATURDAY and (year is None or day not in year.off)

    def is_provisional(self, day: date) -> bool:
        """Whether the day's year still waits for its official notice."""
        year = self.years.get(day.year)
        return year is None or year.status is not CalendarStatus.OFFICIAL

    def on_or_before(self, day: date) -> date:
        """The day itself if it is worked, else the last working day before it."""
        while not self.is_workday(day):
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The day itself if it is worked, else the first working day after it."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def before(self, day: date, workdays: int) -> date:
        """The working day that lies `workdays` (at least 1) working days before `day`."""
        for _ in range(workdays):
            day = self.on_or_before(day - ONE_DAY)
        return day

    def between(self, first: date, last: date) -> tuple[date, ...]:
        """The working days from `first` to `last`, both included; none if they are reversed."""
        span = (last - first).days
        days = (first + timedelta(days=n) for n in range(span + 1))
        return tuple(day for day in days if self.is_workday(day))

    def each_nth(self, n: int, first: date, last: date) -> tuple[date, ...]:
        """From `first` to `last` each working day whose number in its year is divisible by `n`.

        The first working day of a year has number 1, so that these days are the same for everybody.
        """
        found: list[date] = []
        for year in range(first.year, last.year + 1):
            days = self.between(date(year, 1, 1), min(last, date(year, 12, 31)))
            found += [day for day in days[n - 1 :: n] if day >= first]
        return tuple(found)

    def break_before(self, day: date, within: int) -> tuple[date, int] | None:
        """The newest break that ended at most `within` working days before or on `day`.

        Gives the last working day before the break and the break's length in days.
        """
        worked = 0
        while worked < within:
            day = self.on_or_before(day)
            worked += 1
            last = self.on_or_before(day - ONE_DAY)
            length = (day - last).days - 1
            if length >= LONG_BREAK:
                return last, length
            day = last
        return None


LONG_BREAK = 5
"""Days off in a row that make a break of the guard (docs/domain.md section 9)."""
