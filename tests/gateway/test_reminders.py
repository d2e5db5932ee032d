"""Reminders over the local chat: asked again, claimed on disk, sent, and every fate settled."""

import asyncio
from datetime import timedelta

import pytest

from gateway.failures import Fate, TokenRevoked
from gateway.pacing import UNPACED
from gateway.telling import STUCK_AFTER, STUMBLED_RESTS
from localchat.faults import Delay, Drop, Fault, When
from tests.gateway.reminded import ACME, MAILBOX, NINE, Reminded, journal, owed
from tests.gateway.stage import Stage
from workflow.channels import Address, ChannelKind
from workflow.errors import NotSaved
from workflow.reminders import End, Ending, Recipient

pytestmark = pytest.mark.anyio

WANG, LI = 1001, 1002
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
async def reminded(stage: Stage) -> Reminded:
    database = stage.held.enter_context(journal(stage.folder, ACME))
    await stage.person(0).start()
    await stage.person(1).start()
    return Reminded(stage, await stage.calls(UNPACED), database)


def heard(stage: Stage, number: int = 0) -> list[str]:
    return [one.text for one in stage.person(number).replies]


async def test_what_one_is_owed_goes_out_as_one_message_and_never_again(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, "M1"), owed(WANG, "M2"), owed(LI, "M1"))

    await reminded.work()
    await reminded.work(after=DAY)

    assert (heard(stage, 0), heard(stage, 1)) == (["M1 M2"], ["M1"])
    assert reminded.fate("M2") == ("ended", "sent")


async def test_what_no_longer_makes_sense_is_ended_and_not_said(
    stage: Stage, reminded: Reminded
) -> None:
    done = owed(WANG, "M1")
    reminded.owe(done)
    reminded.rounds.ends[done.key] = End(Ending.DONE)

    await reminded.work()

    assert heard(stage) == []
    assert reminded.fate("M1") == ("ended", "done")


async def test_in_quiet_hours_it_waits_and_the_end_of_them_is_the_next_moment(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.rounds.not_before = NINE + HOUR

    moment = await reminded.work()
    reminded.rounds.not_before = None
    await reminded.work()

    assert moment == NINE + HOUR
    assert heard(stage) == []
    await reminded.work(after=HOUR)
    assert heard(stage) == ["M1"]


async def test_whoever_is_slow_to_reach_holds_up_no_other(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG), owed(LI))
    stage.chat.faults.plan("sendMessage", Delay(0.5))

    working = asyncio.create_task(reminded.work())

    await stage.person(1).until(lambda: heard(stage, 1) == ["M1"])
    assert heard(stage, 0) == []
    await working
    assert heard(stage, 0) == ["M1"]


async def test_told_to_wait_one_waits_the_others_do_not(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG), owed(LI))
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=300))

    await reminded.work()
    await reminded.work(after=299 * timedelta(seconds=1))

    assert sorted([heard(stage, 0), heard(stage, 1)]) == [[], ["M1"]]
    await reminded.work(after=2 * timedelta(seconds=1))
    assert heard(stage, 0) == heard(stage, 1) == ["M1"]


async def test_a_near_one_that_may_have_arrived_is_repeated_once_marked_and_then_left_to_a_person(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, offset=-1))
    stage.chat.faults.plan("sendMessage", Drop(When.AFTER), Drop(When.AFTER))

    await reminded.work()
    await reminded.work(after=59 * timedelta(seconds=1))
    assert heard(stage) == ["M1"]
    await reminded.work(after=timedelta(seconds=1))
    await reminded.work(after=DAY)

    assert heard(stage) == ["M1", "M1 (again)"]
    assert reminded.fate("M1") == ("ended", "failed")
    await reminded.alarms.work()
    assert reminded.alarmed == ["alarm-failed"]


async def test_a_far_one_that_may_have_arrived_waits_for_the_next_morning(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, offset=-7))
    stage.chat.faults.plan("sendMessage", Drop(When.BEFORE))

    moment = await reminded.work()
    await reminded.work(after=HOUR)

    assert heard(stage) == []
    assert moment == NINE + DAY
    await reminded.work(after=DAY - HOUR)
    assert heard(stage) == ["M1 (again)"]


async def test_who_blocked_us_is_reached_by_their_other_addresses_in_order(
    stage: Stage, reminded: Reminded
) -> None:
    second = Address(ChannelKind.MAIL, "second@example.com")
    reminded.addresses[Recipient(str(WANG))] = (MAILBOX, second)
    reminded.posts.fates[MAILBOX.target] = Fate.PERMANENT
    reminded.owe(owed(WANG))
    stage.chat.faults.plan("sendMessage", Fault(403))

    await reminded.work()

    assert [to for to, _ in reminded.posts.posted] == [MAILBOX.target, second.target]
    assert reminded.fate("M1") == ("ended", "sent")
    assert reminded.database.ask("select channel from sends") == [("mail",)]


async def test_who_cannot_be_reached_at_all_is_passed_over_and_the_next_hears(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.rounds.chain[Recipient(str(WANG))] = Recipient(str(LI))
    stage.chat.faults.plan("sendMessage", Fault(403))

    await reminded.work()

    assert (heard(stage, 0), heard(stage, 1)) == ([], ["M1"])
    endings = reminded.database.ask("select recipient, ending from rungs order by id")
    assert endings == [(str(WANG), "unreachable"), (str(LI), "sent")]
    await reminded.alarms.work()
    assert reminded.alarmed == ["alarm-unreachable"]


async def test_the_next_is_owed_before_the_first_is_given_up(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.rounds.chain[Recipient(str(WANG))] = Recipient(str(LI))
    stage.chat.faults.plan("sendMessage", Fault(403))
    reminded.ledger.trouble = asyncio.CancelledError()

    with pytest.raises(asyncio.CancelledError):
        await reminded.work()

    assert [str(to) for to in reminded.ledger.due(NINE, 9)] == [str(LI)]


async def test_a_robot_hears_by_its_own_address_and_one_that_is_gone_by_none(
    reminded: Reminded,
) -> None:
    reminded.addresses[Recipient("acme#3")] = (MAILBOX,)
    reminded.owe(owed("acme#3", "M1"), owed("acme#4", "M2"))

    await reminded.work()

    assert reminded.posts.posted == [(MAILBOX.target, "M1")]
    assert reminded.fate("M1") == ("ended", "sent")
    assert reminded.fate("M2") == ("ended", "unreachable")


async def test_where_telegram_is_shut_off_the_next_way_is_tried_first_in_the_end(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.addresses[Recipient(str(WANG))] = (MAILBOX,)
    reminded.owe(owed(WANG))
    stage.chat.faults.plan("sendMessage", *[Fault(429, retry_after=1)] * 3)

    for _ in range(4):
        await reminded.work(after=HOUR)

    assert heard(stage) == []
    assert reminded.posts.posted == [(MAILBOX.target, "M1")]


async def test_many_attempts_in_vain_are_told_to_the_operator(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    stage.chat.faults.plan("sendMessage", *[Fault(429, retry_after=1)] * STUCK_AFTER)

    for _ in range(STUCK_AFTER - 1):
        await reminded.work(after=HOUR)
    await reminded.alarms.work()
    assert reminded.alarmed == []
    await reminded.work(after=HOUR)
    await reminded.alarms.work()

    assert reminded.alarmed == ["alarm-stuck"]


async def test_a_revoked_token_stops_all_and_marks_nobody(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG), owed(LI))
    stage.chat.faults.plan("sendMessage", Fault(401), Fault(401))
    stage.chat.faults.plan("getMe", Fault(401), Fault(401))

    with pytest.raises(TokenRevoked):
        await reminded.work()

    assert set(reminded.ledger.due(NINE, 9)) == {str(WANG), str(LI)}
    assert [one.doubted for one in reminded.ledger.pending(Recipient(str(WANG)), NINE)] == [None]


async def test_an_odd_404_is_no_revoked_token(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG))
    stage.chat.faults.plan("sendMessage", Fault(404))

    await reminded.work()
    await reminded.work(after=MINUTE)

    assert heard(stage) == ["M1"]


async def test_what_cannot_be_put_into_words_rests_and_is_told_to_the_operator(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.rounds.trouble = ZeroDivisionError()

    await reminded.work()
    reminded.rounds.trouble = None
    await reminded.work(after=STUMBLED_RESTS - MINUTE)
    assert heard(stage) == []
    await reminded.work(after=MINUTE)

    assert heard(stage) == ["M1"]
    await reminded.alarms.work()
    assert reminded.alarmed == ["alarm-stumbled"]


async def test_what_the_disk_would_not_settle_is_settled_as_soon_as_it_does(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG))
    reminded.ledger.trouble = NotSaved()

    with pytest.raises(NotSaved):
        await reminded.work()
    await reminded.work()

    assert heard(stage) == ["M1"]
    assert reminded.fate("M1") == ("ended", "sent")


async def test_what_is_cut_off_is_unknown_at_the_next_start_and_then_marked(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, offset=0))
    stage.chat.faults.plan("sendMessage", Delay(30))
    working = asyncio.create_task(reminded.work())
    async with asyncio.timeout(5):
        await reminded.ledger.claimed.wait()

    working.cancel()
    await asyncio.wait([working])
    after = Reminded(stage, await stage.calls(UNPACED), reminded.database)
    await after.work(after=MINUTE)

    assert heard(stage) == ["M1 (again)"]


async def test_at_the_end_nothing_new_is_begun(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG))
    reminded.reminders.end()

    await reminded.work()

    assert heard(stage) == []
    assert reminded.fate("M1") == ("pending", None)
