"""The connection to the journal file: durable settings, transactions, upgrades of its tables."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from storage.disk import OWNER_ONLY, make_folder
from storage.schema import STEPS
from workflow.errors import NotSaved

# What the columns hold is said by the STRICT tables below, out of the type checker's sight.
Cells: TypeAlias = tuple[Any, ...]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

REFUSALS = frozenset({
    sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_PERM,
})  # fmt: skip
"""The primary result codes that speak of the disk and not of a mistake of ours."""


class JournalUnusable(Exception):
    """The journal file is damaged, or was written by a later version; it is left as it is."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


class Database:
    """One SQLite file, used by one thread; every commit is on the disk when it returns."""

    def __init__(self, path: Path, patience: float = 10.0) -> None:
        """Open or make the file; wait `patience` seconds for another process's transaction."""
        make_folder(path.parent)
        path.touch(mode=OWNER_ONLY)
        self.path = path
        self._connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            self._prepare()
        except sqlite3.DatabaseError as error:
            self.close()
            raise JournalUnusable(path, str(error)) from error
        except BaseException:
            self.close()
            raise

    def ask(self, question: str, facts: Sequence[object] = ()) -> list[Cells]:
        """All rows of the answer; NotSaved if the disk refuses."""
        with _refusals():
            return self._connection.execute(question, facts).fetchall()

    def tell(self, statement: str, facts: Sequence[object] = ()) -> int:
        """Change something; how many rows. On its own it is a transaction of its own."""
        with _refusals():
            return self._connection.execute(statement, facts).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is told inside is kept, or none of it; NotSaved if the disk refuses."""
        with _refusals():
            self._connection.execute("begin immediate")
            try:
                yield
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise

    @contextmanager
    def rehearsal(self) -> Iterator[None]:
        """What is told inside is read inside, and never happened afterwards."""
        with _refusals():
            self._connection.execute("begin immediate")
            try:
                yield
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")

    def faults(self) -> list[str]:
        """What SQLite finds wrong with the file; empty when it is whole."""
        answers = [str(line) for (line,) in self.ask("pragma integrity_check")]
        return [] if answers == ["ok"] else answers

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    def _prepare(self) -> None:
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = full")
        self._connection.execute("pragma foreign_keys = on")
        ((version,),) = self._connection.execute("pragma user_version").fetchall()
        if version > len(STEPS):
            raise JournalUnusable(self.path, f"version {version} is newer than {len(STEPS)}")
        for number, step in enumerate(STEPS[version:], start=version + 1):
            self._connection.executescript(
                f"begin immediate; {step}; pragma user_version = {number}; commit;"
            )


class JournalReader:
    """The journal to look at, also while the bot writes it; JournalUnusable."""

    def __init__(self, path: Path, patience: float = 10.0) -> None:
        if not path.is_file():
            raise JournalUnusable(path, "is not there")
        address = f"{path.absolute().as_uri()}?mode=ro"
        self._connection = sqlite3.connect(address, timeout=patience, uri=True)
        # bytes that are no text show as such, and stop nobody from looking on
        self._connection.text_factory = lambda text: text.decode(errors="replace")
        try:
            ((version,),) = self.ask("pragma user_version")
        except sqlite3.DatabaseError as error:
            self.close()
            raise JournalUnusable(path, str(error)) from error
        if version != len(STEPS):
            self.close()
            raise JournalUnusable(path, f"version {version}, not {len(STEPS)}: start the bot once")

    def ask(self, question: str, facts: Sequence[object] = ()) -> list[Cells]:
        """All rows of the answer."""
        return self._connection.execute(question, facts).fetchall()

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        primary = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if primary not in REFUSALS:
            raise
        raise NotSaved from error


def to_number(moment: datetime) -> int:
    """An aware instant as microseconds since 1970, as the journal keeps it."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def to_moment(number: int) -> datetime:
    """The instant of that number, in UTC."""
    return EPOCH + timedelta(microseconds=number)
