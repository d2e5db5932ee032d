"""What an operator does about the trail and the evidence: verify, export, erase, rotate, retention."""

import sys
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from gateway.config import Config
from running.rooms import keys_of, new_id, open_journal, open_store, real_clock
from storage.backup import JOURNAL
from storage.companies import CompanyFiles
from storage.database import JournalReader, JournalUnusable
from storage.disk import Disk, make_folder
from storage.erasure import Opened, erase_person
from storage.export import as_csv, as_jsonl, names_in
from storage.lock import FolderLock
from storage.retention import Overdue, delete, overdue
from storage.rotation import rotate
from storage.trail import rows_of
from storage.verification import Verified, verify
from workflow.heads import Head
from workflow.ids import CompanyId, FileId, PersonId


class NoSuchCompanyHere(Exception):
    """Nothing, or more than one company, answers to what the operator wrote."""

    def __init__(self, called: str, known: Collection[str]) -> None:
        found = ", ".join(known) or "none"
        super().__init__(f"{called}: not the id, name or credit code of one company ({found})")


# --- the trail --------------------------------------------------------------------------


def prove(config: Config, told: Collection[Head]) -> int:
    """Look at every company's trail and papers; 1 if anything is not whole."""
    whole = True
    for each in verify(config.data.folder, keys_of(config), told):
        print(_proved(each))
        for fault in each.faults:
            whole = False
            print(f"{each.company}: {fault}", file=sys.stderr)
    print("whole" if whole else "not whole")
    return 0 if whole else 1


def _proved(each: Verified) -> str:
    """The head in the form that --head takes."""
    return f"{each.company}:{each.seq}:{each.link}"


def export(config: Config, called: str, folder: Path) -> None:
    """Write one company's trail as .csv and .jsonl into a folder; also while the bot runs.

    FileExistsError rather than write over anything.
    """
    with closing(JournalReader(config.data.folder / JOURNAL)) as journal:
        company = _company(journal, called)
        stored = CompanyFiles(config.data.folder, Disk(), keys_of(config)).read(company)
        names = names_in(stored.company) if stored else {}
        make_folder(folder)
        _write(folder / f"{company}.csv", as_csv(rows_of(journal, company), names))
        _write(folder / f"{company}.jsonl", as_jsonl(rows_of(journal, company), names))


def _company(journal: JournalReader, called: str) -> CompanyId:
    rows = journal.ask("select company from directory where ?1 in (company, name, uscc)", (called,))
    if len(rows) != 1:
        raise NoSuchCompanyHere(called, [row[0] for row in rows])
    return CompanyId(rows[0][0])


def _write(path: Path, lines: Iterable[bytes]) -> None:
    path.touch(mode=0o600, exist_ok=False)
    with path.open("wb") as file:
        file.writelines(lines)
    print(f"written: {path}")


# --- people and papers ------------------------------------------------------------------


def erase(config: Config, person: str, files: Collection[str]) -> int:
    """Take a person out of everything kept here; 1 if something is left for people to decide."""
    with _opened(config) as opened:
        named = [FileId(file) for file in files]
        erased = erase_person(opened, PersonId(person), real_clock(), named)
    print(f"erased from {len(erased.companies)} companies, {erased.events} events")
    print(f"in their place: {erased.alias}")
    for line in erased.left:
        print(line, file=sys.stderr)
    return 1 if erased.left else 0


def bring_under_key(config: Config) -> int:
    """Seal every file with the present key; 1 if damaged files were left."""
    _require_journal(config)
    done = rotate(config.data.folder, keys_of(config))
    print(f"changed {done.changed}, were right {done.kept}")
    for line in done.left:
        print(line, file=sys.stderr)
    return 1 if done.left else 0


def tidy_evidence(config: Config, *, really: bool) -> int:
    """List the evidence past its term, or delete it; 1 if a company could not be read."""
    _require_journal(config)
    today = real_clock().astimezone(ZoneInfo(config.time.zone)).date()
    found = _delete(config, today) if really else _overdue(config, today)
    unread = [each for each in found if isinstance(each, str)]
    for each in found:
        if isinstance(each, Overdue):
            _list(each)
    for line in unread:
        print(line, file=sys.stderr)
    count = sum(len(each.files) for each in found if isinstance(each, Overdue))
    print(f"{'deleted' if really else 'to be deleted with --delete'}: {count} files")
    return 1 if unread else 0


def _list(found: Overdue) -> None:
    print(f"{found.company} {found.name}")
    for each in found.files:
        print(f"  {each.file.id} {each.file.name}, {each.file.size} bytes, due {each.since}")


def _overdue(config: Config, today: date) -> tuple[Overdue | str, ...]:
    return tuple(overdue(config.data.folder, keys_of(config), today))


def _delete(config: Config, today: date) -> tuple[Overdue | str, ...]:
    with _opened(config) as opened:
        return delete(opened, real_clock(), today)


@contextmanager
def _opened(config: Config) -> Iterator[Opened]:
    """The data folder, held, with its store; FolderInUse while the bot runs."""
    _require_journal(config)
    with FolderLock(config.data.folder):
        journal = open_journal(config)
        try:
            store = open_store(config, journal)
            yield Opened(
                config.data.folder, journal.database, store, new_id, keys_of(config), Disk()
            )
        finally:
            journal.close()


def _require_journal(config: Config) -> None:
    """A folder that was mistyped must not be made, and found in order."""
    path = config.data.folder / JOURNAL
    if not path.is_file():
        raise JournalUnusable(path, "is not there")
