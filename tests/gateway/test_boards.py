"""The boards of groups: how often they are edited, what stands there in the end."""

from itertools import pairwise

import pytest

from chat.talk import GroupMoved, PutOut
from gateway.boards import AFTER_REFUSAL, AFTER_TROUBLE, SPACING
from localchat.faults import Drop, Fault, When
from storage.boards import SqliteBoards
from storage.database import Database
from tests.gateway.board_wall import Wall, keeper, wall
from tests.gateway.postings import bind, journal
from tests.gateway.stage import Stage
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio


@pytest.fixture
def disk(stage: Stage) -> Database:
    return stage.held.enter_context(journal(stage.folder))


async def test_the_first_board_is_posted_and_pinned_without_a_sound(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.change("3 of 30")

    again = await here.work()

    assert here.texts == ["3 of 30"]
    assert [one.text for one in here.wang.pinned] == ["3 of 30"]
    assert again is None


async def test_a_change_is_shown_in_place(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    here.change("3 of 30")
    await here.work()

    here.change("4 of 30")
    await here.work(SPACING)

    assert here.texts == ["4 of 30"]


async def test_two_hundred_ticks_in_a_minute_cost_six_edits_and_it_ends_right(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.change("0 of 200")
    await here.work()
    stage.time.seconds += SPACING
    shown: list[tuple[float, str]] = []

    for tick in range(1, 201):
        here.change(f"{tick} of 200")
        await here.work(0.3)
        note(here, shown)
    while (rest := await here.keeper.work()) is not None:
        stage.time.seconds += rest
        await here.keeper.work()
        note(here, shown)

    assert len(shown) - 1 <= 6
    assert here.texts == ["200 of 200"]
    moments = [moment for moment, _ in shown]
    assert min(later - sooner for sooner, later in pairwise(moments)) >= 10


def note(here: Wall, shown: list[tuple[float, str]]) -> None:
    [text] = here.texts
    if not shown or shown[-1][1] != text:
        shown.append((here.stage.time.seconds, text))


async def test_a_change_while_the_edit_is_made_is_shown_after_the_pause(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.change("1")
    await here.work()
    here.change("2")
    tell = here.boards.shown

    class Meanwhile(SqliteBoards):
        def shown(self, board: object) -> None:
            here.change("3")
            tell(board)  # type: ignore[arg-type]

    slow = await keeper(stage, Meanwhile(disk))
    stage.time.seconds += SPACING

    again = await slow.work()
    await here.work(again or 0.0)

    assert again == SPACING
    assert here.texts == ["3"]


async def test_what_stands_there_already_is_not_edited(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    here.change("3 of 30")
    await here.work()
    stage.chat.faults.plan("editMessageText", Fault(500))

    here.change("3 of 30")
    await here.work(SPACING)

    assert stage.chat.faults.left() == 1
    assert here.boards.stale(5) == ()


async def test_after_a_restart_the_pause_is_kept(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    here.change("1")
    await here.work()
    here.change("2")
    reborn = await keeper(stage, here.boards)
    stage.time.seconds += 4

    again = await reborn.work()

    assert here.texts == ["1"]
    assert again == pytest.approx(SPACING - 4)


async def test_a_board_that_was_deleted_is_posted_anew(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    here.change("1")
    await here.work()
    await here.wang.delete(here.wang.replies[0].id)

    here.change("2")
    await here.work(SPACING)
    here.change("3")
    await here.work(SPACING)

    assert here.texts == ["3"]
    assert [one.text for one in here.wang.pinned] == ["3"]


async def test_where_we_may_not_pin_the_board_stands_unpinned_and_it_is_told_once(
    stage: Stage, disk: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    here = await wall(stage, disk, may_pin=False)
    here.change("1")

    await here.work()
    await here.wang.group.promote_bot(may_pin=False)
    here.change("2")
    await here.work(SPACING)

    assert here.texts == ["2"]
    assert here.wang.pinned == []
    assert caplog.messages.count("board not pinned") == 1


async def test_a_board_in_a_topic_is_posted_there(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    new = await here.wang.group.migrate(is_forum=True)
    here.wang = here.wang.at(new)
    topic = await here.wang.group.open_topic("年报")
    bind(disk, new)
    here.change("1", topic)

    await here.work()

    assert here.wang.replies[0].wire["message_thread_id"] == topic


async def test_where_we_were_put_out_it_is_told_and_the_group_left_alone(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    await here.wang.group.remove_bot()
    here.change("1")

    again = await here.work()

    assert stage.news == [(here.chat, PutOut())]
    assert again == AFTER_REFUSAL


async def test_a_group_that_moved_is_told(stage: Stage, disk: Database) -> None:
    here = await wall(stage, disk)
    here.change("1")
    await here.work()
    new = await here.wang.group.migrate()

    here.change("2")
    await here.work(SPACING)

    assert stage.news == [(here.chat, GroupMoved(ChatId(new)))]


@pytest.mark.parametrize(
    ("fault", "rest"),
    [
        (Fault(429, retry_after=40), 40.0),
        (Fault(404), AFTER_TROUBLE),
        (Drop(When.BEFORE), AFTER_TROUBLE),
    ],
)
async def test_trouble_with_one_board_comes_later_and_holds_up_no_other(
    stage: Stage, disk: Database, fault: Fault | Drop, rest: float
) -> None:
    here, there = await wall(stage, disk), await wall(stage, disk)
    there.change("there")
    here.change("here")
    stage.chat.faults.plan("sendMessage", fault)

    again = await here.work()
    shown_at_first = here.texts + there.texts
    await here.work(rest)

    assert again == rest
    assert len(shown_at_first) == 1
    assert here.texts + there.texts == ["here", "there"]


async def test_a_group_that_shows_no_board_any_more_is_left_as_it_is(
    stage: Stage, disk: Database
) -> None:
    here = await wall(stage, disk)
    here.boards.all_stale()

    again = await here.work()

    assert here.texts == []
    assert again is None
