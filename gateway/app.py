"""The edge put together: receive, work, send and wake up, until told to stop."""

import asyncio
import functools
import itertools
import logging
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from gateway.calls import Calls, Sleep, back_off
from gateway.config import Config
from gateway.connect import make_bot
from gateway.failures import TokenRevoked
from gateway.files import Files, rules_of
from gateway.lanes import Lanes
from gateway.pacing import TELEGRAM, UNPACED, Pace
from gateway.ports import Clock, Desk, MakeSheet, ReadSheet
from gateway.receiver import Receiver
from gateway.sender import Sender
from gateway.ticker import Ticker, Wake
from gateway.worker import Worker
from workflow.ports import EvidenceBox, Inbox

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
_PURGE_EVERY = timedelta(hours=1)
_ARRIVING = "arriving"

Commands = Mapping[str, tuple[tuple[str, str], ...]]
"""By language: the commands, each with its description."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the gateway stands between, and what it needs of the world."""

    desk: Desk
    inbox: Inbox
    box: EvidenceBox
    make_sheet: MakeSheet
    read_sheet: ReadSheet
    clock: Clock
    new_number: Callable[[], str]
    """A short number for a fault, new each time."""
    commands: Commands
    wake: Wake | None = None
    """What else is to be done at every wake-up."""


class Gateway:
    """One bot on one server; made for one run. `sleep` waits out what failed."""

    def __init__(self, config: Config, given: Given, sleep: Sleep = asyncio.sleep) -> None:
        limits = TELEGRAM if config.limits.pace else UNPACED
        self._config = config
        self._given = given
        self._sleep = sleep
        self._bot = make_bot(config.telegram, limits.slots + 1)
        # Its own pool: whatever the senders do, there is a connection to receive on.
        self._receiving_bot = make_bot(config.telegram, 2)
        self._calls = Calls(self._bot, Pace(limits, time.monotonic, sleep), sleep)
        self._files = Files(
            self._calls,
            rules_of(config.files),
            given.box,
            given.read_sheet,
            config.data.folder / _ARRIVING,
            sleep,
        )
        self._ticker = Ticker(self._wake, given.clock)
        self._told_to_stop = asyncio.Event()
        self._purged: datetime | None = None

    async def run(self) -> None:
        """Serve until `stop` or SIGTERM or SIGINT; then finish what is being done, and return.

        Raises TokenRevoked if the server refuses us.
        """
        self._files.open()
        self._ticker.start()
        try:
            with self._stopped_by_signals():
                await self._serve()
        except ExceptionGroup as group:
            revoked, _ = group.split(TokenRevoked)
            if revoked is None:
                raise
            raise TokenRevoked(*revoked.exceptions[0].args) from None
        finally:
            await self._close()
        log.info("stopped")

    def stop(self) -> None:
        """Ask `run` to come to its end."""
        self._told_to_stop.set()

    def poke(self) -> None:
        """Wake up now: the clock was moved, or something fell due."""
        self._ticker.poke()

    async def _serve(self) -> None:
        given = self._given
        sender = Sender(self._calls, given.box, given.make_sheet)
        worker = Worker(given.desk, given.inbox, self._files, sender, given.clock, given.new_number)
        async with asyncio.TaskGroup() as tasks:
            lanes = Lanes(worker.work, given.inbox.open_rows, tasks)
            receiving = tasks.create_task(self._receive(lanes))
            await self._told_to_stop.wait()
            log.info("stopping")
            receiving.cancel()
            await lanes.stop(DRAIN_SECONDS)

    async def _receive(self, lanes: Lanes) -> None:
        """First what is open since the last life, then what the server has."""
        await self._greet()
        for row in self._given.inbox.open_rows():
            lanes.put(row)
        receiver = Receiver(
            self._receiving_bot, self._given.inbox, lanes, self._given.clock, self._sleep
        )
        await receiver.run()

    async def _greet(self) -> None:
        """Get to know the server, however long it takes to be there."""
        for bot in (self._bot, self._receiving_bot):
            await self._meet(bot)
        log.info("connected", extra={"bot": self._bot.id})
        for language, commands in self._given.commands.items():
            await self._show_commands(language, commands)

    async def _meet(self, bot: Bot) -> None:
        for failures in itertools.count():
            try:
                await self._calls.surely(None, bot.initialize)
            except TelegramError as error:
                log.warning("server not reached", extra={"error": type(error).__name__})
                await self._sleep(back_off(failures))
            else:
                return

    async def _show_commands(self, language: str, commands: tuple[tuple[str, str], ...]) -> None:
        """Fill the command menu; without it the bot serves all the same."""
        shown = [BotCommand(name, description) for name, description in commands]
        codes = [language.partition("-")[0]]
        if language == self._config.language.default:
            codes.append("")  # for people of all other languages
        for code in codes:
            try:
                await self._calls.surely(
                    None,
                    functools.partial(self._bot.set_my_commands, shown, language_code=code or None),
                )
            except TelegramError as error:
                log.warning("commands not shown", extra={"why": error.message})

    async def _wake(self, now: datetime) -> None:
        if self._purged is None or abs(now - self._purged) >= _PURGE_EVERY:
            self._purged = now
            keep = timedelta(days=self._config.inbox.keep_days)
            forgotten = self._given.inbox.purge(now - keep)
            log.info("inbox purged", extra={"rows": forgotten})
        if self._given.wake:
            await self._given.wake(now)

    @contextmanager
    def _stopped_by_signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        try:
            yield
        finally:
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(number)

    async def _close(self) -> None:
        await self._ticker.stop()
        await self._files.close()
        await self._bot.shutdown()
        await self._receiving_bot.shutdown()
