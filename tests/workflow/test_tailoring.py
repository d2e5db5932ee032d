"""A season cut to the company: its items, and what is refused for items and steps."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    OPENED,
    SEATS,
    count,
    doer,
    first_season,
    gave,
    opened,
    paper,
    task,
)
from workflow import tailoring
from workflow.cases import turn_season
from workflow.checklist import Condition, checklist
from workflow.errors import (
    AlreadyGiven,
    Archived,
    DayGone,
    NoSuchItem,
    NoSuchMilestone,
    OutOfRange,
    ReasonNeeded,
    TooLong,
    WorkflowError,
    WrongKind,
)
from workflow.events import EventKind
from workflow.given import Confirmed
from workflow.ids import ItemKey, MilestoneKey
from workflow.model import Company, Lifecycle, Outcome
from workflow.pack import Duty
from workflow.tailoring import OwnKind

M5, S2 = MilestoneKey("M5"), MilestoneKey("S2")
NOWHERE, NOTHING = MilestoneKey("Q9"), ItemKey("nothing")


def add(company: Company, title: str = "场地照片", kind: OwnKind = "material") -> Outcome:
    return tailoring.add_item(company, FIRST, CALL_CENTRE, M5, title, kind, by=doer())


def rename(company: Company, title: str, key: ItemKey = CUSTODY) -> Outcome:
    return tailoring.rename_item(company, FIRST, CALL_CENTRE, key, title, by=doer())


def drop(company: Company, key: ItemKey = CUSTODY, why: str = "系统里没有") -> Outcome:
    return tailoring.drop_item(company, FIRST, CALL_CENTRE, key, why, by=doer())


def drop_step(company: Company, key: MilestoneKey = M5, why: str = "不提供") -> Outcome:
    return tailoring.drop_step(company, FIRST, CALL_CENTRE, key, why, by=doer())


def add_step(company: Company, title: str = "董事会", day: date = date(2027, 3, 7)) -> Outcome:
    return tailoring.add_step(company, FIRST, title, day, by=doer())


def rename_step(company: Company, title: str, key: MilestoneKey = M5) -> Outcome:
    return tailoring.rename_step(company, FIRST, CALL_CENTRE, key, title, by=doer())


# --- items ------------------------------------------------------------------------------


def test_an_added_paper_stands_last_and_takes_a_file() -> None:
    done = add(opened(), "  场地   照片 ")
    key = ItemKey(done.events[0].subject)

    company = gave(done.company, key, paper())

    mine = checklist(company, first_season(company), CALL_CENTRE)[-1]
    assert (mine.item.key, mine.item.title.zh, mine.item.milestone) == (key, "场地 照片", M5)
    assert mine.item.duty is Duty.INTERNAL
    assert mine.condition is Condition.DONE
    assert (done.events[0].kind, done.events[0].new) == (EventKind.ITEM_ADDED, "场地 照片")


def test_an_added_confirmation_is_confirmed() -> None:
    done = add(opened(), kind="confirm")

    company = gave(done.company, ItemKey(done.events[0].subject), Confirmed("王经理"))

    assert checklist(company, first_season(company), CALL_CENTRE)[-1].condition is Condition.DONE


def test_an_added_paper_takes_no_number() -> None:
    done = add(opened())

    with pytest.raises(WrongKind):
        gave(done.company, ItemKey(done.events[0].subject), count(1))


def test_two_added_items_have_keys_of_their_own() -> None:
    first = add(opened())
    second = add(first.company, "第二项")

    assert first.events[0].subject != second.events[0].subject


def test_a_renamed_item_is_called_so_in_both_languages_and_keeps_what_it_has() -> None:
    company = gave(opened(), CUSTODY, paper())

    done = rename(rename(company, "旧名").company, "账号交接单")

    mine = task(done.company, CUSTODY)
    assert (mine.item.title.zh, mine.item.title.en) == ("账号交接单", "账号交接单")
    assert mine.condition is Condition.DONE
    assert (done.events[0].old, done.events[0].new) == ("旧名", "账号交接单")


def test_a_dropped_item_keeps_its_reason_and_what_was_handed_in() -> None:
    company = gave(opened(), CUSTODY, paper())

    done = drop(company, why="  系统里没有 ")

    season = first_season(done.company)
    assert season.tailoring.dropped_items == {CUSTODY: "系统里没有"}
    assert len(season.items[CUSTODY].live) == 1
    assert done.events[0].why == "系统里没有"


def test_nothing_is_handed_in_to_a_dropped_item() -> None:
    with pytest.raises(NoSuchItem):
        gave(drop(opened()).company, CUSTODY, paper())


def test_a_restored_item_is_asked_again() -> None:
    company = drop(opened()).company

    done = tailoring.restore_item(company, FIRST, CUSTODY, by=doer())

    assert task(done.company, CUSTODY).condition is Condition.OPEN
    assert done.events[0].kind is EventKind.ITEM_RESTORED


# --- refusals ---------------------------------------------------------------------------

REFUSED: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "add without a title": (lambda c: add(c, "  "), ReasonNeeded),
    "add with a long title": (lambda c: add(c, "长" * 61), TooLong),
    "add to no step": (
        lambda c: tailoring.add_item(c, FIRST, CALL_CENTRE, NOWHERE, "x", "material", by=doer()),
        NoSuchMilestone,
    ),
    "add to a dropped step": (lambda c: add(drop_step(c).company), NoSuchMilestone),
    "rename nothing": (lambda c: rename(c, "x", NOTHING), NoSuchItem),
    "rename to nothing": (lambda c: rename(c, ""), ReasonNeeded),
    "rename to its own name": (
        lambda c: rename(c, f" {CALL_CENTRE.item(CUSTODY).title.zh} "),
        AlreadyGiven,
    ),
    "rename to the same again": (lambda c: rename(rename(c, "x").company, "x"), AlreadyGiven),
    "rename too long": (lambda c: rename(c, "长" * 61), TooLong),
    "drop nothing": (lambda c: drop(c, NOTHING), NoSuchItem),
    "drop without a reason": (lambda c: drop(c, why=" "), ReasonNeeded),
    "drop twice": (lambda c: drop(drop(c).company), AlreadyGiven),
    "restore what is there": (
        lambda c: tailoring.restore_item(c, FIRST, CUSTODY, by=doer()),
        NoSuchItem,
    ),
    "add a step without a title": (lambda c: add_step(c, " "), ReasonNeeded),
    "add a step for a day that is past": (
        lambda c: add_step(c, day=OPENED - timedelta(days=1)),
        DayGone,
    ),
    "add a step for a day beyond all companies": (
        lambda c: add_step(c, day=date.max),
        OutOfRange,
    ),
    "rename a step to its own name": (
        lambda c: rename_step(c, CALL_CENTRE.milestone(M5).title.en),
        AlreadyGiven,
    ),
    "rename no step": (lambda c: rename_step(c, "x", NOWHERE), NoSuchMilestone),
    "rename a step to nothing": (lambda c: rename_step(c, " "), ReasonNeeded),
    "drop no step": (lambda c: drop_step(c, NOWHERE), NoSuchMilestone),
    "drop a step without a reason": (lambda c: drop_step(c, why=""), ReasonNeeded),
    "drop a step twice": (lambda c: drop_step(drop_step(c).company), AlreadyGiven),
    "restore a step that is there": (
        lambda c: tailoring.restore_step(c, FIRST, M5, by=doer()),
        NoSuchMilestone,
    ),
}


@pytest.mark.parametrize(("act", "refusal"), REFUSED.values(), ids=REFUSED)
def test_what_makes_no_sense_is_refused(
    act: Callable[[Company], Outcome], refusal: type[WorkflowError]
) -> None:
    company = opened()

    with pytest.raises(refusal):
        act(company)


def test_the_longest_title_is_sixty_signs() -> None:
    company = rename(opened(), "长" * 60).company

    assert len(task(company, CUSTODY).item.title.zh) == 60


@pytest.mark.parametrize(
    "act",
    [
        add,
        drop,
        drop_step,
        add_step,
        lambda c: rename(c, "x"),
        lambda c: rename_step(c, "x"),
        lambda c: tailoring.restore_item(c, FIRST, SEATS, by=doer()),
        lambda c: tailoring.restore_step(c, FIRST, S2, by=doer()),
    ],
)
def test_an_archived_season_is_not_tailored(act: Callable[[Company], Outcome]) -> None:
    company = drop_step(drop(opened(), SEATS).company, S2).company
    archived = turn_season(company, FIRST, Lifecycle.ARCHIVED, by=doer(OPENED)).company

    with pytest.raises(Archived):
        act(archived)
