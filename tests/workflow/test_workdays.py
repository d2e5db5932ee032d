"""Working-day arithmetic over calendars made by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.plans import calendars
from workflow.workdays import Calendar, CalendarStatus, YearCalendar

ONE_DAY = timedelta(days=1)
PLAIN = Calendar()
WEDNESDAY = date(2027, 3, 3)
SATURDAY = date(2027, 3, 6)


def calendar(
    *, off: tuple[date, ...] = (), work: tuple[date, ...] = (), official: bool = True
) -> Calendar:
    status = CalendarStatus.OFFICIAL if official else CalendarStatus.PROVISIONAL
    return Calendar({2027: YearCalendar(2027, status, "test", frozenset(off), frozenset(work))})


def days(first: date, count: int) -> tuple[date, ...]:
    return tuple(first + timedelta(days=n) for n in range(count))


@pytest.mark.parametrize(
    ("day", "worked"),
    [(WEDNESDAY, True), (date(2027, 3, 5), True), (SATURDAY, False), (date(2027, 3, 7), False)],
)
def test_without_data_weekends_are_off_and_nothing_else(day: date, *, worked: bool) -> None:
    assert PLAIN.is_workday(day) is worked


def test_a_holiday_is_off_and_a_make_up_saturday_is_worked() -> None:
    swapped = calendar(off=(WEDNESDAY,), work=(SATURDAY,))

    assert not swapped.is_workday(WEDNESDAY)
    assert swapped.is_workday(SATURDAY)
    assert not swapped.is_workday(SATURDAY + ONE_DAY)


def test_the_data_of_one_year_say_nothing_about_another() -> None:
    known = calendar(off=(WEDNESDAY,))

    assert known.is_workday(date(2028, 3, 3))


def test_a_year_is_provisional_until_its_notice_is_in() -> None:
    assert PLAIN.is_provisional(WEDNESDAY)
    assert calendar(official=False).is_provisional(WEDNESDAY)
    assert not calendar().is_provisional(WEDNESDAY)
    assert calendar().is_provisional(date(2028, 1, 1))


def test_a_day_off_goes_back_or_forward_to_the_next_day_worked() -> None:
    sunday = SATURDAY + ONE_DAY

    assert PLAIN.on_or_before(sunday) == date(2027, 3, 5)
    assert PLAIN.on_or_after(SATURDAY) == date(2027, 3, 8)


def test_a_worked_day_stays_where_it_is() -> None:
    assert PLAIN.on_or_before(WEDNESDAY) == WEDNESDAY
    assert PLAIN.on_or_after(WEDNESDAY) == WEDNESDAY


def test_ten_working_days_before_the_end_of_march() -> None:
    assert PLAIN.before(date(2027, 3, 31), 10) == date(2027, 3, 17)


def test_days_between_count_both_ends() -> None:
    monday_to_monday = PLAIN.between(date(2027, 3, 1), date(2027, 3, 8))

    assert len(monday_to_monday) == 6
    assert monday_to_monday[0] == date(2027, 3, 1)
    assert monday_to_monday[-1] == date(2027, 3, 8)


def test_nothing_lies_between_reversed_days() -> None:
    assert PLAIN.between(WEDNESDAY, WEDNESDAY - ONE_DAY) == ()


def test_five_days_off_in_a_row_are_a_break() -> None:
    long = calendar(off=days(WEDNESDAY, 3))

    found = long.break_before(date(2027, 3, 8), within=5)

    assert found == (date(2027, 3, 2), 5)


def test_four_days_off_in_a_row_are_none() -> None:
    short = calendar(off=days(date(2027, 3, 4), 2))

    assert short.break_before(date(2027, 3, 8), within=5) is None


@pytest.mark.parametrize(("day", "seen"), [(date(2027, 3, 12), True), (date(2027, 3, 15), False)])
def test_a_break_counts_for_five_working_days_after_it(day: date, *, seen: bool) -> None:
    long = calendar(off=days(WEDNESDAY, 3))

    assert (long.break_before(day, within=5) is not None) is seen


def test_of_two_breaks_the_newer_one_counts() -> None:
    twice = calendar(off=(*days(WEDNESDAY, 3), *days(date(2027, 3, 10), 3)))

    found = twice.break_before(date(2027, 3, 15), within=5)

    assert found == (date(2027, 3, 9), 5)


@settings(deadline=None)
@given(calendars(2027), st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.integers(1, 60))
def test_so_many_working_days_before_are_counted_back_exactly(
    any_calendar: Calendar, day: date, count: int
) -> None:
    back = any_calendar.before(day, count)

    assert any_calendar.is_workday(back)
    assert len(any_calendar.between(back, day - ONE_DAY)) == count


@settings(deadline=None)
@given(calendars(2027), st.dates(date(2027, 1, 1), date(2027, 12, 31)))
def test_no_working_day_is_jumped_over(any_calendar: Calendar, day: date) -> None:
    before, after = any_calendar.on_or_before(day), any_calendar.on_or_after(day)

    assert before <= day <= after
    assert set(any_calendar.between(before, after)) == {before, after}


# --- the rhythm of a year ---------------------------------------------------------------


def test_each_third_working_day_of_a_year_is_counted_from_its_first_one() -> None:
    new_year = calendar(off=(date(2027, 1, 1),))

    assert new_year.each_nth(3, date(2027, 1, 1), date(2027, 1, 15)) == (
        date(2027, 1, 6),
        date(2027, 1, 11),
        date(2027, 1, 14),
    )
    assert new_year.each_nth(3, date(2027, 1, 7), date(2027, 1, 13)) == (date(2027, 1, 11),)


def test_where_the_days_are_reversed_there_is_none() -> None:
    assert PLAIN.each_nth(3, date(2027, 3, 1), date(2027, 2, 1)) == ()


@given(calendars(2027), st.dates(date(2026, 6, 1), date(2028, 6, 1)), st.integers(1, 9))
def test_a_part_of_the_rhythm_has_just_the_days_of_its_span(
    of: Calendar, middle: date, n: int
) -> None:
    first, last = date(2026, 1, 1), date(2028, 12, 31)

    before, after = of.each_nth(n, first, middle), of.each_nth(n, middle + ONE_DAY, last)

    assert (*before, *after) == of.each_nth(n, first, last)
    assert all(of.is_workday(day) for day in (*before, *after))
