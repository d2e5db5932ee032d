"""Mornings on which the server, the network or the disk refuses: all that is owed is heard."""

import asyncio
import resource
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from gateway.config import load
from localchat.faults import Delay, Drop, Fault, Planned, When
from tests.e2e import house
from tests.e2e.reminding import LATE, MINUTE, Life, Town, morning, opened, settled_town
from tests.e2e.told import Books, lost, repeated, true_doubles, unheard, unmarked_doubles
from workflow.reminders import Ending

pytestmark = pytest.mark.anyio

NINE = morning(LATE)
A_WHILE = 2 * MINUTE
"""Longer than what is in doubt rests, and what came too soon for the first time."""
SETTLING = 3
"""So many whiles before nine we are back after a long absence."""
FINE = Delay(0)
TOO_SOON: Sequence[Planned] = tuple(Fault(429, retry_after=seconds) for seconds in (1, 2, 3))
IN_VAIN: Sequence[Planned] = (Fault(500), Fault(502), Drop(When.BEFORE))
"""The bot cannot know that nothing happened."""
UNHEARD_OF = Drop(When.AFTER)
"""The bot cannot know that it is there."""
TOO_LATE = Delay(31)
"""The same: the bot gives up after half a minute."""


class Weather:
    """What goes wrong on a morning with the calls for so many people; `of_each` kind so often."""

    def __init__(self, people: int, of_each: int, too_late: int) -> None:
        self.there = of_each + too_late
        """How many messages arrive without the bot knowing it."""
        self.in_doubt = len(IN_VAIN) * of_each + self.there
        self.too_soon = len(TOO_SOON) * of_each
        """How many calls are refused at first; and as many of those that follow."""
        faults = [*TOO_SOON, *IN_VAIN, UNHEARD_OF] * of_each + [TOO_LATE] * too_late
        first = faults + [FINE] * (people - len(faults))
        Random(1).shuffle(first)  # noqa: S311 - the same storm each time
        self.calls = people + self.in_doubt + 2 * self.too_soon
        """How many are made if each fault is answered with one call more."""
        self.planned = [*first, *[*TOO_SOON, FINE] * of_each, *[FINE] * self.calls]


async def endure(town: Town, weather: Weather) -> int:
    """Live through it; how many heard at once."""
    clock = house.at_work(NINE - MINUTE - SETTLING * A_WHILE)
    config = load(town.folder / "config.toml", {})
    with opened(config, clock, house.sleep, house.hurried) as gateway:
        running = asyncio.create_task(gateway.run())
        await gateway.live()
        for _ in range(SETTLING):  # who may have pressed in vain in between is told first
            clock.shift(A_WHILE)
            await gateway.live()
        town.chat.faults.plan("sendMessage", *weather.planned)
        before = len(town.told)
        clock.shift(MINUTE)
        await gateway.live()
        heard = len(town.told) - before
        at_once = len(weather.planned) - town.chat.faults.left()
        assert at_once <= len(town.people)
        for _ in range(4):
            clock.shift(A_WHILE)
            await gateway.live()
        gateway.stop()
        await running
    return heard


async def storm(folder: Path, people: int, of_each: int, too_late: int = 0) -> str:
    """So many people, and so many faults of each kind; the figures."""
    began, weather = monotonic(), Weather(people, of_each, too_late)
    async with settled_town(people, folder) as town:
        heard = await endure(town, weather)
        calls = len(weather.planned) - town.chat.faults.left()
    told, books = town.told, Books(town.data)
    assert heard >= people - weather.too_soon - weather.in_doubt
    assert books.unsettled(NINE + 60 * MINUTE) == 0
    assert books.ended(Ending.FAILED, Ending.UNREACHABLE) == []
    assert lost(told, books) == []
    assert unheard(told, town.people, 2) == []
    assert unmarked_doubles(told) == []
    assert weather.in_doubt <= len(repeated(told)) == books.doubts()
    assert true_doubles(told) == weather.there
    assert calls == weather.calls
    return (
        f"{people} reminders, {calls} calls, {2 * weather.too_soon} answers 429 each followed by "
        f"one call, {weather.in_doubt} in doubt: 0 lost, 0 unmarked doubles, {len(repeated(told))} "
        f"marked repeats, {true_doubles(told)} of them true doubles; {monotonic() - began:.0f} s"
    )


async def test_in_a_storm_of_faults_everybody_hears(tmp_path: Path) -> None:
    figures = await storm(tmp_path, people=30, of_each=2)

    assert figures.startswith("30 reminders")


@pytest.mark.slow
async def test_in_a_great_storm_of_faults_everybody_hears(
    tmp_path: Path, figure: Callable[[str], None]
) -> None:
    figures = await storm(tmp_path, people=300, of_each=20, too_late=3)

    assert figures.startswith("300 reminders")
    figure(figures)


# --- the disk ---------------------------------------------------------------------------


def refuse_writing(life: Life) -> None:
    """From now on no file takes a byte more, as on a full disk."""
    _allow(life, 0)


def allow_writing(life: Life) -> None:
    """There is room again."""
    _allow(life, resource.RLIM_INFINITY)


def _allow(life: Life, size: int) -> None:
    assert life.process.pid is not None
    _, most = resource.prlimit(life.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(life.process.pid, resource.RLIMIT_FSIZE, (size, most))


async def test_a_disk_that_refuses_stops_the_sending_until_it_does_not(tmp_path: Path) -> None:
    async with settled_town(60, tmp_path) as town:
        books, told, before = Books(town.data), town.told, len(town.told)
        life = town.begin(NINE - timedelta(seconds=1))
        await told.until(before + 10)

        refuse_writing(life)
        life.move_on()
        with pytest.raises(TimeoutError):
            await told.until(before + 60, seconds=2)
        heard = len(told)
        life.move_on()
        with pytest.raises(TimeoutError):
            await told.until(heard + 1, seconds=1)
        allow_writing(life)
        life.move_on()
        await told.until(before + 60)
        await books.until_settled(NINE + 60 * MINUTE)
        await life.stop()

    assert lost(told, books) == []
    assert unheard(told, town.people, 2) == []
    assert unmarked_doubles(told) == []
    assert not repeated(told)
