"""The dates of a season opened in good time (docs/domain.md sections 7.1, 7.2 and 9)."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from storage.holidays import import_holiday_cn, load_calendar
from tests.workflow.firm import CALENDAR, CALL_CENTRE, MULTI_PARTY, OPENED, WORKFLOW
from tests.workflow.plans import season_of
from workflow.due_rules import DayOfYear, WorkdaysBefore
from workflow.ids import MilestoneKey
from workflow.model import Tailoring
from workflow.pack import Milestone, Pack
from workflow.schedule import Due, Moved, Plan, plan, statutory_date
from workflow.workdays import Calendar, CalendarStatus, YearCalendar

END = date(2027, 3, 31)


def planned(pack: Pack, calendar: Calendar = CALENDAR, profile: str = "full") -> Plan:
    return plan(season_of(pack, 2026, OPENED, profile), pack, calendar)


def inner(dated: Plan, key: str) -> Due:
    step = dated.step(MilestoneKey(key))
    assert step is not None
    assert step.internal is not None
    return step.internal


def dates(dated: Plan) -> list[tuple[str, date | None]]:
    return [(step.milestone.key, step.due) for step in dated.steps]


def off_days(first: date, count: int) -> Calendar:
    off = frozenset(first + timedelta(days=n) for n in range(count))
    return Calendar({2027: YearCalendar(2027, CalendarStatus.OFFICIAL, "test", off, frozenset())})


def with_inner(pack: Pack, key: MilestoneKey, internal: DayOfYear | WorkdaysBefore) -> Pack:
    """The pack with another internal date for one milestone."""

    def changed(milestone: Milestone) -> Milestone:
        return replace(milestone, internal=internal) if milestone.key == key else milestone

    return replace(pack, milestones=tuple(changed(each) for each in pack.milestones))


# --- the plans of 2027 ------------------------------------------------------------------


def test_the_eight_steps_and_the_watched_dates_of_2027() -> None:
    dated = planned(CALL_CENTRE)

    assert dates(dated) == [
        ("S0", date(2027, 1, 15)),
        ("M1", date(2027, 1, 15)),
        ("M2", date(2027, 1, 29)),
        ("M3", date(2027, 2, 4)),
        ("M4", date(2027, 2, 26)),
        ("M5", date(2027, 3, 10)),
        ("M6", date(2027, 3, 17)),
        ("S1", END),
        ("S2", END),
        ("S3", date(2027, 4, 1)),
        ("M7", date(2027, 4, 15)),
        ("M8", date(2027, 4, 30)),
        ("S4", date(2027, 5, 31)),
        ("S5", date(2027, 6, 30)),
        ("S6", date(2027, 9, 30)),
    ]
    assert dated.statutory == END
    assert dated.late is None


def test_the_ten_steps_of_2027() -> None:
    dated = planned(MULTI_PARTY)

    assert dates(dated) == [
        ("P0", date(2027, 1, 14)),
        ("P1", date(2027, 1, 28)),
        ("P2", date(2027, 2, 4)),
        ("P3", date(2027, 2, 19)),
        ("P4", date(2027, 3, 1)),
        ("P5", date(2027, 3, 10)),
        ("P6", date(2027, 3, 15)),
        ("P7", date(2027, 3, 17)),
        ("P8", date(2027, 3, 24)),
        ("P9", END),
        ("S2", END),
        ("P10", date(2027, 5, 31)),
        ("S5", date(2027, 6, 30)),
        ("S6", date(2027, 9, 30)),
    ]


def test_only_the_filing_is_two_steps() -> None:
    dated = planned(CALL_CENTRE, profile="statutory")

    assert dates(dated) == [("M6", date(2027, 3, 17)), ("S2", END)]


def test_a_dropped_step_is_not_in_the_plan() -> None:
    case = season_of(CALL_CENTRE, 2026, OPENED)
    dropped = {MilestoneKey("M5"): "属地不提供"}

    dated = plan(replace(case, tailoring=Tailoring(dropped_steps=dropped)), CALL_CENTRE, CALENDAR)

    assert dated.step(MilestoneKey("M5")) is None
    assert len(dated.steps) == len(planned(CALL_CENTRE).steps) - 1


@pytest.mark.parametrize(
    ("key", "nominal", "why"),
    [
        ("M1", date(2027, 1, 15), None),
        ("M2", date(2027, 1, 31), Moved.DAY_OFF),
        ("M3", date(2027, 2, 15), Moved.BREAK),
        ("M4", date(2027, 2, 28), Moved.DAY_OFF),
        ("M6", date(2027, 3, 17), None),
    ],
)
def test_a_moved_date_says_from_where_and_why(key: str, nominal: date, why: Moved | None) -> None:
    due = inner(planned(CALL_CENTRE), key)

    assert (due.nominal, due.moved) == (nominal, why)


# --- every year -------------------------------------------------------------------------


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_report_of_every_year_is_due_on_31_march_of_the_next(year: int) -> None:
    dated = plan(season_of(CALL_CENTRE, year, date(year + 1, 1, 4)), CALL_CENTRE, CALENDAR)

    step = dated.step(MilestoneKey("M6"))

    assert step is not None
    assert step.statutory == dated.statutory == date(year + 1, 3, 31)
    assert dated.statutory == statutory_date(CALL_CENTRE, year)
    assert inner(dated, "M6").day == CALENDAR.before(date(year + 1, 3, 31), 10)


def test_the_statutory_date_stays_on_a_sunday() -> None:
    sunday = date(2030, 3, 31)

    dated = plan(season_of(CALL_CENTRE, 2029, date(2030, 1, 4)), CALL_CENTRE, CALENDAR)

    assert sunday.weekday() == 6
    assert dated.statutory == sunday
    assert inner(dated, "M6").day == date(2030, 3, 18)


def test_the_statutory_date_stays_in_the_middle_of_a_break() -> None:
    dated = planned(CALL_CENTRE, off_days(date(2027, 3, 25), 12))

    step = dated.step(MilestoneKey("M6"))

    assert dated.statutory == END
    assert step is not None
    assert step.statutory == END
    assert inner(dated, "M6").day == date(2027, 3, 11)


# --- the guard and the cap --------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "first_due", "due"),
    [
        (2, date(2027, 3, 5), date(2027, 3, 5)),
        (5, date(2027, 3, 8), date(2027, 2, 26)),
        (5, date(2027, 3, 12), date(2027, 2, 26)),
        (5, date(2027, 3, 15), date(2027, 3, 15)),
    ],
)
def test_nothing_is_due_in_the_five_working_days_after_a_break(
    length: int, first_due: date, due: date
) -> None:
    nominal = DayOfYear(first_due.month, first_due.day)
    pack = with_inner(CALL_CENTRE, MilestoneKey("M5"), nominal)

    moved = inner(planned(pack, off_days(date(2027, 3, 1), length)), "M5")

    assert moved.day == due
    assert moved.moved is (None if due == first_due else Moved.BREAK)


def test_a_step_before_the_filing_is_due_by_the_statutory_date_at_the_latest() -> None:
    pack = with_inner(CALL_CENTRE, MilestoneKey("M5"), DayOfYear(4, 20))

    due = inner(planned(pack), "M5")

    assert (due.day, due.nominal, due.moved) == (END, date(2027, 4, 20), Moved.CAPPED)


def test_a_step_due_on_the_statutory_date_itself_is_not_moved() -> None:
    pack = with_inner(CALL_CENTRE, MilestoneKey("M5"), DayOfYear(3, 31))

    due = inner(planned(pack), "M5")

    assert (due.day, due.moved) == (END, None)


def test_a_statutory_date_of_its_own_caps_a_step_before_the_filing() -> None:
    early = replace(CALL_CENTRE.milestone(MilestoneKey("M5")), statutory=DayOfYear(3, 7))
    pack = replace(CALL_CENTRE, milestones=(*CALL_CENTRE.milestones, early))

    due = inner(planned(pack), "M5")

    assert (due.day, due.moved) == (date(2027, 3, 5), Moved.CAPPED)


def test_a_statutory_date_of_its_own_caps_a_step_after_the_filing_too() -> None:
    early = DayOfYear(3, 21)
    own = replace(CALL_CENTRE.milestone(MilestoneKey("S2")), statutory=early)
    inner_later = replace(own, internal=WorkdaysBefore(5))
    pack = replace(CALL_CENTRE, milestones=(*CALL_CENTRE.milestones[:-1], inner_later))

    due = inner(planned(pack, profile="statutory"), "S2")

    assert (due.day, due.moved) == (date(2027, 3, 19), Moved.CAPPED)


# --- provisional and official -----------------------------------------------------------


def test_every_internal_date_of_2027_is_provisional() -> None:
    dated = planned(CALL_CENTRE)

    flags = {step.internal.provisional for step in dated.steps if step.internal}

    assert flags == {True}


def test_a_year_without_data_is_provisional_too() -> None:
    assert inner(planned(CALL_CENTRE, Calendar()), "M1").provisional


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_date_moved_across_new_year_is_provisional_if_either_year_is(year: int) -> None:
    pack = with_inner(CALL_CENTRE, MilestoneKey("M1"), DayOfYear(1, 2))

    due = inner(plan(season_of(pack, year, date(year, 12, 1)), pack, CALENDAR), "M1")

    assert due.day == date(year, 12, 31)
    assert CALENDAR.is_provisional(due.day) is not CALENDAR.is_provisional(due.nominal)
    assert due.provisional


def test_an_official_year_is_not_provisional() -> None:
    season = season_of(CALL_CENTRE, 2025, date(2026, 1, 5))

    dated = plan(season, CALL_CENTRE, CALENDAR)

    flags = {step.internal.provisional for step in dated.steps if step.internal}
    assert flags == {False}
    # both are Saturdays that are worked; the second is the fifth working day after the festival
    moved = Due(date(2026, 2, 14), date(2026, 2, 28), Moved.BREAK, provisional=False)
    assert inner(dated, "M4") == moved


def test_the_official_notice_moves_internal_dates_and_takes_away_provisional(
    tmp_path: Path,
) -> None:
    days = [(f"2027-02-{day:02}", True) for day in range(5, 12)]
    worked = [("2027-01-30", False), ("2027-03-20", False)]
    listed = [{"name": "节", "date": day, "isOffDay": off} for day, off in (*days, *worked)]
    notice = json.dumps({"year": 2027, "papers": ["https://www.gov.cn/x"], "days": listed})

    import_holiday_cn(notice.encode(), tmp_path)

    dated = planned(CALL_CENTRE, load_calendar([WORKFLOW / "holidays", tmp_path]))
    assert inner(dated, "M2").day == date(2027, 1, 30)
    assert inner(dated, "M3").day == date(2027, 2, 4)
    assert inner(dated, "M6").day == date(2027, 3, 18)
    assert dated.statutory == END
    assert not inner(dated, "M6").provisional
