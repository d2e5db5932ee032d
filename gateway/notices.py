"""Notices out: held while their reader rests, then claimed on disk, sent, and their fate kept."""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from chat.unasked import Notified
from gateway.claims import Claim, TakenMeanwhile
from gateway.failures import Fate, TokenRevoked
from gateway.ports import Clock, Desk
from gateway.sender import Delivery
from gateway.ways import Way, Ways
from workflow.errors import NotSaved
from workflow.ids import PersonId
from workflow.posting import Outbox, OwedNotice
from workflow.reminders import Recipient

log = logging.getLogger(__name__)

AT_ONCE = 100
"""So many notices are looked at together, and so many of one person's go in one message."""
REPEAT_AFTER = timedelta(minutes=1)
"""How long the server gets to show that what we do not know of did arrive."""
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
MOST_FAULTS = 8
"""A notice that we ourselves stumble over so often is given up."""
NO_WAY = "no way"
NOTHING_TO_SAY = "nothing to say any more"
USUAL = 1
"""Their rank: reminders of the law's dates go before them."""


@dataclass(frozen=True, slots=True)
class Roads:
    """The ways to people: by `aloud` a message rings, by `silent` it does not."""

    aloud: Ways
    silent: Ways

    def of(self, told: Notified, owed: OwedNotice) -> Sequence[Way]:
        """The ways for this message, the one to be tried first before the others."""
        ways = self.silent if told.is_silent else self.aloud
        return ways.of(Recipient(owed.notice.to), told, USUAL, owed.attempts)


class Notices:
    """Sends what the outbox owes. The ways must not wait: what was not sent is kept on disk."""

    def __init__(self, outbox: Outbox, desk: Desk, roads: Roads, clock: Clock) -> None:
        self._outbox = outbox
        self._desk = desk
        self._roads = roads
        self._clock = clock
        self._one_by_one: set[PersonId] = set()
        """For whom we stumbled over several notices at once."""

    def here(self, person: PersonId) -> None:
        """They wrote or pressed something: what was held for them is due."""
        self._outbox.release(person, self._clock())

    async def work(self) -> datetime | None:
        """Send until nothing is due; the next moment at which something is.

        One message at a time to a person, people side by side. What is cut off stays claimed: its
        fate is unknown. Raises TokenRevoked, and what the outbox raises when the disk refuses.
        """
        while await self._some():
            pass
        self._one_by_one.clear()
        return self._outbox.next_moment(self._clock())

    async def _some(self) -> bool:
        """Whether anything became of what is due."""
        due = self._outbox.due(self._clock(), AT_ONCE)
        people = dict.fromkeys(owed.notice.to for owed in due)
        done = await asyncio.gather(*map(self._one, people), return_exceptions=True)
        _raise_first(done)
        return any(done)

    async def _one(self, person: PersonId) -> bool:
        owed = self._outbox.due_to(person, self._clock(), AT_ONCE)
        if person in self._one_by_one:
            owed = owed[:1]
        if not owed:
            return False
        try:
            told = self._desk.notices(owed, self._clock())
        except Exception:
            log.exception("notice not worded", extra={"notice": owed[0].notice.key})
            self._stumbled(person, owed)
            return True
        await self._become(told, {one.notice.key: one for one in owed})
        return bool(told.over or told.covers)

    async def _become(self, told: Notified, owed: Mapping[str, OwedNotice]) -> None:
        for key in told.over:
            self._outbox.dead(key, NOTHING_TO_SAY, self._clock())
        if told.not_before is not None:
            self._outbox.hold(told.covers, told.not_before)
        elif told.covers:
            await self._send(told, owed[told.covers[0]])

    async def _send(self, told: Notified, owed: OwedNotice) -> None:
        """By one way after the other, until one of them does not refuse."""
        key, *with_it = told.covers
        claim = Claim(lambda: self._outbox.claim(key, self._clock(), *with_it))
        delivery = Delivery(Fate.PERMANENT, why=NO_WAY)
        with suppress(TakenMeanwhile):
            for way in self._roads.of(told, owed):
                delivery = await self._gone(owed, way, claim)
                if delivery.fate is not Fate.PERMANENT:
                    break
            claim()  # what was refused before its turn came is settled like anything else
            self._settle(owed, delivery)

    async def _gone(self, owed: OwedNotice, way: Way, claim: Claim) -> Delivery:
        try:
            return await way.go(claim)
        except TakenMeanwhile:
            raise
        except TokenRevoked:
            self._put_off(owed)
            raise
        except Exception as error:
            if isinstance(error, NotSaved) and not claim.is_made:
                raise
            log.exception("notice not sent", extra={"notice": owed.notice.key})
            # Whether what was claimed has left nobody knows: it is said once more, then rests.
            return Delivery(Fate.UNKNOWN) if claim.is_made else _fault(owed)

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

    def _stumbled(self, person: PersonId, owed: Sequence[OwedNotice]) -> None:
        """Of several, they are tried one by one; one alone later, and in the end not any more."""
        if len(owed) > 1:
            self._one_by_one.add(person)
        elif self._outbox.claim(owed[0].notice.key, self._clock()):
            self._settle(owed[0], _fault(owed[0]))


def _fault(owed: OwedNotice) -> Delivery:
    """What becomes of something that we ourselves stumbled over."""
    is_last = owed.attempts + 1 >= MOST_FAULTS
    return Delivery(Fate.PERMANENT if is_last else Fate.NOT_SENT, why="fault")


def _raise_first(results: Iterable[object]) -> None:
    for result in results:
        if isinstance(result, BaseException):
            raise result
