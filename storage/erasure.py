"""Erasing a person from this machine: `python bot.py erase PERSON`, while the bot is stopped.

The trail stays whole: an event says what was erased and vouches for what is left of it. What goes,
what stays, and what only people can do (backups): docs/decisions/0010-the-trail.md.
"""

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from storage.atomic import FileDamaged
from storage.chain import event_of, text_of
from storage.cipher import KeyMissing, Keys
from storage.codec import encode
from storage.companies import CompanyFiles
from storage.database import Database
from storage.disk import Disk
from storage.evidence import place_of
from storage.forgotten import MARK, Forgotten, LeftOut
from storage.journal_erasure import erase_traces, erase_words, scrub
from storage.lock import FolderLock
from storage.papers import files_of
from storage.people import People
from storage.proof import digest_of
from storage.redaction import company_without, event_without, places_of
from storage.trail import rows_of
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind
from workflow.ids import CompanyId, FileId, PersonId
from workflow.membership import keepers
from workflow.model import Company, Lifecycle, Outcome
from workflow.ports import Store
from workflow.record import ERASED_PERSON, OPERATOR
from workflow.robots import plain, robot_key


class ErasureRefused(Exception):
    """They alone look after a company: nobody could go on with it. Nothing was erased."""

    def __init__(self, companies: Iterable[CompanyId]) -> None:
        super().__init__(
            f"nobody else looks after {', '.join(companies)}: let them hand over, or remove it first"
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A data folder whose lock the caller holds, with its store."""

    folder: Path
    database: Database
    store: Store
    new_id: Callable[[], str]
    keys: Keys = field(default_factory=Keys)
    disk: Disk = field(default_factory=Disk)


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and where something is left for an operator to decide."""

    alias: PersonId
    """Stands for the person from now on."""
    companies: tuple[CompanyId, ...]
    events: int
    """So many events of theirs, or about them, have lost their words."""
    left: tuple[str, ...]
    """A line each, in English: damaged files, and where a company's own record names them."""


def erase_person(
    opened: Opened, person: PersonId, at: datetime, files: Collection[FileId] = ()
) -> Erased:
    """Take a person, and the files listed, out of everything kept here; harmless twice.

    ErasureRefused; FolderInUse while a backup runs; NotSaved or OSError if the disk refuses, after
    which it is to be done again.
    """
    with FolderLock(opened.folder, "backup.lock"):
        return _Erasing(opened, at).erase(person, frozenset(files))


_DROPPED = frozenset({EventKind.ITEM_DROPPED, EventKind.STEP_DROPPED})


class _Erasing:
    """One erasure; what it could not do is collected on the way."""

    def __init__(self, opened: Opened, at: datetime) -> None:
        self._opened = opened
        self._at = at
        self._files = CompanyFiles(opened.folder, opened.disk, opened.keys)
        self._left: list[str] = []

    def erase(self, person: PersonId, files: frozenset[FileId]) -> Erased:
        alias = PersonId(f"{ERASED_PERSON}{self._opened.new_id()}")
        gone = Forgotten(person, self._names(person), alias, files)
        self._opened.database.ask("pragma secure_delete = on")
        shutil.rmtree(self._opened.folder / "backup.stage", ignore_errors=True)
        companies, count = [], 0
        for company in self._readable():
            here = replace(gone, left_out=self._left_out(company.id, person))
            left, named = self._left_of_events(company.id, here), self._there(company, files)
            if left or named or company_without(company, here) != company:
                self._erase_in(company, here, left, named)
                companies.append(company.id)
                count += len(left)
        self._left += erase_traces(self._opened.database, gone)
        self._left += scrub(self._opened.database)
        # a damaged file was met twice
        return Erased(alias, tuple(companies), count, tuple(dict.fromkeys(self._left)))

    def _names(self, person: PersonId) -> frozenset[str]:
        """All they are known by, addresses too; ErasureRefused if a company had no keeper then."""
        known = People(self._opened.database).acquaintance(person)
        names = {known.name} if known else set()
        for address in known.addresses if known else ():
            names |= {address.target, address.secret}
        alone = []
        for company in self._readable():
            everybody = (*company.members, *company.former)
            names |= {each.name for each in everybody if each.person == person}
            if company.lifecycle is not Lifecycle.REMOVED and keepers(company) == (person,):
                alone.append(company.id)
        if alone:
            raise ErasureRefused(alone)
        return frozenset(names - {""})

    def _readable(self) -> Iterator[Company]:
        for company in self._files.ids():
            try:
                stored = self._files.read(company)
            except (FileDamaged, KeyMissing) as error:
                self._left.append(f"{error}; put it right and erase again")
                continue
            if stored is not None:
                yield stored.company

    def _left_of_events(self, company: CompanyId, gone: Forgotten) -> dict[int, str]:
        """What is left of each event that is theirs or names them, by its number."""
        left = {}
        for row in rows_of(self._opened.database, company):
            event = event_of(row.event)
            if (redacted := event_without(event, gone)) != event:
                left[row.seq] = text_of(redacted)
        return left

    def _left_out(self, company: CompanyId, person: PersonId) -> frozenset[LeftOut]:
        """What they dropped from its seasons, and why."""
        events = (event_of(row.event) for row in rows_of(self._opened.database, company))
        return frozenset(
            (event.season, event.subject, event.why)
            for event in events
            if event.by == person and event.kind in _DROPPED
        )

    def _there(self, company: Company, files: frozenset[FileId]) -> list[FileId]:
        """The files to erase that are this company's and not erased yet."""
        known = files_of(company)
        return sorted(
            file
            for file in files & known.keys()
            if known[file].name != MARK or self._place(file).exists()
        )

    def _erase_in(
        self, company: Company, gone: Forgotten, left: dict[int, str], named: list[FileId]
    ) -> None:
        """One company: said in an event first, done last, so that a crash leaves it to be done."""
        with self._opened.store.begin(None) as work:
            work.save(self._outcome(company, gone, left, named))
            work.commit()
        self._forget_generations(company.id)
        for file in named:
            self._opened.disk.remove(self._place(file))
        erase_words(self._opened.database, company.id, left)
        stored = self._files.read(company.id)
        for place in places_of(encode(stored) if stored else {}, gone):
            self._left.append(f"{self._files.path(company.id)}: {place} names them")

    def _outcome(
        self, company: Company, gone: Forgotten, left: dict[int, str], named: list[FileId]
    ) -> Outcome:
        erased = Done(
            EventKind.ERASED,
            subject=gone.alias,
            new=" ".join(map(str, left)),
            digests=tuple(map(digest_of, left.values())),
        )
        files = Done(EventKind.FILE_ERASED, new=" ".join(named))
        said = (erased, *_robots_gone(company, gone), *([files] if named else []))
        redacted = company_without(company, gone)
        told = outcome(redacted, Doer(OPERATOR, self._at, self._at.date()), *said)
        # not among the recent events: nobody takes it back, and it may be long
        return replace(told, company=replace(told.company, recent=redacted.recent))

    def _forget_generations(self, company: CompanyId) -> None:
        """Let this generation be the previous one too, and keep no damaged one."""
        stored = self._files.read(company)
        if stored is not None:
            self._files.replace(stored)
        self._files.tidy(company)
        for path in (self._opened.folder / "quarantine").glob(f"{company}.*"):
            self._opened.disk.remove(path)

    def _place(self, file: FileId) -> Path:
        return place_of(self._opened.folder / "evidence", file)


def _robots_gone(company: Company, gone: Forgotten) -> Iterator[Done]:
    """The company is told that a mailbox hears nothing any more, for it was theirs."""
    for robot in filter(gone.owns, company.robots):
        old = gone.without(plain(robot))
        yield Done(EventKind.ROBOT_REMOVED, subject=robot_key(robot.number), old=old)
