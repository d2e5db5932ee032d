"""What a festival's name and a day of the lunar calendar may mean as a day.

A reader is given the match of its form and returns every reading (datereaders.py tells more).
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from messages.datereaders import Days, only_for_a_deadline, year_said
from messages.days import Asked, DateTrouble, Tense, Unreadable, direction, in_nearest_year
from messages.festivals import (
    FESTIVALS,
    Feast,
    Lunar,
    in_lunar_or_solar_year,
    in_year,
    lunar_year_said,
)
from messages.numerals import NotANumeral, numeral
from messages.workingdays import first_after_break, last_before_break

LUNAR_MONTHS: Final = {"正": 1, "冬": 11, "腊": 12}
_AROUND: Final = range(-2, 3)  # years around this one, in order


def festival(match: re.Match[str], asked: Asked) -> Days:
    """春节, 今年国庆, Mid-Autumn 2027."""
    return _found(FESTIVALS[match["festival"]], match["y"], asked)


def before_festival(match: re.Match[str], asked: Asked) -> Days:
    """春节前: the last working day before it and before the days off that go with it."""
    only_for_a_deadline(asked)
    return tuple(last_before_break(asked, day) for day in festival(match, asked))


def after_festival(match: re.Match[str], asked: Asked) -> Days:
    """春节后第一个工作日."""
    return tuple(first_after_break(asked, day) for day in festival(match, asked))


def lunar_only(match: re.Match[str], asked: Asked) -> Days:
    """正月十五, 腊月二十三, 农历八月十五, 五月初五."""
    return _found((_lunar(match),), match["y"], asked)


def lunar_or_solar(match: re.Match[str], asked: Asked) -> Days:
    """八月十五, without 日: 15 August, or the day of mid-autumn."""
    feast = _lunar(match)
    solar = in_nearest_year(asked, feast.month, feast.day)
    return solar, *_days(feast, None, asked)


def national_day_or_eleventh(match: re.Match[str], asked: Asked) -> Days:
    """十一 is 1 October, or the 11th; 十一前 is before the days off, or by the 11th."""
    only_for_a_deadline(asked)
    this = asked.today.replace(day=11)
    months = (this, _month_later(this))
    eleventh = next(day for day in months if day >= asked.today)
    national = in_nearest_year(asked, 10, 1)
    return (eleventh, last_before_break(asked, national) if match["by"] else national)


def _month_later(day: date) -> date:
    return day.replace(year=day.year + day.month // 12, month=day.month % 12 + 1)


def _lunar(match: re.Match[str]) -> Lunar:
    """The day as it was written: 初五, 十五, 二十三, 廿三, 23."""
    month = LUNAR_MONTHS.get(match["m"]) or int(match["m"])
    try:
        day = int(numeral(match["d"].removeprefix("初")))
    except NotANumeral:
        raise Unreadable(DateTrouble.NOT_UNDERSTOOD) from None
    return Lunar(month, day, or_leap=True)


def _found(feasts: Iterable[Feast], year: str | None, asked: Asked) -> Days:
    """Its days in the year said, else in the nearest on the right side of today."""
    days = tuple(day for feast in feasts for day in _days(feast, year, asked))
    if not days:
        raise Unreadable(DateTrouble.NO_SUCH_DAY)
    return days


def _days(feast: Feast, said: str | None, asked: Asked) -> Iterable[date]:
    if said is None:
        return _nearest(feast, asked)
    year = year_said(said, asked)
    return in_year(feast, year, year if said.isdigit() else lunar_year_said(asked.today, year))


def _nearest(feast: Feast, asked: Asked) -> Days:
    direction(asked)
    years = (asked.today.year + step for step in _AROUND)
    found = [in_lunar_or_solar_year(feast, year) for year in years]
    if asked.tense is Tense.DEADLINE:
        right = [days for days in found if any(day >= asked.today for day in days)]
        return right[0] if right else ()
    right = [days for days in found if any(day <= asked.today for day in days)]
    return right[-1] if right else ()
