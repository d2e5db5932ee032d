"""The lunar calendar: what borax says is held against a library of somebody else's."""

from collections.abc import Callable
from datetime import date, datetime, time

import cnlunar
import pytest

from messages.festivals import Lunar, in_lunar_or_solar_year
from messages.lunar import CLEAR_AND_BRIGHT, WINTER_SOLSTICE, eve, lunar_days, solar_term

YEARS = range(2020, 2100)
NAMED = ((1, 1), (1, 15), (5, 5), (7, 7), (8, 15), (9, 9), (12, 8), (12, 23))
IN_DOUBT = {(2057, 9, 9), (2089, 8, 15), (2097, 7, 7)}
"""New moons within minutes of midnight: astronomers' tables disagree about these months by a day."""


def second_opinion(day: date) -> tuple[int, int, int]:
    found = cnlunar.Lunar(datetime.combine(day, time(12)))
    return found.lunarYear, found.lunarMonth, found.lunarDay


def test_every_named_day_until_2100_is_the_same_in_another_library() -> None:
    named = [(year, month, day) for year in YEARS for month, day in NAMED]

    different = {lunar for lunar in named if second_opinion(*lunar_days(*lunar)) != lunar}

    assert different == IN_DOUBT


@pytest.mark.parametrize(
    ("found", "known"),
    [
        (lambda: lunar_days(2026, 1, 1), (date(2026, 2, 17),)),
        (lambda: lunar_days(2027, 1, 1), (date(2027, 2, 6),)),
        (lambda: eve(2026), (date(2027, 2, 5),)),
        (lambda: eve(2025), (date(2026, 2, 16),)),
        (lambda: solar_term(2027, CLEAR_AND_BRIGHT), (date(2027, 4, 5),)),
        (lambda: solar_term(2026, WINTER_SOLSTICE), (date(2026, 12, 22),)),
        (lambda: lunar_days(2028, 5, 5, or_leap=True), (date(2028, 5, 28), date(2028, 6, 27))),
        (lambda: lunar_days(2028, 5, 5), (date(2028, 5, 28),)),
        (lambda: lunar_days(2025, 12, 30), ()),
        (lambda: lunar_days(2101, 1, 1, or_leap=True), ()),
        (lambda: solar_term(2101, CLEAR_AND_BRIGHT), ()),
        (lambda: eve(2100), ()),
    ],
)
def test_days_that_stand_in_every_almanac(
    found: Callable[[], tuple[date, ...]], known: tuple[date, ...]
) -> None:
    assert found() == known


def test_a_festival_falls_into_the_regular_month_of_a_leap_year() -> None:
    dragon_boat = Lunar(5, 5)

    found = in_lunar_or_solar_year(dragon_boat, 2028)

    assert found == (date(2028, 5, 28),)
