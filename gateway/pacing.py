"""Telegram's limits kept: how many calls at once and a second, how many to one chat."""

import asyncio
import heapq
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from workflow.ports import ChatId

_MANY_CHATS = 1_000


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
        self._idle = asyncio.Semaphore(limits.slots)
        self._rested = [float("-inf")] * limits.slots
        self._spent: dict[ChatId, float] = {}

    @asynccontextmanager
    async def turn(self, chat: ChatId | None) -> AsyncIterator[None]:
        """A turn to make one call, to a chat or (None) to the server alone."""
        if chat is not None:
            await self._wait_until(self._reserve(chat))
        async with self._idle:
            rested = heapq.heappop(self._rested)
            try:
                await self._wait_until(rested)
                yield
            finally:
                heapq.heappush(self._rested, self._now() + self._limits.rest)

    def hold(self, chat: ChatId, seconds: float) -> None:
        """Let nothing go to this chat for so long, then one by one; the others do not wait."""
        self._spent[chat] = self._now() + seconds + self._ahead(chat)

    def _reserve(self, chat: ChatId) -> float:
        """Take the chat's next place; the moment at which it comes.

        `_spent` is when the chat will have its whole burst again: each call moves it on by one
        spacing, and a call may go while it is no more than `_ahead` in the future.
        """
        now = self._now()
        if len(self._spent) > _MANY_CHATS:
            self._spent = {one: end for one, end in self._spent.items() if end > now}
        start = max(self._spent.get(chat, now), now)
        self._spent[chat] = start + self._limits.spacing_of(chat)
        return start - self._ahead(chat)

    def _ahead(self, chat: ChatId) -> float:
        return (self._limits.burst - 1) * self._limits.spacing_of(chat)

    async def _wait_until(self, moment: float) -> None:
        wait = moment - self._now()
        if wait > 0:
            await self._sleep(wait)
