"""Inner dates that a company moves: within what the law leaves, never into the past."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.crew import CLERK, FINANCE, VIEWER, crew
from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, doer, first_season, look, opened
from tests.workflow.reminding import M1, M3, M6, S2, STATUTORY, ZONE
from workflow.actions import undo
from workflow.cases import turn_company
from workflow.change import Doer, with_season
from workflow.errors import (
    AlreadyGiven,
    Archived,
    DayGone,
    NoSuchMilestone,
    NotAllowed,
    NothingToUndo,
    OutOfRange,
    TooLong,
    WorkflowError,
)
from workflow.events import EventKind
from workflow.ids import MilestoneKey, PersonId
from workflow.model import Company, Lifecycle, MovedDue, Outcome
from workflow.moving import move_back, move_due
from workflow.news import news
from workflow.reminder_errors import NoInnerDate, PastStatutory
from workflow.schedule import Due, Moved
from workflow.tailoring import add_step, drop_step

WORKDAY, SUNDAY = date(2027, 2, 26), date(2027, 3, 14)
M7 = MilestoneKey("M7")


def move(
    company: Company, day: date, key: MilestoneKey = M1, why: str = "", by: Doer | None = None
) -> Outcome:
    return move_due(company, FIRST, CALL_CENTRE, CALENDAR, key, day, why, by=by or doer())


def back(company: Company, key: MilestoneKey = M1) -> Outcome:
    return move_back(company, FIRST, CALL_CENTRE, CALENDAR, key, by=doer())


def due(company: Company, key: MilestoneKey = M1) -> Due:
    step = look(company).plan.step(key)
    assert step is not None
    assert step.internal is not None
    return step.internal


def test_a_moved_step_is_due_on_its_new_day_and_says_so() -> None:
    done = move(crew(), WORKDAY, why=" 审计  晚了 ")

    assert due(done.company) == Due(WORKDAY, date(2027, 1, 15), Moved.BY_COMPANY, provisional=True)
    (event,) = done.events
    assert (event.kind, event.subject) == (EventKind.DUE_MOVED, M1)
    assert (event.old, event.new, event.why) == ("2027-01-15", "2027-02-26", "审计 晚了")


def test_a_day_off_means_the_working_day_before() -> None:
    assert due(move(crew(), SUNDAY).company).day == date(2027, 3, 12)


def test_what_becomes_a_day_off_later_means_the_working_day_before_too() -> None:
    company = crew()
    season = replace(first_season(company), moved={M1: MovedDue(SUNDAY, doer().person)})

    assert due(with_season(company, season)).day == date(2027, 3, 12)


def test_only_that_step_moves() -> None:
    before, after = look(crew()).plan, look(move(crew(), WORKDAY).company).plan

    others = [step for step in before.steps if step.milestone.key != M1]
    assert [step for step in after.steps if step.milestone.key != M1] == others


def test_moved_back_it_has_the_plan_s_date_again() -> None:
    done = back(move(crew(), WORKDAY).company)

    assert look(done.company).plan == look(crew()).plan
    (event,) = done.events
    assert (event.old, event.new) == ("2027-02-26", "2027-01-15")


def test_a_late_start_compresses_no_date_that_the_company_named() -> None:
    late = date(2027, 3, 10)
    company = opened(on=late)

    moved = move(company, date(2027, 3, 11), M3, by=doer(late)).company

    assert due(moved, M3).day == date(2027, 3, 11)
    plan = look(moved, late).plan
    assert plan.late is not None
    assert M3 not in plan.late.compressed


def test_a_step_that_a_late_start_left_without_a_date_stays_without_one() -> None:
    company = opened(on=date(2027, 4, 10))

    with pytest.raises(PastStatutory):
        move(company, date(2027, 4, 12), M3, by=doer(date(2027, 4, 10)))


def test_what_comes_after_the_filing_may_be_moved_beyond_it() -> None:
    assert due(move(crew(), date(2027, 6, 1), M7).company, M7).day == date(2027, 6, 1)


def test_a_step_of_the_company_s_own_can_be_moved() -> None:
    own = MilestoneKey("X1")
    company = add_step(crew(), FIRST, "董事会", WORKDAY, by=doer()).company

    assert due(move(company, date(2027, 3, 1), own).company, own).day == date(2027, 3, 1)


def test_the_last_day_of_the_law_s_is_still_within() -> None:
    assert due(move(crew(), STATUTORY, M6).company, M6).day == STATUTORY


@pytest.mark.parametrize(
    ("key", "day", "refusal"),
    [
        (M1, date(2027, 4, 1), PastStatutory),
        (M6, date(2027, 4, 1), PastStatutory),
        (M1, date(2027, 1, 3), DayGone),
        (M1, date(1, 1, 1), OutOfRange),
        (M1, date(2027, 1, 15), AlreadyGiven),
        (M1, date(2027, 1, 16), AlreadyGiven),  # a Saturday: the Friday it has
        (S2, WORKDAY, NoInnerDate),
        (MilestoneKey("M9"), WORKDAY, NoSuchMilestone),
    ],
)
def test_a_date_that_cannot_be_is_refused(
    key: MilestoneKey, day: date, refusal: type[WorkflowError]
) -> None:
    with pytest.raises(refusal):
        move(crew(), day, key)


def test_a_weekend_whose_friday_is_past_is_past() -> None:
    saturday = date(2027, 1, 9)

    with pytest.raises(DayGone):
        move(crew(), date(2027, 1, 10), by=doer(saturday))


def test_why_is_short() -> None:
    with pytest.raises(TooLong):
        move(crew(), WORKDAY, why="长" * 201)


def test_a_dropped_step_has_no_date_to_move() -> None:
    company = drop_step(crew(), FIRST, CALL_CENTRE, M1, "没有", by=doer()).company

    with pytest.raises(NoSuchMilestone):
        move(company, WORKDAY)


@pytest.mark.parametrize("person", [FINANCE, VIEWER])
def test_who_may_not_tailor_moves_nothing(person: PersonId) -> None:
    with pytest.raises(NotAllowed):
        move(crew(), WORKDAY, by=doer(person=person))


def test_nothing_moves_in_an_archived_company() -> None:
    company = turn_company(crew(), Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        move(company, WORKDAY)
    with pytest.raises(Archived):
        back(company)


def test_what_was_not_moved_cannot_go_back() -> None:
    with pytest.raises(NothingToUndo):
        back(crew())


def test_who_moved_it_is_kept() -> None:
    moved = first_season(move(crew(), WORKDAY, why="等").company).moved[M1]

    assert (moved.day, moved.by, moved.why) == (WORKDAY, doer().person, "等")


# --- taken back -------------------------------------------------------------------------

MARCH = date(2027, 3, 1)
COLLEAGUE = doer(person=CLERK)


def undone(company: Company, by: Doer | None = None) -> Outcome:
    return undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by or doer())


def test_a_move_is_undone_and_with_it_all_that_followed_from_the_date() -> None:
    moved = move(crew(), WORKDAY, why="审计晚了").company

    done = undone(moved)

    assert look(done.company).plan == look(crew()).plan
    assert first_season(done.company).moved == {}
    (event,) = done.events
    assert (event.kind, event.subject) == (EventKind.DUE_RESTORED, M1)
    assert (event.old, event.new) == ("2027-02-26", "2027-01-15")


def test_moves_are_undone_one_by_one_each_with_the_reason_of_the_one_before() -> None:
    company = move(move(crew(), WORKDAY, why="审计晚了").company, MARCH, why="又晚了").company

    once = undone(company)
    twice = undone(once.company)

    assert first_season(once.company).moved == {M1: MovedDue(WORKDAY, doer().person, "审计晚了")}
    assert once.events[0].why == "审计晚了"
    assert first_season(twice.company).moved == {}
    with pytest.raises(NothingToUndo):
        undone(twice.company)


def test_a_move_to_another_s_date_is_undone_to_their_date_and_reason() -> None:
    company = move(crew(), WORKDAY, why="他说的", by=COLLEAGUE).company

    done = undone(move(company, MARCH).company)

    assert first_season(done.company).moved == {M1: MovedDue(WORKDAY, COLLEAGUE.person, "他说的")}


def test_going_back_to_the_plan_s_date_is_undone_too() -> None:
    company = back(move(crew(), WORKDAY, why="审计晚了").company).company

    done = undone(company)

    assert due(done.company).day == WORKDAY
    assert first_season(done.company).moved[M1].why == "审计晚了"


def test_a_step_moved_again_after_an_undo_is_undone_again() -> None:
    company = undone(move(crew(), WORKDAY).company).company

    done = undone(move(company, MARCH).company)

    assert first_season(done.company).moved == {}


def test_a_date_that_another_moved_since_is_not_undone() -> None:
    company = move(move(crew(), WORKDAY).company, MARCH, by=COLLEAGUE).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_a_date_that_another_moved_there_and_back_is_not_undone() -> None:
    company = move(move(crew(), WORKDAY).company, MARCH, by=COLLEAGUE).company
    company = move(company, WORKDAY, by=COLLEAGUE).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_a_move_that_another_s_was_built_on_is_not_undone_after_one_s_own_later_one() -> None:
    company = move(move(crew(), WORKDAY).company, MARCH, by=COLLEAGUE).company
    company = undone(move(company, date(2027, 3, 5)).company).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_the_dates_of_other_steps_do_not_stand_in_the_way() -> None:
    company = move(move(crew(), WORKDAY).company, MARCH, M3, by=COLLEAGUE).company

    done = undone(company)

    assert list(first_season(done.company).moved) == [M3]


def test_undoing_one_s_move_of_another_date_first_leaves_the_later_one_of_one_s_own() -> None:
    company = move(move(crew(), WORKDAY).company, MARCH, M3).company

    done = undone(company)

    assert list(first_season(done.company).moved) == [M1]


def test_a_day_that_is_past_by_now_comes_back_all_the_same() -> None:
    moved = move(crew(), WORKDAY).company

    done = undone(moved, doer(date(2027, 2, 1)))

    assert due(done.company).day == date(2027, 1, 15)


def test_nothing_is_taken_back_in_an_archived_company() -> None:
    moved = move(crew(), WORKDAY).company
    archived = replace(moved, lifecycle=Lifecycle.ARCHIVED)

    with pytest.raises(Archived):
        undone(archived)


def test_nobody_is_told_what_came_before_a_date_was_taken_back() -> None:
    moved = move(crew(), WORKDAY)

    done = undone(moved.company, doer(date(2027, 2, 1)))

    season = first_season(done.company)
    assert done.events[0].at > moved.events[0].at
    assert news(done.company, season, ZONE).opened[M1] == done.events[0].at
