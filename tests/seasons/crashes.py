"""Death between any two writes: the ledger and the watches as a process sees them that may die."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from workflow.ledger import Ledger, Watches
from workflow.reminders import (
    End,
    Looked,
    Owed,
    Pending,
    Recipient,
    RungKey,
    Sending,
    SendRef,
    Waking,
)

P = ParamSpec("P")
R = TypeVar("R")


class Died(BaseException):
    """The process is no more."""


class Crashes:
    """Counts the writes of all lives; dies before or after those that were drawn."""

    def __init__(self, before: Collection[int], after: Collection[int]) -> None:
        self._before = before
        self._after = after
        self._writes = 0
        self._is_dead = False
        self.deaths = 0

    def rise(self) -> None:
        """A new process."""
        self._is_dead = False

    def look(self) -> None:
        """The dead do nothing."""
        if self._is_dead:
            raise Died

    def fall(self) -> None:
        """Die here."""
        self._is_dead = True
        self.deaths += 1
        raise Died

    def writing(self, write: Callable[P, R]) -> Callable[P, R]:
        """The same write, of a process that may die before or after it."""

        @wraps(write)
        def done(*args: P.args, **kwargs: P.kwargs) -> R:
            self.look()
            self._writes += 1
            if self._writes in self._before:
                self.fall()
            result = write(*args, **kwargs)
            if self._writes in self._after:
                self.fall()
            return result

        return done


class MortalWatches:
    """Watches whose user may die."""

    def __init__(self, kept: Watches, crashes: Crashes) -> None:
        self._kept = kept
        self._writing = crashes.writing

    def waking(self, now: datetime, limit: int) -> tuple[Waking, ...]:
        return self._kept.waking(now, limit)

    def looked(self, waking: Waking, looked: Looked, now: datetime) -> None:
        self._writing(self._kept.looked)(waking, looked, now)

    def again(self, waking: Waking, at: datetime) -> None:
        self._writing(self._kept.again)(waking, at)

    def owe(self, owed: Iterable[Owed]) -> None:
        self._writing(self._kept.owe)(owed)

    def next_moment(self, now: datetime) -> datetime | None:
        return self._kept.next_moment(now)

    def turn_back(self, now: datetime) -> int:
        return self._writing(self._kept.turn_back)(now)


class MortalLedger:
    """A ledger whose user may die."""

    def __init__(self, kept: Ledger, crashes: Crashes) -> None:
        self._kept = kept
        self._writing = crashes.writing

    def due(self, now: datetime, limit: int) -> tuple[Recipient, ...]:
        return self._kept.due(now, limit)

    def pending(self, to: Recipient, now: datetime) -> tuple[Pending, ...]:
        return self._kept.pending(to, now)

    def end(self, ends: Mapping[RungKey, End], now: datetime) -> None:
        self._writing(self._kept.end)(ends, now)

    def put_off(self, keys: Collection[RungKey], until: datetime) -> None:
        self._writing(self._kept.put_off)(keys, until)

    def claim(self, sending: Sending, now: datetime) -> bool:
        return self._writing(self._kept.claim)(sending, now)

    def sent(self, ref: SendRef, message: int, now: datetime) -> None:
        self._writing(self._kept.sent)(ref, message, now)

    def not_sent(self, ref: SendRef, again_at: datetime) -> None:
        self._writing(self._kept.not_sent)(ref, again_at)

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        self._writing(self._kept.unknown)(ref, now, morning)

    def refused(self, ref: SendRef, end: End, now: datetime) -> tuple[Owed, ...]:
        return self._writing(self._kept.refused)(ref, end, now)

    def purge(self, before: datetime) -> int:
        return self._writing(self._kept.purge)(before)
