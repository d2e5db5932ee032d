"""What the tests of notices and boards stand on: the journal's own outbox and boards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.boards import SqliteBoards
from storage.database import Database
from storage.outbox import SqliteOutbox, owe
from workflow.events import Notice, NoticeKind
from workflow.ids import CompanyId, PersonId

COMPANY = CompanyId("acme")


@contextmanager
def journal(folder: Path) -> Iterator[Database]:
    """A journal that knows one company."""
    database = Database(folder / "journal.sqlite")
    database.tell(
        "insert or ignore into directory(company, name, uscc, lifecycle) values(?, 'A', '', 'active')",
        (COMPANY,),
    )
    try:
        yield database
    finally:
        database.close()


def bind(database: Database, chat: int) -> SqliteBoards:
    """Let a group show the company's board; it is not posted yet."""
    database.tell("insert into groups(chat, company, stale_since) values(?, ?, 1)", (chat, COMPANY))
    return SqliteBoards(database)


def owing(database: Database, *people: int) -> SqliteOutbox:
    """An outbox that owes each of these people a notice, in this order."""
    notices = [
        Notice(
            f"{COMPANY}:{event}:{person}",
            PersonId(str(person)),
            NoticeKind.ASSIGNED,
            COMPANY,
            PersonId("1"),
            subject=f"{event}",
        )
        for event, person in enumerate(people)
    ]
    with database.transaction():
        owe(database, notices)
    return SqliteOutbox(database)


def state_of(database: Database, event: int) -> tuple[str, int, str]:
    """How a notice stands on disk: its state, how often it was doubted, and why."""
    [(state, doubts, why)] = database.ask(
        "select state, doubts, why from outbox where key like ?", (f"{COMPANY}:{event}:%",)
    )
    return state, doubts, why
