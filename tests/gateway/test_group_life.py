"""The whole edge with groups: what is heard there, and what goes out to those who did not ask."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

import pytest

from chat.boards import BoardView
from chat.talk import (
    BroughtIn,
    FileInGroup,
    GroupMoved,
    Incoming,
    Message,
    Outgoing,
    PutOut,
    Room,
    Typed,
)
from localchat.faults import Fault
from localchat.person import Person
from storage.database import Database
from tests.gateway.postings import bind, journal, owing
from tests.gateway.stage import Stage, echo, send
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio


@pytest.fixture
def disk(stage: Stage) -> Database:
    return stage.held.enter_context(journal(stage.folder))


def team(stage: Stage) -> Person:
    """Wang in a group of his that we are in."""
    return stage.person().at(stage.chat.create_group("team", [1001, 1002]).id)


def silent(_: Incoming) -> Sequence[Outgoing]:
    return []


def writes_to(chat: int) -> object:
    """A desk that answers words, wherever they are said, in this chat."""

    def answer(incoming: Incoming) -> Sequence[Outgoing]:
        return [send(chat, "hello")] if isinstance(incoming.what, Typed) else []

    return answer


async def until_heard(stage: Stage, count: int) -> list[Incoming]:
    """What the desk has heard, once it is so much."""
    while len(stage.desk.received) < count:
        stage.desk.met.clear()
        await asyncio.wait_for(stage.desk.met.wait(), 5)
    return stage.desk.received


async def test_what_happens_in_a_group_reaches_the_desk_in_its_order(stage: Stage) -> None:
    wang = team(stage)
    stage.desk.script = silent
    stage.run()

    await wang.say("/board@nianbao_bot")
    await wang.say("/board@other_bot")
    await wang.group.promote_bot(may_pin=True)
    await wang.send_file("花名册.pdf", b"%PDF-1.4", reply_to=await wang.say("for later"))
    await wang.group.remove_bot()

    heard = await until_heard(stage, 6)
    assert {one.room for one in heard} == {Room("team")}
    assert [one.what for one in heard] == [
        BroughtIn(may_pin=False),
        Typed("/board@nianbao_bot"),
        BroughtIn(may_pin=True, was_in=True),
        Typed("for later"),
        FileInGroup("花名册.pdf"),
        PutOut(),
    ]


async def test_an_answer_in_a_group_goes_there(stage: Stage) -> None:
    wang = team(stage)
    stage.run()

    await wang.say("/board")

    await wang.until(lambda: len(wang.replies) == 2)
    assert [one.text for one in wang.replies] == ["BroughtIn", "/board"]


async def test_a_group_that_becomes_a_supergroup_is_told_of_as_the_old_one(stage: Stage) -> None:
    wang = team(stage)
    stage.desk.script = silent
    old = wang.place.chat
    new = ChatId(await wang.group.migrate())
    stage.run()

    heard = await until_heard(stage, 4)

    moves = [one.chat for one in heard if one.what == GroupMoved(new)]
    assert moves == [old, old]
    assert heard[-1].what == BroughtIn(may_pin=False)
    assert heard[-1].chat == new


async def test_a_move_that_was_missed_is_learnt_from_a_refusal(stage: Stage) -> None:
    wang = team(stage)
    old, new = wang.place.chat, await wang.group.migrate()
    stage.chat.exchange.updates.renumber(500)
    stage.desk.script = writes_to(old)  # type: ignore[assignment]
    running = stage.run()

    await stage.person().say("write to the team")

    await wang.at(new).until(lambda: bool(wang.at(new).replies))
    heard = await until_heard(stage, 6)
    assert not running.done()
    [learnt] = [one for one in heard if one.row is None]
    assert (learnt.chat, learnt.what) == (old, GroupMoved(ChatId(new)))
    assert (learnt.speaker.person, learnt.room) == ("123456", Room(""))


async def test_a_desk_that_answers_where_we_were_put_out_is_not_asked_for_ever(
    stage: Stage,
) -> None:
    wang = team(stage)
    li = stage.person(1)
    await wang.group.remove_bot()
    stage.desk.script = lambda one: [*echo(one), send(wang.place.chat, "still there?")]
    stage.run()
    said = await li.say("hello")

    await li.next_reply(after=said)
    await li.next_reply(after=await li.say("and now?"))

    learnt = [one.what for one in stage.desk.received if one.row is None]
    assert set(learnt) == {PutOut()}
    assert len(learnt) < 20


async def test_who_cannot_be_written_to_is_told_once_for_each_try(stage: Stage) -> None:
    wang, li = stage.person(0), stage.person(1)
    await li.start()
    await li.block()
    stage.desk.script = lambda one: [send(li.id, "psst"), *echo(one)]
    stage.run()

    await wang.next_reply(after=await wang.say("tell Li"))

    assert set(stage.unreachable) == {li.id}


async def test_a_notice_goes_out_right_after_the_update_that_owes_it(
    stage: Stage, disk: Database
) -> None:
    wang, li = stage.person(0), stage.person(1)
    await li.start()
    stage.outbox = owing(disk)
    stage.desk.says = lambda owed: send(int(owed.notice.to), "Wang gave you an item")

    def give(incoming: Incoming) -> Sequence[Outgoing]:
        if incoming.what == Typed("give it to Li"):
            owing(disk, li.id)
        return []

    stage.desk.script = give
    stage.run()
    await stage.woken.wait()
    await wang.say("give it to Li")

    await li.until(lambda: bool(li.replies))
    assert [one.text for one in li.replies] == ["Wang gave you an item"]


async def test_what_was_owed_before_a_start_goes_out_with_it(stage: Stage, disk: Database) -> None:
    li = stage.person(1)
    await li.start()
    stage.outbox = owing(disk, li.id)
    stage.desk.says = lambda owed: send(int(owed.notice.to), "you were given an item")
    running = stage.run(gateway := stage.gateway())

    await li.until(lambda: any("item" in one.text for one in li.replies))
    gateway.stop()
    await running

    assert disk.ask("select state from outbox") == [("sent",)]


async def test_a_held_notice_is_the_next_thing_to_travel_to_and_comes_with_whoever_comes(
    stage: Stage, disk: Database
) -> None:
    li = stage.person(1)
    await li.start()
    outbox = stage.outbox = owing(disk, li.id)
    (owed,) = outbox.due(stage.clock(), 9)
    morning = stage.clock() + timedelta(hours=10)
    outbox.hold([owed.notice.key], morning)
    stage.desk.says = lambda owed: send(int(owed.notice.to), "you were given an item")
    gateway = stage.gateway()
    stage.run(gateway)
    await stage.woken.wait()

    due = await gateway.live()
    before = [one.text for one in li.replies]
    await li.say("here I am")

    await li.until(lambda: any("item" in one.text for one in li.replies))
    assert (due, before) == (morning, [])


async def test_the_board_follows_what_is_ticked_in_private(stage: Stage, disk: Database) -> None:
    team_chat = team(stage)
    wang = stage.person()
    boards = stage.boards = bind(disk, team_chat.place.chat)

    def tick(incoming: Incoming) -> Sequence[Outgoing]:
        if isinstance(incoming.what, Typed) and incoming.room is None:
            shown = BoardView(Message(incoming.what.text), 0, 1)
            stage.desk.boards[ChatId(team_chat.place.chat)] = shown
            boards.all_stale()
        return []

    stage.desk.script = tick
    stage.run()

    await wang.say("1 of 30")
    await team_chat.until(lambda: [one.text for one in team_chat.replies if one.text] != [])
    await wang.say("2 of 30")

    await team_chat.until(
        lambda: [one.text for one in team_chat.replies if one.text] == ["2 of 30"], 20
    )


async def test_on_a_new_day_the_boards_say_something_else(stage: Stage, disk: Database) -> None:
    wang = team(stage)
    chat = ChatId(wang.place.chat)
    stage.boards = bind(disk, chat)
    stage.desk.script = silent
    stage.desk.boards[chat] = BoardView(Message("30 days left"), 0, 1)
    stage.run(gateway := stage.gateway())
    await wang.until(lambda: "30 days left" in [one.text for one in wang.replies])

    stage.desk.boards[chat] = BoardView(Message("29 days left"), 0, 1)
    stage.clock.shift(timedelta(days=1))
    gateway.poke()

    await wang.until(lambda: "29 days left" in [one.text for one in wang.replies], 20)


async def test_people_who_cannot_be_noted_as_unreachable_are_answered_all_the_same(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    wang = stage.person()
    stage.unreachable = FullDisk()
    stage.chat.faults.plan("sendMessage", Fault(403))
    stage.desk.script = lambda one: [send(one.chat, "lost"), *echo(one)]
    stage.run()

    answer = await wang.next_reply(after=await wang.say("hello"))

    assert answer.text == "hello"
    assert "unreachable not kept" in caplog.messages


class FullDisk(list[ChatId]):
    """Remembers nobody."""

    def append(self, chat: ChatId) -> None:
        raise OSError(chat)
