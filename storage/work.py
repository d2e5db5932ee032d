"""One update's reading and writing on the disk store; nothing is written before `commit`."""

from dataclasses import dataclass

from storage.across import Across
from storage.commits import Commits
from storage.directory import Directory, card_of, gave_out, is_in_group
from storage.intents import Rest
from storage.numbering import require_next
from storage.people import People
from storage.projections import Projections
from storage.shelf import Shelf
from storage.trail import Trail
from workflow.across import Glance, MinePage, Sign, SignCounts
from workflow.errors import NoSuchCompany
from workflow.events import Event, Notice
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle, Outcome
from workflow.ports import Acquaintance, ChatId, CompanyCard, PreviousCopy, RowId
from workflow.record import EVERYTHING, Sought
from workflow.reminders import Owed


@dataclass(frozen=True, slots=True)
class Books:
    """What a work reads from, and where its commit goes."""

    shelf: Shelf
    directory: Directory
    trail: Trail
    people: People
    projections: Projections
    across: Across
    commits: Commits


class TinyWork:
    """Reads see what this work itself has saved."""

    def __init__(self, books: Books, row: RowId | None) -> None:
        self._books = books
        self._row = row
        self._outcome: Outcome | None = None
        self._commit_outcome = books.commits.replace
        self._people: dict[PersonId, Acquaintance] = {}
        self._notes: dict[ChatId, str] = {}
        self._notices: list[Notice] = []
        self._pages: dict[ChatId, int] = {}
        self._pins: list[ChatId] = []
        self._rungs: list[Owed] = []
        self._committed = False

    def company(self, company: CompanyId) -> Company:
        """The company; NoSuchCompany, or CompanyDamaged while it rests."""
        if self._outcome is not None and self._outcome.company.id == company:
            return self._outcome.company
        return self._books.shelf.company(company)

    def save(self, outcome: Outcome) -> None:
        """Keep this outcome at commit; CompanyDamaged while the company rests."""
        self._require_unsaved()
        try:
            newest = self._books.shelf.company(outcome.company.id).event_seq
        except NoSuchCompany:
            newest = 0
            self._commit_outcome = self._books.commits.create
        require_next(outcome, newest)
        self._outcome = outcome

    def companies_of(self, person: PersonId) -> tuple[CompanyCard, ...]:
        """The companies a person is a member of, removed ones left out, by name."""
        cards = {card.id: card for card in self._books.directory.cards_of(person)}
        if self._outcome is not None:
            company = self._outcome.company
            cards.pop(company.id, None)
            if any(member.person == person for member in company.members):
                cards[company.id] = card_of(company)
        shown = (card for card in cards.values() if card.lifecycle is not Lifecycle.REMOVED)
        return tuple(sorted(shown, key=lambda card: (card.name, card.id)))

    def previous_copy(self, company: CompanyId) -> PreviousCopy:
        """The last good copy of a damaged company; NoSuchCompany if there is none."""
        return self._books.shelf.previous_copy(company)

    def adopt_previous(self, outcome: Outcome) -> None:
        """Go on from the last good copy at commit; NoSuchCompany if there is none."""
        self._require_unsaved()
        copy = self._books.shelf.previous_copy(outcome.company.id)
        newest = max([copy.company.event_seq, *(event.seq for event in copy.missing)])
        require_next(outcome, newest)
        self._outcome = outcome
        self._commit_outcome = self._books.commits.adopt

    def events(
        self, company: CompanyId, newest: int, offset: int = 0, sought: Sought = EVERYTHING
    ) -> tuple[Event, ...]:
        """At most `newest` events that are sought, after the `offset` newest, newest first."""
        fresh = tuple(filter(sought.holds, reversed(self._saved_events(company))))
        older = max(0, offset - len(fresh))
        kept = self._books.trail.newest(company, newest, older, sought)
        return (*fresh[offset:], *kept)[:newest]

    def _saved_events(self, company: CompanyId) -> tuple[Event, ...]:
        if self._outcome is None or self._outcome.company.id != company:
            return ()
        return self._outcome.events

    def acquaintance(self, person: PersonId) -> Acquaintance | None:
        """What is remembered of a person."""
        return self._people.get(person) or self._books.people.acquaintance(person)

    def remember(self, person: Acquaintance) -> None:
        """Remember it at commit."""
        self._people[person.person] = person

    def note(self, chat: ChatId) -> str:
        """The note of the talk in that chat; empty when nothing is being asked."""
        return self._notes[chat] if chat in self._notes else self._books.people.note(chat)

    def keep_note(self, chat: ChatId, note: str) -> None:
        """Keep (or with an empty one: drop) the note at commit."""
        self._notes[chat] = note

    def invited_to(self, digest: str) -> CompanyId | None:
        """The company that gave out the invitation of that digest; also a used or revoked one."""
        if self._outcome is not None and gave_out(self._outcome.company, digest):
            return self._outcome.company.id
        return self._books.directory.invited_to(digest)

    def company_of_group(self, chat: ChatId) -> CompanyId | None:
        """The company whose board a group shows."""
        shown = self._books.directory.company_of_group(chat)
        if self._outcome is None or shown not in (None, self._outcome.company.id):
            return shown
        return self._outcome.company.id if is_in_group(self._outcome.company, chat) else None

    def is_in_group_called(self, person: PersonId, title: str) -> bool:
        """Whether a company they are a member of shows its board in a group of that title."""
        return self._books.directory.is_in_group_called(person, title)

    def turn_board(self, chat: ChatId, page: int) -> None:
        """The group's board shows that page from commit on, also when it changes later."""
        self._pages[chat] = page

    def pin_board(self, chat: ChatId) -> None:
        """The group's board is to be pinned from commit on: we may do that only now."""
        self._pins.append(chat)

    def owe(self, notice: Notice) -> None:
        """Owe the person this notice at commit, though no company changes; each key once."""
        self._notices.append(notice)

    def remind(self, owed: Owed) -> None:
        """Owe this rung at commit, though no look found it: put off; each key once."""
        self._rungs.append(owed)

    def mine(self, person: PersonId, offset: int, count: int) -> MinePage:
        """At most `count` of a person's open items of all their companies, soonest first."""
        with self._books.across.counting(self._saved) as across:
            return across.mine(person, offset, count)

    def standings_of(self, glance: Glance) -> SignCounts:
        """How many companies of a person show which sign; only those with a season going on."""
        with self._books.across.counting(self._saved) as across:
            return across.standings_of(glance)

    def showing(
        self, sign: Sign, glance: Glance, offset: int, count: int
    ) -> tuple[CompanyCard, ...]:
        """At most `count` of the companies that show the sign, by name."""
        with self._books.across.counting(self._saved) as across:
            return across.showing(sign, glance, offset, count)

    def commit(self) -> None:
        """Make it all durable, in the order of docs/decisions/0002; NotSaved if the disk refuses."""
        if self._committed:
            message = "this work was committed before"
            raise AssertionError(message)
        self._committed = True
        if self._outcome is None:
            self._books.commits.keep(self._rest(()))
        else:
            # what fails to be drawn must fail before its file is written, not at every repair
            self._books.projections.of(self._outcome.company)
            self._commit_outcome(self._outcome, self._rest(self._outcome.notices))

    def _rest(self, told: tuple[Notice, ...]) -> Rest:
        people, notes = tuple(self._people.values()), tuple(self._notes.items())
        pages, pins = tuple(self._pages.items()), tuple(self._pins)
        notices = (*told, *self._notices)
        return Rest(self._row, people, notes, notices, pages, pins, tuple(self._rungs))

    @property
    def _saved(self) -> Company | None:
        return None if self._outcome is None else self._outcome.company

    def _require_unsaved(self) -> None:
        if self._outcome is not None:
            message = "one work saves one company"
            raise AssertionError(message)
