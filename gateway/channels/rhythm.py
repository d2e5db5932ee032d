"""How often a robot or mailbox is written to: each in its own rhythm, none waits for another."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from gateway.failures import Fate
from gateway.sender import Delivery
from workflow.channels import Address, ChannelKind

MOST = 20
WINDOW = 60.0
"""What WeCom and DingTalk take: so many messages in any so many seconds."""
TOLD_TO_WAIT = "told to wait"
_MANY = 1_000

Sleep = Callable[[float], Awaitable[None]]
_Reached = tuple[ChannelKind, str]


def _last_posts() -> deque[float]:
    return deque([float("-inf")] * MOST, maxlen=MOST)


@dataclass(slots=True)
class _Rhythm:
    """When the last posts were answered, and until when nothing may be said."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    answered: deque[float] = field(default_factory=_last_posts)
    silent_until: float = float("-inf")

    @property
    def free_at(self) -> float:
        """Counted from the answer on: it came after the server had counted the post."""
        return self.answered[0] + WINDOW


class Rhythms:
    """Lets posts go, to one address one after the other; `now` in seconds, rising."""

    def __init__(self, now: Callable[[], float], sleep: Sleep = asyncio.sleep) -> None:
        self._now = now
        self._sleep = sleep
        self._rhythms: dict[_Reached, _Rhythm] = {}

    async def go(self, address: Address, send: Callable[[], Awaitable[Delivery]]) -> Delivery:
        """Send when it is this address's turn; NOT_SENT at once while it was told to wait."""
        rhythm = self._rhythm(address)
        async with rhythm.turn:
            silence = rhythm.silent_until - self._now()
            if silence > 0:
                return Delivery(Fate.NOT_SENT, wait=silence, why=TOLD_TO_WAIT)
            if rhythm.free_at > self._now():
                await self._sleep(rhythm.free_at - self._now())
            try:
                delivery = await send()
            finally:
                rhythm.answered.append(self._now())
            rhythm.silent_until = self._now() + delivery.wait
            return delivery

    def _rhythm(self, address: Address) -> _Rhythm:
        if len(self._rhythms) > _MANY:
            self._forget()
        return self._rhythms.setdefault((address.kind, address.target), _Rhythm())

    def _forget(self) -> None:
        """Only those that would let anything go anyway."""
        now = self._now()
        self._rhythms = {
            reached: one
            for reached, one in self._rhythms.items()
            if one.turn.locked() or max(one.answered[-1] + WINDOW, one.silent_until) > now
        }
