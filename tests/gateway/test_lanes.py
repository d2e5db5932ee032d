import asyncio
from collections.abc import Sequence

import pytest

from gateway.lanes import Bounds, Job, Lanes
from workflow.ports import ChatId, InboxRow, RowId, RowState

pytestmark = pytest.mark.anyio


def row(number: int, chat: int = 1) -> InboxRow:
    return InboxRow(RowId(number), number, ChatId(chat), "", RowState.NEW)


class Shop:
    """Where jobs are done: keeps what was done; a gate can keep a chat's jobs from ending."""

    def __init__(self) -> None:
        self.disk: list[InboxRow] = []
        self.done: list[int] = []
        self.gates: dict[int, asyncio.Event] = {}
        self.reads = 0
        self.first_done = asyncio.Event()

    async def work(self, job: Job) -> None:
        assert isinstance(job, InboxRow)
        assert job.chat is not None
        if job.chat in self.gates:
            await self.gates[job.chat].wait()
        self.done.append(job.id)
        self.first_done.set()
        self.disk = [row for row in self.disk if row.id != job.id]

    def next_rows(self, chat: ChatId | None, after: RowId, limit: int) -> Sequence[InboxRow]:
        self.reads += 1
        return [row for row in self.disk if row.chat == chat and row.id > after][:limit]

    def put(self, lanes: Lanes, *rows: InboxRow) -> None:
        for one in rows:
            self.disk.append(one)
            lanes.put(one)


async def test_jobs_of_one_chat_are_done_in_their_order() -> None:
    shop = Shop()

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks)
        shop.put(lanes, *[row(n) for n in range(10)])

    assert shop.done == list(range(10))


async def test_a_chat_that_takes_long_delays_no_other() -> None:
    shop = Shop()
    shop.gates[1] = asyncio.Event()

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks)
        shop.put(lanes, row(1, chat=1), row(2, chat=2), row(3, chat=1))
        await shop.first_done.wait()
        shop.gates[1].set()

    assert shop.done == [2, 1, 3]


async def test_a_flooding_chat_is_read_on_from_disk_and_leaves_room() -> None:
    shop = Shop()
    shop.gates[1] = asyncio.Event()

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks, Bounds(together=10, one_chat=4))
        shop.put(lanes, *[row(n) for n in range(100)])
        assert not lanes.is_full
        shop.gates[1].set()

    assert shop.done == list(range(100))
    assert shop.reads == 24


async def test_there_is_no_room_until_enough_is_done() -> None:
    shop = Shop()
    shop.gates = {n: asyncio.Event() for n in range(3)}

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks, Bounds(together=3, one_chat=4))
        shop.put(lanes, *[row(n, chat=n) for n in range(3)])
        was_full = lanes.is_full
        shop.gates[0].set()
        await lanes.room()
        left = len(shop.disk)
        shop.gates[1].set()
        shop.gates[2].set()

    assert was_full
    assert left == 2


async def test_stopping_finishes_what_is_being_done_and_leaves_the_rest_on_disk() -> None:
    shop = Shop()
    shop.gates[1] = asyncio.Event()

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks)
        shop.put(lanes, row(1), row(2))
        await asyncio.sleep(0)
        shop.gates[1].set()
        await lanes.stop(5)

    assert shop.done == [1]
    assert [row.id for row in shop.disk] == [2]


async def test_stopping_does_not_wait_for_ever() -> None:
    shop = Shop()
    shop.gates[1] = asyncio.Event()

    async with asyncio.TaskGroup() as tasks:
        lanes = Lanes(shop.work, shop.next_rows, tasks)
        shop.put(lanes, row(1))
        await asyncio.sleep(0)
        await lanes.stop(0.01)

    assert shop.done == []
