"""The store on disk: each company a TinyDB file, everything across companies in the journal."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from storage.commits import Commits
from storage.companies import CompanyFiles
from storage.database import JournalUnusable
from storage.directory import Directory
from storage.disk import Disk
from storage.inspection import Inspection
from storage.intents import Intents
from storage.journal import Journal
from storage.people import People
from storage.shelf import Shelf
from storage.trail import Trail
from storage.work import Books, TinyWork
from workflow.ports import RowId, Work


class TinyStore:
    """Where companies live; used by one thread, one work at a time.

    The folder must be held (`lock.FolderLock`) and the store made before the inbox is read: what
    a crash interrupted is ended here. JournalUnusable if the journal knows none of the companies
    in the folder; NotSaved if the disk refuses the repair.
    """

    def __init__(
        self, folder: Path, journal: Journal, new_id: Callable[[], str], disk: Disk | None = None
    ) -> None:
        database = journal.database
        files = CompanyFiles(folder, disk or Disk())
        directory, trail, intents = Directory(database), Trail(database), Intents(database)
        if directory.is_empty() and not intents.open() and files.any():
            raise JournalUnusable(database.path, "it knows none of the companies in this folder")
        shelf = Shelf(files, directory, trail)
        self._commits = Commits(files, shelf, intents, new_id)
        self._books = Books(shelf, directory, trail, People(database), self._commits)
        self._inspection = Inspection(files, directory, trail, database)
        self._thread = threading.get_ident()
        self._working = False
        self._commits.repair()

    @contextmanager
    def begin(self, row: RowId | None) -> Iterator[Work]:
        """Open one work; NotSaved while an interrupted commit cannot be ended."""
        self._claim()
        try:
            self._commits.repair()
            yield TinyWork(self._books, row)
        finally:
            self._working = False

    def check(self) -> Iterator[str]:
        """Read every company file; one line for each fault, with its path."""
        return self._inspection.faults()

    def _claim(self) -> None:
        if threading.get_ident() != self._thread:
            message = "the store belongs to the thread that made it"
            raise AssertionError(message)
        if self._working:
            message = "another work is open"
            raise AssertionError(message)
        self._working = True
