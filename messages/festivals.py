"""Festivals by name, in both languages, and on which day of a year each is. Text is tidy.

A public holiday lasts several days; the festival is one of them: National Day is 1 October.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never

from messages.lunar import (
    CLEAR_AND_BRIGHT,
    WINTER_SOLSTICE,
    eve,
    lunar_days,
    lunar_year,
    solar_term,
)


@dataclass(frozen=True, slots=True)
class Solar:
    """A day of our calendar, the same each year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Lunar:
    """A day of the lunar calendar; `or_leap` where the leap month's day may be meant too."""

    month: int
    day: int
    or_leap: bool = False


@dataclass(frozen=True, slots=True)
class Eve:
    """The last day of the lunar year, be it the 29th or the 30th."""


@dataclass(frozen=True, slots=True)
class Term:
    """A solar term."""

    index: int


Feast = Solar | Lunar | Eve | Term

_NEW_YEAR: Final = Lunar(1, 1)
_NAMES: Final[Mapping[str, tuple[Feast, ...]]] = {
    "元旦 元旦节 new year's day": (Solar(1, 1),),
    "春节 大年初一 年初一 农历新年 spring festival/chinese new year/lunar new year": (_NEW_YEAR,),
    "除夕 除夕夜 年三十 大年三十 大年夜 年夜 chinese new year's eve/lunar new year's eve": (Eve(),),
    "元宵 元宵节 lantern festival": (Lunar(1, 15),),
    "三八 三八节 妇女节 三八妇女节 women's day": (Solar(3, 8),),
    "清明 清明节 qingming/qingming festival/tomb sweeping day/tomb-sweeping day": (
        Term(CLEAR_AND_BRIGHT),
    ),
    "五一 五一节 劳动节 五一劳动节 labour day/labor day/may day": (Solar(5, 1),),
    "六一 六一节 儿童节 六一儿童节 children's day": (Solar(6, 1),),
    "端午 端午节 dragon boat/dragon boat festival": (Lunar(5, 5),),
    "七夕 七夕节": (Lunar(7, 7),),
    "中秋 中秋节 八月节 mid-autumn/mid-autumn festival/mid autumn festival": (Lunar(8, 15),),
    "国庆 国庆节 十一国庆 十一国庆节 national day": (Solar(10, 1),),
    "重阳 重阳节 double ninth/double ninth festival": (Lunar(9, 9),),
    "冬至 冬至节 winter solstice": (Term(WINTER_SOLSTICE),),
    "腊八 腊八节": (Lunar(12, 8),),
    "小年 小年夜": (Lunar(12, 23), Lunar(12, 24)),  # in the north, and in the south
    "平安夜 christmas eve": (Solar(12, 24),),
    "圣诞 圣诞节 christmas/christmas day": (Solar(12, 25),),
}


def _named() -> Iterator[tuple[str, tuple[Feast, ...]]]:
    for names, feasts in _NAMES.items():
        chinese = [name for name in names.split() if not name.isascii()]
        english = " ".join(name for name in names.split() if name.isascii()).split("/")
        yield from ((name, feasts) for name in (*chinese, *english) if name)


FESTIVALS: Final = dict(_named())
_LATE: Final = 11  # from here on a lunar month may lie in our next year


def in_lunar_or_solar_year(feast: Feast, year: int) -> tuple[date, ...]:
    """The day in that year: a lunar day in the lunar year of that number."""
    match feast:
        case Solar():
            return (date(year, feast.month, feast.day),)
        case Lunar():
            return lunar_days(year, feast.month, feast.day, or_leap=feast.or_leap)
        case Eve():
            return eve(year)
        case Term():
            return solar_term(year, feast.index)
        case _:
            assert_never(feast)


def in_year(feast: Feast, year: int, lunar: int) -> frozenset[date]:
    """Every day that may be meant where the year is said.

    The eve of 2027 is that of 5 February 2027 or, where people count lunar years, of January 2028.
    """
    near = [day for each in (year - 1, year) for day in in_lunar_or_solar_year(feast, each)]
    found = {day for day in near if day.year == year}
    if isinstance(feast, Eve) or (isinstance(feast, Lunar) and feast.month >= _LATE):
        found |= set(in_lunar_or_solar_year(feast, lunar))
    return frozenset(found)


def lunar_year_said(today: date, year: int) -> int:
    """The lunar year that 今年 and 明年 count from today."""
    return lunar_year(today) + year - today.year
