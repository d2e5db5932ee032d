"""When a reminder is claimed on disk: as its turn comes, so that little is in doubt after a crash."""

import asyncio
from datetime import timedelta

import pytest

from gateway.pacing import Limits
from gateway.telling import BRIEFLY, STUMBLED_RESTS
from localchat.faults import Delay, Fault
from tests.gateway.reminded import ACME, MAILBOX, NINE, Reminded, journal, owed
from tests.gateway.stage import Stage
from workflow.channels import ChannelKind
from workflow.errors import NotSaved
from workflow.reminders import End, Ending, Recipient

pytestmark = pytest.mark.anyio

WANG, LI = 1001, 1002
ONE_AT_A_TIME = Limits(slots=1, rest=0.0, spacing=0.0, burst=1)


@pytest.fixture
async def reminded(stage: Stage) -> Reminded:
    database = stage.held.enter_context(journal(stage.folder, ACME))
    await stage.person(0).start()
    await stage.person(1).start()
    return Reminded(stage, await stage.calls(ONE_AT_A_TIME), database)


def heard(stage: Stage, number: int = 0) -> list[str]:
    return [one.text for one in stage.person(number).replies]


async def test_what_waits_for_its_turn_is_not_claimed(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG), owed(LI))
    stage.chat.faults.plan("sendMessage", Delay(0.5))

    working = asyncio.create_task(reminded.work())
    await reminded.ledger.claimed.wait()
    claimed = reminded.database.ask("select recipient from sends where state = 'claimed'")
    await working

    assert claimed == [(str(WANG),)]
    assert heard(stage, 0) == heard(stage, 1) == ["M1"]


async def test_what_was_settled_while_it_waited_is_not_said(
    stage: Stage, reminded: Reminded
) -> None:
    other = owed(LI)
    reminded.owe(owed(WANG), other)
    stage.chat.faults.plan("sendMessage", Delay(0.5))

    working = asyncio.create_task(reminded.work())
    await reminded.ledger.claimed.wait()
    reminded.ledger.end({other.key: End(Ending.DONE)}, NINE)
    await working

    assert (heard(stage, 0), heard(stage, 1)) == (["M1"], [])


async def test_what_a_held_chat_is_owed_is_put_off_without_a_claim(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, "M1"))
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=300))
    await reminded.work()
    reminded.owe(owed(WANG, "M2"))

    await reminded.work()  # the chat is held: its turn never comes, and nobody spins
    assert heard(stage) == []
    assert reminded.database.ask("select count(*) from sends") == [(0,)]
    await reminded.work(after=timedelta(seconds=301))

    assert heard(stage) == ["M1 M2"]


async def test_where_the_disk_takes_no_claim_nothing_leaves(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.ledger.claim_trouble = NotSaved()

    with pytest.raises(NotSaved):
        await reminded.work()
    assert heard(stage) == []
    await reminded.work()

    assert heard(stage) == ["M1"]


async def test_what_we_stumble_over_before_it_left_rests_and_is_no_repeat(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.ledger.claim_trouble = RuntimeError("a mistake of ours")

    await reminded.work()
    await reminded.work(after=STUMBLED_RESTS - BRIEFLY)
    await reminded.alarms.work()
    assert heard(stage) == []
    assert len(reminded.alarmed) == 1
    await reminded.work(after=BRIEFLY)

    assert heard(stage) == ["M1"]


async def test_who_went_out_of_reach_while_it_waited_is_passed_over(
    stage: Stage, reminded: Reminded
) -> None:
    lost = owed(WANG)
    reminded.owe(lost)
    reminded.rounds.ends[lost.key] = End(Ending.UNREACHABLE)
    reminded.rounds.chain[Recipient(str(WANG))] = Recipient(str(LI))

    await reminded.work()

    assert (heard(stage, 0), heard(stage, 1)) == ([], ["M1"])
    assert reminded.fate("M1") == ("ended", "sent")


async def test_a_letter_is_claimed_too_before_it_leaves(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG))
    reminded.addresses[Recipient(str(WANG))] = (MAILBOX,)
    stage.chat.faults.plan("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))

    await reminded.work()

    assert reminded.posts.posted == [(MAILBOX.target, "M1")]
    assert reminded.database.ask("select channel, state from sends order by id") == [
        (ChannelKind.MAIL, "sent")
    ]
