import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from gateway.ticker import Ticker

pytestmark = pytest.mark.anyio

NOW = datetime(2027, 2, 26, 1, 0, tzinfo=UTC)


class Sleeper:
    """Counts how often it is woken, and lets a test wait for that."""

    def __init__(self) -> None:
        self.woken: list[datetime] = []
        self.bell = asyncio.Condition()
        self.meanwhile: dict[int, Callable[[], Awaitable[object]]] = {}

    async def wake(self, now: datetime) -> None:
        self.woken.append(now)
        async with self.bell:
            self.bell.notify_all()
        if len(self.woken) in self.meanwhile:
            await self.meanwhile[len(self.woken)]()

    async def times(self, count: int) -> None:
        async with asyncio.timeout(5), self.bell:
            await self.bell.wait_for(lambda: len(self.woken) >= count)


@asynccontextmanager
async def ticking(sleeper: Sleeper, seconds: float = 3600) -> AsyncIterator[Ticker]:
    ticker = Ticker(sleeper.wake, lambda: NOW, seconds)
    ticker.start()
    yield ticker
    await ticker.stop()


async def test_it_wakes_at_the_start_with_the_time_of_the_clock() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper):
        await sleeper.times(1)

    assert sleeper.woken == [NOW]


async def test_it_wakes_at_every_interval() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper, seconds=0.01):
        await sleeper.times(3)

    assert len(sleeper.woken) >= 3


async def test_a_poke_wakes_at_once() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper) as ticker:
        await sleeper.times(1)
        ticker.poke()
        await sleeper.times(2)

    assert len(sleeper.woken) == 2


async def test_a_poke_during_a_wake_up_is_not_lost() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper) as ticker:

        async def poke() -> None:
            ticker.poke()

        sleeper.meanwhile[1] = poke
        await sleeper.times(2)

    assert len(sleeper.woken) == 2


async def test_a_wake_up_that_fails_is_logged_and_the_next_comes(
    caplog: pytest.LogCaptureFixture,
) -> None:
    sleeper = Sleeper()

    async def fail() -> None:
        raise ZeroDivisionError

    sleeper.meanwhile[1] = fail
    async with ticking(sleeper) as ticker:
        await sleeper.times(1)
        ticker.poke()
        await sleeper.times(2)

    assert "wake-up failed" in caplog.messages


async def test_a_wake_up_under_way_is_finished_before_the_end() -> None:
    sleeper = Sleeper()
    finished = []

    async def take_a_while() -> None:
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        finished.append(True)

    sleeper.meanwhile[1] = take_a_while
    async with ticking(sleeper):
        await sleeper.times(1)

    assert finished == [True]


async def test_a_poke_before_the_start_or_after_the_end_does_no_harm() -> None:
    sleeper = Sleeper()
    ticker = Ticker(sleeper.wake, lambda: NOW, 3600)
    ticker.poke()
    ticker.start()
    await sleeper.times(1)
    await ticker.stop()

    ticker.poke()

    assert len(sleeper.woken) == 1


async def test_it_wakes_at_a_moment_it_was_told_of() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper) as ticker:
        await sleeper.times(1)
        ticker.wake_by(NOW + timedelta(milliseconds=20))
        await sleeper.times(2)

    assert len(sleeper.woken) == 2


async def test_a_moment_that_is_gone_wakes_it_too() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper) as ticker:
        await sleeper.times(1)
        ticker.wake_by(NOW - timedelta(days=1))
        await sleeper.times(2)

    assert len(sleeper.woken) == 2


async def test_a_far_moment_puts_nothing_off() -> None:
    sleeper = Sleeper()

    async with ticking(sleeper, seconds=0.01) as ticker:
        await sleeper.times(1)
        ticker.wake_by(NOW + timedelta(days=1))
        await sleeper.times(3)

    assert len(sleeper.woken) >= 3


async def test_a_moment_told_before_the_start_or_after_the_end_does_no_harm() -> None:
    sleeper = Sleeper()
    ticker = Ticker(sleeper.wake, lambda: NOW, 3600)
    ticker.wake_by(NOW)
    ticker.start()
    await sleeper.times(1)
    await ticker.stop()

    ticker.wake_by(NOW)

    assert len(sleeper.woken) == 1
