"""What goes to those who did not ask: notices, reminders, boards, alarms, each in its own round."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from gateway.alarms import Alarms
from gateway.boards import BoardKeeper
from gateway.calls import Calls, Sleep
from gateway.channels.channels import Channels
from gateway.config import Config
from gateway.given import Given
from gateway.looks import Looks
from gateway.notices import Notices
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
        self._channels = Channels(config.channels, config.mail, _true_time, now, sleep)
        self._post = OperatorPost(
            config.operator, self._sender(Rank.USUAL), self._channels, given.word
        )
        self.alarms = Alarms(self._post.tell, now)
        self._alarming = self._round(self.alarms.work)
        self.alarms.poke = self._alarming.poke
        self._prompt = self._make_prompt()
        self._reminders, self._reminding = self._make_reminders(given.reminding)
        self._rounds = Rounds([*self._prompt, *self._reminding, self._alarming])

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Begin, with what was poked for before."""
        self._rounds.start(tasks)

    def done(self) -> None:
        """An update was worked on: it may have owed a notice, or changed a board."""
        for one in self._prompt:
            one.poke()

    def wake(self) -> None:
        """Have everything look: time has passed."""
        self._rounds.poke()

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
        await self._channels.close()

    def _make_prompt(self) -> list[Round]:
        """Those that an update may give something to do."""
        given, rounds = self._given, list[Round]()
        if given.outbox:
            notices = Notices(given.outbox, given.desk, self._sender(Rank.USUAL), given.clock)
            rounds.append(self._round(notices.work))
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
        ways = Ways(
            self._sender(Rank.URGENT), self._sender(Rank.USUAL), self._channels, reminding.addresses
        )
        teller = Teller(reminding, ways, clock, ZoneInfo(zone), alarms)
        looks = Looks(reminding, clock, zone, self._now, alarms)
        reminders = Reminders(reminding, looks, teller, clock)

        async def remind() -> None:
            moment = await reminders.work()
            if moment is not None:
                self._wake_by(moment)

        return reminders, [self._round(remind)]

    def _sender(self, rank: Rank) -> Sender:
        """One that does not wait: what it did not send is kept on disk."""
        calls = self._calls.ranked(rank).without_waiting()
        return Sender(calls, self._given.box, self._given.make_document, self._tell)

    def _round(self, work: Work) -> Round:
        return Round(work, self._sleep, self._failed)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotSaved | OSError):
            self.alarms.tell(say("alarm-disk"))
