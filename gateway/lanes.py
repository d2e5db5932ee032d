"""Order: the jobs of one chat one after the other, chats side by side, memory bounded."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from gateway.failures import News
from workflow.ports import ChatId, InboxRow, RowId


@dataclass(frozen=True, slots=True)
class Outage:
    """To tell a chat that we were away."""

    chat: ChatId
    at: datetime


@dataclass(frozen=True, slots=True)
class Learnt:
    """To tell the desk what a refusal of the server told us of a chat."""

    chat: ChatId
    at: datetime
    news: News


Job = InboxRow | Outage | Learnt

NextRows = Callable[[ChatId | None, RowId, int], Sequence[InboxRow]]
"""So many open rows of one chat that came after that row."""

_NONE_YET = RowId(0)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many jobs are held in memory, together and for one chat."""

    together: int = 2_000
    one_chat: int = 50


@dataclass(slots=True)
class _Lane:
    """The jobs of one chat; `last` is the row it came to, behind it there may be more on disk."""

    jobs: deque[Job] = field(default_factory=deque)
    last: RowId = _NONE_YET
    has_more_on_disk: bool = False


class Lanes:
    """Has jobs done by `work`; a failure of it ends the task group.

    A chat that floods us is read from disk again when what is held of it is done: so it cannot
    take the room of the others.
    """

    def __init__(
        self,
        work: Callable[[Job], Awaitable[None]],
        next_rows: NextRows,
        tasks: asyncio.TaskGroup,
        bounds: Bounds = Bounds(),
    ) -> None:
        self._work = work
        self._next_rows = next_rows
        self._tasks = tasks
        self._bounds = bounds
        self._lanes: dict[ChatId | None, _Lane] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._held = 0
        self._room = asyncio.Event()
        self._room.set()
        self._is_stopping = False

    @property
    def is_full(self) -> bool:
        """Whether as much is held as may be."""
        return not self._room.is_set()

    async def room(self) -> None:
        """Wait until less is held than may be."""
        await self._room.wait()

    def put(self, job: Job) -> None:
        """Have a job done behind the others of its chat."""
        lane = self._lanes.get(job.chat) or self._open_lane(job.chat)
        if lane.has_more_on_disk or len(lane.jobs) >= self._bounds.one_chat:
            lane.has_more_on_disk = True
            return
        lane.jobs.append(job)
        self._count(1)

    async def stop(self, seconds: float) -> None:
        """Let what is being done be finished, but not longer than this; the rest stays on disk."""
        self._is_stopping = True
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=seconds)
        for task in late:
            task.cancel()

    def _open_lane(self, chat: ChatId | None) -> _Lane:
        lane = self._lanes[chat] = _Lane()
        task = self._tasks.create_task(self._drive(chat, lane))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return lane

    async def _drive(self, chat: ChatId | None, lane: _Lane) -> None:
        while (job := self._next(chat, lane)) is not None:
            await self._work(job)
            self._count(-1)
        del self._lanes[chat]

    def _next(self, chat: ChatId | None, lane: _Lane) -> Job | None:
        if self._is_stopping:
            return None
        if lane.has_more_on_disk and not lane.jobs:
            self._read_on(chat, lane)
        if not lane.jobs:
            return None
        job = lane.jobs.popleft()
        if isinstance(job, InboxRow):
            lane.last = job.id
        return job

    def _read_on(self, chat: ChatId | None, lane: _Lane) -> None:
        rows = self._next_rows(chat, lane.last, self._bounds.one_chat + 1)
        lane.jobs.extend(rows[: self._bounds.one_chat])
        lane.has_more_on_disk = len(rows) > self._bounds.one_chat
        self._count(len(lane.jobs))

    def _count(self, change: int) -> None:
        self._held += change
        if self._held < self._bounds.together:
            self._room.set()
        else:
            self._room.clear()
