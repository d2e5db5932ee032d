"""kill -9 of the whole bot at random moments of a stream of ticks by several people."""

import asyncio
import statistics
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.server import LocalChat, Settings
from tests.e2e.lives import Lives
from tests.e2e.remains import acknowledged_and_missing, require_whole
from tests.e2e.ticking import Ticker

pytestmark = pytest.mark.anyio

KILLS = 210
LONGEST_LIFE = 9
"""A life ends after fewer acknowledgements than this."""
HESITATION = 0.03
"""Seconds from the last of them to the kill, at most: the length of a few ticks."""
EARLY, INFANCY = 0.15, 0.8
"""How many lives end while they begin, and within how many seconds."""
COMPANIES = {"甲公司": "91110108MA01ABCD2H", "乙公司": "91310115MA1K3XYT14"}
PEOPLE = tuple(Persona(2001 + n, f"经办{n}") for n in range(len(COMPANIES)))


class Campaign:
    """People who tick on and on, and the bot they tick with, killed again and again."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.tickers = [Ticker(chat, person.id) for person in PEOPLE]
        self.lives = Lives(chat, folder)
        self.restarts: list[float] = []
        """Seconds from opening the folder to the first acknowledgement."""
        self._news = asyncio.Event()

    @property
    def acknowledged(self) -> int:
        return sum(ticker.acknowledged for ticker in self.tickers)

    @property
    def sent(self) -> int:
        return sum(ticker.sent for ticker in self.tickers)

    @asynccontextmanager
    async def under_way(self) -> AsyncIterator[None]:
        """Everybody ticks inside."""
        async with asyncio.TaskGroup() as tasks:
            running = [tasks.create_task(self._tick_on(each)) for each in self.tickers]
            yield
            for task in running:
                task.cancel()

    async def live_and_die(self, chance: Random) -> None:
        """One life, from the opening of the folder to the kill."""
        began, before = monotonic(), self.acknowledged
        self.lives.begin()
        if chance.random() < EARLY:
            await asyncio.sleep(chance.random() * INFANCY)
        else:
            await self.reach(before + 1)
            self.restarts.append(monotonic() - began)
            await self.reach(before + chance.randrange(1, LONGEST_LIFE))
            await asyncio.sleep(chance.random() * HESITATION)
        self.lives.kill()

    async def reach(self, acknowledgements: int) -> None:
        """Wait until so many have come."""
        while self.acknowledged < acknowledgements:
            self._news.clear()
            await self._news.wait()

    async def _tick_on(self, ticker: Ticker) -> None:
        while True:
            while not ticker.is_ahead:
                await ticker.tick()
            await ticker.hear(ticker.acknowledged + 1)
            self._news.set()


@asynccontextmanager
async def campaign_in(folder: Path) -> AsyncIterator[Campaign]:
    """The people settled in, no bot running."""
    chat = LocalChat(Settings(people=PEOPLE), ShiftedClock())
    await chat.start()
    fought = Campaign(chat, folder)
    try:
        fought.lives.begin()
        for ticker, (name, code) in zip(fought.tickers, COMPANIES.items(), strict=True):
            await ticker.settle_in(name, code)
        fought.lives.kill()
        yield fought
    finally:
        fought.lives.close()
        await chat.stop()


async def fight(folder: Path, kills: int) -> str:
    """Kill so often, look after every kill, then let the last life finish; the figures."""
    began = monotonic()
    async with campaign_in(folder) as fought:
        async with fought.under_way():
            for kill in range(kills):
                await fought.live_and_die(Random(kill))  # noqa: S311 - a seed replays a failure
                for ticker in fought.tickers:
                    ticker.look()
                    assert acknowledged_and_missing(fought.lives.data, ticker) == []
        fought.lives.begin()
        for ticker in fought.tickers:
            await ticker.hear(ticker.sent)
        fought.lives.stop()
        require_whole(fought.lives.data, fought.tickers)
    return (
        f"{kills} kills, {fought.sent} ticks, all acknowledged and kept once, "
        f"first answer after a restart: median {statistics.median(fought.restarts):.2f} s, "
        f"worst {max(fought.restarts):.2f} s; {monotonic() - began:.0f} s in all"
    )


async def test_a_few_kills_lose_nothing_and_repeat_nothing(tmp_path: Path) -> None:
    figures = await fight(tmp_path, 3)

    assert figures.startswith("3 kills")


@pytest.mark.slow
async def test_many_kills_lose_nothing_and_repeat_nothing(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figures = await fight(tmp_path, KILLS)

    assert figures.startswith(f"{KILLS} kills")
    figure(figures)
