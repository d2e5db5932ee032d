"""The authority gets in touch: told once, with a date, an owner and an end (docs/domain.md sections 1, 2)."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workflow.crew import BOSS, CHIEF, FINANCE, crew
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    COLLEAGUE,
    FIRST,
    PACKS,
    SEATS,
    doer,
    first_season,
    look,
    opened,
    paper,
)
from workflow.actions import hand_in, undo
from workflow.assigning import may_see
from workflow.authority import (
    LONGEST_SAID,
    Told,
    Work,
    may_see_matters,
    open_matters,
    record_matter,
    turn_matter,
)
from workflow.change import Doer
from workflow.checklist import checklist, find_task
from workflow.errors import (
    AlreadyGiven,
    Blank,
    InTheFuture,
    NoSuchItem,
    NoSuchMatter,
    NothingToUndo,
    TooLong,
)
from workflow.events import EventKind, NoticeKind
from workflow.filing import live_filings
from workflow.ids import ItemKey, MilestoneKey
from workflow.matter_links import link_finding, link_item
from workflow.matters import MatterKind, MatterState
from workflow.model import Company, FilingFact
from workflow.news import news
from workflow.openwork import open_work
from workflow.records import record_filing
from workflow.rules import RuleKey

CALLED = date(2027, 3, 10)
TERM = date(2027, 3, 19)
WORK = Work(TERM, "内部事项 1", "结案材料:管局来电 03-10")
TOLD = Told(MatterKind.CALL, CALLED, "坐席数要改", "张老师,市场处", TERM)
BACK = replace(TOLD, kind=MatterKind.RETURNED)
PAPER, STEP = ItemKey("own1"), MilestoneKey("X1")


def told(
    company: Company | None = None, what: Told = TOLD, work: Work = WORK, *, by: Doer | None = None
) -> Company:
    """After it was recorded."""
    company = company or opened()
    return record_matter(company, FIRST, what, work, by=by or doer(CALLED)).company


def turned(company: Company, state: MatterState) -> Company:
    return turn_matter(company, FIRST, 1, state, by=doer(CALLED)).company


def undone(company: Company, by: Doer | None = None) -> Company:
    return undo(company, lambda s: PACKS[s.pack], CALENDAR, by=by or doer(CALLED)).company


def asked(company: Company) -> frozenset[ItemKey]:
    case = first_season(company)
    return frozenset(task.item.key for task in checklist(company, case, CALL_CENTRE))


# --- told -------------------------------------------------------------------------------


def test_what_was_told_stands_with_its_date_its_owner_and_its_closing_paper() -> None:
    company = told()

    (matter,) = open_matters(first_season(company))
    row = next(row for row in look(company, CALLED).rows if row.key == STEP)
    assert (matter.said, matter.who, matter.due) == ("坐席数要改", "张老师,市场处", TERM)
    assert first_season(company).assigned[PAPER] == doer().person
    assert (row.step.due, row.total) == (TERM, 1)


def test_the_closing_paper_is_open_work_of_its_owner_on_its_own_date() -> None:
    company = told()

    (work,) = [each for each in open_work(company, PACKS, CALENDAR) if each.item == PAPER]
    assert (work.persons, work.due) == ((doer().person,), TERM)


def test_filing_does_not_wait_for_it() -> None:
    before = len(look(opened(), CALLED).missing)

    assert len(look(told(), CALLED).missing) == before


def test_boss_and_managers_hear_of_it_once_and_who_told_it_does_not() -> None:
    outcome = record_matter(crew(), FIRST, TOLD, WORK, by=doer(CALLED, CHIEF))

    heard = [notice.to for notice in outcome.notices]
    assert BOSS in heard
    assert CHIEF not in heard
    assert len(heard) == len(set(heard))
    assert {notice.kind for notice in outcome.notices} == {NoticeKind.AUTHORITY}


def test_a_call_the_boss_took_is_for_those_who_run_the_work() -> None:
    company = record_matter(crew(), FIRST, TOLD, WORK, by=doer(CALLED, BOSS)).company

    assert first_season(company).assigned[PAPER] == CHIEF


def test_who_may_not_see_internal_matters_sees_neither_it_nor_its_paper() -> None:
    company = told(crew(), by=doer(CALLED, CHIEF))

    case = first_season(company)
    item = find_task(company, case, CALL_CENTRE, PAPER).item
    assert not may_see_matters(FINANCE, company)
    assert not may_see(FINANCE, company, case, item)
    assert may_see_matters(BOSS, company)


def test_who_comes_to_it_late_does_not_get_its_past() -> None:
    company = told()

    latest = news(company, first_season(company), ZoneInfo("Asia/Shanghai"))
    assert latest.opened[STEP] == doer(CALLED).at


@pytest.mark.parametrize(
    ("what", "refused"),
    [
        (replace(TOLD, on=CALLED + timedelta(days=1)), InTheFuture),
        (replace(TOLD, said="  "), Blank),
        (replace(TOLD, said="x" * (LONGEST_SAID + 1)), TooLong),
        (replace(TOLD, who="x" * 81), TooLong),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    what: Told, refused: type[Exception]
) -> None:
    with pytest.raises(refused):
        told(what=what)


# --- a return ---------------------------------------------------------------------------


def test_a_return_is_the_filing_fact_too_with_its_term_and_one_notice_each() -> None:
    outcome = record_matter(crew(), FIRST, BACK, WORK, by=doer(CALLED, CHIEF))

    (filing,) = live_filings(first_season(outcome.company))
    heard = [notice.to for notice in outcome.notices]
    assert (filing.fact, filing.on, filing.due) == (FilingFact.RETURNED, CALLED, TERM)
    assert len(heard) == len(set(heard)) > 0


@pytest.mark.parametrize("due", [None, TERM])
def test_a_return_that_stands_there_already_is_not_recorded_again_nor_told_again(
    due: date | None,
) -> None:
    known = record_filing(
        crew(), FIRST, FilingFact.RETURNED, CALLED, by=doer(CALLED, CHIEF), due=TERM
    ).company

    outcome = record_matter(known, FIRST, replace(BACK, due=due), WORK, by=doer(CALLED, CHIEF))

    assert len(live_filings(first_season(outcome.company))) == 1
    assert outcome.notices == ()


def test_a_call_is_no_filing_fact() -> None:
    assert live_filings(first_season(told())) == ()


# --- taken back -------------------------------------------------------------------------


def test_taken_back_it_goes_with_its_step_its_paper_and_the_return() -> None:
    company = undone(told(what=BACK))

    assert open_matters(first_season(company)) == ()
    assert live_filings(first_season(company)) == ()
    assert PAPER not in asked(company)
    assert look(company, CALLED).plan.step(STEP) is None


def test_a_return_recorded_before_stays_when_what_was_said_is_taken_back() -> None:
    earlier = doer(CALLED)
    known = record_filing(
        opened(),
        FIRST,
        FilingFact.RETURNED,
        CALLED,
        by=replace(earlier, at=earlier.at - timedelta(hours=1)),
    ).company

    company = undone(told(known, replace(BACK, due=None)))

    assert len(live_filings(first_season(company))) == 1


def test_the_next_one_after_an_undo_has_a_number_and_a_paper_of_its_own() -> None:
    company = told(undone(told()))

    (matter,) = open_matters(first_season(company))
    assert (matter.number, matter.paper, matter.step) == (2, "own2", "X2")


def test_with_its_paper_handed_in_it_cannot_be_taken_back() -> None:
    company = hand_in(told(), FIRST, CALL_CENTRE, PAPER, paper(), by=doer(CALLED, COLLEAGUE))

    with pytest.raises(NothingToUndo):
        undone(company.company)


def test_turns_are_taken_back_one_by_one() -> None:
    company = turned(turned(told(), MatterState.ANSWERED), MatterState.CLOSED)

    once = undone(company)
    twice = undone(once)

    assert first_season(once).matters[0].state is MatterState.ANSWERED
    assert first_season(twice).matters[0].state is MatterState.OPEN
    assert undone(twice).event_seq > twice.event_seq


def test_what_another_turned_since_is_not_taken_back() -> None:
    company = turned(told(), MatterState.ANSWERED)
    other = turn_matter(company, FIRST, 1, MatterState.CLOSED, by=doer(CALLED, COLLEAGUE)).company

    with pytest.raises(NothingToUndo):
        undone(other)


# --- going on ---------------------------------------------------------------------------


def test_closed_it_is_open_no_more_and_its_paper_stays_owed() -> None:
    company = turned(told(), MatterState.CLOSED)

    assert open_matters(first_season(company)) == ()
    assert find_task(company, first_season(company), CALL_CENTRE, PAPER).is_owed


def test_the_same_state_twice_is_refused() -> None:
    with pytest.raises(AlreadyGiven):
        turned(told(), MatterState.OPEN)


def linked(company: Company, *, about: bool = True) -> Company:
    by = doer(CALLED)
    return link_item(company, FIRST, CALL_CENTRE, 1, SEATS, by=by, about=about).company


def test_a_field_is_linked_and_unlinked() -> None:
    company = linked(told())
    again = linked(company, about=False)

    assert first_season(company).matters[0].items == (SEATS,)
    assert first_season(again).matters[0].items == ()


def test_a_link_and_its_end_are_taken_back() -> None:
    company = linked(told())
    parted = linked(company, about=False)

    assert first_season(undone(company)).matters[0].items == ()
    assert first_season(undone(parted)).matters[0].items == (SEATS,)
    assert first_season(undone(undone(parted))).matters[0].items == ()


def test_a_link_that_another_undid_is_not_taken_back() -> None:
    company = linked(told())
    by = doer(CALLED, COLLEAGUE)
    parted = link_item(company, FIRST, CALL_CENTRE, 1, SEATS, by=by, about=False).company

    with pytest.raises(NothingToUndo):
        undone(parted)


def test_what_is_linked_already_is_not_linked_again() -> None:
    with pytest.raises(AlreadyGiven):
        linked(linked(told()))


@pytest.mark.parametrize("key", ["no_such", "own1"])
def test_what_the_season_does_not_have_and_its_own_paper_are_not_linked(key: str) -> None:
    with pytest.raises(NoSuchItem):
        link_item(told(), FIRST, CALL_CENTRE, 1, ItemKey(key), by=doer(CALLED))


def test_only_findings_there_were_are_linked() -> None:
    with pytest.raises(NoSuchItem):
        link_finding(told(), FIRST, 1, RuleKey("r17"), by=doer(CALLED))


def test_one_that_was_taken_back_is_gone() -> None:
    with pytest.raises(NoSuchMatter):
        turned(undone(told()), MatterState.CLOSED)


@given(st.lists(st.sampled_from(MatterState), max_size=8))
def test_whatever_is_turned_the_events_tell_its_state(states: list[MatterState]) -> None:
    company = told()
    for state in states:
        now = first_season(company).matters[0].state
        company = company if now is state else turned(company, state)

    turns = [each for each in company.recent if each.kind is EventKind.MATTER_TURNED]
    stands = first_season(company).matters[0].state
    assert stands == (turns[-1].new if turns else MatterState.OPEN)
