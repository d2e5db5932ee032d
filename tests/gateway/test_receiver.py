import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from gateway.failures import TokenRevoked
from gateway.operator_config import OperatorSection
from localchat.faults import Drop, Fault, When
from localchat.person import Person
from storage.memory import MemoryInbox
from tests.gateway.stage import Stage
from workflow.errors import NotSaved
from workflow.ports import ChatId, InboxRow, RawUpdate

pytestmark = pytest.mark.anyio


async def answered(person: Person, *texts: str) -> None:
    """Say these, one after the other, and wait for the answer to each."""
    for text in texts:
        await person.next_reply(after=await person.say(text))


class FullInbox(MemoryInbox):
    """Refuses the first updates, as a full disk does."""

    def take_in(self, updates: Sequence[RawUpdate], at: datetime) -> tuple[InboxRow, ...]:
        if updates and not self.aside:
            self.aside = {updates[0].update_id: "refused once"}  # type: ignore[dict-item]
            raise NotSaved
        return MemoryInbox.take_in(self, updates, at)


async def test_updates_the_disk_refuses_stay_with_the_server_until_there_is_room(
    stage: Stage,
) -> None:
    wang = stage.person()
    stage.inbox = stage.desk.inbox = FullInbox()
    stage.run()

    await answered(wang, "one")

    assert [reply.text for reply in wang.replies] == ["one"]
    assert stage.time.slept == [0.5]


class FullDisk(MemoryInbox):
    """Refuses three times whatever comes, and whatever is noted."""

    refusals = 3

    def heard(self, at: datetime) -> None:
        if self.refusals:
            self.refusals -= 1
            raise NotSaved
        MemoryInbox.heard(self, at)


async def test_a_disk_that_refuses_what_came_is_told_to_the_operator_once(stage: Stage) -> None:
    wang, operator = stage.person(0), stage.person(4)
    await operator.start()
    stage.inbox = stage.desk.inbox = FullDisk()
    section = OperatorSection(chat=operator.id)
    stage.run(stage.gateway(stage.config.model_copy(update={"operator": section})))

    await answered(wang, "one")

    await operator.until(lambda: "alarm" in [reply.text for reply in operator.replies])
    assert [reply.text for reply in operator.replies].count("alarm") == 1
    assert stage.time.slept == [0.5, 1.0, 2.0]


async def test_an_outage_that_ended_while_the_disk_refused_is_still_told(stage: Stage) -> None:
    wang = stage.person()
    stage.inbox = stage.desk.inbox = FullDisk()
    gone = stage.clock() - timedelta(minutes=10)
    stage.inbox.take_in([RawUpdate(900, ChatId(wang.id), "{}")], gone)
    stage.inbox.rows.clear()
    stage.inbox.last = gone
    stage.run()

    await wang.say("one")

    await wang.until(lambda: len(wang.replies) == 2)
    assert stage.desk.outages == [wang.id]


async def test_when_ids_start_anew_after_a_quiet_week_the_bot_is_not_deaf(stage: Stage) -> None:
    wang = stage.person()
    stage.chat.exchange.updates.renumber(500_000)
    stage.run()
    await answered(wang, "one", "two")

    stage.chat.exchange.updates.renumber(7)
    calls = await stage.calls()
    await calls.bot.get_updates(timeout=0)  # ends the call that waits; the next asks anew
    await answered(wang, "three", "four")

    assert stage.desk.texts == ["one", "two", "three", "four"]
    assert [update.update_id for _, update, _ in stage.inbox.taken] == [500_000, 500_001, 7, 8]
    assert stage.chat.exchange.updates.pending() <= 1  # the new low ids are confirmed as well


async def test_another_receiver_is_told_in_the_log_and_waited_for(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    stage.chat.faults.plan("getUpdates", Fault(409))
    stage.run()

    await answered(stage.person(), "one")

    assert "another program receives for this bot" in caplog.messages
    assert stage.time.slept == [10.0]


async def test_trouble_is_waited_out_ever_longer(stage: Stage) -> None:
    faults = (Fault(502), Drop(When.BEFORE), Drop(When.AFTER), Fault(429, retry_after=7))
    stage.chat.faults.plan("getUpdates", *faults)
    stage.run()

    await answered(stage.person(), "one")

    assert stage.time.slept == [0.5, 1.0, 2.0, 7.0]


async def test_a_404_alone_is_not_a_revoked_token(stage: Stage) -> None:
    stage.chat.faults.plan("getUpdates", Fault(404))
    stage.run()

    await answered(stage.person(), "one")

    assert stage.time.slept == [0.5]


async def test_a_token_revoked_while_we_run_ends_the_run(stage: Stage) -> None:
    running = stage.run()
    await answered(stage.person(), "one")
    stage.chat.faults.plan("getMe", Fault(401))
    stage.chat.faults.plan("sendMessage", Fault(401))
    await stage.person().say("two")

    with pytest.raises(TokenRevoked):
        await running

    assert [row.state for row in stage.inbox.open_rows()] == ["applied"]


async def test_an_update_that_comes_twice_is_answered_once(stage: Stage) -> None:
    wang = stage.person()
    first = stage.run()
    await answered(wang, "one")
    first.cancel()  # before the next call could confirm it
    await asyncio.wait([first])
    stage.run()

    await wang.say("two")

    await wang.until(lambda: wang.replies[-1].text == "two")
    assert stage.desk.texts == ["one", "two"]
