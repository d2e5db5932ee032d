"""One recipient told: asked again, claimed on disk, sent by what reaches them, and settled."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from chat.rounds import Digest
from gateway.alarms import Alarms
from gateway.claims import Claim, TakenMeanwhile
from gateway.failures import Fate, TokenRevoked
from gateway.ports import Clock, Reminding
from gateway.sender import Delivery
from gateway.ways import Way, Ways
from messages.say import say
from workflow.errors import NotSaved
from workflow.habits import ONE_DAY, USUAL
from workflow.reminders import End, Ending, Owed, Pending, Recipient, RungKey, Sending

log = logging.getLogger(__name__)

_FIRST_WAIT = timedelta(seconds=30)
_LONGEST_WAIT = timedelta(minutes=15)
BRIEFLY = timedelta(minutes=1)
STUMBLED_RESTS = timedelta(hours=1)
STUCK_AFTER = 8
"""So many attempts in vain are told to the operator."""
NO_WAY = "no way"


@dataclass(frozen=True, slots=True)
class _Message:
    """What one recipient is about to be told."""

    to: Recipient
    digest: Digest
    owed: Mapping[RungKey, Owed]
    attempts: int

    @property
    def keys(self) -> tuple[RungKey, ...]:
        """What is settled with the send."""
        return (*self.digest.covers, *self.digest.folds)

    @property
    def rank(self) -> int:
        """As urgent as the most urgent of it."""
        return min(self.owed[key].rank for key in self.digest.covers)

    def by(self, way: Way) -> Sending:
        """As the ledger claims it."""
        told = self.digest
        return Sending(
            told.ref, self.to, way.channel, told.covers, told.folds, is_repeat=told.is_repeat
        )


class Teller:
    """Tells one recipient at a time; `zone` says when it is morning."""

    def __init__(
        self, reminding: Reminding, ways: Ways, clock: Clock, zone: ZoneInfo, alarms: Alarms
    ) -> None:
        self._watches = reminding.watches
        self._ledger = reminding.ledger
        self._rounds = reminding.rounds
        self._ways = ways
        self._clock = clock
        self._zone = zone
        self._alarms = alarms
        self._unsettled: list[Callable[[], object]] = []

    def settle_what_is_left(self) -> None:
        """What the disk would not take before: it is taken now, or NotSaved is raised again."""
        while self._unsettled:
            self._unsettled[0]()
            self._unsettled.pop(0)

    async def tell(self, to: Recipient) -> None:
        """Settle something of what they are owed by now, and send at most one message.

        Raises TokenRevoked, and NotSaved when the disk refuses.
        """
        now = self._clock()
        pending = self._ledger.pending(to, now)
        digest = self._worded(to, pending, now)
        if digest is None:
            return
        self._pass_over(pending, digest.ends)
        self._ledger.end(digest.ends, now)
        if digest.not_before is not None:
            self._ledger.put_off(digest.covers, max(digest.not_before, now + BRIEFLY))
        elif digest.covers:
            owed = {one.owed.key: one.owed for one in pending}
            attempts = max(one.attempts for one in pending)
            await self._send(_Message(to, digest, owed, attempts))

    def _pass_over(self, pending: Sequence[Pending], ends: Mapping[RungKey, End]) -> None:
        """Who cannot be reached any more was to hear alone: first it is owed to the next."""
        lost = (
            one.owed
            for one in pending
            if one.owed.is_reachable
            and one.owed.key in ends
            and ends[one.owed.key].ending is Ending.UNREACHABLE
        )
        self._watches.owe(owed_to for owed in lost for owed_to in self._rounds.passed_on(owed))

    def _worded(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        """What they hear; None, and they are left alone for an hour, where we stumble over it."""
        try:
            digest = self._rounds.digest(to, pending, now)
        except Exception:
            log.exception("reminder not worded", extra={"to": to})
        else:
            if digest is not None and (digest.covers or digest.ends):
                return digest
        if pending:
            self._alarms.tell(say("alarm-stumbled", count=1))
            self._ledger.put_off([one.owed.key for one in pending], now + STUMBLED_RESTS)
        return None

    async def _send(self, message: _Message) -> None:
        """By one way after the other, until one of them does not refuse."""
        told = message.digest
        ways = self._ways.of(message.to, told, message.rank, message.attempts)
        delivery = Delivery(Fate.PERMANENT, why=NO_WAY)
        for way in ways:
            claim = Claim(partial(self._taken, message.by(way)))
            try:
                delivery = await self._gone(message, way, claim)
            except TakenMeanwhile:
                self._ledger.put_off(message.keys, self._clock() + BRIEFLY)
                return
            if delivery.fate is not Fate.PERMANENT or way is ways[-1]:
                break
            self._free(message, self._clock())
        self._settle(lambda: self._settled(message, delivery))

    def _taken(self, sending: Sending) -> bool:
        return self._ledger.claim(sending, self._clock())

    async def _gone(self, message: _Message, way: Way, claim: Claim) -> Delivery:
        try:
            return await way.go(claim)
        except TakenMeanwhile:
            raise
        except TokenRevoked:
            self._free(message, self._clock())
            raise
        except Exception as error:
            if isinstance(error, NotSaved) and not claim.is_made:
                raise
            log.exception("reminder stumbled over", extra={"to": message.to})
            if claim.is_made:  # whether it left nobody knows: it is said once more, then rests
                return Delivery(Fate.UNKNOWN)
            self._alarms.tell(say("alarm-stumbled", count=1))
            return Delivery(Fate.NOT_SENT, wait=STUMBLED_RESTS.total_seconds())

    def _free(self, message: _Message, again_at: datetime) -> None:
        self._settle(lambda: self._ledger.not_sent(message.digest.ref, again_at))

    def _settle(self, action: Callable[[], object]) -> None:
        """Done now or, where the disk refuses, as soon as it does not."""
        try:
            action()
        except NotSaved:
            self._unsettled.append(action)
            raise

    def _settled(self, message: _Message, delivery: Delivery) -> None:
        ref, now = message.digest.ref, self._clock()
        match delivery.fate:
            case Fate.SENT:
                self._ledger.sent(ref, delivery.message, now)
            case Fate.UNKNOWN:
                self._ledger.unknown(ref, now, _morning_after(now, self._zone))
                if message.digest.is_repeat:
                    self._alarms.tell(say("alarm-failed", count=1))
            case Fate.PERMANENT:
                self._pass_on(message, delivery.why, now)
            case Fate.NOT_SENT | Fate.REVOKED:  # the token was confirmed: an odd 404
                again_at = now + _wait(message.attempts, delivery.wait)
                self._ledger.not_sent(ref, again_at)
                self._ledger.put_off(message.keys, again_at)  # where its turn never came
                if message.attempts + 1 >= STUCK_AFTER:
                    self._alarms.tell(say("alarm-stuck", count=1))

    def _pass_on(self, message: _Message, why: str, now: datetime) -> None:
        """Nobody hears it here: first it is owed to the next, so that a crash leaves it to one."""
        next_ones = (self._rounds.passed_on(message.owed[key]) for key in message.keys)
        self._watches.owe(owed for owed_to in next_ones for owed in owed_to)
        end = End(Ending.UNREACHABLE, why)
        self._ledger.refused(message.digest.ref, end, now)
        self._ledger.end(dict.fromkeys(message.keys, end), now)  # where there was no way to claim
        self._alarms.tell(say("alarm-unreachable", count=1))


def _wait(attempts: int, told: float) -> timedelta:
    """Until the next attempt: what the server wants, else longer and longer."""
    doubled = _FIRST_WAIT * 2.0 ** min(attempts, 10)
    return max(timedelta(seconds=told), min(doubled, _LONGEST_WAIT))


def _morning_after(now: datetime, zone: ZoneInfo) -> datetime:
    """The next usual hour of digests."""
    day = now.astimezone(zone).date()
    today = USUAL.moment(day, zone)
    return today if today > now else USUAL.moment(day + ONE_DAY, zone)
