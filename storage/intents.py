"""What a commit is about to do, written down first, so that a start can do the rest of it."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from storage.boards import pin_board, project_boards, turn_board
from storage.codec import StoredCompany
from storage.database import Database
from storage.directory import Directory
from storage.outbox import owe
from storage.people import People
from storage.projections import Projections
from storage.rungs import owe as owe_rungs
from storage.trail import Trail
from storage.watches import hears_otherwise, wake, wake_companies_of
from workflow.events import Notice
from workflow.ids import CompanyId
from workflow.ports import Acquaintance, ChatId, RowId
from workflow.reminders import Owed


@dataclass(frozen=True, slots=True)
class Rest:
    """What a work changes in the journal beside its company."""

    row: RowId | None
    """The inbox row that is applied with it."""
    people: tuple[Acquaintance, ...]
    notes: tuple[tuple[ChatId, str], ...]
    notices: tuple[Notice, ...] = ()
    """Owed to people, from then on in the outbox."""
    pages: tuple[tuple[ChatId, int], ...] = ()
    """To which page the boards of groups were turned."""
    pins: tuple[ChatId, ...] = ()
    """The groups whose boards we may pin only now."""
    rungs: tuple[Owed, ...] = ()
    """Owed by the work itself: reminders that were put off."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A commit begun: its effect is in the company file exactly if the file bears its number."""

    id: int
    company: CompanyId
    seq: int
    """Number of the newest event the file has once the effect is in it."""
    rest: Rest

    def is_in(self, stored: StoredCompany) -> bool:
        """Whether this file is, unchanged since, the one the commit wrote."""
        return stored.commit == self.id and stored.company.event_seq == self.seq


_REST = TypeAdapter(Rest)


class Intents:
    """Commits begun and not settled: none, or the one a crash or a full disk interrupted.

    A damaged company keeps its intent; once its previous copy is adopted a start drops it.
    """

    def __init__(self, database: Database, projections: Projections) -> None:
        self._database = database
        self._projections = projections
        self._people = People(database)
        self._directory = Directory(database)
        self._trail = Trail(database)

    def announce(self, company: CompanyId, seq: int, rest: Rest) -> Intent:
        """Write down what is about to happen to a company."""
        rows = self._database.ask(
            "insert into intents(company, seq, rest) values(?, ?, ?) returning id",
            (company, seq, _REST.dump_json(rest).decode()),
        )
        return Intent(rows[0][0], company, seq, rest)

    def open(self) -> tuple[Intent, ...]:
        """The intents not settled, oldest first."""
        rows = self._database.ask("select id, company, seq, rest from intents order by id")
        return tuple(
            Intent(number, CompanyId(company), seq, _REST.validate_json(rest))
            for number, company, seq, rest in rows
        )

    def settle(self, intent: Intent, stored: StoredCompany) -> None:
        """The company's file is written: do all the rest in one transaction. Harmless twice."""
        with self._database.transaction():
            self._directory.project(stored.company)
            project_boards(self._database, stored.company)
            self._projections.renew(stored.company)
            self._trail.drain(intent.company, stored.pending)
            wake(self._database, intent.company, stored.pending)
            self._keep(intent.rest)
            self._forget(intent)

    def drop(self, intent: Intent) -> None:
        """The company's file was never written: nothing of the commit happened."""
        with self._database.transaction():
            self._forget(intent)

    def keep(self, rest: Rest) -> None:
        """Commit a work that saves no company, in one transaction."""
        with self._database.transaction():
            self._keep(rest)

    def _keep(self, rest: Rest) -> None:
        owe(self._database, rest.notices)
        owe_rungs(self._database, rest.rungs)
        for person in rest.people:
            self._remember(person)
        for chat, note in rest.notes:
            self._people.keep_note(chat, note)
        for chat, page in rest.pages:
            turn_board(self._database, chat, page)
        for chat in rest.pins:
            pin_board(self._database, chat)
        self._database.tell(
            "update inbox set state = 'applied' where id = ? and state = 'new'", (rest.row,)
        )

    def _remember(self, person: Acquaintance) -> None:
        before = self._people.acquaintance(person.person)
        self._people.remember(person)
        if hears_otherwise(before, person):
            wake_companies_of(self._database, person.person)

    def _forget(self, intent: Intent) -> None:
        self._database.tell("delete from intents where id = ?", (intent.id,))
