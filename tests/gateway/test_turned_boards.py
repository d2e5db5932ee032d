"""Boards that are turned over by their group, or may be pinned only later."""

import pytest

from gateway.boards import SPACING
from gateway.failures import TokenRevoked
from localchat.faults import Fault
from storage.boards import pin_board, turn_board
from storage.database import Database
from tests.gateway.board_wall import keeper, wall
from tests.gateway.postings import journal
from tests.gateway.stage import Stage

pytestmark = pytest.mark.anyio


@pytest.fixture
def disk(stage: Stage) -> Database:
    return stage.held.enter_context(journal(stage.folder))


async def test_a_board_that_is_turned_over_is_edited_after_the_pause_and_stays_turned(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.change("page 1")
    await here.work()

    turn_board(disk, here.chat, 1)
    here.show("page 2")
    again = await here.work(1)
    at_first = here.texts
    await here.work(again or 0.0)
    here.change("page 2, ticked")
    await here.work(SPACING)

    assert again == SPACING - 1
    assert at_first == ["page 1"]
    assert here.texts == ["page 2, ticked"]
    assert stage.desk.pages == [0, 1, 1]


async def test_the_right_to_pin_that_comes_late_pins_the_board_that_stands(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk, may_pin=False)
    here.change("3 of 30")
    await here.work()
    unpinned = here.wang.pinned

    await here.wang.group.promote_bot(may_pin=True)
    pin_board(disk, here.chat)
    stage.chat.faults.plan("editMessageText", Fault(500))
    again = await here.work(SPACING)

    assert unpinned == []
    assert here.texts == ["3 of 30"]
    assert [one.text for one in here.wang.pinned] == ["3 of 30"]
    assert stage.chat.faults.left() == 1
    assert again is None


async def test_a_pin_that_is_refused_is_not_tried_again_with_every_edit(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk, may_pin=False)
    here.change("1")
    await here.work()

    await here.wang.group.promote_bot(may_pin=True)
    here.change("2")
    await here.work(SPACING)

    assert here.texts == ["2"]
    assert here.wang.pinned == []


async def test_a_board_whose_pin_was_cut_off_is_pinned_after_the_next_start(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.change("1")
    stage.chat.faults.plan("pinChatMessage", Fault(401))
    stage.chat.faults.plan("getMe", Fault(401))
    with pytest.raises(TokenRevoked):
        await here.work()

    reborn = await keeper(stage, here.boards)
    here.boards.all_stale()
    stage.time.seconds += SPACING
    await reborn.work()

    assert here.texts == ["1"]
    assert [one.text for one in here.wang.pinned] == ["1"]
