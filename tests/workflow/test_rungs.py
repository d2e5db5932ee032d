"""When a season reminds: two clocks, days off, overdue, and the facts that silence it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.workflow.crew import by, crew
from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, SEATS, doer, gave, opened
from tests.workflow.plans import calendars
from tests.workflow.reminding import (
    END,
    M1,
    M3,
    M6,
    ONE_DAY,
    POLICIES,
    RULES,
    S2,
    START,
    STATUTORY,
    ZONE,
    case,
    done_with,
    moved,
    recorded,
    table,
)
from workflow.duties import Rules, duties
from workflow.given import WaitingUntil
from workflow.ids import MilestoneKey
from workflow.model import Company, FilingFact
from workflow.pack import NumberSpec
from workflow.policy import OwnPolicy
from workflow.reminders import Rung, RungKind
from workflow.rungs import rungs
from workflow.tailoring import add_step, drop_step
from workflow.workdays import Calendar, CalendarStatus, YearCalendar

INTERNAL, LAW = RungKind.INTERNAL, RungKind.STATUTORY
FRIDAY = date(2027, 3, 12)


def days(some: list[Rung]) -> list[date]:
    return [each.day for each in some]


# --- the inner clock --------------------------------------------------------------------


def test_an_inner_date_is_told_two_weeks_to_no_day_before_it() -> None:
    before = [each for each in table(crew(), INTERNAL, M6) if each.due == date(2027, 3, 17)]

    assert [(each.offset, each.day.isoformat()) for each in before] == [
        (-14, "2027-03-03"),
        (-7, "2027-03-10"),
        (-3, "2027-03-12"),  # a Sunday
        (-1, "2027-03-16"),
        (0, "2027-03-17"),
    ]


def test_a_rung_on_a_day_off_is_told_on_the_working_day_before() -> None:
    company = moved(crew(), M1, date(2027, 2, 17))  # a Wednesday after the Spring Festival

    told = {each.offset: each.day for each in table(company, INTERNAL, M1)}

    assert told[-3] == date(2027, 2, 12)  # not on Sunday
    assert told[-7] == date(2027, 2, 4)  # not on a day of the festival


def test_two_rungs_moved_onto_one_day_both_exist() -> None:
    company = moved(crew(), M1, date(2027, 3, 15))  # a Monday: -1 and -3 are told on Friday

    friday = [each.offset for each in table(company, INTERNAL, M1) if each.day == FRIDAY]

    assert friday == [-3, -1]


def test_an_overdue_step_is_told_of_each_third_working_day_of_the_year_for_two_months() -> None:
    late = [each for each in table(crew(), INTERNAL, M1) if each.offset > 0]

    of_the_year = CALENDAR.between(date(2027, 1, 1), date(2027, 3, 16))
    assert days(late) == [day for day in of_the_year[2::3] if day > date(2027, 1, 15)]
    assert days(late)[0] == date(2027, 1, 19)


def test_all_that_is_overdue_is_told_on_the_same_days() -> None:
    company = moved(crew(), M1, date(2027, 2, 10))  # a Wednesday; the fields are due on 4 February

    first, other = (
        {each.day for each in table(company, INTERNAL, key) if each.offset > 0} for key in (M1, M3)
    )

    both = {day for day in first | other if date(2027, 2, 10) < day <= date(2027, 4, 5)}
    assert both == {day for day in first & other if day <= date(2027, 4, 5)}
    assert len(both) > 10


def test_a_step_due_on_a_day_of_the_rhythm_is_overdue_from_the_next_one_on() -> None:
    company = replace(crew(), policy=OwnPolicy(internal=(7,)))
    company = moved(company, M1, date(2027, 1, 19))

    told = table(company, INTERNAL, M1)

    assert days(told)[:2] == [date(2027, 1, 12), date(2027, 1, 22)]


def test_over_new_year_the_days_are_counted_anew() -> None:
    company = moved(opened(on=date(2026, 11, 20)), M1, date(2026, 12, 21))

    late = [each for each in table(company, INTERNAL, M1) if each.offset > 0]

    told = [day.isoformat() for day in days(late)[:4]]
    assert told == ["2026-12-24", "2026-12-29", "2027-01-06", "2027-01-11"]


def test_the_inner_date_of_the_filing_is_not_overdue_before_the_law_s() -> None:
    assert [each for each in table(crew(), INTERNAL, M6) if each.offset > 0] == []


def test_what_is_done_has_no_rungs() -> None:
    company = done_with(crew(), M1)

    assert table(company, INTERNAL, M1) == []
    assert table(company, INTERNAL, M3) != []


def test_a_dropped_step_has_no_rungs() -> None:
    company = drop_step(crew(), FIRST, CALL_CENTRE, M1, "没有", by=by()).company

    assert table(company, INTERNAL, M1) == []


def test_a_step_of_the_company_s_own_is_told_of_and_never_overdue() -> None:
    company = add_step(crew(), FIRST, "董事会", date(2027, 3, 15), by=by()).company

    told = table(company, INTERNAL, MilestoneKey("X1"))

    assert [each.offset for each in told] == [-14, -7, -3, -1, 0]


def test_what_is_waited_for_is_asked_again_on_its_day() -> None:
    company = gave(crew(), SEATS, WaitingUntil(date(2027, 3, 28), "审计"))  # a Sunday

    asked = [each for each in table(company, INTERNAL, M3) if each.due == date(2027, 3, 28)]

    assert days(asked) == [date(2027, 3, 29)]


def test_a_date_moved_there_and_back_has_the_same_rungs() -> None:
    company = crew()
    there = moved(company, M1, date(2027, 2, 26))

    back = moved(there, M1, date(2027, 1, 15))

    assert set(table(company, INTERNAL, M1)) == set(table(back, INTERNAL, M1))
    assert set(table(company, INTERNAL, M1)).isdisjoint(table(there, INTERNAL, M1))


# --- the statutory clock ----------------------------------------------------------------


def test_the_law_s_date_is_told_on_any_day_of_the_week_and_at_noon_of_the_last() -> None:
    before = [each for each in table(crew(), LAW, M6) if each.offset <= 0]

    assert [each.offset for each in before] == [-60, -30, -14, -7, -3, -1, 0]
    assert all(each.day == STATUTORY + timedelta(days=each.offset) for each in before)
    (noon,) = table(crew(), RungKind.LAST_NOTE, M6)
    assert (noon.day, noon.at) == (STATUTORY, POLICIES[CALL_CENTRE.policy].last_note)


def test_past_the_law_s_date_each_day_is_told_through_april() -> None:
    late = [each for each in table(crew(), LAW, M6) if each.offset > 0]

    assert days(late) == [STATUTORY + timedelta(days=n) for n in range(1, 31)]


def test_when_it_is_reported_the_way_to_it_is_silent_at_once() -> None:
    company = recorded(crew(), FilingFact.REPORTED, date(2027, 3, 30))

    subjects = {each.subject for each in rungs(case(company), START, END)}

    assert subjects.isdisjoint({"M1", "M2", "M3", "M4", "M5", "M6"})
    assert {"M7", "M8", S2} <= subjects  # the number report is another one


@pytest.mark.parametrize("fact", [FilingFact.REOPENED, FilingFact.RETURNED])
def test_opened_again_it_is_told_of_again(fact: FilingFact) -> None:
    company = recorded(crew(), FilingFact.REPORTED, date(2027, 3, 1))

    again = recorded(company, fact, date(2027, 3, 2))

    assert table(again, LAW, M6) == table(crew(), LAW, M6)


def test_the_term_of_the_authority_is_a_date_of_the_law() -> None:
    term = date(2027, 4, 20)
    company = recorded(crew(), FilingFact.ORDERED, date(2027, 4, 2), term)

    told = table(company, LAW, M6, date(2027, 4, 3))

    assert [each.offset for each in told if each.due == term][:5] == [-14, -7, -3, -1, 0]
    assert {each.due for each in told if each.offset > 0} == {term}


def test_the_number_report_has_its_own_chain() -> None:
    company = done_with(crew(), S2)

    assert table(crew(), LAW, S2) != []
    assert table(company, LAW, S2) == []


# --- of the season as a whole -----------------------------------------------------------


def test_the_count_day_is_announced_in_december_of_its_year() -> None:
    company = opened(on=date(2026, 11, 20))

    told = table(company, RungKind.COUNT_DAY, first=date(2026, 11, 20), last=date(2027, 11, 1))

    assert [(each.day, each.due) for each in told] == [
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2026, 12, 28), date(2026, 12, 31)),
    ]


def test_a_year_later_the_season_before_announces_it() -> None:
    told = table(crew(), RungKind.COUNT_DAY, first=date(2027, 11, 1), last=date(2028, 1, 1))

    assert {each.due for each in told} == {date(2027, 12, 31)}


def test_where_nothing_is_counted_no_count_day_is_announced() -> None:
    plain = tuple(each for each in CALL_CENTRE.items if not isinstance(each.spec, NumberSpec))
    rules = replace(RULES, packs={CALL_CENTRE.ref: replace(CALL_CENTRE, items=plain)})
    company = crew()

    found = rungs(duties(company, company.seasons[0], rules), date(2027, 11, 1), date(2028, 1, 1))

    assert [each for each in found if each.kind is RungKind.COUNT_DAY] == []


def test_the_monthly_duty_is_told_on_the_fifth_or_the_next_working_day() -> None:
    company = replace(crew(), policy=OwnPolicy(monthly=True))

    told = table(company, RungKind.MONTHLY, last=date(2027, 4, 30))

    assert [each.day.isoformat() for each in told] == [
        "2026-12-07",
        "2027-01-05",
        "2027-02-11",  # after the Spring Festival
        "2027-03-05",
        "2027-04-06",
    ]
    assert table(crew(), RungKind.MONTHLY) == []


def test_a_month_that_is_all_days_off_is_told_of_in_the_next() -> None:
    company = replace(crew(), policy=OwnPolicy(monthly=True))
    off = frozenset(date(2027, 2, 1) + n * ONE_DAY for n in range(30))
    year = YearCalendar(2027, CalendarStatus.OFFICIAL, "test", off, frozenset())
    rules = replace(RULES, calendar=Calendar({2027: year}))

    march = rungs(duties(company, company.seasons[0], rules), date(2027, 3, 1), date(2027, 3, 31))

    told = [(each.due, each.day) for each in march if each.kind is RungKind.MONTHLY]
    assert told == [
        (date(2027, 2, 5), date(2027, 3, 3)),
        (date(2027, 3, 5), date(2027, 3, 5)),
    ]


def test_what_is_waited_for_is_asked_again_however_far_its_step_is() -> None:
    company = moved(crew(), M3, STATUTORY)
    company = gave(company, SEATS, WaitingUntil(date(2027, 1, 20), "审计"))

    january = table(company, INTERNAL, M3, date(2027, 1, 20), date(2027, 1, 20))

    assert [each.due for each in january] == [date(2027, 1, 20)]


def test_the_boss_has_a_line_on_the_first_working_day_of_each_month() -> None:
    told = table(crew(), RungKind.MONTH)

    assert [each.day.isoformat() for each in told] == [
        *("2027-01-04", "2027-02-01", "2027-03-01", "2027-04-01"),
    ]


def test_a_company_has_its_own_ladders() -> None:
    company = replace(crew(), policy=OwnPolicy(internal=(2,), statutory=(5,)))

    assert [each.offset for each in table(company, INTERNAL, M6)] == [-2]
    assert [each.offset for each in table(company, LAW, M6) if each.offset <= 0] == [-5]


# --- over any calendar ------------------------------------------------------------------


@st.composite
def seasons(draw: st.DrawFn) -> tuple[Company, Rules]:
    company = crew()
    for key in draw(st.sets(st.sampled_from([M1, M3, M6]))):
        company = moved(company, key, draw(st.dates(date(2027, 1, 4), STATUTORY)))
    return company, Rules(RULES.packs, POLICIES, draw(calendars(2027)), ZONE)


unhurried = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(seasons())
def test_no_inner_rung_falls_on_a_day_off_and_each_stands_once(of: tuple[Company, Rules]) -> None:
    company, rules = of

    found = rungs(duties(company, company.seasons[0], rules), START, END)

    inner = [each for each in found if each.kind not in (LAW, RungKind.LAST_NOTE)]
    assert [each for each in inner if not rules.calendar.is_workday(each.day)] == []
    things = [(each.kind, each.subject, each.due, each.offset) for each in found]
    assert len(things) == len(set(things))


@unhurried
@given(seasons(), st.dates(START, END), st.integers(0, 60))
def test_a_part_of_the_season_has_just_the_rungs_of_its_days(
    of: tuple[Company, Rules], first: date, length: int
) -> None:
    company, rules = of
    season = duties(company, company.seasons[0], rules)
    last = first + timedelta(days=length)

    part = rungs(season, first, last)

    whole = rungs(season, START - 60 * ONE_DAY, END + 60 * ONE_DAY)
    assert list(part) == [each for each in whole if first <= each.day <= last]


def test_an_item_handed_in_does_not_silence_the_others_of_its_step() -> None:
    company = gave(crew(), SEATS, WaitingUntil(date(2027, 2, 1), "审计"), by=doer())

    assert table(company, INTERNAL, M3) != []
