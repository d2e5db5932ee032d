"""Sending into groups, and what refusals tell of a chat."""

import pytest

from chat.talk import BlockedUs, Edit, GroupMoved, Leave, Message, PutOut, Send, Sendable
from gateway.failures import Fate
from gateway.sender import Delivery
from localchat.faults import Fault
from localchat.person import Person
from tests.gateway.stage import Stage, send
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

WANG = ChatId(1001)


def team(stage: Stage) -> Person:
    """Wang in a group of his that we are in."""
    return stage.person().at(stage.chat.create_group("team", [WANG]).id)


def forum(stage: Stage) -> Person:
    """Wang in a forum of his that we are in."""
    return stage.person().at(stage.chat.create_group("forum", [WANG], is_forum=True).id)


async def sent(stage: Stage, outgoing: Sendable) -> Delivery:
    sender = await stage.sender()
    return await sender.send(outgoing)


async def test_a_message_stands_in_its_topic_and_its_number_is_told(stage: Stage) -> None:
    wang = forum(stage)
    topic = await wang.group.open_topic("年报")

    delivery = await sent(stage, Send(ChatId(wang.place.chat), Message("board"), topic=topic))

    [shown] = wang.replies
    assert (delivery.fate, delivery.message) == (Fate.SENT, shown.id)
    assert (shown.text, shown.wire["message_thread_id"]) == ("board", topic)


async def test_a_message_whose_topic_is_gone_is_not_lost(stage: Stage) -> None:
    wang = forum(stage)

    delivery = await sent(stage, Send(ChatId(wang.place.chat), Message("board"), topic=999))

    [shown] = wang.replies
    assert delivery == Delivery(Fate.SENT, shown.id)
    assert "message_thread_id" not in shown.wire


async def test_a_message_to_a_group_that_moved_follows_it_and_the_move_is_told(
    stage: Stage,
) -> None:
    wang = team(stage)
    old = ChatId(wang.place.chat)
    new = await wang.group.migrate()

    delivery = await sent(stage, send(old, "hello"))

    assert delivery.fate is Fate.SENT
    assert [one.text for one in wang.at(new).replies] == ["hello"]
    assert stage.news == [(old, GroupMoved(ChatId(new)))]


async def test_an_edit_in_a_group_that_moved_is_sent_anew_where_it_is_now(stage: Stage) -> None:
    wang = team(stage)
    old = ChatId(wang.place.chat)
    first = await sent(stage, send(old, "before"))
    new = await wang.group.migrate()

    await sent(stage, Edit(old, first.message, Message("after")))

    assert [one.text for one in wang.at(new).replies] == ["after"]


async def test_a_message_to_a_group_that_moved_and_put_us_out_is_given_up(stage: Stage) -> None:
    wang = team(stage)
    old = ChatId(wang.place.chat)
    new = wang.at(await wang.group.migrate())
    await new.group.remove_bot()

    delivery = await sent(stage, send(old, "hello"))

    assert delivery.fate is Fate.PERMANENT
    assert new.replies == []


async def test_where_we_were_put_out_nothing_is_sent_and_the_log_stays_quiet(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    wang = team(stage)
    await wang.group.remove_bot()

    delivery = await sent(stage, send(wang.place.chat, "hello?"))

    assert delivery.fate is Fate.PERMANENT
    assert stage.news == [(ChatId(wang.place.chat), PutOut())]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_who_blocked_us_or_never_started_is_told(stage: Stage) -> None:
    blocker = stage.person(1)
    await blocker.start()
    await blocker.block()

    blocked = await sent(stage, send(blocker.id, "hello?"))
    never_started = await sent(stage, send(WANG, "hello?"))
    unknown = await sent(stage, send(4242, "hello?"))

    assert {one.fate for one in (blocked, never_started, unknown)} == {Fate.PERMANENT}
    assert stage.news == [
        (ChatId(blocker.id), BlockedUs(blocked=True)),
        (WANG, BlockedUs(blocked=True)),
        (ChatId(4242), BlockedUs(blocked=True)),
    ]


async def test_a_group_that_is_none_of_ours_is_left(stage: Stage) -> None:
    wang = team(stage)

    delivery = await sent(stage, Leave(ChatId(wang.place.chat)))

    assert delivery.fate is Fate.SENT
    assert stage.chat.exchange.bot.id not in wang.group.now.here


async def test_a_sender_that_must_not_wait_says_that_nothing_was_sent(stage: Stage) -> None:
    await stage.person().start()
    calls = await stage.calls()
    sender = stage.sender_over(calls.without_waiting())
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=40))

    delivery = await sender.send(send(WANG, "later"))

    assert (delivery.fate, delivery.wait) == (Fate.NOT_SENT, 40.0)
    assert stage.person().replies == []
    assert stage.time.slept == []
