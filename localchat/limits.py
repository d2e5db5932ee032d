"""Telegram's limits, kept as its servers keep them: a switch for those who want to be refused."""

import math
from collections import deque
from dataclasses import dataclass, field

from localchat.wire import ApiError, Wire

TOO_MANY = 429
NOT_COUNTED = frozenset({"getupdates", "getme", "getfile", "getwebhookinfo"})
"""Whatever only asks."""
_SHOWN = ("sendmessage", "senddocument", "sendphoto", "edit")
"""How the methods begin that count for the chat they name."""


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` calls in any `seconds`."""

    count: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Strictness:
    """Of all calls together, of those to one private chat, of those to one group.

    To a private chat one message a second goes, a burst now and then (core.telegram.org/bots/faq:
    30 a second in all, about one a second in a chat, 20 a minute in a group).
    """

    together: Limit = Limit(30, 1.0)
    private: tuple[Limit, ...] = (Limit(5, 2.0), Limit(63, 60.0))
    group: tuple[Limit, ...] = (Limit(20, 60.0),)


@dataclass(slots=True)
class Limits:
    """Refuses what is too much with 429 and the seconds to wait; what is refused does not count.

    Moments are seconds, rising, of the server's own clock.
    """

    strictness: Strictness = Strictness()
    refused: int = 0
    """How many calls were too many."""
    moments: list[float] = field(default_factory=list)
    """When the calls were taken that show something in a chat."""
    _together: deque[float] = field(default_factory=deque)
    _chats: dict[int, deque[float]] = field(default_factory=dict)

    def admit(self, method: str, chat: int | None, now: float) -> None:
        """Count a call of a method (in lower case); raises ApiError 429."""
        if method in NOT_COUNTED:
            return
        shown = self._shown(chat) if method.startswith(_SHOWN) and chat is not None else None
        wait = _wait(self._together, (self.strictness.together,), now)
        if shown is not None and chat is not None:
            limits = self.strictness.private if chat > 0 else self.strictness.group
            wait = max(wait, _wait(shown, limits, now))
        if wait > 0:
            self.refused += 1
            raise _too_many(wait)
        self._together.append(now)
        if shown is not None:
            shown.append(now)
            self.moments.append(now)

    def _shown(self, chat: int) -> deque[float]:
        return self._chats.setdefault(chat, deque())


def _wait(taken: deque[float], limits: tuple[Limit, ...], now: float) -> float:
    """Seconds until one more call keeps within all the limits; forgets what counts no more."""
    longest = max(limit.seconds for limit in limits)
    while taken and taken[0] <= now - longest:
        taken.popleft()
    full = (each for each in limits if len(taken) >= each.count)
    return max((taken[-each.count] + each.seconds - now for each in full), default=0.0)


def _too_many(wait: float) -> ApiError:
    seconds = math.ceil(wait)
    waiting: Wire = {"retry_after": seconds}
    return ApiError(TOO_MANY, f"Too Many Requests: retry after {seconds}", waiting)
