"""One update's reading and writing in memory: it reads as the specification of the port Work."""

from dataclasses import dataclass, field
from typing import Protocol

from storage.directory import card_of, gave_out, is_in_group
from storage.memory_ledger import MemoryLedger
from storage.memory_posting import MemoryBoards, MemoryOutbox
from storage.memory_watches import MemoryWatches
from storage.numbering import require_next
from storage.people import can_be_reached
from storage.watches import hears_otherwise
from workflow.across import (
    Glance,
    MinePage,
    Projection,
    Projector,
    Sign,
    SignCounts,
    mine_row,
    shows,
)
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.events import Event, Notice
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle, Outcome
from workflow.ports import Acquaintance, ChatId, CompanyCard, PreviousCopy, RowId
from workflow.record import EVERYTHING, Sought
from workflow.reminders import Owed


class Inbox(Protocol):
    """What a commit does to the inbox."""

    def apply(self, row: RowId | None) -> None:
        """The row's effect is kept."""
        ...


class Kept(Protocol):
    """What a work reads from, and what its commit changes."""

    companies: dict[CompanyId, Company]
    previous: dict[CompanyId, Company]
    damaged: set[CompanyId]
    trail: dict[CompanyId, tuple[Event, ...]]
    people: dict[PersonId, Acquaintance]
    notes: dict[ChatId, str]
    outbox: MemoryOutbox
    boards: MemoryBoards
    ledger: MemoryLedger
    watches: MemoryWatches
    projector: Projector | None

    @property
    def inbox(self) -> Inbox:
        """Where the row of the work stands."""
        ...


@dataclass(slots=True)
class MemoryWork:
    """Reads see what this work itself has saved; the store changes at commit."""

    store: Kept
    row: RowId | None
    outcome: Outcome | None = None
    people: dict[PersonId, Acquaintance] = field(default_factory=dict)
    notes: dict[ChatId, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    pages: dict[ChatId, int] = field(default_factory=dict)
    pins: list[ChatId] = field(default_factory=list)
    rungs: list[Owed] = field(default_factory=list)
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
        return tuple(card_of(company) for company in self._theirs(person))

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

    def events(
        self, company: CompanyId, newest: int, offset: int = 0, sought: Sought = EVERYTHING
    ) -> tuple[Event, ...]:
        """At most `newest` events that are sought, after the `offset` newest, newest first."""
        found = tuple(filter(sought.holds, reversed(self._trail(company))))
        return found[offset : offset + newest]

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

    def invited_to(self, digest: str) -> CompanyId | None:
        """The company that gave out the invitation of that digest; also a used or revoked one."""
        companies = self._companies().values()
        return next((each.id for each in companies if gave_out(each, digest)), None)

    def company_of_group(self, chat: ChatId) -> CompanyId | None:
        """The company whose board a group shows."""
        companies = self._companies().values()
        return next((each.id for each in companies if is_in_group(each, chat)), None)

    def is_in_group_called(self, person: PersonId, title: str) -> bool:
        """Whether a company they are a member of shows its board in a group of that title."""
        return any(
            group.title == title
            for company in self.store.companies.values()
            if any(member.person == person for member in company.members)
            for group in company.groups
        )

    def turn_board(self, chat: ChatId, page: int) -> None:
        """The group's board shows that page from commit on, also when it changes later."""
        self.pages[chat] = page

    def pin_board(self, chat: ChatId) -> None:
        """The group's board is to be pinned from commit on: we may do that only now."""
        self.pins.append(chat)

    def owe(self, notice: Notice) -> None:
        """Owe the person this notice at commit, though no company changes; each key once."""
        self.notices.append(notice)

    def remind(self, owed: Owed) -> None:
        """Owe this rung at commit, though no look found it: put off; each key once."""
        self.rungs.append(owed)

    def mine(self, person: PersonId, offset: int, count: int) -> MinePage:
        """At most `count` of a person's open items of all their companies, soonest first."""
        mine = sorted(
            (row.due, company.id, row.season, row.item)
            for company in self._companies().values()
            for row in self._drawn(company).work
            if row.person == person
        )
        rows = mine[offset : offset + count]
        return MinePage(tuple(mine_row(*row) for row in rows), len(mine))

    def standings_of(self, glance: Glance) -> SignCounts:
        """How many companies of a person show which sign; only those with a season going on."""
        going_on = [each for each in self._theirs(glance.person) if self._drawn(each).standing]
        counts = {sign: sum(self._shows(each, sign, glance) for each in going_on) for sign in Sign}
        return SignCounts(len(going_on), counts)

    def showing(
        self, sign: Sign, glance: Glance, offset: int, count: int
    ) -> tuple[CompanyCard, ...]:
        """At most `count` of the companies that show the sign, by name."""
        theirs = self._theirs(glance.person)
        shown = [card_of(each) for each in theirs if self._shows(each, sign, glance)]
        return tuple(shown[offset : offset + count])

    def commit(self) -> None:
        """Make it all so."""
        if self.committed:
            message = "this work was committed before"
            raise AssertionError(message)
        self.committed = True
        known = self.store.people
        self.store.people = known | self.people
        self.store.notes |= self.notes
        self.store.inbox.apply(self.row)
        told = () if self.outcome is None else self.outcome.notices
        self.store.outbox.owe((*told, *self.notices))
        if self.outcome is not None:
            self._keep(self.outcome)
        self.store.ledger.owe(self.rungs)
        for person in self.people.values():
            if hears_otherwise(known.get(person.person), person):
                self._wake_companies_of(person.person)
        for chat, page in self.pages.items():
            self.store.boards.turn(chat, page)
        for chat in self.pins:
            self.store.boards.pin(chat)

    def _companies(self) -> dict[CompanyId, Company]:
        saved = {} if self.outcome is None else {self.outcome.company.id: self.outcome.company}
        return self.store.companies | saved

    def _theirs(self, person: PersonId) -> list[Company]:
        """The companies a person is a member of, removed ones left out, by name."""
        theirs = (
            company
            for company in self._companies().values()
            if company.lifecycle is not Lifecycle.REMOVED
            and any(member.person == person for member in company.members)
        )
        return sorted(theirs, key=lambda company: (company.name, company.id))

    def _drawn(self, company: Company) -> Projection:
        projector = self.store.projector
        return Projection() if projector is None else projector.project(company)

    def _shows(self, company: Company, sign: Sign, glance: Glance) -> bool:
        drawn = self._drawn(company)
        if drawn.standing is None:
            return False
        others = drawn.loads.keys() - {glance.person}
        is_reachable = any(self._can_be_reached(person) for person in others)
        return shows(drawn.standing, sign, glance, is_reachable=is_reachable)

    def _can_be_reached(self, person: PersonId) -> bool:
        known = self.acquaintance(person)
        return known is not None and can_be_reached(known)

    def _keep(self, outcome: Outcome) -> None:
        company = outcome.company
        if company.id in self.store.companies and company.id not in self.store.damaged:
            self.store.previous[company.id] = self.store.companies[company.id]
        self.store.trail[company.id] = self._trail(company.id)
        self.store.companies[company.id] = company
        self.store.damaged.discard(company.id)
        self.store.boards.project(company)
        self.store.watches.wake(company.id, outcome.events)

    def _wake_companies_of(self, person: PersonId) -> None:
        for company in self._theirs(person):
            if company.lifecycle is Lifecycle.ACTIVE:
                self.store.watches.wake(company.id)

    def _trail(self, company: CompanyId) -> tuple[Event, ...]:
        kept = self.store.trail.get(company, ())
        if self.outcome is None or self.outcome.company.id != company:
            return kept
        return (*kept, *self.outcome.events)

    def _require_unsaved(self) -> None:
        if self.outcome is not None:
            message = "one work saves one company"
            raise AssertionError(message)
