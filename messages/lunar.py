"""Days of the Chinese lunar calendar as days of ours. The tables are borax's, lunar 1900 to 2100."""

from datetime import date, timedelta
from typing import Final

from borax.calendars.lunardate import LCalendars, LunarDate, TermUtils

YEARS: Final = range(1900, 2101)
CLEAR_AND_BRIGHT: Final = 6
WINTER_SOLSTICE: Final = 23
"""Of the twenty-four solar terms of a year, counted from 0."""


def lunar_days(year: int, month: int, day: int, *, or_leap: bool = False) -> tuple[date, ...]:
    """That day of the lunar year, none if there is no such; with the leap month's if wanted."""
    if year not in YEARS:
        return ()
    months = (False, True) if or_leap and LCalendars.leap_month(year) == month else (False,)
    found = (_day(year, month, day, leap) for leap in months)
    return tuple(each for each in found if each is not None)


def _day(year: int, month: int, day: int, leap: bool) -> date | None:  # noqa: FBT001 - one caller
    try:
        found: date = LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError:
        return None
    return found


def eve(year: int) -> tuple[date, ...]:
    """The last day of the lunar year, which has 29 or 30 days in its last month."""
    return tuple(day - timedelta(days=1) for day in lunar_days(year + 1, 1, 1))


def lunar_year(day: date) -> int:
    """In which lunar year the day lies."""
    begun = lunar_days(day.year, 1, 1)
    return day.year if not begun or begun[0] <= day else day.year - 1


def solar_term(year: int, index: int) -> tuple[date, ...]:
    """The day of a solar term in a year of ours."""
    if year not in YEARS:
        return ()
    found: date = TermUtils.nth_term_day(year, term_index=index)
    return (found,)
