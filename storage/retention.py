"""Deleting evidence past its term: `python bot.py retention [--delete]`.

The company's file first, the bytes afterwards: a stop in between leaves a file that nothing
names by a name any more, and the next run takes it away.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from storage.atomic import FileDamaged
from storage.cipher import KeyMissing, Keys
from storage.companies import CompanyFiles
from storage.disk import Disk
from storage.erasure import Opened
from storage.evidence import place_of
from storage.lock import FolderLock
from storage.redaction import without_files
from storage.trail import Trail
from workflow.events import Event, EventKind
from workflow.ids import CompanyId, FileId
from workflow.model import Company, Outcome
from workflow.record import OPERATOR, Sought
from workflow.retention import Expired, expired

MOST = 1_000_000
"""Events of one kind; no company has as many."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """A company with evidence that need not be kept any longer."""

    company: CompanyId
    name: str
    files: tuple[Expired, ...]


def overdue(folder: Path, keys: Keys, today: date) -> Iterator[Overdue | str]:
    """What could be deleted, company by company, also beside a running bot; changes nothing.

    A line, in English, for each company whose file cannot be read.
    """
    files = CompanyFiles(folder, Disk(), keys)
    for company in files.ids():
        try:
            stored = files.read(company)
        except (FileDamaged, KeyMissing) as error:
            yield str(error)
            continue
        found = expired(stored.company, today) if stored else ()
        if stored and found:
            yield Overdue(company, stored.company.name, found)


def delete(opened: Opened, at: datetime, today: date) -> tuple[Overdue | str, ...]:
    """Delete it; what was deleted, and a line for each company that could not be read.

    Harmless twice. FolderInUse while a backup runs; NotSaved or OSError if the disk refuses, after which it is to
    be done again.
    """
    with FolderLock(opened.folder, "backup.lock"):
        files = CompanyFiles(opened.folder, opened.disk, opened.keys)
        found = tuple(overdue(opened.folder, opened.keys, today))
        for each in found:
            if isinstance(each, Overdue):
                _delete(opened, files, each, at, today)
        for company in files.ids():
            _remove(opened, _said_to_be_gone(opened, company))  # a stopped run may have left some
    return found


def _delete(opened: Opened, files: CompanyFiles, found: Overdue, at: datetime, today: date) -> None:
    with opened.store.begin(None) as work:
        company = work.company(found.company)
        gone = [each.file.id for each in expired(company, today)]
        work.save(_outcome(company, gone, at))
        work.commit()
    stored = files.read(found.company)
    if stored is not None:
        files.replace(stored)  # or a previous copy, once adopted, would name what is gone
    _remove(opened, gone)


def _outcome(company: Company, gone: list[FileId], at: datetime) -> Outcome:
    seq = company.event_seq + 1
    said = Event(seq, at, OPERATOR, EventKind.FILE_ERASED, new=" ".join(gone))
    # not among the recent events: nobody takes it back, and it may be long
    left = replace(without_files(company, frozenset(gone)), event_seq=seq)
    return Outcome(left, (said,))


def _said_to_be_gone(opened: Opened, company: CompanyId) -> list[FileId]:
    said = Sought(frozenset({EventKind.FILE_ERASED}))
    events = Trail(opened.database).newest(company, MOST, sought=said)
    return [FileId(file) for event in events for file in event.new.split()]


def _remove(opened: Opened, gone: list[FileId]) -> None:
    for file in gone:
        opened.disk.remove(place_of(opened.folder / "evidence", file))
