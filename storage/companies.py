"""Company files: one TinyDB for each company, holding one document."""

from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document as Row

from storage.atomic import AtomicStorage, FileDamaged, leftovers_of, previous_of
from storage.cipher import Keys
from storage.codec import SCHEMA, Document, StoredCompany, Undecodable, decode, encode
from storage.disk import Disk, is_plain, make_folder
from workflow.ids import CompanyId

TABLE = "company"
ONLY = 1
"""The document id: there is one company in a file."""


class CompanyFiles:
    """Reads and writes whole companies; OSError whenever the disk refuses a write.

    KeyMissing wherever a file has to be read that was sealed with a key that is not at hand.
    """

    def __init__(self, folder: Path, disk: Disk, keys: Keys | None = None) -> None:
        self._folder = folder / "companies"
        self._quarantine = folder / "quarantine"
        self._disk = disk
        self._keys = keys or Keys()
        for each in (self._folder, self._quarantine):
            make_folder(each)

    def path(self, company: CompanyId) -> Path:
        """Where a company's file stands; ValueError for an id that could leave the folder."""
        if not is_plain(company):
            message = f"not a company id: {company!r}"
            raise ValueError(message)
        return self._folder / f"{company}.json"

    def ids(self) -> Iterator[CompanyId]:
        """The companies that have a file, whatever its state, in the order of their ids."""
        for path in sorted(self._folder.glob("*.json")):
            yield CompanyId(path.stem)

    def any(self) -> bool:
        """Whether there is a company file at all."""
        return next(self._folder.glob("*.json"), None) is not None

    def read(self, company: CompanyId) -> StoredCompany | None:
        """The company, None if there never was a file; FileDamaged, FileTooNew."""
        return self._read(company, resting=False)

    def read_previous(self, company: CompanyId) -> StoredCompany | None:
        """The generation before, None if there is none; FileDamaged, FileTooNew."""
        return self._read(company, resting=True)

    def create(self, stored: StoredCompany) -> None:
        """Write the first generation of a new company."""
        row = Row(encode(stored), ONLY)
        with TinyDB(storage=lambda: self._storage(stored.company.id)) as database:
            database.table(TABLE).insert(row)

    def replace(self, stored: StoredCompany) -> None:
        """Write the next generation of a company; FileDamaged if the present one is not whole."""
        self._write_next(stored, resting=False)

    def adopt_previous(self, stored: StoredCompany, aside: str) -> None:
        """Move the damaged file into quarantine and write the one that follows the copy before."""
        self._set_aside(stored.company.id, aside)
        self._write_next(stored, resting=True)

    def tidy(self, company: CompanyId) -> None:
        """Remove what an interrupted write left behind."""
        for path in leftovers_of(self.path(company)):
            self._disk.remove(path)

    def _read(self, company: CompanyId, *, resting: bool) -> StoredCompany | None:
        path = self.path(company)
        storage = self._storage(company, resting=resting)
        with TinyDB(storage=lambda: storage) as database:
            row = database.table(TABLE).get(doc_id=ONLY)
        if row is None:
            return None
        try:
            stored = decode(dict(row), storage.schema)
        except Undecodable as error:
            raise FileDamaged(previous_of(path) if resting else path, str(error)) from None
        if stored.company.id != company:
            raise FileDamaged(path, "holds another company")
        return stored

    def _write_next(self, stored: StoredCompany, *, resting: bool) -> None:
        becomes = _becomes(encode(stored))
        storage = self._storage(stored.company.id, resting=resting)
        with TinyDB(storage=lambda: storage) as database:
            database.table(TABLE).update(becomes, doc_ids=[ONLY])

    def _set_aside(self, company: CompanyId, aside: str) -> None:
        path = self.path(company)
        if not path.exists():
            return
        self._disk.replace(path, self._quarantine / f"{company}.{aside}.json")
        self._disk.sync(self._quarantine)
        self._disk.sync(self._folder)

    def _storage(self, company: CompanyId, *, resting: bool = False) -> AtomicStorage:
        return AtomicStorage(self.path(company), self._disk, SCHEMA, self._keys, resting=resting)


def _becomes(document: Document) -> Callable[[MutableMapping[str, Any]], None]:
    """A TinyDB operation that puts the document in place of the one there, keeping no old key."""

    def operation(present: MutableMapping[str, Any]) -> None:
        present.clear()
        present.update(document)

    return operation
