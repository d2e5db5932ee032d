"""The plainest store: everything in dictionaries. It reads as the specification of the ports."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from storage.directory import card_of
from storage.numbering import require_next
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Event, Lifecycle, Outcome
from workflow.ports import (
    Acquaintance,
    ChatId,
    CompanyCard,
    InboxRow,
    PreviousCopy,
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
    working: bool = False

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


@dataclass(slots=True)
class MemoryWork:
    """Reads see what this work itself has saved; the store changes at commit."""

    store: MemoryStore
    row: RowId | None
    outcome: Outcome | None = None
    people: dict[PersonId, Acquaintance] = field(default_factory=dict)
    notes: dict[ChatId, str] = field(default_factory=dict)
    committed: bool = False

    def company(self, company: CompanyId) -> Company:
        """The company; NoSuchCompany, or CompanyDamaged while it rests."""
        if self.outcome is not None and self.outcome.company.id == company:
            return self.outcome.company
        if company not in self.store.companies:
            raise NoSuchCompany
        kept = self.store.companies[company]
        if company in self.store.damaged:
            raise CompanyDamaged(company=company, name=kept.name)
        return kept

    def save(self, outcome: Outcome) -> None:
        """Keep this outcome at commit; one company at most in one work."""
        self._require_unsaved()
        known = outcome.company.id in self.store.companies
        require_next(outcome, self.company(outcome.company.id).event_seq if known else 0)
        self.outcome = outcome

    def companies_of(self, person: PersonId) -> tuple[CompanyCard, ...]:
        """The companies a person is a member of, removed ones left out, by name."""
        saved = {} if self.outcome is None else {self.outcome.company.id: self.outcome.company}
        cards = [
            card_of(company)
            for company in (self.store.companies | saved).values()
            if company.lifecycle is not Lifecycle.REMOVED
            and any(member.person == person for member in company.members)
        ]
        return tuple(sorted(cards, key=lambda card: (card.name, card.id)))

    def previous_copy(self, company: CompanyId) -> PreviousCopy:
        """The last good copy of a damaged company; NoSuchCompany if there is none."""
        if company not in self.store.damaged or company not in self.store.previous:
            raise NoSuchCompany
        copy = self.store.previous[company]
        missing = [event for event in self.store.trail[company] if event.seq > copy.event_seq]
        return PreviousCopy(copy, tuple(missing))

    def adopt_previous(self, outcome: Outcome) -> None:
        """Go on from the last good copy at commit; NoSuchCompany if there is none."""
        self._require_unsaved()
        self.previous_copy(outcome.company.id)
        require_next(outcome, self.store.trail[outcome.company.id][-1].seq)
        self.outcome = outcome

    def events(self, company: CompanyId, newest: int) -> tuple[Event, ...]:
        """The newest events of a company's trail, newest first."""
        return tuple(reversed(self._trail(company)))[:newest]

    def acquaintance(self, person: PersonId) -> Acquaintance | None:
        """What is remembered of a person."""
        return (self.store.people | self.people).get(person)

    def remember(self, person: Acquaintance) -> None:
        """Remember it at commit."""
        self.people[person.person] = person

    def note(self, chat: ChatId) -> str:
        """The note of the talk in that chat; empty when nothing is being asked."""
        return (self.store.notes | self.notes).get(chat, "")

    def keep_note(self, chat: ChatId, note: str) -> None:
        """Keep (or with an empty one: drop) the note at commit."""
        self.notes[chat] = note

    def commit(self) -> None:
        """Make it all so."""
        if self.committed:
            message = "this work was committed before"
            raise AssertionError(message)
        self.committed = True
        self.store.people |= self.people
        self.store.notes |= self.notes
        self.store.inbox.apply(self.row)
        if self.outcome is not None:
            self._keep(self.outcome)

    def _keep(self, outcome: Outcome) -> None:
        company = outcome.company
        if company.id in self.store.companies and company.id not in self.store.damaged:
            self.store.previous[company.id] = self.store.companies[company.id]
        self.store.trail[company.id] = self._trail(company.id)
        self.store.companies[company.id] = company
        self.store.damaged.discard(company.id)

    def _trail(self, company: CompanyId) -> tuple[Event, ...]:
        kept = self.store.trail.get(company, ())
        if self.outcome is None or self.outcome.company.id != company:
            return kept
        return (*kept, *self.outcome.events)

    def _require_unsaved(self) -> None:
        if self.outcome is not None:
            message = "one work saves one company"
            raise AssertionError(message)
