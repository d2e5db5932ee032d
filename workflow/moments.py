"""What a calendar or a clock says to a rule: days, working days, hours and months in between."""

from datetime import date, timedelta, timezone
from decimal import Decimal
from typing import assert_never

from workflow.arithmetic import days_between, hours_between, hours_of, months_behind
from workflow.figures import Figures, Row
from workflow.given import Day, Words
from workflow.leaves import (
    DayCell,
    DayOf,
    Days,
    HandedIn,
    HoursBetween,
    Moment,
    MonthsBehind,
    Workdays,
    Year,
    YearHours,
)
from workflow.nodes import Told
from workflow.stamps import minute_of
from workflow.workdays import ONE_DAY, Calendar

CHINA = timezone(timedelta(hours=8))
"""Whose days the law counts (docs/domain.md section 9)."""
MOST_DAYS = 3660
"""Ten years: nobody counts working days beyond."""


def told_time(operand: Told, figures: Figures, row: Row) -> Decimal | None:
    """The number; None where a day or a minute is missing."""
    match operand:
        case Days(first, last) | Workdays(first, last):
            one, other = _day(first, figures, row), _day(last, figures, row)
            if one is None or other is None:
                return None
            if isinstance(operand, Days):
                return days_between(one, other)
            return workdays_after(figures.pack.calendar, one, other)
        case YearHours(year):
            return hours_of(figures.year(year))
        case HoursBetween(start, end):
            return hours_between(text_of(row.get(start)), text_of(row.get(end)))
        case MonthsBehind(column):
            return months_behind(text_of(row.get(column)), figures.year(Year.THIS))
        case _:
            assert_never(operand)


def workdays_after(calendar: Calendar, first: date, last: date) -> Decimal:
    """Working days after the first, up to the last; so many backwards are less than nothing."""
    if last < first:
        return -workdays_after(calendar, last, first)
    near = min(last, first + MOST_DAYS * ONE_DAY)
    return Decimal(len(calendar.between(first + ONE_DAY, near)))


def text_of(value: object) -> str:
    """A text; nothing for anything else."""
    return value.text if isinstance(value, Words) else ""


def _day(moment: Moment, figures: Figures, row: Row) -> date | None:
    match moment:
        case DayOf(item, column):
            value: object = figures.cell(item, column)
        case DayCell(column):
            value = row.get(column)
        case HandedIn(item):
            entry = figures.entry(item)
            return entry.at.astimezone(CHINA).date() if entry else None
        case _:
            return figures.fixed(moment)
    return value.value if isinstance(value, Day) else None


def year_in(value: object) -> int | None:
    """The year of a day, or of a minute that is kept as a text."""
    if isinstance(value, Day):
        return value.value.year
    minute = minute_of(text_of(value))
    return minute.year if minute else None
