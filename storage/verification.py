"""Proving the trail and the files handed in: `python bot.py verify`, also while the bot runs.

What is proved, and what only a head sent elsewhere can prove: docs/decisions/0010-the-trail.md.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage.atomic import FileDamaged
from storage.backup import JOURNAL
from storage.chain import Sealed
from storage.cipher import KeyMissing, Keys
from storage.codec import StoredCompany
from storage.companies import CompanyFiles
from storage.database import JournalReader
from storage.disk import Disk, is_plain
from storage.evidence import EvidenceDamaged, read_evidence
from storage.papers import files_of
from storage.proof import Walked, walk
from storage.trail import newest_link, newest_seq, rows_of
from workflow.errors import NoSuchItem
from workflow.events import Event, EventKind
from workflow.given import FileRef
from workflow.heads import Head
from workflow.ids import CompanyId


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found of one company; `faults` are for operators, in English, none when whole."""

    company: CompanyId
    seq: int
    """Number of the newest event that was proved."""
    link: str
    """Its link; empty for a company that is not sealed yet, until its next change."""
    faults: tuple[str, ...]
    """The first broken link, and each file that is not what was handed in."""


def verify(
    folder: Path, keys: Keys | None = None, told: Collection[Head] = ()
) -> Iterator[Verified]:
    """Look at every company of a data folder, and change nothing; JournalUnusable.

    `told` are heads from before: a chain that does not hold them was made anew.
    """
    keys = keys or Keys()
    with closing(JournalReader(folder / JOURNAL)) as journal:
        files = CompanyFiles(folder, Disk(), keys)
        looking = _Looking(journal, files, folder / "evidence", keys)
        known = journal.ask("select company from directory union select company from trail")
        companies = {*files.ids(), *(head.company for head in told), *(row[0] for row in known)}
        for company in sorted(companies):
            yield looking.verified(company, [head for head in told if head.company == company])


@dataclass(frozen=True, slots=True)
class _Looking:
    """What a verification reads."""

    journal: JournalReader
    files: CompanyFiles
    evidence: Path
    keys: Keys

    def verified(self, company: CompanyId, told: Iterable[Head]) -> Verified:
        """Everything about one company.

        The order of the reads lets the bot go on: the file is never behind what the trail held
        before, and the trail holds what the file does, but for a commit that is announced.
        """
        least = newest_seq(self.journal, company)
        stored, unread = self._file(company)
        if stored is not None and not stored.head and not newest_link(self.journal, company):
            return Verified(company, least, "", tuple(_unsealed_faults(stored, least, told)))
        in_flight = self._in_flight(stored)
        walked = walk(company, _continued(rows_of(self.journal, company), in_flight))
        chain_fault = walked.fault or next(_tail_faults(walked, stored, least, told), "")
        faults = [*unread, *([chain_fault] if chain_fault else [])]
        if stored is not None:
            faults += self._paper_faults(stored, walked)
        link = walked.links[-1] if walked.links else ""
        return Verified(company, len(walked.links), link, tuple(faults))

    def _file(self, company: CompanyId) -> tuple[StoredCompany | None, list[str]]:
        if not is_plain(company):
            return None, ["no company could be called so"]
        try:
            stored = self.files.read(company)
        except (FileDamaged, KeyMissing) as error:
            return None, [str(error)]
        return stored, [] if stored else [f"{self.files.path(company)}: missing"]

    def _in_flight(self, stored: StoredCompany | None) -> tuple[Sealed, ...]:
        """The events of a commit begun and not settled; they may not be in the trail yet."""
        if stored is None:
            return ()
        announced = self.journal.ask(
            "select 1 from intents where id = ? and company = ? and seq = ?",
            (stored.commit, stored.company.id, stored.company.event_seq),
        )
        return stored.pending if announced else ()

    def _paper_faults(self, stored: StoredCompany, walked: Walked) -> Iterator[str]:
        events = [event for event in walked.events if event.seq <= stored.company.event_seq]
        named = files_of(stored.company)
        erased = {file for event in events for file in _files_erased(event)}
        for file in named.values():
            if file.id not in erased:
                yield from self._paper_fault(file)
        if not walked.fault:
            yield from _unnamed(events, {file.sha256 for file in named.values()})

    def _paper_fault(self, file: FileRef) -> Iterator[str]:
        try:
            read_evidence(self.evidence, self.keys, file)
        except NoSuchItem:
            yield f"file {file.id}: missing"
        except (EvidenceDamaged, KeyMissing) as error:
            yield str(error)


def _continued(rows: Iterable[Sealed], in_flight: Iterable[Sealed]) -> Iterator[Sealed]:
    """The rows, then those that a commit in flight has not added yet."""
    newest = 0
    for row in rows:
        yield row
        newest = row.seq
    yield from (each for each in in_flight if each.seq > newest)


def _tail_faults(
    walked: Walked, stored: StoredCompany | None, least: int, told: Iterable[Head]
) -> Iterator[str]:
    """What is wrong with a chain that is whole in itself; `least` events were in the trail before.

    A file that is not sealed yet, while its trail is, tells a number and no link.
    """
    heads = [(head.seq, head.link, "is not the one whose head was told") for head in told]
    if stored is not None:
        at = stored.company.event_seq
        heads.append((at, stored.head, "is not the head in the company's file"))
        if at < least:
            yield f"event {at + 1}: in the trail, and not in the company's file"
    for seq, link, why in sorted(heads):
        if seq > len(walked.links):
            yield f"event {len(walked.links) + 1}: missing; there was an event {seq}"
        elif seq and link and walked.links[seq - 1] != link:
            yield f"event {seq}: {why}"


def _unsealed_faults(stored: StoredCompany, least: int, told: Iterable[Head]) -> Iterator[str]:
    """Of a company from before there was a chain only the newest number is known."""
    at = stored.company.event_seq
    if at < least:
        yield f"event {at + 1}: in the trail, and not in the company's file"
    if any(told):
        yield "event 1: is not sealed, though a head was told"


def _unnamed(events: Collection[Event], held: Collection[str]) -> Iterator[str]:
    """Files that the trail vouches for and no entry names; a lost generation may have named them.

    What a signature was bound to is no file, nor is what an erasure vouches for.
    """
    lost = {seq for event in events for seq in _lost_with(event)}
    for event in events:
        if event.kind in _NO_FILES or event.seq in lost:
            continue
        for digest in event.digests:
            if digest not in held:
                yield f"event {event.seq}: the company's file no longer names its file"


_NO_FILES = frozenset({EventKind.ERASED, EventKind.SIGNED})


def _files_erased(event: Event) -> list[str]:
    return event.new.split() if event.kind is EventKind.FILE_ERASED else []


def _lost_with(event: Event) -> range:
    """The events whose effect was lost when a previous copy was adopted."""
    if event.kind is not EventKind.COPY_ADOPTED or not event.new.isdecimal():
        return range(0)
    return range(event.seq - int(event.new), event.seq)
