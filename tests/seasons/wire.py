"""The world outside: it takes messages as drawn, and remembers what reached whom, and when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from chat.rounds import Digest
from gateway.calls import AtTurn
from gateway.failures import Fate
from gateway.sender import Delivery
from gateway.ways import Way
from tests.seasons.crashes import Crashes
from workflow.channels import ChannelKind
from workflow.reminders import Recipient, RungKey, SendRef


class Luck(StrEnum):
    """What becomes of one message."""

    ARRIVES = "arrives"
    REFUSED_FOR_NOW = "refused_for_now"
    ARRIVES_UNKNOWN = "arrives_unknown"
    LOST_UNKNOWN = "lost_unknown"
    BLOCKED = "blocked"
    CRASH_BEFORE = "crash_before"
    CRASH_AFTER = "crash_after"


_FATES = {
    Luck.ARRIVES: Delivery(Fate.SENT, 7),
    Luck.REFUSED_FOR_NOW: Delivery(Fate.NOT_SENT, wait=40),
    Luck.ARRIVES_UNKNOWN: Delivery(Fate.UNKNOWN),
    Luck.LOST_UNKNOWN: Delivery(Fate.UNKNOWN),
    Luck.BLOCKED: Delivery(Fate.PERMANENT, why="blocked"),
}
_REACHES = frozenset({Luck.ARRIVES, Luck.ARRIVES_UNKNOWN, Luck.CRASH_AFTER})


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message that reached somebody."""

    at: datetime
    to: Recipient
    ref: SendRef
    covers: tuple[RungKey, ...]
    folds: tuple[RungKey, ...]
    is_repeat: bool


@dataclass(slots=True)
class Wire:
    """In place of all ways out; `luck` is used up message by message, then all arrive."""

    luck: Iterator[Luck]
    crashes: Crashes
    now: datetime
    arrived: list[Arrived] = field(default_factory=list)
    blocked: list[Recipient] = field(default_factory=list)
    """Who turned out to have shut us out since the town last looked."""
    doubts: Counter[RungKey] = field(default_factory=Counter)
    """How often nobody knows whether it arrived, though we lived on."""

    def of(self, to: Recipient, digest: Digest, rank: int, attempts: int) -> Sequence[Way]:
        """One way for each message."""
        assert rank in (0, 1, 2)
        assert attempts >= 0
        return [Way(ChannelKind.TELEGRAM, lambda at_turn: self._go(to, digest, at_turn))]

    async def _go(self, to: Recipient, digest: Digest, at_turn: AtTurn) -> Delivery:
        self.crashes.look()
        at_turn()
        self.crashes.look()
        luck = next(self.luck, Luck.ARRIVES)
        if luck is Luck.BLOCKED and (to.startswith("-") or "#" in to):
            luck = Luck.ARRIVES  # groups and robots stay
        if luck in _REACHES:
            told = digest
            self.arrived.append(
                Arrived(self.now, to, told.ref, told.covers, told.folds, told.is_repeat)
            )
        if luck in (Luck.CRASH_BEFORE, Luck.CRASH_AFTER):
            self.crashes.fall()
        if luck in (Luck.ARRIVES_UNKNOWN, Luck.LOST_UNKNOWN):
            self.doubts.update((*digest.covers, *digest.folds))
        if luck is Luck.BLOCKED:
            self.blocked.append(to)
        return _FATES[luck]
