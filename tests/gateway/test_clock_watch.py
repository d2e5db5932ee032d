"""The watch on the clock: jumps are told, and a long way back is undone."""

from datetime import UTC, datetime, timedelta

import pytest

from gateway.alarms import Alarms
from gateway.clock_watch import ClockWatch
from messages.say import Say
from tests.gateway.stage import VirtualTime
from workflow.errors import NotSaved

pytestmark = pytest.mark.anyio

NOON = datetime(2027, 3, 1, 4, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Watched:
    """A watch, what it told and how far it turned back."""

    def __init__(self, last: datetime | None) -> None:
        self.told: list[Say] = []
        self.turned_back: list[datetime] = []
        self.trouble: Exception | None = None
        self.alarms = Alarms(self._tell, VirtualTime())
        self.watch = ClockWatch(last, self.alarms, self._turn_back)

    async def seen(self, *moments: datetime) -> list[str]:
        for moment in moments:
            self.watch.seen(moment)
        await self.alarms.work()
        return [said.sentence for said in self.told]

    def _turn_back(self, now: datetime) -> int:
        if self.trouble:
            raise self.trouble
        self.turned_back.append(now)
        return 7

    async def _tell(self, alarm: Say) -> bool:
        self.told.append(alarm)
        return True


@pytest.mark.parametrize(
    ("last", "now"),
    [
        (NOON, NOON + MINUTE),
        (NOON, NOON - 5 * MINUTE),
        (NOON, NOON + 40 * DAY),  # we were down: nobody's clock jumped
        (None, NOON),
    ],
)
async def test_what_is_usual_is_not_told(last: datetime | None, now: datetime) -> None:
    watched = Watched(last)

    assert await watched.seen(now) == []
    assert watched.turned_back == []


async def test_back_a_little_more_than_usual_is_told() -> None:
    watched = Watched(NOON)

    assert await watched.seen(NOON - 6 * MINUTE) == ["alarm-clock-back"]
    assert watched.turned_back == []


async def test_back_more_than_a_day_is_told_and_undone() -> None:
    watched = Watched(NOON)

    told = await watched.seen(NOON - 25 * HOUR)

    assert told == ["alarm-clock-far-back"]
    assert watched.turned_back == [NOON - 25 * HOUR]
    assert watched.told[0].facts["again"] == 7


async def test_far_ahead_while_we_ran_is_told() -> None:
    watched = Watched(None)

    assert await watched.seen(NOON, NOON + 35 * HOUR) == []
    assert await watched.seen(NOON + 75 * HOUR) == ["alarm-clock-ahead"]


async def test_a_jump_that_the_disk_would_not_undo_is_undone_at_the_next_wake_up() -> None:
    watched = Watched(NOON)
    watched.trouble = NotSaved()
    with pytest.raises(NotSaved):
        await watched.seen(NOON - 2 * DAY)
    watched.trouble = None

    await watched.seen(NOON - 2 * DAY + MINUTE)

    assert watched.turned_back == [NOON - 2 * DAY + MINUTE]
