"""The edge put together: receive, work, send and wake up, until told to stop."""

import asyncio
import logging
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chat.talk import BlockedUs
from gateway.boards import BoardKeeper
from gateway.calls import Calls, Sleep
from gateway.config import Config
from gateway.connect import make_bot
from gateway.failures import News, TokenRevoked
from gateway.files import Files, rules_of
from gateway.greeting import Commands, Menu, meet
from gateway.lanes import Job, Lanes, Learnt
from gateway.notices import Notices
from gateway.pacing import TELEGRAM, UNPACED, Pace
from gateway.ports import Clock, Desk, MakeDocument, ReadSheet
from gateway.receiver import Receiver
from gateway.rooms import Me
from gateway.rounds import Round, Rounds
from gateway.sender import Sender
from gateway.ticker import Ticker, Wake
from gateway.worker import Worker
from workflow.ports import ChatId, EvidenceBox, Inbox
from workflow.posting import Boards, Outbox

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
_PURGE_EVERY = timedelta(hours=1)
_ARRIVING = "arriving"


@dataclass(frozen=True, slots=True)
class Given:
    """What the gateway stands between, and what it needs of the world."""

    desk: Desk
    inbox: Inbox
    box: EvidenceBox
    make_document: MakeDocument
    read_sheet: ReadSheet
    clock: Clock
    new_number: Callable[[], str]
    """A short number for a fault, new each time."""
    commands: Commands
    group_commands: Commands = field(default_factory=dict)
    """Those of the menu in groups; `commands` are those in private."""
    wake: Wake | None = None
    """What else is to be done at every wake-up."""
    met: Callable[[str], None] = lambda _: None
    """Told our username, once the server has said it."""
    unreachable: Callable[[ChatId], None] = lambda _: None
    """Told who cannot be written to: they blocked us, are gone, or never started."""
    outbox: Outbox | None = None
    """The notices owed to people who did not ask; without it none go out."""
    boards: Boards | None = None
    """The boards of groups; without them none is shown."""


class Gateway:
    """One bot on one server; made for one run.

    `sleep` waits out what failed, `now` counts the seconds that pass.
    """

    def __init__(
        self,
        config: Config,
        given: Given,
        sleep: Sleep = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        limits = TELEGRAM if config.limits.pace else UNPACED
        self._config = config
        self._given = given
        self._sleep = sleep
        self._now = now
        self._bot = make_bot(config.telegram, limits.slots + 1)
        # Its own pool: whatever the senders do, there is a connection to receive on.
        self._receiving_bot = make_bot(config.telegram, 2)
        self._calls = Calls(self._bot, Pace(limits, now, sleep), sleep)
        self._files = Files(
            self._calls,
            rules_of(config.files),
            given.box,
            given.read_sheet,
            config.data.folder / _ARRIVING,
            sleep,
        )
        self._ticker = Ticker(self._wake, given.clock)
        self._rounds = self._make_rounds()
        self._lanes: Lanes | None = None
        self._told_to_stop = asyncio.Event()
        self._purged: datetime | None = None
        self._day: date | None = None

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

    def _make_rounds(self) -> Rounds:
        """What goes to those who did not ask: notices to people, boards in groups."""
        given, rounds = self._given, list[Round]()
        if given.outbox:
            sender = self._make_sender(self._calls.without_waiting())
            notices = Notices(given.outbox, given.desk, sender, given.clock)
            rounds.append(Round(notices.work, self._sleep))
        if given.boards:
            keeper = BoardKeeper(
                given.boards, given.desk, self._calls, given.clock, self._now, self._learn
            )
            rounds.append(Round(keeper.work, self._sleep))
        return Rounds(rounds)

    def _make_sender(self, calls: Calls) -> Sender:
        return Sender(calls, self._given.box, self._given.make_document, self._learn)

    async def _serve(self) -> None:
        given = self._given
        sender = self._make_sender(self._calls)
        worker = Worker(
            given.desk, given.inbox, self._files, sender, given.clock, given.new_number, self._me
        )

        async def work(job: Job) -> None:
            await worker.work(job)
            self._rounds.poke()  # it may have owed a notice, or changed a board

        async with asyncio.TaskGroup() as tasks:
            lanes = self._lanes = Lanes(work, given.inbox.next_rows, tasks)
            receiving = tasks.create_task(self._receive(lanes, tasks))
            await self._told_to_stop.wait()
            log.info("stopping")
            receiving.cancel()
            await lanes.stop(DRAIN_SECONDS)
            await self._rounds.stop(DRAIN_SECONDS)

    async def _receive(self, lanes: Lanes, tasks: asyncio.TaskGroup) -> None:
        """First what is open since the last life, then what the server has."""
        await self._greet()
        self._rounds.start(tasks)
        for row in self._given.inbox.open_rows():
            lanes.put(row)
        receiver = Receiver(
            self._receiving_bot, self._given.inbox, lanes, self._given.clock, self._sleep
        )
        await receiver.run()

    async def _greet(self) -> None:
        for bot in (self._bot, self._receiving_bot):
            await meet(bot, self._calls, self._sleep)
        log.info("connected", extra={"bot": self._bot.id})
        self._given.met(self._bot.username)
        menu = Menu(self._calls, self._config.language.default)
        await menu.show(self._given.commands, self._given.group_commands)

    def _me(self) -> Me:
        return Me(self._bot.id, self._bot.username)

    def _learn(self, chat: ChatId, news: News) -> None:
        """Pass on what a refusal told; lost in a crash, it is learnt again from the next one."""
        if not isinstance(news, BlockedUs):
            if self._lanes:
                self._lanes.put(Learnt(chat, self._given.clock(), news))
            return
        try:
            self._given.unreachable(chat)
        except Exception:
            log.exception("unreachable not kept", extra={"chat": chat})

    async def _wake(self, now: datetime) -> None:
        self._begin_day(now)
        self._rounds.poke()
        if self._purged is None or abs(now - self._purged) >= _PURGE_EVERY:
            self._purged = now
            self._purge(now - timedelta(days=self._config.inbox.keep_days))
        if self._given.wake:
            await self._given.wake(now)
            self._rounds.poke()  # it may have owed a notice

    def _purge(self, before: datetime) -> None:
        """Forget what came in, and what went out unasked, and is finished."""
        log.info("inbox purged", extra={"rows": self._given.inbox.purge(before)})
        if self._given.outbox:
            log.info("outbox purged", extra={"notices": self._given.outbox.purge(before)})

    def _begin_day(self, now: datetime) -> None:
        """On a new day, and after a start, every board may say something else."""
        day = now.astimezone(ZoneInfo(self._config.time.zone)).date()
        if day != self._day and self._given.boards:
            self._given.boards.all_stale()
        self._day = day

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
