"""A simulated town: one company, the real rounds and the real gateway of reminders, simulated time."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from chat.rounds import Rounds
from chat.session import House
from gateway.alarms import Alarms, nobody
from gateway.looks import Looks
from gateway.ports import Reminding
from gateway.reminders import Reminders
from gateway.telling import Teller
from storage.memory import MemoryStore
from tests.seasons.crashes import Crashes, Died, MortalLedger, MortalWatches
from tests.seasons.tiny import COMPANY, EVERYBODY, POLICY, TINY, opened
from tests.seasons.wire import Luck, Wire
from tests.seasons.wordless import WordlessRounds
from tests.talk import house
from workflow.change import Doer
from workflow.errors import WorkflowError
from workflow.habits import Habit
from workflow.ids import PersonId
from workflow.model import Company, Outcome
from workflow.ports import Acquaintance
from workflow.reminders import Owed

MANY_STEPS = 3_000
TICK = timedelta(minutes=1)


class Moment(NamedTuple):
    """How things stood from one change to the next."""

    since: datetime
    company: Company
    habits: dict[PersonId, Habit]
    blocked: frozenset[PersonId]


@dataclass(frozen=True, slots=True)
class OneZone:
    """The zone never changes here."""

    name: str

    def read(self) -> str:
        return self.name

    def keep(self, zone: str) -> None:
        assert zone == self.name


@dataclass(frozen=True, slots=True)
class Protocol:
    """The parts that a broken variant exchanges."""

    rounds: Callable[[House, MemoryStore], Rounds] = WordlessRounds
    store: Callable[[], MemoryStore] = MemoryStore
    zone: str = "Asia/Shanghai"


class Town:
    """Everything that happens to one company and its people between December and May."""

    def __init__(
        self,
        luck: Sequence[Luck],
        before: Collection[int],
        after: Collection[int],
        protocol: Protocol,
    ) -> None:
        self.store = protocol.store()
        self.house = replace(
            house(),
            packs={TINY.ref: TINY},
            policies={TINY.policy: POLICY},
            record=self.store.ledger,
            zone=ZoneInfo(protocol.zone),
        )
        self.zone = self.house.zone
        self.crashes = Crashes(before, after)
        first = opened()
        self.now = first.events[0].at
        self.wire = Wire(iter(luck), self.crashes, self.now)
        self._rounds = protocol.rounds(self.house, self.store)
        self._reminders = self._born()
        self.history: list[Moment] = []
        self.put_off: list[Owed] = []
        for person in EVERYBODY:
            self.store.people[person] = Acquaintance(person, "", "zh-CN", seen=self.now)
        self.save(first)

    @property
    def company(self) -> Company:
        return self.store.companies[COMPANY]

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def doer(self, person: PersonId) -> Doer:
        return Doer(person, self.now, self.today)

    # --- what people do -----------------------------------------------------------------

    def does(self, action: Callable[[], Outcome]) -> None:
        """An action; what the trade refuses is refused."""
        try:
            outcome = action()
        except WorkflowError:
            return
        self.save(outcome)

    def save(self, outcome: Outcome) -> None:
        """Keep it, as the desk does."""
        with self.store.begin(None) as work:
            work.save(outcome)
            work.commit()
        self._note()

    def remember(self, person: Acquaintance) -> None:
        """Somebody changed their settings, or shut us out."""
        with self.store.begin(None) as work:
            work.remember(person)
            work.commit()
        self._note()

    def remind(self, owed: Owed) -> None:
        """稍后."""
        with self.store.begin(None) as work:
            work.remind(owed)
            work.commit()
        self.put_off.append(owed)

    def _note(self) -> None:
        people = self.store.people
        habits = {person: people[person].habit for person in EVERYBODY}
        blocked = frozenset(person for person in EVERYBODY if people[person].blocked)
        self.history.append(Moment(self.now, self.company, habits, blocked))

    # --- time ---------------------------------------------------------------------------

    def go_to(self, then: datetime, runner: asyncio.Runner) -> None:
        """Let the bot do at each moment what there is to do, up to `then`."""
        for _ in range(MANY_STEPS):
            moment = self._next_wake_up()
            if moment is None or moment > then:
                break
            self.work_at(max(moment, self.now), runner)
        else:
            message = "the bot comes to no rest"
            raise AssertionError(message)
        self._set(then)

    def _next_wake_up(self) -> datetime | None:
        """The next known moment; within a minute where something is to be done already."""
        store, now = self.store, self.now
        known = store.watches.next_moment(now)
        if store.watches.waking(now, 1) or store.ledger.due(now, 1):
            return min(now + TICK, known or now + TICK)
        return known

    def work_at(self, moment: datetime, runner: asyncio.Runner) -> None:
        """One wake-up; after a death the next life's first one."""
        self._set(moment)
        while True:
            try:
                runner.run(self._reminders.work())
            except Died:
                self.crashes.rise()
                self.store.ledger.restart()
                self._reminders = self._born()
            else:
                break
            finally:
                self._shut_out()

    def sleep_until(self, then: datetime) -> None:
        """Down: nothing happens at all."""
        self._set(then)

    def _set(self, moment: datetime) -> None:
        self.now = self.wire.now = max(moment, self.now)

    def _shut_out(self) -> None:
        """As the edge tells the desk of whoever cannot be written to."""
        while self.wire.blocked:
            person = PersonId(self.wire.blocked.pop())
            self.remember(replace(self.store.people[person], blocked=True))

    def _born(self) -> Reminders:
        reminding = Reminding(
            MortalWatches(self.store.watches, self.crashes),
            MortalLedger(self.store.ledger, self.crashes),
            self._rounds,
            lambda _: (),
            OneZone(self.zone.key),
        )
        alarms = Alarms(nobody, lambda: 0.0)
        looks = Looks(reminding, lambda: self.now, self.zone.key, lambda: 0.0, alarms)
        teller = Teller(reminding, self.wire, lambda: self.now, self.zone, alarms)  # type: ignore[arg-type]  # in place of the ways out
        return Reminders(reminding, looks, teller, lambda: self.now)
