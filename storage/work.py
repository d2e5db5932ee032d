"""One update's reading and writing on the disk store; nothing is written before `commit`."""

from dataclasses import dataclass

from storage.commits import Commits
from storage.directory import Directory, card_of
from storage.intents import Rest
from storage.numbering import require_next
from storage.people import People
from storage.shelf import Shelf
from storage.trail import Trail
from workflow.errors import NoSuchCompany
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Event, Lifecycle, Outcome
from workflow.ports import Acquaintance, ChatId, CompanyCard, PreviousCopy, RowId


@dataclass(frozen=True, slots=True)
class Books:
    """What a work reads from, and where its commit goes."""

    shelf: Shelf
    directory: Directory
    trail: Trail
    people: People
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

    def events(self, company: CompanyId, newest: int) -> tuple[Event, ...]:
        """The newest events of a company's trail, newest first."""
        kept = self._books.trail.newest(company, newest)
        if self._outcome is None or self._outcome.company.id != company:
            return kept
        return (*reversed(self._outcome.events), *kept)[:newest]

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

    def commit(self) -> None:
        """Make it all durable, in the order of docs/decisions/0002; NotSaved if the disk refuses."""
        if self._committed:
            message = "this work was committed before"
            raise AssertionError(message)
        self._committed = True
        rest = Rest(self._row, tuple(self._people.values()), tuple(self._notes.items()))
        if self._outcome is None:
            self._books.commits.keep(rest)
        else:
            self._commit_outcome(self._outcome, rest)

    def _require_unsaved(self) -> None:
        if self._outcome is not None:
            message = "one work saves one company"
            raise AssertionError(message)
