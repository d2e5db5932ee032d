"""What goes to those who did not ask: notices, reminders, boards, alarms, each in its own round."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gateway.alarms import Alarms
from gateway.boards import BoardKeeper
from gateway.calls import Calls, Sleep
from gateway.channels.channels import Channels
from gateway.config import Config
from gateway.given import Given
from gateway.looks import Looks
from gateway.missed import Missed
from gateway.notices import Notices, Roads
from gateway.operator_post import OperatorPost
from gateway.pacing import Rank
from gateway.ports import Reminding
from gateway.reminders import Reminders
from gateway.rounds import Round, Rounds, Work
from gateway.sender import Sender, Tell
from gateway.telling import Teller
from gateway.ways import Ways
from messages.say import say
from workflow.errors import NotSaved
from workflow.ids import PersonId
from workflow.ports import ChatId
from workflow.posting import Outbox

_LETTER_SECONDS = 20.0


def _true_time() -> datetime:
    """Whatever the clock has been moved to: robots refuse signatures that are an hour off."""
    return datetime.now(UTC)


class Unasked:
    """All rounds of one gateway; `wake_by` is told when there is something to do next.

    `sleep` waits out what failed, `now` counts the seconds that pass.
    """

    def __init__(
        self,
        config: Config,
        given: Given,
        calls: Calls,
        tell: Tell,
        wake_by: Callable[[datetime], None],
        sleep: Sleep,
        now: Callable[[], float],
    ) -> None:
        self._config = config
        self._given = given
        self._calls = calls
        self._tell = tell
        self._wake_by = wake_by
        self._sleep = sleep
        self._now = now
        self.channels = Channels(config.channels, config.mail, _true_time, now, sleep)
        self._post = OperatorPost(
            config.operator, self._sender(Rank.USUAL), self.channels, given.word
        )
        self.alarms = Alarms(self._post.tell, now)
        self._alarming = self._round(self.alarms.work)
        self.alarms.poke = self._alarming.poke
        self._notices = self._make_notices(given.outbox)
        self._prompt = self._make_prompt()
        self._reminders, self._reminding = self._make_reminders(given.reminding)
        self._missed = self._make_missed()
        missing = self._round(self._missed.work)
        self._missed.poke = missing.poke
        self._rounds = Rounds([*self._prompt, *self._reminding, self._alarming, missing])

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Begin, with what was poked for before."""
        self._rounds.start(tasks)

    def done(self, chat: ChatId | None = None) -> None:
        """Something was worked on, an update from `chat`: it may have owed a notice, or changed a board.

        Whoever wrote is here: they hear at once what was held for them.
        """
        if chat is not None and self._notices:
            self._notices.here(PersonId(str(chat)))
        for one in self._prompt:
            one.poke()

    def wake(self) -> None:
        """Have everything look: time has passed."""
        self._rounds.poke()

    def failed(self, error: Exception) -> None:
        """Something could not be done: the operator is told where the disk refuses."""
        if isinstance(error, NotSaved | OSError):
            self.alarms.tell(say("alarm-disk"))

    def after_outage(self, gone: datetime, back: datetime, others: Collection[ChatId]) -> None:
        """The server did not hear of us for so long; the `others` are told anyway."""
        self._missed.after(gone, back, others)

    async def rest(self) -> None:
        """Wait until all have done what they were poked for."""
        await self._rounds.rest()

    async def stop(self, seconds: float) -> None:
        """Let what is being done be finished, but not longer than this."""
        if self._reminders:
            self._reminders.end()
        await self._rounds.stop(seconds)

    async def revoked(self) -> None:
        """The last word of a bot whose token is refused: a letter."""
        alarm = say("alarm-revoked")
        self.alarms.tell(alarm)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_LETTER_SECONDS):
                await self._post.mail(alarm)

    async def close(self) -> None:
        """Close the connections."""
        await self.channels.close()

    def _make_prompt(self) -> list[Round]:
        """Those that an update may give something to do."""
        given, rounds = self._given, list[Round]()
        if self._notices:
            rounds.append(self._round(self._waking(self._notices.work)))
        if given.boards:
            calls = self._calls.ranked(Rank.BOARD)
            keeper = BoardKeeper(
                given.boards, given.desk, calls, given.clock, self._now, self._tell
            )
            rounds.append(self._round(keeper.work))
        return rounds

    def _make_reminders(self, reminding: Reminding | None) -> tuple[Reminders | None, list[Round]]:
        if reminding is None:
            return None, []
        clock, alarms, zone = self._given.clock, self.alarms, self._config.time.zone
        teller = Teller(reminding, self._ways(), clock, ZoneInfo(zone), alarms)
        looks = Looks(reminding, clock, zone, self._now, alarms)
        reminders = Reminders(reminding, looks, teller, clock)
        return reminders, [self._round(self._waking(reminders.work))]

    def _make_notices(self, outbox: Outbox | None) -> Notices | None:
        if outbox is None:
            return None
        roads = Roads(self._ways(), self._ways(silent=True))
        return Notices(outbox, self._given.desk, roads, self._given.clock)

    def _make_missed(self) -> Missed:
        given, sender = self._given, self._sender(Rank.USUAL, silent=True)
        return Missed(given.inbox, given.people_told, given.desk, sender, given.clock)

    def _ways(self, *, silent: bool = False) -> Ways:
        reminding = self._given.reminding
        return Ways(
            urgent=self._sender(Rank.URGENT, silent=silent),
            usual=self._sender(Rank.USUAL, silent=silent),
            channels=self.channels,
            addresses=reminding.addresses if reminding else lambda _: (),
        )

    def _sender(self, rank: Rank, *, silent: bool = False) -> Sender:
        """One that does not wait: what it did not send is kept on disk."""
        calls, given = self._calls.ranked(rank).without_waiting(), self._given
        return Sender(calls, given.box, given.make_document, self._tell, silent=silent)

    def _waking(self, work: Callable[[], Awaitable[datetime | None]]) -> Work:
        """The work, after which we are woken at the moment it names."""

        async def working() -> None:
            moment = await work()
            if moment is not None:
                self._wake_by(moment)

        return working

    def _round(self, work: Work) -> Round:
        return Round(work, self._sleep, self.failed)
