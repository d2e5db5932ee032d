"""The plainest store: everything in dictionaries. It reads as the specification of the ports."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from storage.memory_ledger import MemoryLedger
from storage.memory_posting import MemoryBoards, MemoryOutbox
from storage.memory_watches import MemoryWatches
from storage.memory_work import MemoryWork
from workflow.across import Projector
from workflow.events import Event
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.ports import (
    Acquaintance,
    ChatId,
    InboxRow,
    RawUpdate,
    RowId,
    RowState,
    Work,
)


@dataclass(slots=True)
class MemoryInbox:
    """The inbox; `taken_at` and `aside` are there for those who want to look."""

    rows: dict[RowId, InboxRow] = field(default_factory=dict)
    """The open ones, oldest first."""
    taken: list[tuple[RowId, RawUpdate, datetime]] = field(default_factory=list)
    aside: dict[RowId, str] = field(default_factory=dict)
    last: datetime | None = None
    count: int = 0

    def take_in(self, updates: Sequence[RawUpdate], at: datetime) -> tuple[InboxRow, ...]:
        """Keep the updates, in their order; give back the rows that are new."""
        rows = (self._take_in(update, at) for update in updates)
        return tuple(row for row in rows if row is not None)

    def open_rows(self) -> tuple[InboxRow, ...]:
        """All rows not finished, oldest first."""
        return tuple(self.rows.values())

    def next_rows(self, chat: ChatId | None, after: RowId, limit: int) -> tuple[InboxRow, ...]:
        """At most `limit` open rows of one chat that came after that row, oldest first."""
        rows = [row for row in self.rows.values() if row.chat == chat and row.id > after]
        return tuple(rows[:limit])

    def finish(self, row: RowId) -> None:
        """The row wants nothing more."""
        self.rows.pop(row, None)

    def set_aside(self, row: RowId, why: str) -> None:
        """Keep the row for a person to look at."""
        self.aside[row] = why
        self.rows.pop(row, None)

    def purge(self, before: datetime) -> int:
        """Forget finished rows taken in before that moment; how many."""
        kept = [
            (row, update, at)
            for row, update, at in self.taken
            if at >= before or row in self.rows or row in self.aside
        ]
        forgotten = len(self.taken) - len(kept)
        self.taken = kept
        return forgotten

    def heard(self, at: datetime) -> None:
        """The server answered at that moment (kept at most once a minute)."""
        if self.last is None or abs(at - self.last) >= timedelta(minutes=1):
            self.last = at

    def last_heard(self) -> datetime | None:
        """When the server was last heard of."""
        return self.last

    def chats_between(self, start: datetime, end: datetime) -> tuple[ChatId, ...]:
        """The chats something came from in that time, both ends included, by number."""
        chats = {update.chat for _, update, at in self.taken if start <= at <= end}
        return tuple(sorted(chat for chat in chats if chat is not None))

    def apply(self, row: RowId | None) -> None:
        """The row's effect is kept."""
        if row is not None and row in self.rows:
            self.rows[row] = replace(self.rows[row], state=RowState.APPLIED)

    def _take_in(self, update: RawUpdate, at: datetime) -> InboxRow | None:
        since = at - timedelta(hours=48)
        if any(one.update_id == update.update_id and t >= since for _, one, t in self.taken):
            return None
        self.count += 1
        row = InboxRow(RowId(self.count), update.update_id, update.chat, update.body, RowState.NEW)
        self.taken.append((row.id, update, at))
        self.rows[row.id] = row
        return row


@dataclass(slots=True)
class MemoryStore:
    """All companies. Put an id into `damaged` and that company rests, as a broken file would."""

    inbox: MemoryInbox = field(default_factory=MemoryInbox)
    companies: dict[CompanyId, Company] = field(default_factory=dict)
    previous: dict[CompanyId, Company] = field(default_factory=dict)
    damaged: set[CompanyId] = field(default_factory=set)
    trail: dict[CompanyId, tuple[Event, ...]] = field(default_factory=dict)
    people: dict[PersonId, Acquaintance] = field(default_factory=dict)
    notes: dict[ChatId, str] = field(default_factory=dict)
    outbox: MemoryOutbox = field(default_factory=MemoryOutbox)
    boards: MemoryBoards = field(default_factory=MemoryBoards)
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    watches: MemoryWatches = field(init=False)
    projector: Projector | None = None
    working: bool = False

    def __post_init__(self) -> None:
        self.watches = MemoryWatches(self.ledger)

    @contextmanager
    def begin(self, row: RowId | None) -> Iterator[Work]:
        """Open one work."""
        if self.working:
            message = "another work is open"
            raise AssertionError(message)
        self.working = True
        try:
            yield MemoryWork(self, row)
        finally:
            self.working = False

    def check(self) -> Iterator[str]:
        """One line for each company that rests."""
        return (f"{company}: damaged" for company in sorted(self.damaged))
