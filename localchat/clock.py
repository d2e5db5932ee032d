"""The clock of the local chat: real time plus an offset that people can move."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

Guide = Callable[[], Coroutine[None, None, datetime | None]]
"""Lets everything be done that is due now; the next moment at which something is, if it is known."""

_SHORTEST = timedelta(seconds=1)
_LONGEST = timedelta(days=1)
"""Where nothing is due, one stretch of a travel is a day long: one can watch the days go by."""


def _real_time() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Travel:
    """A way through time, from moment to moment."""

    begun: datetime
    goal: datetime
    ended: asyncio.Event = field(default_factory=asyncio.Event, compare=False)


class ShiftedClock:
    """The real clock plus an offset that people can move; calling it gives an aware UTC datetime."""

    def __init__(self, real: Callable[[], datetime] = _real_time) -> None:
        self._real = real
        self._offset = timedelta()
        self._listeners: list[Callable[[datetime, datetime], None]] = []
        self._guide: Guide | None = None
        self._travel: Travel | None = None

    def __call__(self) -> datetime:
        """The moment it shows, aware, in UTC."""
        return self._real() + self._offset

    @property
    def offset(self) -> timedelta:
        """How far the clock runs ahead of real time; negative if behind."""
        return self._offset

    @property
    def travelling(self) -> Travel | None:
        """The travel that is under way."""
        return self._travel

    def shift(self, by: timedelta) -> None:
        """Move on, or back, and tell the listeners the moments before and after."""
        before = self()
        self._offset += by
        for listener in self._listeners:
            listener(before, before + by)

    def set_to(self, moment: datetime) -> None:
        """Go to an aware moment; raises ValueError for a naive one."""
        if moment.tzinfo is None:
            message = "a moment needs its zone"
            raise ValueError(message)
        self.shift(moment - self())

    def on_move(self, listener: Callable[[datetime, datetime], None]) -> None:
        """From now on call listener(old, new) after every move."""
        self._listeners.append(listener)

    def guided_by(self, guide: Guide) -> None:
        """From now on travel by way of the moments that the guide names."""
        self._guide = guide

    async def travel(self, by: timedelta) -> None:
        """Go forward, stopping wherever something is due; back goes at once.

        Returns when all that is due at the goal is done. A travel that is begun ends the one
        before it, wherever it has come to.
        """
        self.stop()
        if self._guide is None or by <= timedelta():
            self.shift(by)
            return
        travel = self._travel = Travel(self(), self() + by)
        try:
            await self._follow(self._guide, travel)
        finally:
            if not travel.ended.is_set():
                self.stop()

    def stop(self) -> None:
        """End the travel that is under way, wherever it has come to."""
        if self._travel:
            self._travel.ended.set()
        self._travel = None

    async def _follow(self, guide: Guide, travel: Travel) -> None:
        due = await _guided(guide, travel)
        while not travel.ended.is_set() and (left := travel.goal - self()) > timedelta():
            stretch = _LONGEST if due is None else min(max(due - self(), _SHORTEST), _LONGEST)
            self.shift(min(stretch, left))
            due = await _guided(guide, travel)


async def _guided(guide: Guide, travel: Travel) -> datetime | None:
    """Where to go next; who ends the travel does not wait for what is being done."""
    living = asyncio.create_task(guide())
    ended = asyncio.create_task(travel.ended.wait())
    try:
        await asyncio.wait((living, ended), return_when=asyncio.FIRST_COMPLETED)
    finally:
        ended.cancel()
    return living.result() if living.done() else None
