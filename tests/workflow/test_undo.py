"""撤销: one's own last step, while nothing was built on it; again, the one before."""

from datetime import timedelta

import pytest

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    OPENED,
    PACKS,
    SEATS,
    SECOND,
    STAFF,
    count,
    doer,
    first_season,
    founded,
    gave,
    opened,
    paper,
    task,
    with_case,
)
from workflow import tailoring
from workflow.actions import hand_in, undo, withdraw
from workflow.cases import turn_season
from workflow.change import Doer
from workflow.checklist import Condition
from workflow.errors import NothingToUndo
from workflow.filing import live_filings
from workflow.ids import ItemKey, MilestoneKey
from workflow.model import Company, FilingFact, Lifecycle
from workflow.records import record_filing, withdraw_filing

STEP = MilestoneKey("M5")


def undone(company: Company, by: Doer | None = None) -> Company:
    return undo(company, lambda season: PACKS[season.pack], CALENDAR, by=by or doer()).company


def live(company: Company, key: ItemKey) -> list[int]:
    return [entry.version for entry in task(company, key).state.live]


def reported(company: Company) -> Company:
    return record_filing(company, FIRST, FilingFact.REPORTED, OPENED, by=doer()).company


# --- undo -------------------------------------------------------------------------------


def test_undo_takes_back_the_last_step_and_then_the_one_before() -> None:
    company = gave(gave(opened(), SEATS, count(400)), CUSTODY, paper())

    once = undone(company)
    twice = undone(once)

    assert (live(once, SEATS), live(once, CUSTODY)) == ([1], [])
    assert (live(twice, SEATS), live(twice, CUSTODY)) == ([], [])


def test_undo_ends_where_the_season_was_opened() -> None:
    company = undone(gave(opened(), SEATS, count(400)))

    with pytest.raises(NothingToUndo):
        undone(company)


def test_what_is_handed_in_after_an_undo_is_undone_first() -> None:
    company = undone(gave(gave(opened(), SEATS, count(400)), CUSTODY, paper("a")))
    company = gave(company, CUSTODY, paper("b"))

    once = undone(company)
    twice = undone(once)

    assert (live(once, CUSTODY), live(once, SEATS)) == ([], [1])
    assert live(twice, SEATS) == []


def test_an_album_is_taken_back_as_one_step() -> None:
    company = gave(opened(), SEATS, count(400))
    parts = (paper("1.jpg", "A"), paper("2.jpg", "A"), paper("3.jpg", "A"))
    company = gave(gave(gave(company, CUSTODY, parts[0]), CUSTODY, parts[1]), CUSTODY, parts[2])

    once = undone(company)
    twice = undone(once)

    assert (live(once, CUSTODY), live(once, SEATS)) == ([], [1])
    assert live(twice, SEATS) == []


def test_a_step_withdrawn_out_of_turn_is_left_out() -> None:
    company = gave(gave(opened(), SEATS, count(400)), CUSTODY, paper())
    company = withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer()).company

    assert live(undone(company), CUSTODY) == []


def test_undo_is_not_for_the_steps_of_others() -> None:
    company = gave(opened(), SEATS, count(400))

    with pytest.raises(NothingToUndo):
        undone(company, doer(person=COLLEAGUE))


def test_undo_stops_where_somebody_else_built_on_it() -> None:
    company = gave(opened(), SEATS, count(400))
    company = gave(company, SEATS, count(280), by=doer(person=COLLEAGUE))

    with pytest.raises(NothingToUndo):
        undone(company)


def test_the_work_of_others_on_other_items_does_not_stand_in_the_way() -> None:
    company = gave(opened(), SEATS, count(400))
    company = gave(company, CUSTODY, paper(), by=doer(person=COLLEAGUE))

    company = undone(company)

    assert (live(company, SEATS), live(company, CUSTODY)) == ([], [1])


def test_undo_goes_to_the_season_of_the_step() -> None:
    company = with_case(gave(opened(), SEATS, count(400)), licence_no="B2-2")
    company = hand_in(company, SECOND, CALL_CENTRE, SEATS, count(10), by=doer()).company

    company = undone(company)

    assert live(company, SEATS) == [1]
    assert not task(company, SEATS, SECOND).state.live


def test_undo_gives_back_a_company_wide_answer() -> None:
    company = gave(gave(opened(), STAFF, count(30)), STAFF, count(31))

    assert live(undone(company), STAFF) == [1]


def test_archiving_is_not_undone_but_restored() -> None:
    company = gave(opened(), SEATS, count(400))
    company = turn_season(company, FIRST, Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_a_company_that_was_just_opened_is_not_undone() -> None:
    with pytest.raises(NothingToUndo):
        undone(founded())


def test_who_never_did_anything_has_nothing_to_undo() -> None:
    with pytest.raises(NothingToUndo):
        undone(opened(), doer(person=COLLEAGUE))


# --- undo of facts ----------------------------------------------------------------------


def test_a_recorded_report_is_undone() -> None:
    company = undone(reported(opened()))

    assert live_filings(first_season(company)) == ()
    assert first_season(company).filings[0].withdrawn


def test_facts_are_undone_one_by_one() -> None:
    company = gave(opened(), SEATS, count(400))
    company = record_filing(company, FIRST, FilingFact.SAVED, OPENED, by=doer()).company
    company = reported(company)

    once = undone(company)
    twice = undone(once)
    thrice = undone(twice)

    assert [filing.fact for filing in live_filings(first_season(once))] == [FilingFact.SAVED]
    assert live_filings(first_season(twice)) == ()
    assert live(thrice, SEATS) == []


def test_a_fact_withdrawn_by_its_button_is_not_undone_again() -> None:
    company = reported(gave(opened(), SEATS, count(400)))
    company = withdraw_filing(company, FIRST, 1, by=doer()).company

    assert live(undone(company), SEATS) == []


def test_a_fact_that_another_added_to_is_not_undone() -> None:
    by = doer(OPENED + timedelta(days=1), COLLEAGUE)
    company = record_filing(reported(opened()), FIRST, FilingFact.REOPENED, by.today, by=by).company

    with pytest.raises(NothingToUndo):
        undone(company)


# --- undo of tailoring ------------------------------------------------------------------


def test_a_dropped_item_comes_back() -> None:
    company = tailoring.drop_item(opened(), FIRST, CALL_CENTRE, CUSTODY, "没有", by=doer()).company

    company = undone(company)

    assert task(company, CUSTODY).condition is Condition.OPEN


def test_a_dropped_step_comes_back() -> None:
    company = tailoring.drop_step(opened(), FIRST, CALL_CENTRE, STEP, "不提供", by=doer()).company

    company = undone(company)

    assert first_season(company).tailoring.dropped_steps == {}


def test_names_go_back_one_by_one() -> None:
    company = opened()
    before = task(company, CUSTODY).item.title
    company = tailoring.rename_item(company, FIRST, CALL_CENTRE, CUSTODY, "甲表", by=doer()).company
    company = tailoring.rename_item(company, FIRST, CALL_CENTRE, CUSTODY, "乙表", by=doer()).company

    once = undone(company)
    twice = undone(once)

    assert task(once, CUSTODY).item.title.zh == "甲表"
    assert task(twice, CUSTODY).item.title == before
    with pytest.raises(NothingToUndo):
        undone(twice)


def test_a_name_that_another_changed_since_stays() -> None:
    company = opened()
    company = tailoring.rename_item(company, FIRST, CALL_CENTRE, CUSTODY, "甲表", by=doer()).company
    by = doer(person=COLLEAGUE)
    company = tailoring.rename_item(company, FIRST, CALL_CENTRE, CUSTODY, "乙表", by=by).company

    with pytest.raises(NothingToUndo):
        undone(company)


def own_item(company: Company) -> tuple[Company, ItemKey]:
    done = tailoring.add_item(company, FIRST, CALL_CENTRE, STEP, "场地照片", "material", by=doer())
    return done.company, ItemKey(done.events[0].subject)


def test_an_added_item_leaves_and_its_key_is_not_used_again() -> None:
    company, key = own_item(opened())

    company = undone(company)

    company, other = own_item(company)
    assert other != key
    assert [each.key for each in first_season(company).tailoring.added] == [key, other]
    assert live(company, other) == []


def test_an_added_item_with_a_paper_stays_until_the_paper_is_taken_back() -> None:
    company, key = own_item(opened())
    company = gave(company, key, paper(), by=doer(person=COLLEAGUE))

    with pytest.raises(NothingToUndo):
        undone(company)

    company = undone(undone(company, doer(person=COLLEAGUE)))
    assert key in first_season(company).tailoring.dropped_items


def test_an_item_added_and_dropped_comes_back_and_then_leaves() -> None:
    company, key = own_item(opened())
    company = tailoring.drop_item(company, FIRST, CALL_CENTRE, key, "不要", by=doer()).company

    once = undone(company)
    twice = undone(once)

    assert task(once, key).condition is Condition.OPEN
    assert key in first_season(twice).tailoring.dropped_items


def test_an_added_item_that_another_dropped_is_not_undone() -> None:
    company, key = own_item(opened())
    by = doer(person=COLLEAGUE)
    company = tailoring.drop_item(company, FIRST, CALL_CENTRE, key, "不要", by=by).company

    with pytest.raises(NothingToUndo):
        undone(company)


def test_what_was_restored_by_hand_is_not_undone_again() -> None:
    company = tailoring.drop_item(opened(), FIRST, CALL_CENTRE, CUSTODY, "没有", by=doer()).company
    company = gave(company, SEATS, count(400))
    company = tailoring.restore_item(company, FIRST, CUSTODY, by=doer()).company

    assert live(undone(company), SEATS) == []
