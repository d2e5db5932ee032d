"""A season opened when steps were due already: what is left is shared out, nobody is reproached."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.firm import CALENDAR, CALL_CENTRE, MULTI_PARTY, look, opened
from tests.workflow.plans import season_of
from workflow.due_rules import DayOfYear
from workflow.ids import MilestoneKey
from workflow.pack import Milestone, Pack
from workflow.schedule import LateStart, Moved, Plan, plan

TENTH_OF_MARCH = date(2027, 3, 10)
END = date(2027, 3, 31)


def planned(opened_on: date, pack: Pack = CALL_CENTRE, profile: str = "full") -> Plan:
    return plan(season_of(pack, 2026, opened_on, profile), pack, CALENDAR)


def inner(dated: Plan, key: str) -> date | None:
    step = dated.step(MilestoneKey(key))
    assert step is not None
    return step.internal.day if step.internal else None


def missed(dated: Plan) -> tuple[str, ...]:
    assert dated.late is not None
    return dated.late.compressed


def test_opened_on_10_march_16_working_days_are_left_with_that_day() -> None:
    dated = planned(TENTH_OF_MARCH)

    steps = tuple(MilestoneKey(key) for key in ("S0", "M1", "M2", "M3", "M4"))
    assert dated.late == LateStart(16, steps)


def test_the_steps_share_the_days_left_and_keep_their_order() -> None:
    dated = planned(TENTH_OF_MARCH)

    dates = [inner(dated, key) for key in ("S0", "M1", "M2", "M3", "M4", "M5", "M6")]

    assert dates == [
        date(2027, 3, 11),
        date(2027, 3, 15),
        date(2027, 3, 17),
        date(2027, 3, 19),
        date(2027, 3, 23),
        date(2027, 3, 25),
        date(2027, 3, 29),
    ]


def test_a_compressed_date_says_so_and_what_it_was() -> None:
    step = planned(TENTH_OF_MARCH).step(MilestoneKey("M3"))

    assert step is not None
    assert step.internal is not None
    assert step.internal.moved is Moved.LATE
    assert step.internal.nominal == date(2027, 2, 15)
    assert step.internal.provisional


def test_on_the_day_of_a_late_opening_nothing_is_overdue() -> None:
    company = opened(on=TENTH_OF_MARCH)

    view = look(company, TENTH_OF_MARCH)

    assert view.overdue == ()
    assert view.late is not None


@pytest.mark.parametrize("day", [date(2027, 4, 20), date(2027, 5, 20), date(2027, 10, 8)])
def test_opened_after_the_end_only_the_law_is_overdue(day: date) -> None:
    company = opened(on=day)

    view = look(company, day)

    assert [row.key for row in view.overdue] == ["M6", "S2"]


def test_opened_in_april_no_working_day_is_left_and_no_step_has_an_inner_date() -> None:
    dated = planned(date(2027, 4, 1))

    assert dated.late == LateStart(0, tuple(map(MilestoneKey, missed(dated))))
    assert missed(dated) == ("S0", "M1", "M2", "M3", "M4", "M5", "M6")
    assert {inner(dated, key) for key in missed(dated)} == {None}
    assert dated.statutory == END


def test_what_comes_after_the_filing_keeps_its_date_until_that_is_past() -> None:
    before, after = planned(date(2027, 4, 15)), planned(date(2027, 4, 16))

    assert inner(before, "M7") == date(2027, 4, 15)
    assert inner(after, "M7") is None
    assert inner(after, "M8") == date(2027, 4, 30)


def test_opened_on_the_day_a_step_is_due_is_in_time() -> None:
    assert planned(date(2027, 1, 15)).late is None


def test_opened_a_day_later_the_missed_steps_fit_before_the_next_one() -> None:
    dated = planned(date(2027, 1, 18))

    assert missed(dated) == ("S0", "M1")
    assert date(2027, 1, 18) <= (inner(dated, "M1") or END) < date(2027, 1, 29)
    assert inner(dated, "M2") == date(2027, 1, 29)
    assert inner(dated, "M6") == date(2027, 3, 17)


def test_where_the_room_is_too_tight_the_next_step_moves_too() -> None:
    dated = planned(date(2027, 3, 16))

    assert "M6" not in missed(dated)
    assert inner(dated, "M6") == date(2027, 3, 29)


def test_on_the_last_day_everything_is_due_that_day() -> None:
    dated = planned(END)

    assert dated.late is not None
    assert dated.late.workdays == 1
    assert {inner(dated, key) for key in missed(dated)} == {END}


def test_a_multi_party_season_of_2_march_is_signed_and_filed_as_planned() -> None:
    dated = planned(date(2027, 3, 2), MULTI_PARTY)

    assert missed(dated) == ("P0", "P1", "P2", "P3", "P4")
    assert inner(dated, "P5") == date(2027, 3, 12)
    assert inner(dated, "P6") == date(2027, 3, 15)
    assert inner(dated, "P7") == date(2027, 3, 17)


def test_a_step_that_keeps_its_date_does_not_say_it_was_moved() -> None:
    step = planned(date(2027, 3, 2), MULTI_PARTY).step(MilestoneKey("P6"))

    assert step is not None
    assert step.internal is not None
    assert step.internal.moved is None


def test_only_the_filing_is_late_when_its_inner_date_is_past() -> None:
    in_time = planned(date(2027, 3, 17), profile="statutory")
    late = planned(date(2027, 3, 18), profile="statutory")

    assert in_time.late is None
    assert missed(late) == ("M6",)
    assert date(2027, 3, 18) <= (inner(late, "M6") or date.max) <= END


def test_a_compressed_step_keeps_within_a_statutory_date_of_its_own() -> None:
    def with_term(milestone: Milestone) -> Milestone:
        if milestone.key != "M1":
            return milestone
        return replace(milestone, statutory=DayOfYear(1, 19))

    pack = replace(CALL_CENTRE, milestones=tuple(map(with_term, CALL_CENTRE.milestones)))

    still_open, over = planned(date(2027, 1, 18), pack), planned(date(2027, 1, 20), pack)

    assert inner(still_open, "M1") in {date(2027, 1, 18), date(2027, 1, 19)}
    assert inner(over, "M1") is None
