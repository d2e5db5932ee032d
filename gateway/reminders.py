"""Reminders out: first what is owed is looked for, then all that is due is sent, urgent ones first."""

import asyncio
from collections import deque
from collections.abc import Iterable
from datetime import datetime

from gateway.looks import Looks
from gateway.ports import Clock, Reminding
from gateway.telling import Teller
from workflow.reminders import Recipient

AT_ONCE = 40
"""Messages under way, most waiting for their turn: each is asked again as late as can be."""
_AHEAD = 200
"""Recipients read from the ledger at a time."""


class Reminders:
    """Sends what the ledger owes; one message at a time to a recipient, recipients side by side."""

    def __init__(self, reminding: Reminding, looks: Looks, teller: Teller, clock: Clock) -> None:
        self._watches = reminding.watches
        self._ledger = reminding.ledger
        self._looks = looks
        self._teller = teller
        self._clock = clock
        self._is_ending = False

    def end(self) -> None:
        """Begin nothing more: what is under way is the last."""
        self._is_ending = self._looks.is_ending = True

    async def work(self) -> datetime | None:
        """Look, then send until nothing is due; the next moment at which there is something to do.

        What is cut off stays claimed: its fate is unknown. Raises TokenRevoked, having marked
        nobody, and NotSaved when the disk refuses.
        """
        self._teller.settle_what_is_left()
        await self._looks.look()
        await self._send_all()
        return self._watches.next_moment(self._clock())

    async def _send_all(self) -> None:
        running: dict[Recipient, asyncio.Task[None]] = {}
        waiting: deque[Recipient] = deque()
        try:
            while self._fill(running, waiting):
                await asyncio.wait(running.values(), return_when=asyncio.FIRST_COMPLETED)
                for to in [to for to, task in running.items() if task.done()]:
                    running.pop(to).result()
        except BaseException as error:
            await _finish(running.values(), is_cut_off=isinstance(error, asyncio.CancelledError))
            raise

    def _fill(
        self, running: dict[Recipient, asyncio.Task[None]], waiting: deque[Recipient]
    ) -> bool:
        """Begin with those who are due; whether anything is under way."""
        while len(running) < AT_ONCE and not self._is_ending:
            if not waiting:
                due = self._ledger.due(self._clock(), _AHEAD)
                waiting.extend(to for to in due if to not in running)
            if not waiting:
                break
            to = waiting.popleft()
            running[to] = asyncio.create_task(self._teller.tell(to))
        return bool(running)


async def _finish(tasks: Iterable[asyncio.Task[None]], *, is_cut_off: bool) -> None:
    """Let what is under way come to its end, or cut it off with us."""
    tasks = tuple(tasks)
    if is_cut_off:
        for task in tasks:
            task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
