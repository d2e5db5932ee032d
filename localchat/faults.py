"""Faults that tests plan: the answer to the next call of a method goes wrong as told."""

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

from localchat.wire import ApiError, Wire

_PHRASES = {
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """An answer instead of the effect; retry_after in whole seconds goes with 429."""

    status: int
    description: str = ""
    retry_after: int = 0

    def error(self) -> ApiError:
        """As it is answered."""
        words = self.description or _PHRASES.get(self.status, "Bad Request: planned")
        if not self.retry_after:
            return ApiError(self.status, words)
        waiting: Wire = {"retry_after": self.retry_after}
        words = self.description or f"Too Many Requests: retry after {self.retry_after}"
        return ApiError(self.status, words, waiting)


class When(StrEnum):
    """On which side of the effect a connection dies."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Drop:
    """The connection is reset, before the effect or after it: the caller cannot tell which."""

    when: When


@dataclass(frozen=True, slots=True)
class Delay:
    """The effect and the answer come so many seconds late."""

    seconds: float


Planned = Fault | Drop | Delay


class Faults:
    """Planned faults by method, first planned, first met; each is met once.

    Telegram's own limits (30 calls a second and the like) stand in `localchat.limits`.
    """

    def __init__(self) -> None:
        self._planned: defaultdict[str, deque[Planned]] = defaultdict(deque)

    def plan(self, method: str, *faults: Planned) -> None:
        """Let the next calls of a method go wrong, one fault each."""
        self._planned[method.lower()].extend(faults)

    def take(self, method: str) -> Planned | None:
        """What goes wrong with this call, if anything."""
        waiting = self._planned.get(method.lower())
        return waiting.popleft() if waiting else None

    def left(self) -> int:
        """How many planned faults nobody has met yet."""
        return sum(len(waiting) for waiting in self._planned.values())
