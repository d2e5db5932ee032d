"""The edge put together: receive, work, send and wake up, until told to stop."""

import asyncio
import logging
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chat.talk import BlockedUs
from gateway.beside import Beside
from gateway.calls import Calls, Sleep
from gateway.clock_watch import ClockWatch
from gateway.config import Config
from gateway.connect import make_bot
from gateway.errands import Errands
from gateway.failures import News, TokenRevoked
from gateway.files import Files, rules_of
from gateway.given import Given
from gateway.greeting import Menu, meet
from gateway.inline import Inquiries
from gateway.lanes import Job, Lanes, Learnt
from gateway.pacing import TELEGRAM, UNPACED, Pace
from gateway.receiver import Hearers, Receiver
from gateway.rooms import Me
from gateway.sender import Sender
from gateway.ticker import Ticker
from gateway.unasked import Unasked
from gateway.worker import Worker
from workflow.ports import ChatId, InboxRow

log = logging.getLogger(__name__)

DRAIN_SECONDS = 20.0
_PURGE_EVERY = timedelta(hours=1)
LEDGER_KEPT = timedelta(days=3 * 366)
"""So long people can look up who was told what."""
_ARRIVING = "arriving"


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
        self._unasked = Unasked(
            config, given, self._calls, self._learn, self._ticker.wake_by, sleep, now
        )
        self._clock_watch = ClockWatch(
            given.inbox.last_heard(), self._unasked.alarms, self._turn_back
        )
        self._inquiries = Inquiries(self._calls, given.desk, given.clock, now)
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
            await self._unasked.revoked()
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

    async def live(self) -> datetime | None:
        """Do all that is due now; the next moment at which something is. Only while it runs."""
        await self._ticker.wake_now()
        await self._unasked.rest()
        given, now = self._given, self._given.clock()
        reminder = given.reminding.watches.next_moment(now) if given.reminding else None
        notice = given.outbox.next_moment(now) if given.outbox else None
        return min((at for at in (reminder, notice) if at is not None), default=None)

    async def _serve(self) -> None:
        given = self._given
        async with asyncio.TaskGroup() as tasks:
            beside = Beside(self._sender(), tasks)
            worker = self._worker(beside)

            async def work(job: Job) -> None:
                await worker.work(job)
                self._unasked.done(job.chat if isinstance(job, InboxRow) else None)

            lanes = self._lanes = Lanes(work, given.inbox.next_rows, tasks)
            receiving = tasks.create_task(self._receive(lanes, tasks))
            await self._told_to_stop.wait()
            log.info("stopping")
            receiving.cancel()
            self._inquiries.stop()
            await lanes.stop(DRAIN_SECONDS)
            await beside.stop(DRAIN_SECONDS)
            await self._unasked.stop(DRAIN_SECONDS)

    def _sender(self) -> Sender:
        given = self._given
        return Sender(
            self._calls, given.box, given.make_document, self._learn, given.draw, given.write
        )

    def _worker(self, beside: Beside) -> Worker:
        given, channels = self._given, self._unasked.channels
        errands = Errands(
            self._calls, beside.sender, channels, given.desk, given.clock, self._now, beside
        )
        return Worker(
            given.desk, given.inbox, self._files, errands, given.clock, given.new_number, self._me
        )

    async def _receive(self, lanes: Lanes, tasks: asyncio.TaskGroup) -> None:
        """First what is open since the last life, then what the server has."""
        await self._greet()
        self._inquiries.start(tasks)
        self._unasked.start(tasks)
        for row in self._given.inbox.open_rows():
            lanes.put(row)
        receiver = Receiver(
            self._receiving_bot,
            self._given.inbox,
            lanes,
            self._given.clock,
            self._sleep,
            Hearers(self._unasked.failed, self._unasked.after_outage, self._inquiries.put),
        )
        await receiver.run()

    async def _greet(self) -> None:
        for bot in (self._bot, self._receiving_bot):
            await meet(bot, self._calls, self._sleep)
        log.info("connected", extra={"bot": self._bot.id})
        if not self._bot.supports_inline_queries:
            log.warning("inline mode is off: @BotFather turns it on with /setinline")
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
        self._clock_watch.seen(now)
        self._begin_day(now)
        self._unasked.wake()
        if self._purged is None or abs(now - self._purged) >= _PURGE_EVERY:
            self._purged = now
            self._purge(now)
        if self._given.wake:
            await self._given.wake(now)
            self._unasked.done()

    def _purge(self, now: datetime) -> None:
        """Forget what came in, and what went out unasked, and is finished."""
        before = now - timedelta(days=self._config.inbox.keep_days)
        log.info("inbox purged", extra={"rows": self._given.inbox.purge(before)})
        if self._given.outbox:
            log.info("outbox purged", extra={"notices": self._given.outbox.purge(before)})
        if self._given.reminding:
            rungs = self._given.reminding.ledger.purge(now - LEDGER_KEPT)
            log.info("ledger purged", extra={"rungs": rungs})

    def _turn_back(self, now: datetime) -> int:
        reminding = self._given.reminding
        return reminding.watches.turn_back(now) if reminding else 0

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
        await self._unasked.close()
        await self._bot.shutdown()
        await self._receiving_bot.shutdown()
