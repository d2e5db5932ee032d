"""kill -9 in the middle of mornings: every reminder is heard, and a copy of one says what it is."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic

import pytest

from tests.e2e.reminding import LATE, Town, morning, settled_town
from tests.e2e.told import Books, lost, repeated, true_doubles, unheard, unmarked_doubles
from workflow.habits import ONE_DAY
from workflow.reminders import Ending

pytestmark = pytest.mark.anyio

PEOPLE, MORNINGS, KILLS = 200, 10, 10
"""2,000 reminders and 100 kills."""
FAR = 7
"""The morning of a rung far before its date. In doubt it waits for the next: nobody kills then."""
EARLY, INFANCY = 0.15, 1.2
"""How many lives end while they begin, and within how many seconds."""
HESITATION = 0.05
"""Seconds from the last message that was waited for to the kill, at most."""
LONGEST_LIFE = 3.0
"""Seconds a life has for it."""
A_MOMENT = timedelta(seconds=1)
IN_DOUBT = timedelta(seconds=90)
"""What may have gone out before a kill is said again by then."""


class Campaign:
    """One morning after the other, each with its kills."""

    def __init__(self, town: Town) -> None:
        self.books = Books(town.data)
        self.in_flight = set[tuple[int, str]]()
        """Sends that were claimed at the kills."""
        self.kills = 0
        self._town = town
        self._chance = Random(1)  # noqa: S311 - a seed replays a failure

    async def morning(self, number: int, kills: int) -> None:
        """From a second before nine until nothing is left of what came due or is in doubt."""
        nine = morning(LATE + number * ONE_DAY)
        began, before = monotonic(), len(self._town.told)
        resting = set[int]()
        for _ in range(kills):
            life = self._town.begin(_later(nine - A_MOMENT, began))
            heard = {each.person for each in self._town.told.all[before:]}
            await self._live(len(self._town.people) - len(heard | resting))
            await life.kill()
            self.kills += 1
            self.in_flight |= self.books.on_their_way()
            resting |= {person for person, _ in self.books.on_their_way()}
        last = self._town.begin(_later(nine, began) + IN_DOUBT)
        await self._town.until_told(last, before + len(self._town.people))
        await self.books.until_settled(nine + ONE_DAY / 2)
        await last.stop()

    async def _live(self, left: int) -> None:
        """Until the kill: in the first moments, or after some of what is left has been said."""
        if left < 1 or self._chance.random() < EARLY:
            await asyncio.sleep(self._chance.random() * INFANCY)
            return
        said = len(self._town.told)
        with suppress(TimeoutError):
            await self._town.told.until(said + 1 + self._chance.randrange(left), LONGEST_LIFE)
        await asyncio.sleep(self._chance.random() * HESITATION)


def _later(moment: datetime, began: float) -> datetime:
    """The clocks of the lives of one morning go on as one."""
    return moment + timedelta(seconds=monotonic() - began)


async def fight(folder: Path, people: int, mornings: int, kills: int) -> str:
    """So many mornings with so many kills each; the figures."""
    began, days = monotonic(), range(mornings + (mornings > FAR))
    async with settled_town(people, folder) as town:
        fought = Campaign(town)
        for number in days:
            await fought.morning(number, 0 if number == FAR else kills)
        told, books = town.told, fought.books
    assert books.faults() == []
    assert books.unsettled(morning(LATE + 2 * len(days) * ONE_DAY)) == 0
    assert books.ended(Ending.FAILED, Ending.UNREACHABLE) == []
    assert lost(told, books) == []
    assert unheard(told, town.people, 1 + len(days)) == []
    assert unmarked_doubles(told) == []
    assert true_doubles(told) <= len(repeated(told)) <= len(fought.in_flight) + town.strays()
    return (
        f"{fought.kills} kills, {people * mornings:,} reminders: 0 lost, 0 unmarked doubles; "
        f"{len(fought.in_flight)} sends claimed at the kills, {len(repeated(told))} said again and marked, "
        f"{true_doubles(told)} of them true doubles; {town.strays()} calls astray; {monotonic() - began:.0f} s in all"
    )


async def test_a_few_kills_lose_no_reminder(tmp_path: Path) -> None:
    figures = await fight(tmp_path, people=20, mornings=1, kills=3)

    assert figures.startswith("3 kills, 20 reminders")


@pytest.mark.slow
async def test_many_kills_lose_no_reminder(tmp_path: Path, figure: Callable[[str], None]) -> None:
    figures = await fight(tmp_path, PEOPLE, MORNINGS, KILLS)

    assert figures.startswith(f"{MORNINGS * KILLS} kills, {PEOPLE * MORNINGS:,} reminders")
    figure(figures)
