"""Work that is done when somebody pokes: no poke is lost, and it never runs twice at once."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence

from gateway.calls import Sleep, back_off
from gateway.failures import TokenRevoked

log = logging.getLogger(__name__)

Work = Callable[[], Awaitable[float | None]]
"""Does what there is; in how many seconds it wants to be called again, None: only when poked.

0: it has only done a part.
"""

Failed = Callable[[Exception], None]
"""Told what went wrong."""


class Round:
    """Calls `work` after each poke, and again when it wants to; only TokenRevoked gets out.

    Work that fails is logged, told to `failed`, and called again at the next poke or after a wait,
    longer and longer while it goes on failing.
    """

    def __init__(
        self, work: Work, sleep: Sleep = asyncio.sleep, failed: Failed = lambda _: None
    ) -> None:
        self._work = work
        self._sleep = sleep
        self._failed = failed
        self._poked = asyncio.Event()
        self._resting = asyncio.Event()
        self._is_stopping = False
        self._failures = 0

    def poke(self) -> None:
        """Have it done soon; before `run`: at its beginning."""
        self._resting.clear()
        self._poked.set()

    async def rest(self) -> None:
        """Wait until what was poked for is done."""
        await self._resting.wait()

    async def run(self) -> None:
        """Work until `end`."""
        again: float | None = None
        while await self._is_wanted(again):
            self._poked.clear()
            again = await self._work_once()

    def end(self) -> None:
        """Let what is being done be the last."""
        self._is_stopping = True
        self.poke()

    async def _is_wanted(self, seconds: float | None) -> bool:
        """Wait for a poke, but not longer than this; False at the end."""
        if not self._poked.is_set() and seconds != 0:
            self._resting.set()
        waited: set[asyncio.Future[object]] = {asyncio.ensure_future(self._poked.wait())}
        if seconds is not None:
            waited.add(asyncio.ensure_future(self._sleep(seconds)))
        try:
            await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waited:
                one.cancel()
        return not self._is_stopping

    async def _work_once(self) -> float | None:
        try:
            again = await self._work()
        except TokenRevoked:
            raise
        except Exception as error:
            log.exception("round failed")
            self._failed(error)
            self._failures += 1
            return back_off(self._failures - 1)
        self._failures = 0
        return again


class Rounds:
    """Rounds that run side by side in one task group."""

    def __init__(self, rounds: Sequence[Round]) -> None:
        self._rounds = rounds
        self._running: list[asyncio.Task[None]] = []

    def start(self, tasks: asyncio.TaskGroup) -> None:
        """Begin, with what was poked for before."""
        self._running = [tasks.create_task(one.run()) for one in self._rounds]

    def poke(self) -> None:
        """Have all of them look."""
        for one in self._rounds:
            one.poke()

    async def rest(self) -> None:
        """Wait until all have done what they were poked for."""
        for one in self._rounds:
            await one.rest()

    async def stop(self, seconds: float) -> None:
        """Let what is being done be finished, but not longer than this."""
        for one in self._rounds:
            one.end()
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
