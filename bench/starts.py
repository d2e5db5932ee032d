"""From the start of the process to its first answer, and its memory: 10 and 10,000 companies."""

import asyncio
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bench import homes
from bench.status import settings
from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat, Settings
from running.rooms import HERE
from workflow.ids import PersonId

TIMES = 5
SIZES = (10, 10_000)
PERSON = 1001


@dataclass(frozen=True, slots=True)
class Start:
    """Medians over several starts."""

    seconds: float
    megabytes: float


async def measure(folder: Path) -> dict[int, Start]:
    """Starts of both sizes, taken in turns."""
    homes_of = {size: folder / f"start{size}" for size in SIZES}
    for size, home in homes_of.items():
        homes.fill(home, size, lambda number: PersonId(str(PERSON if not number else 8)))
    taken: dict[int, list[Start]] = {size: [] for size in SIZES}
    for _ in range(TIMES):
        for size, home in homes_of.items():
            taken[size].append(await _once(home))
    return {
        size: Start(
            statistics.median(one.seconds for one in starts),
            statistics.median(one.megabytes for one in starts),
        )
        for size, starts in taken.items()
    }


async def _once(home: Path) -> Start:
    chat = LocalChat(Settings(), ShiftedClock())
    await chat.start()
    config = home / "config.toml"
    config.write_text(settings(chat, home), encoding="utf-8")
    config.chmod(0o600)
    person = Person(chat, PERSON)
    asked = await person.say("/status")
    began = time.perf_counter()
    bot = await asyncio.create_subprocess_exec(
        sys.executable, str(HERE / "bot.py"), "--config", str(config)
    )
    try:
        await person.next_reply(asked, timeout=120)
        return Start(time.perf_counter() - began, _memory(bot.pid))
    finally:
        bot.terminate()
        await bot.wait()
        await chat.stop()


def _memory(process: int) -> float:
    """The most it ever held, in MB (VmHWM of Linux)."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
