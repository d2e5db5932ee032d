"""Stretches of time that overlap are counted once, and texts are held against each other exactly."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.firm import CALENDAR
from workflow.arithmetic import fraction_of
from workflow.moments import workdays_after
from workflow.rewording import edits, reworded
from workflow.spans import Span, reached

YEAR = 2026
FIRST = datetime.fromisoformat("2026-01-01 00:00")

_minutes = st.integers(-200, 200)
_shares = st.sampled_from([Fraction(1), Fraction(1, 2), Fraction(1, 10), Fraction(0)])
_spans = st.lists(
    st.builds(
        lambda start, length, share: _span(start, start + length, share),
        _minutes,
        st.integers(0, 200),
        _shares,
    ),
    max_size=6,
)
_texts = st.text("甲乙丙a ", max_size=12)


def _span(start: int, end: int, share: Fraction = Fraction(1)) -> Span:
    first, last = (FIRST + timedelta(minutes=each) for each in (start, end))
    return Span(first, last, share)


def by_the_minute(spans: list[Span]) -> Fraction:
    """The same, one minute after the other."""
    total = Fraction(0)
    for minute in range(400):
        at = FIRST + timedelta(minutes=minute)
        total += max((each.share for each in spans if each.start <= at < each.end), default=0)
    return total / 60


@given(_spans)
@settings(deadline=None, max_examples=60)
def test_an_hour_counts_once_by_what_reached_the_furthest(spans: list[Span]) -> None:
    assert reached(spans, YEAR) == by_the_minute(spans)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6))
def test_what_does_not_overlap_is_the_sum(lengths: list[int]) -> None:
    spans = [_span(60 * place, 60 * place + length) for place, length in enumerate(lengths)]

    found = reached(spans, YEAR)

    assert found == Fraction(sum(lengths), 60)


def test_what_lies_in_another_year_is_left_out() -> None:
    last_day = datetime.fromisoformat("2026-12-31 12:00")

    found = reached([Span(last_day, last_day + timedelta(days=2))], YEAR)

    assert found == 12


def step_by_step(one: str, other: str) -> int:
    """The fewest edits, by the table everybody knows."""
    line = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        above, line = line, [row]
        for place, its in enumerate(other, 1):
            line.append(min(above[place] + 1, line[-1] + 1, above[place - 1] + (sign != its)))
    return line[-1]


@given(_texts, _texts)
def test_edits_are_the_fewest_there_are(one: str, other: str) -> None:
    assert edits(one, other) == step_by_step(one, other)


@given(_texts, _texts)
def test_a_rewording_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    share = reworded(one, other)

    assert 0 <= share <= 1
    assert share == reworded(other, one)


@pytest.mark.parametrize(
    ("now", "before", "share"),
    [
        ("您好", "您好", Fraction(0)),
        ("您 好", "您好", Fraction(0)),
        ("一二三四五六七八九拾", "一二三四五六七八九十", Fraction(1, 10)),
        ("", "您好", Fraction(1)),
        ("0" * 64, "0" * 63 + "1", Fraction(1)),
        ("sha256:" + "a" * 64, "SHA256:" + "A" * 64, Fraction(0)),
    ],
)
def test_how_much_was_reworded(now: str, before: str, share: Fraction) -> None:
    assert reworded(now, before) == share


def test_a_long_text_is_held_against_another_in_a_blink() -> None:
    assert edits("甲乙" * 1000, "乙丙" * 1000) == 2000 - 999


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-02-13", "2026-02-26", 4),
        ("2026-02-26", "2026-02-13", -4),
        ("2026-06-01", "2026-06-01", 0),
        ("0001-01-01", "9999-12-31", 2614),
    ],
)
def test_working_days_after_a_day(first: str, last: str, days: int) -> None:
    one, other = date.fromisoformat(first), date.fromisoformat(last)

    assert workdays_after(CALENDAR, one, other) == days


def test_a_number_that_nobody_means_is_no_fraction() -> None:
    numbers = [Decimal("1E+999999"), Decimal("1E-999999"), Decimal("NaN"), Decimal(0)]

    assert [fraction_of(each) for each in numbers] == [None, None, None, Fraction(0)]
