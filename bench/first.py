"""From opening the data folder to the first reminder that arrives: 100 and 10,000 companies."""

import asyncio
import statistics
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bench import wakes
from bench.status import settings
from chat.session import Access, Door
from gateway.app import Gateway
from gateway.config import load
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from running.rooms import given, open_rooms

SIZES = (100, 10_000)
TIMES = 3
FIRST_PERSON = 1001
PATIENCE = 300.0


async def measure(folder: Path) -> dict[int, float]:
    """Median seconds by the number of companies; ten of them have something due at each start."""
    homes = {size: folder / f"first{size}" for size in SIZES}
    for size, home in homes.items():
        wakes.Home(home, size).close()
    taken: dict[int, list[float]] = {size: [] for size in SIZES}
    for number in range(TIMES):
        for size, home in homes.items():
            taken[size].append(await _once(home, number))
    return {size: statistics.median(seconds) for size, seconds in taken.items()}


async def _once(home: Path, number: int) -> float:
    """A start an hour after the one before: another step of the same people is due."""
    people = tuple(Persona(FIRST_PERSON + n, f"P{n}") for n in range(wakes.DUE * len(wakes.HOURS)))
    clock = ShiftedClock()
    clock.set_to(wakes.BEGIN + timedelta(minutes=90) + timedelta(hours=number))
    chat = LocalChat(Settings(people=people), clock)
    await chat.start()
    config = home / "config.toml"
    config.write_text(settings(chat, home), encoding="utf-8")
    config.chmod(0o600)
    due = [Person(chat, FIRST_PERSON + number * wakes.DUE + n) for n in range(wakes.DUE)]
    asked, *_ = [await person.start() for person in due]
    reader = due[0]
    began = time.perf_counter()
    rooms = open_rooms(load(config, {}), Access(Door.ANYBODY))
    gateway = Gateway(load(config, {}), given(rooms, clock))
    running = asyncio.create_task(gateway.run())
    try:
        await reader.until(lambda: wakes.STEP in _heard(reader, asked), PATIENCE)
        return time.perf_counter() - began
    finally:
        gateway.stop()
        with suppress(asyncio.CancelledError):
            await running
        rooms.journal.close()
        await chat.stop()


def _heard(reader: Person, asked: int) -> str:
    return "\n".join(reply.text for reply in reader.replies_after(asked))
