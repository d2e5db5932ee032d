"""Backups, taken while the bot runs, and their way back.

A backup is one moment: the journal's write lock is held just while every company file gets a
second name, so no commit can begin in between; one already begun is ended by the next start.
Sealed files are copied as they stand: a backup wants the keys of its day.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from hashlib import file_digest
from pathlib import Path

from storage.database import Database
from storage.disk import OWNER_ONLY, Disk, make_folder
from storage.key_record import RECORD
from storage.lock import FolderLock
from storage.rungs import count_as_doubted

JOURNAL = "journal.sqlite"
MANIFEST = "manifest.json"
FORMAT = 1
PATIENCE = 60.0
"""Seconds to wait for the bot's own transactions."""


class BackupRefused(Exception):
    """A backup or restore that cannot be done; nothing was changed. `why` is for operators."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


def backup(data_folder: Path, target: Path) -> None:
    """Write a whole, checked copy of the data folder to `target`, a name not taken yet.

    The name appears when everything is on the disk. BackupRefused; FolderInUse while another
    backup runs; OSError if the disk refuses.
    """
    if target.exists():
        raise BackupRefused(target, "is there already")
    if not (data_folder / JOURNAL).is_file():
        raise BackupRefused(data_folder, "is no data folder")
    partial = target.with_name(target.name + ".partial")
    with FolderLock(data_folder, "backup.lock"):
        _empty(partial)
        stage = data_folder / "backup.stage"
        _empty(stage)
        with moment(data_folder, stage) as journal:
            copy_journal(journal, partial / JOURNAL)
        _copy_tree(stage, partial / "companies")
        shutil.rmtree(stage)
        for kept in ("quarantine", "holidays"):
            _copy_tree(data_folder / kept, partial / kept)
        _copy_evidence(data_folder / "evidence", partial / "evidence")
        if (data_folder / RECORD).exists():
            # last, so that it names every key that a file copied before it may need
            shutil.copy2(data_folder / RECORD, partial / RECORD)
        _seal(partial)
        partial.rename(target)
        Disk().sync(target.parent)


def restore(source: Path, data_folder: Path, at: datetime) -> Path | None:
    """Make the data folder what the backup holds; where the folder before was moved, if it was.

    What went out between the backup and this moment, `at`, nobody knows: the messages of that time
    count as doubted. BackupRefused if a file is missing, changed or not in the manifest;
    JournalUnusable if a later version wrote it; FolderInUse while a bot runs on the folder.
    """
    faults = sorted(verify(source))
    if faults:
        raise BackupRefused(source, "; ".join(faults))
    with FolderLock(data_folder):
        fresh = data_folder.with_name(data_folder.name + ".restoring")
        _empty(fresh)
        _copy_tree(source, fresh)
        (fresh / MANIFEST).unlink()
        with closing(Database(fresh / JOURNAL)) as journal:
            count_as_doubted(journal, at)
        aside = _free_name(data_folder)
        data_folder.rename(aside)
        fresh.rename(data_folder)
        Disk().sync(data_folder.parent)
        if [path.name for path in aside.iterdir()] == ["lock"]:
            shutil.rmtree(aside)
            return None
        return aside


def verify(source: Path) -> Iterator[str]:
    """One line for each file of the backup that is not as the manifest says."""
    try:
        manifest = json.loads((source / MANIFEST).read_bytes())
        wanted = dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        yield f"{MANIFEST} is missing or damaged"
        return
    present = {str(path.relative_to(source)) for path in _files(source)} - {MANIFEST}
    yield from (f"{name} is missing" for name in wanted.keys() - present)
    yield from (f"{name} is not in the manifest" for name in present - wanted.keys())
    for name in wanted.keys() & present:
        if _sha256(source / name) != wanted[name]:
            yield f"{name} is damaged"


@contextmanager
def moment(data_folder: Path, stage: Path) -> Iterator[sqlite3.Connection]:
    """The journal as it is at this moment, whatever is committed later; `stage` gets the companies.

    `stage` must be an empty folder on the same disk: it is filled with second names.
    """
    path = data_folder / JOURNAL
    with closing(_connect(path)) as reader, closing(_connect(path)) as writer:
        writer.execute("begin immediate")
        reader.execute("begin")
        known = reader.execute("select company from directory").fetchall()
        companies = data_folder / "companies"
        # a listing may miss a name that is replaced meanwhile: those of the directory are sure
        names = {f"{company}.json{ending}" for (company,) in known for ending in ("", ".prev")}
        names |= {path.name for path in companies.glob("*.json*")}
        _link_all(companies, stage, names)
        writer.execute("rollback")
        yield reader


def _link_all(folder: Path, stage: Path, names: set[str]) -> None:
    for name in names:
        if name.endswith((".json", ".prev")) and (folder / name).exists():
            (stage / name).hardlink_to(folder / name)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)


def copy_journal(journal: sqlite3.Connection, target: Path) -> None:
    """Write what the connection sees to a new file."""
    target.touch(mode=OWNER_ONLY)
    with closing(_connect(target)) as copy:
        journal.backup(copy)
        # one file, without a -wal beside it
        copy.execute("pragma journal_mode = delete")


def _copy_tree(source: Path, target: Path) -> None:
    make_folder(target)
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)


def _copy_evidence(source: Path, target: Path) -> None:
    """Evidence is written once and never altered, so a second name is as good as a copy."""
    make_folder(target)
    for path in _files(source):
        place = target / path.relative_to(source)
        if place.parent.name == "incoming":
            continue
        make_folder(place.parent)
        try:
            place.hardlink_to(path)
        except OSError:
            shutil.copy2(path, place)


def _seal(folder: Path) -> None:
    """Write the manifest and wait until every file and name is on the disk."""
    files = {str(path.relative_to(folder)): _sha256(path) for path in sorted(_files(folder))}
    manifest = json.dumps({"format": FORMAT, "files": files}, indent=1)
    Disk().write_new(folder / MANIFEST, [manifest.encode()])
    for path in (*folder.rglob("*"), folder):
        Disk().sync(path)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _empty(folder: Path) -> None:
    """Make the folder, without what an interrupted attempt left in it."""
    shutil.rmtree(folder, ignore_errors=True)
    make_folder(folder)


def _free_name(folder: Path) -> Path:
    number = 1
    while (aside := folder.with_name(f"{folder.name}.before-{number}")).exists():
        number += 1
    return aside
