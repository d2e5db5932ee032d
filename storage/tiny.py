"""The store on disk: each company a TinyDB file, everything across companies in the journal."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.across import Across
from storage.atomic import FileDamaged
from storage.cipher import KeyMissing, Keys
from storage.commits import Commits
from storage.companies import CompanyFiles
from storage.database import JournalUnusable
from storage.directory import Directory
from storage.disk import Disk
from storage.inspection import Inspection
from storage.intents import Intents
from storage.journal import Journal
from storage.key_record import admit
from storage.people import People
from storage.projections import Projections
from storage.shelf import Shelf
from storage.trail import Trail
from storage.watches import watch_all
from storage.work import Books, TinyWork
from workflow.across import Projector
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.ports import RowId, Work


class TinyStore:
    """Where companies live; used by one thread, one work at a time.

    The folder must be held (`lock.FolderLock`) and the store made before the inbox is read: what
    a crash interrupted is ended here. JournalUnusable if the journal knows none of the companies
    in the folder; KeyMissing if files may be sealed with a key that is not at hand; NotSaved if the
    disk refuses the repair. What is looked up across companies is drawn by `projector`, anew for all
    of them when its digest changed; without one nothing of it is drawn.
    """

    def __init__(
        self,
        folder: Path,
        journal: Journal,
        new_id: Callable[[], str],
        disk: Disk | None = None,
        keys: Keys | None = None,
        projector: Projector | None = None,
    ) -> None:
        disk, keys = disk or Disk(), keys or Keys()
        admit(keys, folder, disk)
        database = journal.database
        files = CompanyFiles(folder, disk, keys)
        directory, trail = Directory(database), Trail(database)
        self._projections = Projections(database, projector)
        intents = Intents(database, self._projections)
        if directory.is_empty() and not intents.open() and files.any():
            raise JournalUnusable(database.path, "it knows none of the companies in this folder")
        shelf = Shelf(files, directory, trail)
        self._commits = Commits(files, shelf, trail, intents, new_id)
        across = Across(database, directory, self._projections)
        self._books = Books(
            shelf, directory, trail, People(database), self._projections, across, self._commits
        )
        self._inspection = Inspection(files, directory, trail, database)
        self._thread = threading.get_ident()
        self._working = False
        self._commits.repair()
        watch_all(database)
        self._draw_anew(files)

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

    def _draw_anew(self, files: CompanyFiles) -> None:
        """After other packs, another calendar, or an earlier version: every company, once."""
        if self._projections.is_current():
            return
        cards = self._books.directory.cards()
        self._projections.draw_anew(_readable(files, (card.id for card in cards)))

    def _claim(self) -> None:
        if threading.get_ident() != self._thread:
            message = "the store belongs to the thread that made it"
            raise AssertionError(message)
        if self._working:
            message = "another work is open"
            raise AssertionError(message)
        self._working = True


def _readable(files: CompanyFiles, companies: Iterable[CompanyId]) -> Iterator[Company]:
    """Those whose files are whole; one that rests is drawn when its copy is adopted."""
    for company in companies:
        with suppress(FileDamaged, KeyMissing, OSError):
            stored = files.read(company)
            if stored is not None:
                yield stored.company
