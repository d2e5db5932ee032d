"""The watches in memory: which companies are to be looked at for reminders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from storage.memory_ledger import MemoryLedger
from workflow.events import Event
from workflow.ids import CompanyId
from workflow.reminders import Looked, Owed, Waking

AT_ONCE = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Watch:
    """Up to when a company was looked at, and when it is to be looked at again."""

    waking: Waking
    next_at: datetime | None = AT_ONCE

    def woken(self) -> "Watch":
        """The same, to be looked at: the company changed."""
        return Watch(replace(self.waking, change=self.waking.change + 1))


@dataclass(slots=True)
class MemoryWatches:
    """What the looks find is owed in the ledger."""

    ledger: MemoryLedger
    watches: dict[CompanyId, Watch] = field(default_factory=dict)

    def wake(self, company: CompanyId, events: Sequence[Event] = ()) -> None:
        """The company is to be looked at; a new one is watched from its first event on."""
        if company in self.watches:
            self.watches[company] = self.watches[company].woken()
        elif events:
            self.watches[company] = Watch(Waking(company, events[0].at, change=1))

    def waking(self, now: datetime, limit: int) -> tuple[Waking, ...]:
        """Companies that changed, or whose next rung's moment came, the longest waiting first."""
        awake = sorted(
            (watch.next_at, company)
            for company, watch in self.watches.items()
            if watch.next_at is not None and watch.next_at <= now
        )
        return tuple(self.watches[company].waking for _, company in awake[:limit])

    def looked(self, waking: Waking, looked: Looked, now: datetime) -> None:
        """Keep what the look found, each key once, and when to look again.

        A company that changed since it was looked at stays waking. One that was looked at by
        somebody else meanwhile, or whose clock was turned back, keeps nothing of this look.
        """
        watch = self.watches.get(waking.company)
        if watch is None or watch.waking.looked != waking.looked:
            return
        again_at = looked.again_at if watch.waking.change == waking.change else AT_ONCE
        until = max(waking.looked, now)
        self.watches[waking.company] = Watch(replace(watch.waking, looked=until), again_at)
        self.ledger.owe(looked.owed)

    def again(self, waking: Waking, at: datetime) -> None:
        """It could not be looked at: look then, unless it changes before."""
        watch = self.watches.get(waking.company)
        if watch is not None and watch.waking.change == waking.change:
            self.watches[waking.company] = replace(watch, next_at=at)

    def owe(self, owed: Iterable[Owed]) -> None:
        """Owe these too: who hears in another's place."""
        self.ledger.owe(owed)

    def next_moment(self, now: datetime) -> datetime | None:
        """The first moment after now at which a company wakes or something comes to be due."""
        looks = (watch.next_at for watch in self.watches.values() if watch.next_at is not None)
        sends = (one.next_at for one in self.ledger.kept.values() if one.is_pending)
        return min((at for at in (*looks, *sends) if at > now), default=None)

    def turn_back(self, now: datetime) -> int:
        """The clock went back a long way: every company is looked at, its future is undone."""
        for company, watch in self.watches.items():
            looked = min(watch.waking.looked, now)
            woken = watch.woken()
            self.watches[company] = replace(woken, waking=replace(woken.waking, looked=looked))
        return self.ledger.turn_back(now)
