"""When the bot last came through a wake-up: what monitoring asks for."""

import time
from collections.abc import Callable
from datetime import datetime

from gateway.ticker import Wake


class Pulse:
    """Beats after each wake-up that was completed; the first beat is the start."""

    def __init__(self, wake: Wake | None, now: Callable[[], float] = time.monotonic) -> None:
        self._wake = wake
        self._now = now
        self._beat = now()

    async def wake(self, now: datetime) -> None:
        """Do what is to be done at every wake-up; one that fails is no beat."""
        if self._wake:
            await self._wake(now)
        self._beat = self._now()

    def age(self) -> float:
        """Seconds since the last beat, as they pass, whatever clocks show."""
        return self._now() - self._beat
