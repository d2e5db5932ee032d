"""Notices to those who did not ask: claimed, said, sent, and their fate kept on disk."""

import asyncio
from datetime import timedelta

import pytest

from chat.talk import Send
from gateway.failures import TokenRevoked
from gateway.notices import MOST_FAULTS, REPEAT_AFTER
from localchat.faults import Delay, Drop, Fault, When
from storage.database import Database
from storage.outbox import SqliteOutbox
from tests.gateway.postings import journal, owing, state_of
from tests.gateway.pumping import LI, START, WANG, pump, say
from tests.gateway.stage import Stage
from workflow.posting import OwedNotice

pytestmark = pytest.mark.anyio


@pytest.fixture
def disk(stage: Stage) -> Database:
    return stage.held.enter_context(journal(stage.folder))


async def test_what_is_owed_is_sent_once_and_in_order(stage: Stage, disk: Database) -> None:
    wang, li = stage.person(0), stage.person(1)
    await wang.start()
    await li.start()
    working = await pump(stage, owing(disk, WANG, WANG, LI, WANG))

    await working.work()
    await working.work()

    assert [one.text for one in wang.replies] == ["notice 0", "notice 1", "notice 3"]
    assert [one.text for one in li.replies] == ["notice 2"]
    assert {state_of(disk, event)[0] for event in range(4)} == {"sent"}


async def test_a_person_who_is_slow_to_reach_holds_up_no_other(
    stage: Stage, disk: Database
) -> None:
    wang, li = stage.person(0), stage.person(1)
    await wang.start()
    await li.start()
    stage.chat.faults.plan("sendMessage", Delay(0.5))
    working = await pump(stage, owing(disk, WANG, LI))

    running = asyncio.create_task(working.work())

    await li.until(lambda: len(li.replies) == 1)
    assert wang.replies == []
    await running
    assert len(wang.replies) == 1


async def test_where_there_is_nothing_to_say_any_more_nothing_is_said(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    working = await pump(stage, owing(disk, WANG))
    stage.desk.says = lambda _: None

    await working.work()

    assert stage.person().replies == []
    assert state_of(disk, 0) == ("dead", 0, "nothing to say any more")


async def test_what_may_have_arrived_is_repeated_once_marked_and_then_left_to_a_person(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Drop(When.AFTER), Fault(502))
    working = await pump(stage, owing(disk, WANG))

    await working.work()
    await working.work()
    first = [one.text for one in stage.person().replies]
    await working.work(REPEAT_AFTER)
    await working.work(timedelta(days=1))

    assert first == ["notice 0"]
    assert stage.chat.faults.left() == 0
    assert [one.text for one in stage.person().replies] == ["notice 0"]
    assert state_of(disk, 0)[0] == "dead"


async def test_a_repeat_that_arrives_says_that_it_is_one(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Drop(When.BEFORE))
    working = await pump(stage, owing(disk, WANG))

    await working.work()
    await working.work(REPEAT_AFTER)

    assert [one.text for one in stage.person().replies] == ["notice 0 (again)"]
    assert state_of(disk, 0)[0] == "sent"


async def test_what_was_not_sent_is_tried_again_no_sooner_than_the_server_wants(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=300))
    working = await pump(stage, owing(disk, WANG))

    await working.work()
    await working.work(timedelta(seconds=299))
    too_soon = stage.person().replies
    await working.work(timedelta(seconds=1))

    assert too_soon == []
    assert [one.text for one in stage.person().replies] == ["notice 0"]


async def test_who_blocked_us_is_owed_nothing_any_more(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    await stage.person().block()
    working = await pump(stage, owing(disk, WANG))

    await working.work()

    assert state_of(disk, 0) == ("dead", 0, "Forbidden: bot was blocked by the user")
    assert [chat for chat, _ in stage.news] == [WANG]


async def test_a_stop_in_between_leaves_it_claimed_and_the_next_start_repeats_it(
    stage: Stage, disk: Database
) -> None:
    wang = stage.person()
    await wang.start()
    working = await pump(stage, owing(disk, WANG))
    is_said = asyncio.Event()

    def say_and_tell(owed: OwedNotice) -> Send:
        is_said.set()
        return say(owed)

    stage.desk.says = say_and_tell
    running = asyncio.create_task(working.work())
    await is_said.wait()

    running.cancel()
    await asyncio.wait([running])
    claimed = state_of(disk, 0)
    again = await pump(stage, SqliteOutbox(disk))
    await again.work(REPEAT_AFTER)

    assert claimed[0] == "claimed"
    assert wang.replies[-1].text == "notice 0 (again)"


async def test_a_notice_we_stumble_over_holds_up_no_other_and_is_given_up_in_the_end(
    stage: Stage, disk: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.person().start()
    working = await pump(stage, owing(disk, WANG, WANG))

    def stumble(owed: OwedNotice) -> Send:
        if owed.notice.subject == "0":
            raise ZeroDivisionError
        return say(owed)

    stage.desk.says = stumble
    for _ in range(MOST_FAULTS):
        await working.work(timedelta(hours=1))

    assert [one.text for one in stage.person().replies] == ["notice 1"]
    assert state_of(disk, 0) == ("dead", 0, "fault")
    assert caplog.messages.count("notice not worded") == 1 + MOST_FAULTS


async def test_what_waits_for_its_turn_is_not_claimed_and_a_held_chat_is_asked_again_later(
    stage: Stage, disk: Database
) -> None:
    await stage.person().start()
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=300))
    working = await pump(stage, owing(disk, WANG, WANG))

    first = await working.work()
    second = await working.work()

    assert first == second == START + timedelta(seconds=300)
    assert disk.ask("select state, attempts from outbox") == [("pending", 1)] * 2


async def test_a_revoked_token_kills_no_notice(stage: Stage, disk: Database) -> None:
    await stage.person().start()
    working = await pump(stage, owing(disk, WANG))
    stage.chat.faults.plan("sendMessage", Fault(401))
    stage.chat.faults.plan("getMe", Fault(401))

    with pytest.raises(TokenRevoked):
        await working.work()

    assert state_of(disk, 0)[:2] == ("pending", 0)
