"""A walk along a company's chain: the first event that does not fit, and what the others tell."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storage.chain import FIRST, Sealed, commitment_of, event_of, link_of
from workflow.events import Event, EventKind
from workflow.ids import CompanyId


@dataclass(frozen=True, slots=True)
class Walked:
    """What a walk saw, up to the first event that does not fit."""

    links: tuple[str, ...]
    """Of events 1, 2, 3 …"""
    events: tuple[Event, ...]
    """Those whose words are there and proved."""
    fault: str
    """What is wrong with the first event that does not fit; empty when all do."""


def walk(company: CompanyId, rows: Iterable[Sealed]) -> Walked:
    """Prove every event of a whole trail, oldest first. The fault is for operators, in English."""
    links: list[str] = []
    events: list[Event] = []
    erased: dict[int, str] = {}
    for row in rows:
        fault = _fault(company, links, row)
        if fault:
            return Walked(tuple(links), tuple(events), f"event {len(links) + 1}: {fault}")
        links.append(row.link)
        if row.salt:
            events.append(event_of(row.event))
        else:
            erased[row.seq] = digest_of(row.event)
    return Walked(tuple(links), tuple(events), next(_unsaid(erased, events), ""))


def digest_of(left: str) -> str:
    """How an erasure vouches for what it leaves of an event."""
    return hashlib.sha256(left.encode()).hexdigest()


def numbers_in(text: str) -> tuple[int, ...]:
    """The event numbers that an erasure names."""
    return tuple(int(word) for word in text.split())


def _fault(company: CompanyId, links: list[str], row: Sealed) -> str:
    """What is wrong with the row as the next event; empty when nothing is."""
    number, before = len(links) + 1, links[-1] if links else FIRST
    if row.seq != number:
        return "missing"
    if not row.link:
        return "is not sealed"
    if row.link != link_of(before, company, row.seq, row.commitment):
        return "its link does not follow from the event before"
    if row.salt and row.commitment != commitment_of(row.salt, row.event):
        return "is not what was committed to"
    return "" if _is_event(row) else "is no event"


def _is_event(row: Sealed) -> bool:
    try:
        return event_of(row.event).seq == row.seq
    except ValueError:
        return False


def _unsaid(erased: dict[int, str], events: Iterable[Event]) -> Iterator[str]:
    """Events whose words are gone without a later event that says so, and vouches for the rest."""
    said = {
        seq: digest
        for event in events
        if event.kind is EventKind.ERASED
        for seq, digest in zip(numbers_in(event.new), event.digests, strict=True)
    }
    for seq, digest in erased.items():
        if said.get(seq) != digest:
            yield f"event {seq}: its words are gone, and no erasure says so"
