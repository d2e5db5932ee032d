"""Telegram's limits kept: how many calls at once and a second, how many to one chat, who first."""

import asyncio
import heapq
from bisect import insort
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum

from workflow.ports import ChatId

_MANY_CHATS = 1_000
PATIENCE = 15.0
"""Seconds that somebody who must not wait waits for a chat all the same: its usual rhythm."""
LONGEST_WAITING = 10
"""Each so-many-th turn goes to whoever has waited longest, however low: nobody starves."""


class Rank(IntEnum):
    """Who goes first where not all can go at once."""

    ANSWER = 0
    URGENT = 1
    """Reminders of the law's dates and of the last day."""
    USUAL = 2
    BOARD = 3


class ChatHeld(Exception):
    """A chat takes nothing for `seconds` and whoever asked must not wait for it."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"not for {seconds:.0f} s")
        self.seconds = seconds


@dataclass(frozen=True, slots=True)
class Limits:
    """`slots` calls at a time, each slot resting `rest` seconds after the answer.

    To one chat a message each `spacing` seconds, after a pause up to `burst` without waiting; to
    a group each `group_spacing`.
    """

    slots: int
    rest: float
    spacing: float
    burst: int
    group_spacing: float = 0.0

    def spacing_of(self, chat: ChatId) -> float:
        """Seconds from message to message; the ids of groups are negative."""
        return self.spacing if chat > 0 else self.group_spacing


TELEGRAM = Limits(slots=30, rest=1.0, spacing=1.0, burst=3, group_spacing=3.5)
"""Freed a second after the *answer*, 30 slots got no 429 at all where 28.6/s got many.

A group takes 20 messages a minute, edits included: the burst and one each 3.5 s are just that.
"""
UNPACED = Limits(slots=3, rest=0.0, spacing=0.0, burst=1)
"""More at once bring nothing on one machine: the HTTP pool looks at each connection each time."""


@dataclass(order=True, slots=True)
class _Place:
    """Somebody's place in the queue."""

    rank: Rank
    number: int
    chat: ChatId | None = field(compare=False)
    is_patient: bool = field(compare=False)
    granted: asyncio.Future[None] = field(compare=False)


class Pace:
    """Lets calls go when the limits allow it; `now` in seconds, rising; `sleep` waits them."""

    def __init__(
        self,
        limits: Limits,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._limits = limits
        self._now = now
        self._sleep = sleep
        self._rested = [float("-inf")] * limits.slots
        """Of the slots that are not in use: when they have rested."""
        self._spent: dict[ChatId, float] = {}
        """When a chat will have its whole burst again: each call moves it on by one spacing."""
        self._queue: list[_Place] = []
        self._turns = 0
        self._numbers = 0
        self._timer: tuple[float, asyncio.Task[None]] | None = None

    @asynccontextmanager
    async def turn(
        self, chat: ChatId | None, rank: Rank = Rank.ANSWER, *, is_patient: bool = True
    ) -> AsyncIterator[None]:
        """A turn to make one call, to a chat or (None) to the server alone.

        Whoever is not patient gets ChatHeld, now or later, where the chat is not to be written
        to for longer than PATIENCE.
        """
        place = self._line_up(chat, rank, is_patient=is_patient)
        try:
            await place.granted
        except BaseException:
            self._leave(place)
            raise
        try:
            yield
        finally:
            self._give_back(self._now() + self._limits.rest)

    def hold(self, chat: ChatId, seconds: float) -> None:
        """Let nothing go to this chat for so long, then one by one; the others do not wait."""
        self._spent[chat] = self._now() + seconds + self._ahead(chat)
        for place in [one for one in self._queue if one.chat == chat]:
            self._turn_away(place)

    def _line_up(self, chat: ChatId | None, rank: Rank, *, is_patient: bool) -> _Place:
        self._numbers += 1
        granted = asyncio.get_running_loop().create_future()
        place = _Place(rank, self._numbers, chat, is_patient, granted)
        insort(self._queue, place)
        self._turn_away(place)
        self._let_go()
        return place

    def _turn_away(self, place: _Place) -> None:
        """Not to wait for a held chat, if they must not."""
        seconds = self._free_at(place.chat) - self._now()
        if seconds > PATIENCE and not (place.is_patient or place.granted.done()):
            self._queue.remove(place)
            place.granted.set_exception(ChatHeld(seconds))

    def _leave(self, place: _Place) -> None:
        """Gone before their turn, or just as it came."""
        if place in self._queue:
            self._queue.remove(place)
        elif not place.granted.cancelled() and place.granted.exception() is None:
            self._give_back(self._now())

    def _give_back(self, rested: float) -> None:
        heapq.heappush(self._rested, rested)
        self._let_go()

    def _let_go(self) -> None:
        """Give turns to all who may go now, and come back when the next may."""
        while self._rested and self._rested[0] <= self._now():
            place = self._next()
            if place is None:
                break
            self._queue.remove(place)
            heapq.heappop(self._rested)
            self._turns += 1
            self._spend(place.chat)
            place.granted.set_result(None)
        self._come_back()

    def _next(self) -> _Place | None:
        """The first in rank; now and then the one who has waited longest."""
        now = self._now()
        ready = (
            place
            for place in self._queue
            if self._free_at(place.chat) <= now and not place.granted.done()
        )
        if self._turns % LONGEST_WAITING == LONGEST_WAITING - 1:
            return min(ready, key=lambda place: place.number, default=None)
        return next(ready, None)

    def _come_back(self) -> None:
        """Where all slots are in use, whoever gives one back sees to it."""
        if not self._queue or not self._rested:
            return
        moment = self._rested[0]
        if moment <= self._now():
            moment = min(self._free_at(place.chat) for place in self._queue)
        if self._timer is not None:
            if self._timer[0] <= moment:
                return
            self._timer[1].cancel()
        self._timer = (moment, asyncio.ensure_future(self._later(moment)))

    async def _later(self, moment: float) -> None:
        await self._sleep(moment - self._now())
        self._timer = None
        self._let_go()

    def _spend(self, chat: ChatId | None) -> None:
        """Take one of what the chat may be sent now."""
        if chat is None:
            return
        now = self._now()
        if len(self._spent) > _MANY_CHATS:
            self._spent = {one: end for one, end in self._spent.items() if end > now}
        self._spent[chat] = max(self._spent.get(chat, now), now) + self._limits.spacing_of(chat)

    def _free_at(self, chat: ChatId | None) -> float:
        """From when on the chat may be sent something."""
        if chat is None or chat not in self._spent:
            return float("-inf")
        return self._spent[chat] - self._ahead(chat)

    def _ahead(self, chat: ChatId) -> float:
        return (self._limits.burst - 1) * self._limits.spacing_of(chat)
