"""What is begun at the desk goes on piece by piece, and other chats get their turn in between."""

import asyncio
from collections.abc import Sequence

import pytest

from chat.talk import GoOn, Incoming, Outgoing, Typed
from tests.gateway.stage import Stage, echo, send
from workflow.ids import PersonId
from workflow.ports import ChatId, RowState

pytestmark = pytest.mark.anyio


def more(chat: int) -> GoOn:
    return GoOn(ChatId(chat), PersonId(str(chat)))


def beginning(incoming: Incoming) -> Sequence[Outgoing]:
    """「begin」 begins a long work, anything else is repeated."""
    if incoming.what == Typed("begin"):
        return [send(incoming.chat, "begun"), more(incoming.chat)]
    return echo(incoming)


async def test_it_goes_on_until_no_more_is_asked_for(stage: Stage) -> None:
    wang = stage.person()
    stage.desk.script = beginning
    stage.desk.pieces = [
        lambda: [more(wang.id)],
        lambda: [send(wang.id, "half"), more(wang.id)],
        lambda: [send(wang.id, "whole")],
    ]
    stage.run()

    await wang.say("begin")

    await wang.until(lambda: len(wang.replies) == 3)
    assert [reply.text for reply in wang.replies] == ["begun", "half", "whole"]


async def test_another_chat_is_answered_before_it_ends(stage: Stage) -> None:
    wang, li = stage.person(), stage.person(1)
    stage.desk.script = beginning
    is_answered = asyncio.Event()

    def piece() -> Sequence[Outgoing]:
        if is_answered.is_set():
            return [send(wang.id, "whole")]
        stage.desk.pieces.append(piece)
        return [more(wang.id)]

    stage.desk.pieces = [piece]
    stage.run()
    begun = await wang.say("begin")
    await wang.next_reply(after=begun)

    asked = await li.say("hello")

    assert (await li.next_reply(after=asked)).text == "hello"
    is_answered.set()
    await wang.until(lambda: wang.replies[-1].text == "whole")


async def test_a_fault_in_a_piece_ends_it_with_a_number(stage: Stage) -> None:
    wang = stage.person()
    stage.desk.script = beginning

    def stumble() -> Sequence[Outgoing]:
        raise ZeroDivisionError

    stage.desk.pieces = [lambda: [more(wang.id)], stumble]
    stage.run()

    await wang.say("begin")
    await wang.say("go on")

    await wang.until(lambda: len(wang.replies) == 3)
    assert [reply.text for reply in wang.replies] == ["begun", "fault n00001", "go on"]


async def test_the_update_is_finished_only_when_all_of_it_is_done(stage: Stage) -> None:
    wang = stage.person()
    stage.desk.script = beginning
    states: list[RowState] = []

    def piece() -> Sequence[Outgoing]:
        states.extend(row.state for row in stage.inbox.open_rows())
        return [send(wang.id, "whole")]

    stage.desk.pieces = [piece]
    stage.run()

    await wang.say("begin")

    await wang.until(lambda: len(wang.replies) == 2 and not stage.inbox.open_rows())
    assert states == [RowState.APPLIED]
