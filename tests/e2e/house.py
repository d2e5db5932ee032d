"""The bot as bot.py wires it, with its local chat on a free port, in the test's own process."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from gateway.config import Config, DataSection, LimitsSection, LocalChatSection
from localchat.clock import ShiftedClock
from localchat.server import LocalChat
from running.serving import local_house
from storage.lock import FolderLock

TUESDAY = datetime(2027, 1, 5, 1, 10, tzinfo=UTC)
"""10 past 9 in Shanghai, the season still before everybody."""


def at_work(moment: datetime = TUESDAY) -> ShiftedClock:
    """A clock that stands still unless somebody moves it: what it shows is the same every day."""
    return ShiftedClock(lambda: moment)


HASTE = 20.0
"""So much faster than ours the gateway's seconds pass: a board rests for 12 of them."""


def hurried() -> float:
    """Seconds that pass faster."""
    return time.monotonic() * HASTE


async def sleep(seconds: float) -> None:
    """The same seconds waited for."""
    await asyncio.sleep(seconds / HASTE)


def settings(folder: Path) -> Config:
    """What is not told stands as it is delivered."""
    return Config(
        data=DataSection(folder=folder),
        local_chat=LocalChatSection(port=0),
        limits=LimitsSection(pace=False),
    )


@asynccontextmanager
async def serving(folder: Path, clock: ShiftedClock | None = None) -> AsyncIterator[LocalChat]:
    """The bot answers inside; leaving stops it as SIGTERM does, so that it can be started again."""
    with FolderLock(folder):
        async with local_house(settings(folder), clock or at_work(), sleep, hurried) as house:
            answering = asyncio.create_task(house.gateway.run())
            try:
                yield house.chat
            finally:
                house.gateway.stop()
                await answering
