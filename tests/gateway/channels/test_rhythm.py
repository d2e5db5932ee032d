"""Each robot in its own rhythm: at most twenty in a minute, and none waits for another."""

import asyncio

import pytest

from gateway.channels.channels import Channels
from gateway.channels.rhythm import Rhythms
from gateway.failures import Fate
from gateway.sender import Delivery
from tests.gateway.channels.robots import OK, Answer, Cut, Got, RobotServer
from tests.gateway.stage import VirtualTime
from workflow.channels import Address, ChannelKind

pytestmark = pytest.mark.anyio

ONE = Address(ChannelKind.WECOM, "one-robot-of-the-group")
OTHER = Address(ChannelKind.WECOM, "the-robot-of-another-group")
TOO_OFTEN = Answer({"errcode": 45009, "errmsg": "api freq out of limit"})


async def moments(
    channels: Channels, server: RobotServer, time: VirtualTime, robot: Address, count: int
) -> list[float]:
    """When each of so many posts, all asked for at once, came in."""
    came: list[float] = []

    async def note(_: Got) -> Answer:
        came.append(time.seconds)
        return OK

    server.script = note
    deliveries = await asyncio.gather(*(channels.post(robot, "", f"{n}") for n in range(count)))
    assert {delivery.fate for delivery in deliveries} == {Fate.SENT}
    return came


async def test_of_twenty_five_messages_the_last_five_wait_for_the_next_minute(
    channels: Channels, server: RobotServer, time: VirtualTime
) -> None:
    came = await moments(channels, server, time, ONE, 25)

    assert came == [0.0] * 20 + [60.0] * 5
    assert server.texts == [f"{n}" for n in range(25)], "in the order they were asked for"


async def test_the_minute_is_counted_from_the_answers(
    channels: Channels, server: RobotServer, time: VirtualTime
) -> None:
    async def answer_after_two_seconds(_: Got) -> Answer:
        time.seconds += 2
        return OK

    server.script = answer_after_two_seconds
    for n in range(21):
        await channels.post(ONE, "", f"{n}")

    assert time.slept == [22.0]  # the first was answered at 2, the twentieth at 40
    assert time.seconds == 64.0


async def test_two_robots_do_not_hold_each_other(
    channels: Channels, server: RobotServer, time: VirtualTime
) -> None:
    await moments(channels, server, time, ONE, 20)

    came = await moments(channels, server, time, OTHER, 20)

    assert came == [0.0] * 20


async def test_a_robot_that_does_not_answer_holds_nobody_else(
    channels: Channels, server: RobotServer
) -> None:
    asked = asyncio.Event()

    async def keep_one_waiting(got: Got) -> Answer:
        if got.query["key"] == ONE.target:
            asked.set()
            await server.never.wait()
            raise Cut
        return OK

    server.script = keep_one_waiting
    waiting = asyncio.create_task(channels.post(ONE, "", "a"))
    await asked.wait()

    delivery = await channels.post(OTHER, "", "b")

    assert delivery.fate is Fate.SENT
    assert not waiting.done()
    assert (await waiting).fate is Fate.UNKNOWN


async def test_told_to_wait_the_robot_is_not_asked_before_and_the_others_go_on(
    channels: Channels, server: RobotServer, time: VirtualTime
) -> None:
    server.answer(TOO_OFTEN, OK)

    refused = await channels.post(ONE, "", "a")
    time.seconds = 20.0
    again = await channels.post(ONE, "", "a")
    other = await channels.post(OTHER, "", "b")
    time.seconds = 60.0
    later = await channels.post(ONE, "", "a")

    assert (refused.fate, refused.wait) == (Fate.NOT_SENT, 60.0)
    assert again == Delivery(Fate.NOT_SENT, wait=40.0, why="told to wait")
    assert (other.fate, later.fate) == (Fate.SENT, Fate.SENT)
    assert server.texts == ["a", "b", "a"]
    assert time.slept == []


async def test_what_stood_in_line_when_the_robot_asked_for_silence_is_not_sent(
    channels: Channels, server: RobotServer
) -> None:
    server.answer(TOO_OFTEN)

    deliveries = await asyncio.gather(*(channels.post(ONE, "", "a") for _ in range(5)))

    assert {delivery.fate for delivery in deliveries} == {Fate.NOT_SENT}
    assert len(server.got) == 1


async def test_a_new_secret_is_no_new_robot(
    channels: Channels, server: RobotServer, time: VirtualTime
) -> None:
    before = Address(ChannelKind.FEISHU, "one-robot-of-the-group", "the-secret-before")
    after = Address(ChannelKind.FEISHU, "one-robot-of-the-group", "the-secret-after")
    await moments(channels, server, time, before, 20)

    came = await moments(channels, server, time, after, 1)

    assert came == [60.0]


async def test_a_post_that_fell_over_counts_and_lets_the_next_one_go(time: VirtualTime) -> None:
    rhythms = Rhythms(time, time.sleep)

    async def fall_over() -> Delivery:
        raise ZeroDivisionError

    async def send() -> Delivery:
        return Delivery(Fate.SENT)

    for _ in range(20):
        with pytest.raises(ZeroDivisionError):
            await rhythms.go(ONE, fall_over)

    assert (await rhythms.go(ONE, send)).fate is Fate.SENT
    assert time.slept == [60.0]


async def test_robots_at_rest_are_forgotten_and_those_told_to_wait_are_not(
    time: VirtualTime,
) -> None:
    rhythms = Rhythms(time, time.sleep)

    async def want_silence() -> Delivery:
        return Delivery(Fate.NOT_SENT, wait=1e9)

    async def send() -> Delivery:
        return Delivery(Fate.SENT)

    await rhythms.go(ONE, want_silence)
    for number in range(2500):
        time.seconds += 0.1
        await rhythms.go(Address(ChannelKind.WECOM, f"robot-number-{number:05}"), send)
    time.seconds += 100

    await rhythms.go(OTHER, send)

    assert (await rhythms.go(ONE, send)).fate is Fate.NOT_SENT
    assert len(rhythms._rhythms) <= 1002  # noqa: SLF001 - the bound of memory is the promise
