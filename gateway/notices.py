"""Notices out: claimed on disk, said as things are then, sent, and their fate kept."""

import asyncio
import logging
from collections.abc import Iterable
from datetime import timedelta

from gateway.failures import Fate, TokenRevoked
from gateway.ports import Clock, Desk
from gateway.sender import Delivery, Sender
from workflow.ids import PersonId
from workflow.posting import Outbox, OwedNotice

log = logging.getLogger(__name__)

AT_ONCE = 100
REPEAT_AFTER = timedelta(minutes=1)
"""How long the server gets to show that what we do not know of did arrive."""
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
MOST_FAULTS = 8
"""A notice that we ourselves stumble over so often is given up."""


class Notices:
    """Sends what the outbox owes. The sender must not wait: what was not sent is kept on disk."""

    def __init__(self, outbox: Outbox, desk: Desk, sender: Sender, clock: Clock) -> None:
        self._outbox = outbox
        self._desk = desk
        self._sender = sender
        self._clock = clock

    async def work(self) -> None:
        """Send until nothing is due; one at a time to a person, people side by side.

        What is cut off stays claimed: its fate is unknown. Raises TokenRevoked, and what the
        outbox raises when the disk refuses.
        """
        while await self._some():
            pass

    async def _some(self) -> bool:
        """Whether anything was taken from what is due."""
        due = self._outbox.due(self._clock(), AT_ONCE)
        oldest: dict[PersonId, OwedNotice] = {}
        for owed in due:
            oldest.setdefault(owed.notice.to, owed)
        done = await asyncio.gather(*map(self._one, oldest.values()), return_exceptions=True)
        _raise_first(done)
        return any(done)

    async def _one(self, owed: OwedNotice) -> bool:
        if not self._outbox.claim(owed.notice.key, self._clock()):
            return False
        try:
            await self._claimed(owed)
        except TokenRevoked:
            self._put_off(owed)
            raise
        except Exception:
            log.exception("notice not sent", extra={"notice": owed.notice.key})
            self._stumbled(owed)
        return True

    async def _claimed(self, owed: OwedNotice) -> None:
        send = self._desk.notice(owed, self._clock())
        if send is None:
            self._outbox.dead(owed.notice.key, "nothing to say any more", self._clock())
        else:
            self._settle(owed, await self._sender.send(send))

    def _settle(self, owed: OwedNotice, delivery: Delivery) -> None:
        key = owed.notice.key
        match delivery.fate:
            case Fate.SENT:
                self._outbox.sent(key, delivery.message, self._clock())
            case Fate.UNKNOWN:
                self._outbox.unknown(key, self._clock() + REPEAT_AFTER)
            case Fate.PERMANENT:
                self._outbox.dead(key, delivery.why, self._clock())
            case Fate.NOT_SENT | Fate.REVOKED:  # the token was confirmed: an odd 404
                self._put_off(owed, timedelta(seconds=delivery.wait))

    def _put_off(self, owed: OwedNotice, told: timedelta = timedelta()) -> None:
        doubled = _FIRST_WAIT * 2.0 ** min(owed.attempts, 10)
        wait = max(told, min(doubled, _LONGEST_WAIT))
        self._outbox.not_sent(owed.notice.key, self._clock() + wait)

    def _stumbled(self, owed: OwedNotice) -> None:
        if owed.attempts + 1 < MOST_FAULTS:
            self._put_off(owed)
        else:
            self._outbox.dead(owed.notice.key, "fault", self._clock())


def _raise_first(results: Iterable[object]) -> None:
    for result in results:
        if isinstance(result, BaseException):
            raise result
