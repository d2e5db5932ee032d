"""The wake-up: once a minute, at known moments, when poked. Losing it loses nothing it knew."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from gateway.ports import Clock

log = logging.getLogger(__name__)

Wake = Callable[[datetime], Awaitable[None]]
_JOB = "wake"
_SOONEST = timedelta(seconds=0.05)
"""Moments that are always just gone must not keep us from everything else."""


class Ticker:
    """Calls `wake(now)` at the start, then at every interval and after every poke.

    Wake-ups never overlap, and a poke during one makes another follow: none is lost. A wake-up
    that fails is logged, the next comes all the same.
    """

    def __init__(self, wake: Wake, clock: Clock, seconds: float = 60) -> None:
        self._wake = wake
        self._clock = clock
        self._is_wanted = False
        self._turn = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        # misfire_grace_time: with the default of one second a late wake-up would be skipped.
        self._scheduler.add_job(
            self._run,
            "interval",
            id=_JOB,
            seconds=seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=datetime.now(UTC),
        )

    def start(self) -> None:
        """Begin, in the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """End; a wake-up under way is finished first."""
        if self._scheduler.running:
            self._scheduler.pause()
            async with self._turn:
                self._scheduler.shutdown(wait=False)

    def poke(self) -> None:
        """Wake up now; before the start and after the end: nothing."""
        self._is_wanted = True
        if self._scheduler.running and not self._turn.locked():
            self._scheduler.modify_job(_JOB, next_run_time=datetime.now(UTC))

    async def wake_now(self) -> None:
        """Wake up, and wait until that is done."""
        await self._run()

    def wake_by(self, moment: datetime) -> None:
        """Wake up at that moment of the clock, unless the next wake-up comes before it anyway.

        If the clock is moved meanwhile, somebody has to poke.
        """
        if not self._scheduler.running:
            return
        at = datetime.now(UTC) + max(moment - self._clock(), _SOONEST)
        if at < self._scheduler.get_job(_JOB).next_run_time:
            self._scheduler.modify_job(_JOB, next_run_time=at)

    async def _run(self) -> None:
        self._is_wanted = True
        async with self._turn:
            while self._is_wanted:
                self._is_wanted = False
                await self._wake_once()

    async def _wake_once(self) -> None:
        try:
            await self._wake(self._clock())
        except Exception:
            log.exception("wake-up failed")
