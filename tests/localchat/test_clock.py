"""The clock that people move: forward it stops wherever something is due, back it goes at once."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest

from localchat.clock import ShiftedClock
from localchat.server import LocalChat

pytestmark = pytest.mark.anyio

NOON = datetime(2026, 12, 1, 4, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
PATIENCE = 30.0


class Due:
    """Something is due at each step of so long; remembers when it was asked, and may be slow."""

    def __init__(self, clock: ShiftedClock, step: timedelta) -> None:
        self.clock = clock
        self.step = step
        self.asked: list[datetime] = []
        self.begun = asyncio.Event()
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self) -> datetime | None:
        self.asked.append(self.clock())
        self.begun.set()
        await self.gate.wait()
        return self.clock() + self.step


@pytest.fixture
def clock() -> ShiftedClock:
    """It stands still unless somebody moves it."""
    return ShiftedClock(lambda: NOON)


@pytest.fixture
def moves(clock: ShiftedClock) -> list[datetime]:
    seen = list[datetime]()
    clock.on_move(lambda _old, new: seen.append(new))
    return seen


async def test_forward_it_stops_wherever_something_is_due(
    clock: ShiftedClock, moves: list[datetime]
) -> None:
    due = Due(clock, 9 * HOUR)
    clock.guided_by(due)

    await clock.travel(DAY)

    assert moves == [NOON + 9 * HOUR, NOON + 18 * HOUR, NOON + DAY]
    assert due.asked == [NOON, *moves]


async def test_where_nothing_is_due_it_goes_day_by_day(
    clock: ShiftedClock, moves: list[datetime]
) -> None:
    clock.guided_by(Due(clock, 30 * DAY))

    await clock.travel(2.5 * DAY)

    assert moves == [NOON + DAY, NOON + 2 * DAY, NOON + 2.5 * DAY]


async def test_a_guide_that_knows_no_moment_is_asked_again_after_a_day(
    clock: ShiftedClock, moves: list[datetime]
) -> None:
    async def unknown() -> None:
        return None

    clock.guided_by(unknown)
    await clock.travel(2 * DAY)

    assert moves == [NOON + DAY, NOON + 2 * DAY]


async def test_a_guide_that_names_moments_gone_does_not_keep_it(clock: ShiftedClock) -> None:
    clock.guided_by(Due(clock, -DAY))

    await clock.travel(timedelta(seconds=5))

    assert clock() == NOON + timedelta(seconds=5)


async def test_back_it_goes_at_once(clock: ShiftedClock) -> None:
    due = Due(clock, DAY)
    clock.guided_by(due)

    await clock.travel(-90 * DAY)

    assert (clock(), due.asked) == (NOON - 90 * DAY, [])


async def test_another_travel_ends_the_one_before_and_neither_waits_for_it(
    clock: ShiftedClock,
) -> None:
    due = Due(clock, DAY)
    clock.guided_by(due)
    due.gate.clear()
    first = asyncio.create_task(clock.travel(90 * DAY))
    await due.begun.wait()

    await clock.travel(-DAY)
    await asyncio.wait_for(first, PATIENCE)
    due.gate.set()

    assert clock() == NOON - DAY


async def test_it_stays_where_it_is_stopped(clock: ShiftedClock, moves: list[datetime]) -> None:
    clock.guided_by(Due(clock, DAY))
    clock.on_move(lambda _old, new: clock.stop() if new == NOON + 3 * DAY else None)

    await clock.travel(90 * DAY)

    assert moves[-1] == clock() == NOON + 3 * DAY
    assert clock.travelling is None


async def test_a_guide_that_fails_ends_the_travel(clock: ShiftedClock) -> None:
    async def lost() -> None:
        raise ArithmeticError

    clock.guided_by(lost)
    with pytest.raises(ArithmeticError):
        await clock.travel(90 * DAY)

    assert (clock(), clock.travelling) == (NOON, None)


async def test_the_page_is_told_how_far_it_has_come_and_stops_it(
    chat: LocalChat, clock: ShiftedClock, http: httpx.AsyncClient
) -> None:
    due = Due(clock, DAY)
    clock.guided_by(due)
    due.gate.clear()
    address = f"{chat.url}/api/clock"
    far = asyncio.create_task(http.post(address, json={"shift": 90 * DAY.total_seconds()}))
    await due.begun.wait()

    shown = (await http.get(f"{chat.url}/api/state")).json()["clock"]
    stopped = (await http.post(address, json={"stop": 1})).json()
    last = (await asyncio.wait_for(far, PATIENCE)).json()
    due.gate.set()

    begun = NOON.timestamp() * 1000
    assert shown["travel"] == {"from": begun, "to": begun + 90 * DAY.total_seconds() * 1000}
    assert stopped["travel"] is last["travel"] is None
    assert last["now"] == begun


async def test_a_chat_that_is_closed_keeps_nobody_waiting(
    chat: LocalChat, clock: ShiftedClock
) -> None:
    due = Due(clock, DAY)
    clock.guided_by(due)
    due.gate.clear()
    travel = asyncio.create_task(clock.travel(90 * DAY))
    await due.begun.wait()

    await chat.stop()
    await asyncio.wait_for(travel, PATIENCE)
    due.gate.set()

    assert clock() == NOON
