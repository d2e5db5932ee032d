"""/status with 1,000 companies stored: throughput and p95, beside a bare echo bot."""

import asyncio
import statistics
import sys
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import homes
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from running.rooms import HERE
from workflow.ids import PersonId

COMPANIES = 1_000
PEOPLE = 40
ROUNDS = 25
PAIRS = 3
FIRST_PERSON = 2_000

Start = Callable[[LocalChat], Awaitable[Process]]


@dataclass(frozen=True, slots=True)
class Load:
    """What came of a closed loop of people who ask again as soon as they are answered."""

    per_second: float
    p95: float
    """Milliseconds."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The echo and ours, measured right after each other on servers of the same kind."""

    echo: Load
    ours: Load

    @property
    def throughput(self) -> float:
        """Ours as a part of the echo's."""
        return self.ours.per_second / self.echo.per_second


async def measure(folder: Path) -> Pair:
    """Of three pairs the one in the middle: what else runs on the machine comes and goes."""
    home = folder / "status"
    # A manager each with one company; the clerk of a thousand is measured in `clerk.py`.
    homes.fill(home, COMPANIES, lambda n: PersonId(str(FIRST_PERSON + n if n < PEOPLE else 1)))
    pairs = [
        Pair(await _loaded(_echo), await _loaded(lambda chat: ours(chat, home)))
        for _ in range(PAIRS)
    ]
    return sorted(pairs, key=lambda pair: pair.throughput)[PAIRS // 2]


async def _loaded(start: Start) -> Load:
    people = tuple(Persona(FIRST_PERSON + n, f"P{n}") for n in range(PEOPLE))
    chat = LocalChat(Settings(people=people), ShiftedClock())
    await chat.start()
    try:
        async with running(await start(chat)):
            everybody = [Person(chat, persona.id) for persona in people]
            await asyncio.gather(*(_ask(person, 2) for person in everybody))
            began = time.perf_counter()
            taken = await asyncio.gather(*(_ask(person, ROUNDS) for person in everybody))
            seconds = time.perf_counter() - began
    finally:
        await chat.stop()
    times = [each for one in taken for each in one]
    return Load(len(times) / seconds, statistics.quantiles(times, n=20)[-1] * 1000)


async def _ask(person: Person, rounds: int) -> Sequence[float]:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        asked = await person.say("/status")
        await person.next_reply(asked, timeout=60)
        taken.append(time.perf_counter() - began)
    return taken


@asynccontextmanager
async def running(bot: Process) -> AsyncIterator[None]:
    """The process, ended when that is left."""
    try:
        yield
    finally:
        bot.terminate()
        await bot.wait()


async def _echo(chat: LocalChat) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.echo", chat.base_url, cwd=HERE
    )


async def ours(chat: LocalChat, home: Path) -> Process:
    """The bot on that data folder, talking to that server."""
    config = home / "config.toml"
    config.write_text(settings(chat, home), encoding="utf-8")
    config.chmod(0o600)
    return await asyncio.create_subprocess_exec(
        sys.executable, str(HERE / "bot.py"), "--config", str(config)
    )


def settings(chat: LocalChat, home: Path) -> str:
    """A configuration that talks to the local server, Telegram's limits switched off."""
    return f"""
[telegram]
token = "{chat.settings.token}"
base_url = "{chat.base_url}"
base_file_url = "{chat.base_file_url}"
[data]
folder = "{home}"
[limits]
pace = false
[log]
level = "WARNING"
"""
