"""The steps of a season: dropped, taken up again, added, renamed."""

from datetime import date

import pytest

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    COLLEAGUE,
    FIRST,
    doer,
    first_season,
    look,
    opened,
    task,
)
from workflow import tailoring
from workflow.actions import undo
from workflow.errors import (
    NoSuchMilestone,
    NothingToUndo,
)
from workflow.ids import ItemKey, MilestoneKey
from workflow.model import Company, Outcome
from workflow.schedule import plan

M5, M6, S2 = MilestoneKey("M5"), MilestoneKey("M6"), MilestoneKey("S2")


def drop_step(company: Company, key: MilestoneKey = M5, why: str = "不提供") -> Outcome:
    return tailoring.drop_step(company, FIRST, CALL_CENTRE, key, why, by=doer())


def add_step(company: Company, title: str = "董事会", day: date = date(2027, 3, 7)) -> Outcome:
    return tailoring.add_step(company, FIRST, title, day, by=doer())


def rename_step(company: Company, title: str, key: MilestoneKey = M5) -> Outcome:
    return tailoring.rename_step(company, FIRST, CALL_CENTRE, key, title, by=doer())


def undone(company: Company) -> Company:
    return undo(company, lambda _: CALL_CENTRE, CALENDAR, by=doer()).company


def step_title(company: Company, key: MilestoneKey) -> str:
    step = plan(first_season(company), CALL_CENTRE, CALENDAR).step(key)
    assert step is not None
    return step.milestone.title.zh


def test_a_dropped_step_is_neither_planned_nor_owed_and_can_be_restored() -> None:
    company = opened()
    dropped = drop_step(company).company

    back = tailoring.restore_step(dropped, FIRST, M5, by=doer()).company

    assert M5 not in {row.key for row in look(dropped).rows}
    assert look(dropped).total == look(company).total - 2
    assert look(back) == look(company)


def test_those_who_hold_no_numbers_drop_the_number_report() -> None:
    company = drop_step(opened(profile="statutory"), S2, "没有码号").company

    assert {row.key for row in look(company).rows} == {M6}


def test_the_submission_cannot_be_dropped() -> None:
    with pytest.raises(NoSuchMilestone):
        drop_step(opened(), M6)


def test_an_added_step_is_planned_for_its_day_or_the_working_day_before() -> None:
    done = add_step(opened(), day=date(2027, 3, 7))
    key = MilestoneKey(done.events[0].subject)

    step = plan(first_season(done.company), CALL_CENTRE, CALENDAR).step(key)

    assert step is not None
    assert step.milestone.title.zh == "董事会"
    assert step.due == date(2027, 3, 5)
    assert step.statutory is None


def test_an_added_step_keeps_its_day_though_it_follows_a_break() -> None:
    done = add_step(opened(), day=date(2027, 2, 12))

    step = plan(first_season(done.company), CALL_CENTRE, CALENDAR).step(
        MilestoneKey(done.events[0].subject)
    )

    assert step is not None
    assert step.due == date(2027, 2, 12)


def test_an_added_step_comes_though_nothing_stands_in_it_and_filing_does_not_wait() -> None:
    company = add_step(opened(), day=date(2027, 1, 8)).company

    view = look(company)

    assert view.coming(1)[0].step.milestone.title.zh == "董事会"
    assert view.missing == look(opened()).missing


def test_an_added_step_carries_items_of_the_company() -> None:
    done = add_step(opened())
    key = MilestoneKey(done.events[0].subject)

    added = tailoring.add_item(done.company, FIRST, CALL_CENTRE, key, "决议", "material", by=doer())

    row = next(row for row in look(added.company).rows if row.key == key)
    assert [each.item.title.zh for each in row.tasks] == ["决议"]


def test_a_renamed_step_is_called_so() -> None:
    done = rename_step(opened(), "沟通会")

    assert step_title(done.company, M5) == "沟通会"


def test_step_names_go_back_one_by_one() -> None:
    company = opened()
    before = step_title(company, M5)
    company = rename_step(rename_step(company, "甲").company, "乙").company

    once = undone(company)
    twice = undone(once)

    assert step_title(once, M5) == "甲"
    assert step_title(twice, M5) == before
    assert first_season(twice).tailoring.renamed_steps == {}


def test_a_step_name_that_another_changed_since_stays() -> None:
    company = rename_step(opened(), "甲").company
    by = doer(person=COLLEAGUE)
    company = tailoring.rename_step(company, FIRST, CALL_CENTRE, M5, "乙", by=by).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_an_added_step_that_another_dropped_is_not_undone() -> None:
    done = add_step(opened())
    key = MilestoneKey(done.events[0].subject)
    by = doer(person=COLLEAGUE)
    company = tailoring.drop_step(done.company, FIRST, CALL_CENTRE, key, "不开", by=by).company

    with pytest.raises(NothingToUndo):
        undone(company)
    assert first_season(company).tailoring.dropped_steps == {key: "不开"}


def test_an_added_step_leaves_unless_it_carries_something() -> None:
    done = add_step(opened())
    key = MilestoneKey(done.events[0].subject)
    carrying = tailoring.add_item(
        done.company, FIRST, CALL_CENTRE, key, "决议", "material", by=doer()
    ).company

    once = undone(carrying)
    twice = undone(once)

    assert key in {row.key for row in look(once).rows}
    assert key not in {row.key for row in look(twice).rows}


def test_an_added_step_that_another_put_something_in_stays() -> None:
    done = add_step(opened())
    key = MilestoneKey(done.events[0].subject)
    by = doer(person=COLLEAGUE)
    carrying = tailoring.add_item(done.company, FIRST, CALL_CENTRE, key, "决议", "material", by=by)

    with pytest.raises(NothingToUndo):
        undone(carrying.company)


def test_what_filing_asks_moves_to_the_filing_when_its_step_is_dropped() -> None:
    company = opened()
    before = len(look(company).missing)

    dropped = tailoring.drop_step(
        company, FIRST, CALL_CENTRE, MilestoneKey("M3"), "我们不做底表", by=doer()
    ).company

    assert len(look(dropped).missing) == before
    assert task(dropped, ItemKey("seats_total")).item.milestone == CALL_CENTRE.submission
