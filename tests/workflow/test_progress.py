"""进度: what is missing, what is overdue, what comes next; a date is a debt once."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    MULTI_PARTY,
    OPENED,
    PLEDGE,
    PROOF,
    SEATS,
    count,
    doer,
    first_season,
    gave,
    look,
    opened,
    paper,
)
from workflow.checklist import checklist
from workflow.due_rules import DayOfYear
from workflow.filing import FilingState
from workflow.given import Confirmed, NotApplicable, WaitingUntil
from workflow.ids import ItemKey, MilestoneKey
from workflow.model import Company, FilingFact
from workflow.pack import Duty, Pack
from workflow.progress import StepRow, StepState, overview
from workflow.records import record_filing
from workflow.tailoring import drop_item

END = date(2027, 3, 31)
NONE_OF_IT = NotApplicable("没有")
WINDOW = ItemKey("window_open")


def without(company: Company, *but: str) -> Company:
    """The company with everything that is owed answered as not applicable, but for these."""
    season = first_season(company)
    for each in checklist(company, season, CALL_CENTRE):
        if each.item.key not in but and each.is_owed:
            company = gave(company, each.item.key, NONE_OF_IT)
    return company


def emptied(company: Company) -> Company:
    """The company with every item dropped."""
    for item in CALL_CENTRE.items:
        company = drop_item(company, FIRST, CALL_CENTRE, item.key, "没有", by=doer()).company
    return company


def reported(company: Company, on: date) -> Company:
    return record_filing(company, FIRST, FilingFact.REPORTED, on, by=doer(on)).company


def row(company: Company, key: str, today: date = OPENED) -> StepRow:
    return next(row for row in look(company, today).rows if row.key == key)


# --- missing and ready ------------------------------------------------------------------


@pytest.mark.parametrize("profile", ["full", "statutory"])
def test_filing_misses_every_statutory_item_but_the_proof_and_the_number_report(
    profile: str,
) -> None:
    company = opened(profile=profile)

    missing = {task.item.key for task in look(company).missing}

    statutory = {item.key for item in CALL_CENTRE.items if item.duty is Duty.STATUTORY}
    assert missing == statutory - {PROOF, "number_report"}
    assert len(missing) == 46 + 1


def test_it_is_ready_when_nothing_statutory_is_owed_whatever_else_is() -> None:
    internal = [item.key for item in CALL_CENTRE.items if item.duty is Duty.INTERNAL]

    company = without(opened(), *internal, PROOF, "number_report")

    assert look(company).is_ready
    assert look(company).done < look(company).total


@pytest.mark.parametrize(
    "last", [count(280, estimate=True), WaitingUntil(OPENED, "审计")], ids=("estimate", "waiting")
)
def test_one_estimate_or_one_item_waited_for_is_enough_to_miss(
    last: WaitingUntil,
) -> None:
    company = gave(without(opened(), SEATS), SEATS, last)

    view = look(company)

    assert [task.item.key for task in view.missing] == [SEATS]
    assert not view.is_ready


def test_estimates_and_waiting_are_counted_and_never_done() -> None:
    company = gave(opened(), SEATS, count(280, estimate=True))
    company = gave(company, ItemKey("calls_in"), WaitingUntil(OPENED, ""))

    view = look(company)

    assert (view.done, view.estimates, view.waiting) == (0, 1, 1)


def test_done_counts_what_was_handed_in_and_what_does_not_apply() -> None:
    company = gave(gave(opened(), SEATS, count(280)), PLEDGE, NONE_OF_IT)

    view = look(company)

    assert (view.done, view.total, view.percent) == (2, 90, 2)


def test_a_season_without_any_task_is_not_divided_by() -> None:
    company = emptied(opened())

    view = look(company)

    assert (view.total, view.percent) == (0, 0)
    assert view.is_ready


def test_a_season_without_any_task_still_has_to_be_reported() -> None:
    company = emptied(opened())

    asked = {row.key for row in look(company).coming(99)}

    assert asked == {f"M{n}" for n in range(1, 9)}
    assert row(company, "M6", date(2027, 4, 1)).state is StepState.OVERDUE
    assert row(company, "M5", date(2027, 4, 1)).state is StepState.DONE


# --- the steps on a day -----------------------------------------------------------------


def test_a_step_is_open_then_started_then_done() -> None:
    company = opened()
    one = gave(company, ItemKey("pre_talk_email"), paper())
    both = gave(one, ItemKey("call_note"), NONE_OF_IT)

    assert row(company, "M5").state is StepState.OPEN
    assert (row(one, "M5").state, row(one, "M5").done) == (StepState.STARTED, 1)
    assert (row(both, "M5").state, row(both, "M5").total) == (StepState.DONE, 2)


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2027, 3, 9), StepState.OPEN, 1),
        (date(2027, 3, 10), StepState.OPEN, 0),
        (date(2027, 3, 11), StepState.OVERDUE, -1),
    ],
)
def test_a_step_is_overdue_the_day_after_it_was_due(
    today: date, state: StepState, left: int
) -> None:
    mine = row(opened(), "M5", today)

    assert (mine.state, mine.days_left) == (state, left)


def test_an_estimate_does_not_fulfil_a_step() -> None:
    company = gave(without(opened(), SEATS), SEATS, count(1, estimate=True))

    assert row(company, "M3", date(2027, 2, 5)).state is StepState.OVERDUE


def test_the_report_is_overdue_by_the_law_only() -> None:
    company = opened()

    assert row(company, "M6", date(2027, 3, 17)).days_left == 0
    assert (row(company, "M6", date(2027, 3, 18)).days_left) == 13
    assert row(company, "M6", END).state is StepState.OPEN
    assert row(company, "M6", date(2027, 4, 1)).state is StepState.OVERDUE


def test_only_the_report_itself_falls_back_to_the_law() -> None:
    number_report = CALL_CENTRE.milestone(MilestoneKey("S2"))
    planned = replace(number_report, internal=DayOfYear(3, 10))
    pack = replace(CALL_CENTRE, milestones=(*CALL_CENTRE.milestones, planned))
    company = opened(profile="statutory")

    view = overview(company, first_season(company), pack, CALENDAR, date(2027, 3, 18))

    assert [row.key for row in view.overdue] == ["S2"]


def test_filing_is_not_done_before_it_is_reported_though_every_paper_is_there() -> None:
    company = without(opened())

    assert row(company, "M6").state is StepState.STARTED
    assert row(reported(company, OPENED), "M6").state is StepState.DONE


def test_overdue_steps_stand_oldest_first() -> None:
    view = look(opened(), date(2027, 3, 1))

    assert [row.key for row in view.overdue] == ["S0", "M1", "M2", "M3", "M4"]


def test_a_watched_date_is_past_and_done_without_anybody() -> None:
    company = opened()

    assert row(company, "S1", END).state is StepState.OPEN
    assert row(company, "S1", date(2027, 4, 1)).state is StepState.DONE
    assert row(company, "S3", date(2027, 4, 2)).state is StepState.DONE


# --- what comes next --------------------------------------------------------------------


def test_the_next_three_steps_come_by_date() -> None:
    company = without(opened(), *(item.key for item in CALL_CENTRE.items if item.key != WINDOW))

    view = look(company, date(2027, 1, 20))

    assert [row.key for row in view.coming(3)] == ["M2", "M3", "M4"]


@pytest.mark.parametrize(("pack", "filing"), [(CALL_CENTRE, "M6"), (MULTI_PARTY, "P7")])
@pytest.mark.parametrize("today", [OPENED, date(2027, 3, 18), END])
def test_the_statutory_day_is_one_debt_of_the_report_not_two(
    pack: Pack, filing: str, today: date
) -> None:
    view = look(opened(pack), today)

    asked = {row.key for row in view.coming(99) if row.step.statutory == END}

    assert asked == {filing, "S2"}


def test_a_date_that_is_only_watched_is_never_asked_for() -> None:
    asked = {row.key for row in look(opened(), OPENED).coming(99)}

    assert asked == {"S0", *(f"M{n}" for n in range(1, 9)), "S2", "S4", "S5", "S6"}


def test_once_reported_the_report_comes_no_more_though_its_proof_is_owed() -> None:
    company = reported(opened(profile="statutory"), date(2027, 3, 18))

    view = look(company, date(2027, 3, 18))

    assert [row.key for row in view.coming(9)] == ["S2"]
    assert view.overdue == ()


def test_the_overview_tells_the_state_of_the_report_and_the_days_left() -> None:
    before, after = look(opened(), date(2027, 3, 1)), look(opened(), date(2027, 4, 2))

    assert (before.filing, before.days_to_statutory) == (FilingState.NOT_OPEN, 30)
    assert (after.filing, after.days_to_statutory) == (FilingState.OVERDUE, -2)
    assert before.late is None


def test_the_steps_hold_every_task_once() -> None:
    view = look(opened())

    held = [task.item.key for row in view.rows for task in row.tasks]

    assert sorted(held) == sorted(item.key for item in CALL_CENTRE.items)
    assert {MilestoneKey(row.key) for row in view.rows} == {m.key for m in CALL_CENTRE.milestones}


def test_a_proof_confirmed_by_its_screenshot_closes_the_filing() -> None:
    company = without(opened(profile="statutory"), PROOF, PLEDGE)
    company = gave(gave(company, PLEDGE, Confirmed("王经理")), PROOF, paper("已报.png"))

    view = look(reported(company, OPENED))

    assert row(reported(company, OPENED), "M6").state is StepState.DONE
    assert view.percent == 100
