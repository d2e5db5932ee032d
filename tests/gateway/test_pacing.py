import asyncio

import pytest

from gateway.pacing import TELEGRAM, UNPACED, Limits, Pace
from tests.gateway.stage import VirtualTime
from workflow.ports import ChatId

pytestmark = pytest.mark.anyio

ONE, OTHER = ChatId(1), ChatId(2)


async def moments(pace: Pace, time: VirtualTime, chat: ChatId | None, count: int) -> list[float]:
    """When each of so many calls, made one after the other, may go; a call takes no time."""
    gone = []
    for _ in range(count):
        async with pace.turn(chat):
            gone.append(time.seconds)
    return gone


async def test_a_chat_gets_a_small_burst_and_then_one_a_second() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, ONE, 6)

    assert gone == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]


async def test_a_group_gets_no_more_than_twenty_in_any_minute() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, ChatId(-1), 60)

    assert gone[:4] == [0.0, 0.0, 0.0, 3.5]
    assert max(sum(start <= one < start + 60 for one in gone) for start in gone) <= 20


async def test_the_burst_comes_back_as_the_chat_rests() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    await moments(pace, time, ONE, 3)
    await time.sleep(2.0)

    gone = await moments(pace, time, ONE, 3)

    assert gone == [2.0, 2.0, 3.0]


async def test_one_chat_does_not_wait_for_another() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    await moments(pace, time, ONE, 3)

    gone = await moments(pace, time, OTHER, 3)

    assert gone == [0.0, 0.0, 0.0]


async def test_told_to_wait_only_the_named_chat_waits_and_then_goes_one_by_one() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    pace.hold(ONE, 5.0)

    other = await moments(pace, time, OTHER, 1)
    held = await moments(pace, time, ONE, 2)

    assert other == [0.0]
    assert held == [5.0, 6.0]


async def test_no_more_than_thirty_calls_go_in_a_second() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)

    gone = await moments(pace, time, None, 61)

    assert [gone.count(second) for second in (0.0, 1.0, 2.0)] == [30, 30, 1]


async def test_a_slot_rests_from_the_answer_on_not_from_the_call() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=1, rest=1.0, spacing=0.0, burst=1), time, time.sleep)
    async with pace.turn(None):
        time.seconds = 5.0  # the answer took five seconds

    gone = await moments(pace, time, None, 1)

    assert gone == [6.0]


async def test_no_more_calls_are_under_way_than_there_are_slots() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=2, rest=0.0, spacing=0.0, burst=1), time, time.sleep)
    under_way, most, answered = 0, 0, asyncio.Event()

    async def call() -> None:
        nonlocal under_way, most
        async with pace.turn(None):
            under_way += 1
            most = max(most, under_way)
            if under_way == 2:
                answered.set()
            await answered.wait()
            under_way -= 1

    await asyncio.gather(*[call() for _ in range(5)])

    assert most == 2


async def test_a_slot_comes_back_after_a_call_that_failed() -> None:
    time = VirtualTime()
    pace = Pace(Limits(slots=1, rest=1.0, spacing=0.0, burst=1), time, time.sleep)
    with pytest.raises(ZeroDivisionError):
        async with pace.turn(None):
            raise ZeroDivisionError

    gone = await moments(pace, time, None, 1)

    assert gone == [1.0]


async def test_switched_off_nothing_waits() -> None:
    time = VirtualTime()
    pace = Pace(UNPACED, time, time.sleep)

    await moments(pace, time, ONE, 200)

    assert time.slept == []


async def test_chats_that_rest_are_forgotten() -> None:
    time = VirtualTime()
    pace = Pace(TELEGRAM, time, time.sleep)
    for number in range(1500):
        await moments(pace, time, ChatId(number), 1)

    remembered = len(pace._spent)  # noqa: SLF001 - the bound of memory is the promise

    assert remembered <= 1001
