"""A season moved to another version of its pack: seen before, refused where it cannot go on."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    MANAGER,
    MULTI_PARTY,
    OPENED,
    PACKS,
    SEATS,
    count,
    doer,
    opened,
)
from workflow.actions import hand_in, undo
from workflow.change import with_season
from workflow.checklist import checklist, season_of
from workflow.errors import AlreadyGiven, Archived, NothingToUndo, WorkflowError
from workflow.events import EventKind
from workflow.given import AnswerGiven, Number
from workflow.ids import ItemKey, MilestoneKey, PackRef
from workflow.model import Company, Lifecycle, MovedDue
from workflow.pack import Item, Pack
from workflow.repacking import (
    OtherReport,
    VersionUnfit,
    move_pack,
    newer_version,
    preview,
)
from workflow.tailoring import add_item

NEW = PACKS[PackRef("call_centre@2")]
STEP = MilestoneKey("M5")


def without(pack: Pack, *, step: MilestoneKey | None = None, item: ItemKey | None = None) -> Pack:
    """A version that has this no more."""
    return replace(
        pack,
        ref=PackRef("call_centre@3"),
        milestones=tuple(each for each in pack.milestones if each.key != step),
        items=tuple(each for each in pack.items if each.key != item),
    )


def with_other(pack: Pack, change: Callable[[Item], Item]) -> Pack:
    """A version in which the seats are asked for otherwise."""
    items = tuple(change(each) if each.key == SEATS else each for each in pack.items)
    return replace(pack, ref=PackRef("call_centre@3"), items=items)


def answered(company: Company, pack: Pack, key: str, number: str) -> Company:
    """The same with this number handed in."""
    given = AnswerGiven(Number(Decimal(number)))
    return hand_in(company, FIRST, pack, ItemKey(key), given, by=doer()).company


def with_answer() -> Company:
    return hand_in(opened(), FIRST, CALL_CENTRE, SEATS, count(280), by=doer()).company


def test_the_season_goes_by_the_new_version_and_keeps_what_was_handed_in() -> None:
    company = with_answer()

    moved = move_pack(company, FIRST, CALL_CENTRE, NEW, by=doer())

    now = season_of(moved.company, FIRST)
    assert now.pack == NEW.ref
    assert now.items == season_of(company, FIRST).items
    assert [(each.kind, each.old, each.new) for each in moved.events] == [
        (EventKind.PACK_MOVED, "call_centre@1", "call_centre@2")
    ]


def test_the_way_back_is_open() -> None:
    there = move_pack(with_answer(), FIRST, CALL_CENTRE, NEW, by=doer()).company

    back = move_pack(there, FIRST, NEW, CALL_CENTRE, by=doer()).company

    assert season_of(back, FIRST) == season_of(with_answer(), FIRST)


def test_the_preview_back_counts_the_answers_that_are_put_by() -> None:
    there = move_pack(with_answer(), FIRST, CALL_CENTRE, NEW, by=doer()).company
    filled = answered(there, NEW, "peak_calls", "7")

    seen = preview(filled, FIRST, NEW, CALL_CENTRE)

    assert (seen.aside, seen.rules) == (1, -len(NEW.rules))
    assert preview(there, FIRST, NEW, CALL_CENTRE).aside == 0


def test_the_preview_counts_what_only_rules_and_changes_need_apart_from_the_list() -> None:
    company = with_answer()

    seen = preview(company, FIRST, CALL_CENTRE, NEW)

    assert (seen.comes, seen.goes, seen.changes) == ((), (), ())
    assert seen.rules == len(NEW.rules)
    assert seen.inputs == sum(item.duty == "checking" for item in NEW.items)
    assert seen.papers == sum(bool(item.opened_by) for item in NEW.items)


def test_the_preview_names_what_comes_goes_and_changes_on_the_list() -> None:
    company = with_answer()
    fewer = without(CALL_CENTRE, item=ItemKey("raci"))
    renamed = with_other(CALL_CENTRE, lambda item: replace(item, sensitive=True))

    goes = preview(company, FIRST, CALL_CENTRE, fewer)
    comes = preview(
        with_season(company, replace(season_of(company, FIRST), pack=fewer.ref)),
        FIRST,
        fewer,
        CALL_CENTRE,
    )
    changes = preview(company, FIRST, CALL_CENTRE, renamed)

    assert [item.key for item in goes.goes] == ["raci"]
    assert [item.key for item in comes.comes] == ["raci"]
    assert [item.key for item in changes.changes] == [SEATS]


def test_a_preview_changes_nothing_on_the_list_that_it_does_not_name() -> None:
    company = with_answer()
    fewer = without(CALL_CENTRE, item=ItemKey("raci"))

    seen = preview(company, FIRST, CALL_CENTRE, fewer)
    moved = move_pack(company, FIRST, CALL_CENTRE, fewer, by=doer()).company

    before = {task.item.key for task in checklist(company, season_of(company, FIRST), CALL_CENTRE)}
    after = {task.item.key for task in checklist(moved, season_of(moved, FIRST), fewer)}
    assert before - after == {item.key for item in seen.goes}
    assert after - before == {item.key for item in seen.comes}


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (MULTI_PARTY, OtherReport),
        (CALL_CENTRE, AlreadyGiven),
        (replace(NEW, profiles=()), VersionUnfit),
        (
            with_other(NEW, lambda item: replace(item, spec=NEW.item(ItemKey("branches")).spec)),
            VersionUnfit,
        ),
        (
            with_other(NEW, lambda item: replace(item, scope=NEW.item(ItemKey("uscc")).scope)),
            VersionUnfit,
        ),
    ],
)
def test_what_has_no_sense_is_refused(new: Pack, error: type[WorkflowError]) -> None:
    company = with_answer()

    with pytest.raises(error):
        move_pack(company, FIRST, CALL_CENTRE, new, by=doer())


def test_what_nobody_answered_may_be_asked_otherwise() -> None:
    other = with_other(NEW, lambda item: replace(item, spec=NEW.item(ItemKey("branches")).spec))

    moved = move_pack(opened(), FIRST, CALL_CENTRE, other, by=doer()).company

    assert season_of(moved, FIRST).pack == other.ref


def test_a_version_without_a_step_that_the_company_departs_in_is_refused() -> None:
    fewer = without(NEW, step=STEP)
    added = add_item(opened(), FIRST, CALL_CENTRE, STEP, "纪要", "material", by=doer()).company
    case = season_of(opened(), FIRST)
    moved = with_season(opened(), replace(case, moved={STEP: MovedDue(OPENED, MANAGER)}))
    renamed = with_season(
        opened(),
        replace(case, tailoring=replace(case.tailoring, renamed_steps={STEP: "沟通"})),
    )

    assert move_pack(opened(), FIRST, CALL_CENTRE, fewer, by=doer())
    with pytest.raises(VersionUnfit):
        preview(added, FIRST, CALL_CENTRE, fewer)
    with pytest.raises(VersionUnfit):
        preview(moved, FIRST, CALL_CENTRE, fewer)
    with pytest.raises(VersionUnfit):
        preview(renamed, FIRST, CALL_CENTRE, fewer)


def test_an_archived_season_stays_as_it_is() -> None:
    company = opened()
    case = replace(season_of(company, FIRST), lifecycle=Lifecycle.ARCHIVED)

    with pytest.raises(Archived):
        move_pack(with_season(company, case), FIRST, CALL_CENTRE, NEW, by=doer())


def test_the_move_is_no_step_that_undo_would_jump_over() -> None:
    company = move_pack(with_answer(), FIRST, CALL_CENTRE, NEW, by=doer()).company

    with pytest.raises(NothingToUndo):
        undo(company, lambda _: NEW, CALENDAR, by=doer())


def test_a_newer_version_is_found_and_an_older_is_none() -> None:
    case = season_of(opened(), FIRST)

    newer = newer_version(case, [*PACKS, PackRef("call_centre@10")])

    assert newer == "call_centre@10"
    assert newer_version(replace(case, pack=PackRef("call_centre@10")), PACKS) is None
    assert newer_version(replace(case, pack=NEW.ref), PACKS) is None
