"""A crowd that is owed a reminder each morning, and lives of the bot whose clock is ahead of ours."""

import asyncio
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from datetime import time as hour
from functools import partial
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.homes import fill
from chat.session import Access, Door
from gateway.app import Gateway
from gateway.calls import Sleep
from gateway.config import Config, load
from gateway.logs import set_up
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from running.rooms import given, open_rooms
from storage.lock import FolderLock
from tests.e2e import lives
from tests.e2e.told import Told
from workflow.ids import PersonId

SHANGHAI = ZoneInfo("Asia/Shanghai")
OPENED = datetime(2027, 1, 5, 10, tzinfo=SHANGHAI)
"""An hour after the companies were opened."""
LATE = date(2027, 4, 9)
"""The law's date is past: from here on each company reminds its manager each morning."""
FIRST = 100_001
MINUTE = timedelta(minutes=1)
PATIENCE = 60.0
A_WHILE = 8.0

NURSERY = multiprocessing.get_context("forkserver")


def morning(day: date) -> datetime:
    """When the digests of that day go out."""
    return datetime.combine(day, hour(9), SHANGHAI)


# --- the bot ----------------------------------------------------------------------------


@contextmanager
def opened(
    config: Config,
    clock: ShiftedClock,
    sleep: Sleep = asyncio.sleep,
    now: Callable[[], float] = time.monotonic,
) -> Iterator[Gateway]:
    """The bot on the server that the configuration names; whoever moves the clock wakes it."""
    with FolderLock(config.data.folder):
        rooms = open_rooms(config, Access(Door.ANYBODY))
        gateway = Gateway(config, given(rooms, clock), sleep, now)
        clock.on_move(lambda _old, _new: gateway.poke())
        try:
            yield gateway
        finally:
            rooms.journal.close()


def live(folder: Path, ahead: timedelta) -> None:
    """A process of its own; SIGUSR1 moves its clock on by a minute."""
    with (folder / "bot.log").open("ab") as log:
        os.dup2(log.fileno(), sys.stderr.fileno())
    config = load(folder / "config.toml", {})
    set_up(config.log.level, config.secrets)
    clock = ShiftedClock()
    clock.shift(ahead)
    asyncio.run(_live(config, clock))


async def _live(config: Config, clock: ShiftedClock) -> None:
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, partial(clock.shift, MINUTE))
    with opened(config, clock) as gateway:
        await gateway.run()


class Life:
    """One process of the bot, begun when its clock showed `at`."""

    def __init__(self, folder: Path, at: datetime) -> None:
        # Loaded once and forked from then on: a start costs what the bot itself needs.
        NURSERY.set_forkserver_preload([live.__module__])
        self._log = folder / "bot.log"
        self.process: ForkServerProcess = NURSERY.Process(
            target=live, args=(folder, at - datetime.now(UTC))
        )
        self.process.start()

    @property
    def is_alive(self) -> bool:
        return self.process.is_alive()

    def move_on(self) -> None:
        """A minute passes on its clock."""
        self._send(signal.SIGUSR1)

    async def kill(self) -> None:
        """kill -9; a life that had ended by itself before fails the test, with its last words."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """SIGTERM; what is under way is finished, if it was up to anything yet."""
        await self._end(signal.SIGTERM, 0)

    def close(self) -> None:
        """End it if it runs."""
        self.process.kill()
        self.process.join()

    async def _end(self, how: signal.Signals, *others: int) -> None:
        self._send(how)
        await asyncio.to_thread(self.process.join)
        assert self.process.exitcode in (-how, *others), self.last_words()

    def _send(self, what: signal.Signals) -> None:
        assert self.process.pid is not None
        os.kill(self.process.pid, what)

    def last_words(self) -> str:
        return self._log.read_text(encoding="utf-8")[-4000:]


# --- the crowd --------------------------------------------------------------------------


class Town:
    """The server, the people on it, and all that they were reminded of; each has one company."""

    def __init__(self, chat: LocalChat, folder: Path) -> None:
        self.chat = chat
        self.folder = folder
        self.told = Told(chat)
        self._life: Life | None = None

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def people(self) -> Sequence[int]:
        return [persona.id for persona in self.chat.settings.people]

    def begin(self, at: datetime) -> Life:
        """Let a life open the folder; it ends with the town at the latest."""
        self._life = Life(self.folder, at)
        return self._life

    async def all_start(self) -> None:
        """Everybody presses START."""
        async with asyncio.TaskGroup() as starting:
            for number in self.people:
                starting.create_task(self._starts(Person(self.chat, number)))

    async def _starts(self, person: Person) -> None:
        await person.next_reply(await person.start(), PATIENCE)

    async def until_told(self, life: Life, count: int) -> None:
        """Wait until so many reminders have come, with a minute more for what is in doubt."""
        async with asyncio.timeout(2 * PATIENCE):
            while len(self.told) < count:
                with suppress(TimeoutError):
                    await self.told.until(count, A_WHILE)
                    return
                life.move_on()

    def strays(self) -> int:
        """How many calls of all lives had no answer though nothing was planned.

        A connection that rested as long as the server keeps one may be closed as it is used.
        """
        return (self.folder / "bot.log").read_text(encoding="utf-8").count("maybe not delivered")

    def close(self) -> None:
        if self._life:
            self._life.close()


@asynccontextmanager
async def town_of(people: int, folder: Path) -> AsyncIterator[Town]:
    """Everybody has a company that was opened in January; nobody has seen the bot."""
    personas = tuple(Persona(FIRST + n, f"P{n}") for n in range(people))
    chat = LocalChat(Settings(people=personas), ShiftedClock())
    await chat.start()
    town = Town(chat, folder)
    config = folder / "config.toml"
    config.write_text(f'{lives.settings(chat)}[trail]\ntell = "off"\n', encoding="utf-8")
    config.chmod(0o600)
    fill(town.data, people, lambda number: PersonId(str(FIRST + number)))
    try:
        async with town.told.listening():
            yield town
    finally:
        town.close()
        await chat.stop()


@asynccontextmanager
async def settled_town(people: int, folder: Path) -> AsyncIterator[Town]:
    """Everybody has started the bot, and was told on the last day before it what came until then."""
    async with town_of(people, folder) as town:
        first = town.begin(OPENED)
        await town.all_start()
        await first.stop()
        before = town.begin(morning(LATE) - timedelta(hours=23))
        await town.until_told(before, people)
        await before.stop()
        yield town
