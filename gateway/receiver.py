"""Updates in: fetched raw, on disk before the next are asked for, then handed to the lanes."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from telegram import Bot
from telegram.error import Conflict, TelegramError

from gateway.calls import Sleep, back_off, confirm_token
from gateway.failures import Fate, classify, told_to_wait
from gateway.lanes import Lanes
from gateway.outages import After, Outages
from gateway.ports import Clock
from gateway.raw import ALLOWED_UPDATES, INLINE, RawJson, raw_update
from gateway.rounds import Failed
from workflow.errors import NotSaved
from workflow.ports import Inbox

log = logging.getLogger(__name__)

_POLL_SECONDS = 30
_READ_SECONDS = _POLL_SECONDS + 10
_CONFLICT_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Hearers:
    """Who is told what comes beside the mail."""

    failed: Failed = lambda _: None
    """The disk refused what came."""
    after: After = lambda *_: None
    """An outage is over."""
    inquire: Callable[[RawJson], None] = lambda _: None
    """An inline query, which never comes to the disk."""


class Receiver:
    """Asks the server for updates until it is cancelled; only TokenRevoked gets out."""

    def __init__(
        self,
        bot: Bot,
        inbox: Inbox,
        lanes: Lanes,
        clock: Clock,
        sleep: Sleep = asyncio.sleep,
        hearers: Hearers = Hearers(),
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._lanes = lanes
        self._clock = clock
        self._sleep = sleep
        self._hearers = hearers
        self._outages = Outages(inbox, lanes.put, hearers.after)
        self._offset: int | None = None
        self._failures = 0

    async def run(self) -> None:
        """Receive, wait where there is trouble, and receive."""
        while True:
            if self._lanes.is_full:
                self._outages.doubt()
                await self._lanes.room()
            try:
                self._take(await self._fetch())
            except TelegramError as error:
                await self._wait_out(error)
            except (NotSaved, OSError) as error:
                # Not confirmed either: the server keeps them until the disk has room again.
                log.exception("updates not kept")
                self._hearers.failed(error)
                await self._pause(back_off(self._failures))
            else:
                self._failures = 0

    async def _fetch(self) -> list[RawJson]:
        """The next updates, raw: one that the library cannot parse must not stop the others."""
        asked = {
            "offset": self._offset,
            "timeout": 0 if self._outages.in_doubt else _POLL_SECONDS,
            "allowed_updates": ALLOWED_UPDATES,
        }
        # Lower case: with its own name the library warns that there is a (parsing) method for it.
        answer = await self._bot.do_api_request("getupdates", asked, read_timeout=_READ_SECONDS)
        if not isinstance(answer, list) or not all(isinstance(one, dict) for one in answer):
            message = "getUpdates answered no list of updates"
            raise TelegramError(message)
        return answer

    def _take(self, updates: Sequence[RawJson]) -> None:
        now = self._clock()
        self._outages.heard(now)
        raw = [kept for kept in map(raw_update, updates) if kept]
        if len(raw) < len(updates):
            log.error("updates without a number", extra={"count": len(updates) - len(raw)})
        if not raw:
            return
        asked = {each["update_id"]: each for each in updates if INLINE in each}
        mail = [each for each in raw if each.update_id not in asked]
        rows = self._inbox.take_in(mail, now) if mail else ()
        # The last of the batch, not the highest ever: after a week of silence ids start anew.
        self._offset = raw[-1].update_id + 1
        for row in rows:
            self._lanes.put(row)
        for each in asked.values():
            self._hearers.inquire(each)

    async def _wait_out(self, error: TelegramError) -> None:
        if classify(error) is Fate.REVOKED:
            await confirm_token(self._bot)
        if isinstance(error, Conflict):
            log.warning("another program receives for this bot")
            await self._pause(_CONFLICT_SECONDS)
            return
        facts = {"error": type(error).__name__, "failures": self._failures + 1}
        log.warning("no updates received", extra=facts)
        await self._pause(told_to_wait(error) or back_off(self._failures))

    async def _pause(self, seconds: float) -> None:
        self._failures += 1
        self._outages.doubt()
        await self._sleep(seconds)
