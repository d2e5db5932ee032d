"""A wake-up at which ten are due, at 100 and at 10,000 companies; and what one look costs."""

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

from bench import homes
from chat.digests import Digest
from chat.session import Access, Door, House
from gateway.alarms import Alarms, nobody
from gateway.calls import AtTurn
from gateway.failures import Fate
from gateway.looks import Looks
from gateway.reminders import Reminders
from gateway.sender import Delivery
from gateway.telling import Teller
from gateway.ways import Way
from messages.catalogue import load_catalogue
from running.reminding import reminding
from running.rooms import HOLIDAYS, PACKS
from storage.holidays import load_calendar
from storage.journal import Journal
from storage.packs import load_packs
from storage.policies import load_policies
from storage.tiny import TinyStore
from workflow.change import Doer
from workflow.channels import ChannelKind
from workflow.habits import USUAL
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.ports import Acquaintance
from workflow.reminders import Looked, Recipient
from workflow.tailoring import add_step

SIZES = (100, 10_000)
DUE = 10
HOURS = range(10, 19)
"""At each of them ten are due, each of another company."""
STEP = "Own step"
LOOKS = 40
ZONE_NAME = "Asia/Shanghai"
ZONE = ZoneInfo(ZONE_NAME)
DAY = date(2027, 1, 6)
"""No rung of the pack falls on it that all companies would share."""
BEGIN = datetime.combine(DAY, clock_time(8, 30), ZONE)


@dataclass(frozen=True, slots=True)
class Woken:
    """Median milliseconds of a wake-up with ten due, and of one look at one company."""

    few: float
    many: float
    look: float
    """With its whole season planned."""

    @property
    def ratio(self) -> float:
        """Many as a multiple of few."""
        return self.many / self.few


class Home:
    """A data folder whose companies were all looked at, but for those that fall due."""

    def __init__(self, folder: Path, companies: int) -> None:
        homes.fill(folder, companies, lambda number: PersonId(str(1001 + number)))
        self._journal = Journal(folder / "journal.sqlite", homes.SERVER)
        names = (f"w{number}" for number in range(1_000_000))
        drawing = homes.drawing(folder)
        self._store = TinyStore(folder, self._journal, lambda: next(names), projector=drawing)
        self._house = _house(lambda: next(names))
        self._reminding = reminding(folder, self._journal.database, self._house, self._store)
        self._now = BEGIN
        for number in range(min(DUE * len(HOURS), companies)):
            self._falls_due(number, HOURS[number // DUE])
        self._settle()
        self.told = 0

    def wakes(self, hour: int) -> float:
        """Milliseconds of the wake-up at that hour."""
        self._now = datetime.combine(DAY, clock_time(hour), ZONE)
        alarms = Alarms(nobody, time.monotonic)
        looks = Looks(self._reminding, self._clock, ZONE_NAME, time.monotonic, alarms)
        teller = Teller(self._reminding, _Ways(self._tell), self._clock, ZONE, alarms)  # type: ignore[arg-type]  # in place of the ways out
        reminders = Reminders(self._reminding, looks, teller, self._clock)
        began = time.perf_counter()
        asyncio.run(reminders.work())
        return (time.perf_counter() - began) * 1000

    def look(self) -> float:
        """Milliseconds of one look at one company."""
        (waking, *_) = self._reminding.watches.waking(self._now + timedelta(days=400), 1)
        began = time.perf_counter()
        self._reminding.rounds.look(waking, self._now)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """Let the folder go."""
        self._journal.close()

    def _clock(self) -> datetime:
        return self._now

    def _tell(self) -> None:
        self.told += 1

    def _falls_due(self, number: int, hour: int) -> None:
        """A step of the company's own, due today; its manager hears at that hour."""
        person = PersonId(str(1001 + number))
        habit = replace(USUAL, hour=clock_time(hour), earlier=clock_time(hour))
        with self._store.begin(None) as work:
            company = work.company(CompanyId(f"b{number:05}"))
            by = Doer(person, BEGIN, DAY)
            work.save(add_step(company, SeasonId("1"), STEP, DAY, by=by))
            work.remember(Acquaintance(person, "", "zh-CN", seen=BEGIN, habit=habit))
            work.commit()

    def _settle(self) -> None:
        """All are alike but those with a step of their own: those are looked at, one for the rest."""
        watches, rounds = self._reminding.watches, self._reminding.rounds
        own = {CompanyId(f"b{number:05}") for number in range(DUE * len(HOURS))}
        shared: datetime | None = None
        while wakings := watches.waking(self._now, 1_000):
            for waking in wakings:
                if waking.company in own:
                    found = rounds.look(waking, self._now)
                else:
                    shared = shared or rounds.look(waking, self._now).again_at
                    found = Looked((), shared)
                watches.looked(waking, found, self._now)


@dataclass(frozen=True, slots=True)
class _Ways:
    """Everything arrives at once."""

    arrived: Callable[[], None]

    def of(self, to: Recipient, digest: Digest, rank: int, attempts: int) -> Sequence[Way]:
        del to, digest, rank, attempts
        return [Way(ChannelKind.TELEGRAM, self._go)]

    async def _go(self, at_turn: AtTurn) -> Delivery:
        at_turn()
        self.arrived()
        return Delivery(Fate.SENT, 1)


def measure(folder: Path) -> Woken:
    """The same hours in both homes, taken in turns."""
    few, many = (Home(folder / f"wake{size}", size) for size in SIZES)
    taken: dict[Home, list[float]] = {few: [], many: []}
    for hour in HOURS:
        for home, times in taken.items():
            before = home.told
            times.append(home.wakes(hour))
            _require_ten(home.told - before)
    looks = [few.look() for _ in range(LOOKS)]
    for home in taken:
        home.close()
    return Woken(*map(statistics.median, (taken[few], taken[many], looks)))


def _require_ten(told: int) -> None:
    if told != DUE:
        message = f"{told} were told instead of {DUE}"
        raise AssertionError(message)


def _house(new_id: Callable[[], str]) -> House:
    return House(
        load_catalogue(),
        load_packs(PACKS),
        load_calendar((HOLIDAYS,)),
        Access(Door.ANYBODY),
        ZONE,
        "zh-CN",
        new_id,
        policies=load_policies(PACKS),
    )
