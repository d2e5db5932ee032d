"""What an operator must know: in the log at once, in their chat and mailbox once an hour a kind."""

import logging
from collections.abc import Awaitable, Callable

from gateway.failures import TokenRevoked
from messages.say import Say

log = logging.getLogger(__name__)

HOUR = 3600.0
AGAIN = 60.0
"""Seconds until an alarm that could not be told is tried again."""

Post = Callable[[Say], Awaitable[bool]]
"""Tells it to the operator; False if that should be tried again."""


async def nobody(_: Say) -> bool:
    """The log alone is told."""
    return True


class Alarms:
    """Each sentence is a kind; of a kind that comes again and again the latest waits its hour.

    Its `count`, if it has one, is that of all that came; one that counts nothing and says the same
    again is told once in its hour. `now` in seconds, rising.
    """

    def __init__(self, post: Post, now: Callable[[], float]) -> None:
        self._post = post
        self._now = now
        self._waiting: dict[str, Say] = {}
        self._free_at: dict[str, float] = {}
        self._said: dict[str, Say] = {}
        self.poke: Callable[[], None] = lambda: None
        """Called where something is to be told."""

    def tell(self, alarm: Say) -> None:
        """Have it told; from anywhere, at once."""
        log.error("alarm", extra={"kind": alarm.sentence, "facts": dict(alarm.facts)})
        if self._is_said(alarm):
            return
        earlier = self._waiting.get(alarm.sentence)
        self._waiting[alarm.sentence] = _with(alarm, earlier) if earlier else alarm
        self.poke()

    async def work(self) -> float | None:
        """Tell what may be told now; in how many seconds the next may be, None if there is none."""
        for kind in [kind for kind in self._waiting if self._rest(kind) <= 0]:
            alarm = self._said[kind] = self._waiting.pop(kind)
            self._free_at[kind] = self._now() + HOUR
            if not await self._told(alarm):
                self._waiting[kind] = _with(self._waiting.pop(kind, None), alarm)
                self._free_at[kind] = self._now() + AGAIN
        return min(map(self._rest, self._waiting), default=None)

    async def _told(self, alarm: Say) -> bool:
        try:
            return await self._post(alarm)
        except TokenRevoked:
            raise
        except Exception:
            log.exception("alarm not told", extra={"kind": alarm.sentence})
            return False

    def _is_said(self, alarm: Say) -> bool:
        """Whether it was told within the hour, and there is no more of it: a trouble that lasts."""
        kind = alarm.sentence
        is_same = "count" not in alarm.facts and self._said.get(kind) == alarm
        return is_same and self._rest(kind) > 0

    def _rest(self, kind: str) -> float:
        return max(0.0, self._free_at.get(kind, 0.0) - self._now())


def _with(newer: Say | None, alarm: Say) -> Say:
    """The newer of the two, counting both."""
    if newer is None:
        return alarm
    count, before = newer.facts.get("count"), alarm.facts.get("count")
    if not isinstance(count, int) or not isinstance(before, int):
        return newer
    return Say(newer.sentence, {**newer.facts, "count": count + before})
