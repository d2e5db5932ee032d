"""The season as a line of days: marks, windows, days off, and what there is no room for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    OPENED,
    doer,
    first_season,
    gave,
    look,
    opened,
)
from tests.workflow.plans import calendars, opening_days, packs, season_of
from workflow.checklist import checklist
from workflow.given import Confirmed, Given, NotApplicable, WaitingUntil
from workflow.ids import CompanyId, ItemKey, MilestoneKey
from workflow.model import Company, FilingFact, MovedDue, Season
from workflow.pack import Pack
from workflow.progress import overview
from workflow.records import record_filing
from workflow.tailoring import add_item, add_step
from workflow.timeline import (
    MOST_DAYS,
    MOST_POINTS,
    Mark,
    Point,
    Stretch,
    Timeline,
    days_off,
    timeline,
)
from workflow.workdays import Calendar

END = date(2027, 3, 31)
WINDOW = ItemKey("window_open")


def drawn(company: Company, today: date = OPENED) -> Timeline:
    season = first_season(company)
    return timeline(company, season, CALL_CENTRE, CALENDAR, look(company, today), today)


def point(company: Company, key: str, today: date = OPENED) -> Point:
    return next(each for each in drawn(company, today).points if each.step.key == key)


def given_all(company: Company, step: str, what: Given) -> Company:
    """The company with the same said of every item of the step."""
    for task in checklist(company, first_season(company), CALL_CENTRE):
        if task.item.milestone == step:
            company = gave(company, task.item.key, what)
    return company


def moved(company: Company, step: str, day: date) -> Company:
    season = first_season(company)
    changed = replace(season, moved={MilestoneKey(step): MovedDue(day, doer().person)})
    return replace(company, seasons=(changed,))


# --- marks ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "today", "mark"),
    [
        (None, OPENED, Mark.OPEN),
        (None, date(2027, 1, 18), Mark.OVERDUE),
        (Confirmed("王"), date(2027, 1, 18), Mark.DONE),
        (NotApplicable("没有"), OPENED, Mark.NOT_APPLICABLE),
        (WaitingUntil(date(2027, 1, 12), ""), OPENED, Mark.WAITING),
        (WaitingUntil(date(2027, 1, 12), ""), date(2027, 1, 18), Mark.OVERDUE),
    ],
)
def test_a_step_has_the_mark_of_how_it_stands(what: Given | None, today: date, mark: Mark) -> None:
    company = opened() if what is None else gave(opened(), WINDOW, what)

    assert point(company, "S0", today).mark is mark


def test_a_step_with_something_done_is_started() -> None:
    company = opened()
    first = next(
        task.item.key
        for task in checklist(company, first_season(company), CALL_CENTRE)
        if task.item.milestone == "M1"
    )

    company = gave(company, first, NotApplicable("没有"))

    assert point(company, "M1").mark is Mark.STARTED
    assert (point(company, "M1").done, point(company, "M1").total) == (1, 4)


def test_the_report_is_marked_as_filed_whatever_papers_are_still_owed() -> None:
    on = date(2027, 3, 20)
    company = record_filing(opened(), FIRST, FilingFact.REPORTED, on, by=doer(on)).company

    seen = drawn(company, on)

    assert seen.reported_on == on
    assert point(company, "M6", on).mark is Mark.REPORTED
    assert point(company, "M6", on).done < point(company, "M6", on).total


def test_a_date_that_only_is_watched_is_no_debt() -> None:
    assert point(opened(), "S3", date(2027, 4, 20)).mark is Mark.WATCHED


def test_how_late_a_step_is_counts_from_its_date() -> None:
    assert point(opened(), "S0", date(2027, 1, 18)).late == 3
    assert point(opened(), "S0", date(2027, 1, 15)).late == 0


# --- dates ------------------------------------------------------------------------------


def test_the_end_of_the_window_is_a_line_and_no_row() -> None:
    seen = drawn(opened())

    assert seen.statutory == END
    assert "S1" not in {each.step.key for each in seen.points}
    assert "S2" in {each.step.key for each in seen.points}  # the number report is asked for


def test_both_dates_of_the_report_stand_on_the_line() -> None:
    report = point(opened(), "M6")

    assert (report.due, report.statutory) == (date(2027, 3, 17), END)


def test_a_moved_step_remembers_where_it_was_planned() -> None:
    company = moved(opened(), "M5", date(2027, 3, 3))

    assert (point(company, "M5").due, point(company, "M5").nominal) == (
        date(2027, 3, 3),
        date(2027, 3, 10),
    )
    assert point(opened(), "M5").nominal is None


def test_what_lies_months_after_the_filing_does_not_stretch_the_picture() -> None:
    seen = drawn(opened())

    assert seen.first < OPENED
    assert END + timedelta(days=30) < seen.last < date(2027, 5, 31)


def test_late_in_the_year_the_days_around_today_are_shown() -> None:
    today = date(2027, 9, 6)

    seen = drawn(opened(), today)

    assert seen.first < today < seen.last
    assert (seen.last - seen.first).days <= MOST_DAYS


def test_new_year_is_off_from_end_to_end_and_a_worked_weekend_is_not() -> None:
    (long,) = (run for run in drawn(opened()).off if (run.last - run.first).days > 4)

    assert all(not CALENDAR.is_workday(day) for day in (long.first, long.last))
    assert CALENDAR.is_workday(long.first - timedelta(days=1))


@given(calendars(2027), st.dates(date(2027, 1, 1), date(2027, 6, 1)), st.integers(0, 120))
def test_days_off_are_just_the_days_nobody_works(
    calendar: Calendar, first: date, length: int
) -> None:
    days = [first + timedelta(days=n) for n in range(length + 1)]

    off = list(days_off(calendar, first, days[-1]))

    assert [day for day in days if any(_holds(run, day) for run in off)] == [
        day for day in days if not calendar.is_workday(day)
    ]


def _holds(run: Stretch, day: date) -> bool:
    return run.first <= day <= run.last


# --- whatever the season ----------------------------------------------------------------


@given(packs, opening_days(2026), st.integers(-60, 400), calendars(2027))
def test_today_and_a_step_s_bounds_are_kept_in_any_season(
    pack: Pack, opened_on: date, after: int, calendar: Calendar
) -> None:
    season = season_of(pack, 2026, opened_on)
    company = _firm(season)
    today = max(opened_on + timedelta(days=after), opened_on)
    view = overview(company, season, pack, calendar, today)

    seen = timeline(company, season, pack, calendar, view, today)

    assert seen.first <= seen.today <= seen.last
    assert 0 < (seen.last - seen.first).days <= MOST_DAYS
    assert len(seen.points) <= MOST_POINTS
    assert len({each.step.key for each in seen.points}) == len(seen.points)


def _firm(season: Season) -> Company:
    return replace(opened(), id=CompanyId("c9"), seasons=(season,))


def test_of_too_many_steps_those_that_are_owed_stay_and_the_rest_is_counted() -> None:
    company = opened()
    for number in range(20):
        company = add_step(company, FIRST, f"自加 {number}", date(2027, 3, 1), by=doer()).company
    company = add_item(
        company, FIRST, CALL_CENTRE, MilestoneKey("X20"), "意见", "confirm", by=doer()
    ).company

    seen = drawn(company, date(2027, 4, 10))

    shown = {each.step.key for each in seen.points}
    the_window = 1  # its end is a line, no row
    rows = len(look(company, date(2027, 4, 10)).rows) - the_window
    assert (len(seen.points), seen.left_out) == (MOST_POINTS, rows - MOST_POINTS)
    assert {"M1", "M6", "X20"} <= shown
    assert [each.step.key for each in seen.points] == [
        row.key for row in look(company, date(2027, 4, 10)).rows if row.key in shown
    ]
