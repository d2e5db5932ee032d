"""The chain of a company's events: each is committed to, salted, and linked to the one before.

    commitment = SHA-256(salt, event)
    link       = SHA-256(link before, company, number, commitment)

the parts a line each, no newline after the last, in UTF-8 and lower-case hex: anybody can compute
them again (docs/decisions/0010-the-trail.md). Released, this form stays.
"""

import hashlib
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict, TypeAdapter

from workflow.events import Event
from workflow.ids import CompanyId

FIRST = "0" * 64
"""What the first event of a company is linked to."""
SALT_BYTES = 16

_EVENT = TypeAdapter(Event)


@dataclass(frozen=True, slots=True)
class Sealed:
    """An event as it is kept, and what binds it to all events before it."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    seq: int
    event: str
    """JSON: the very text that was committed to, however a later version would write it."""
    salt: str
    """32 hex digits; empty once the payload was erased, for then it could be guessed."""
    commitment: str
    link: str
    """Empty, like the commitment, for an event from before there was a chain."""


def new_salt() -> str:
    """16 bytes of chance, in hex: a commitment tells nothing of a payload that is gone."""
    return secrets.token_hex(SALT_BYTES)


def text_of(event: Event) -> str:
    """The event as JSON: no blanks, fields in their order."""
    return _EVENT.dump_json(event).decode()


def event_of(text: str) -> Event:
    """The event of that JSON, also as an earlier version wrote it; ValueError if it is none."""
    return _EVENT.validate_json(text)


def commitment_of(salt: str, event: str) -> str:
    """What is committed to, to be linked."""
    return _sha256(f"{salt}\n{event}")


def link_of(before: str, company: CompanyId, seq: int, commitment: str) -> str:
    """The link after `before`, a head whose change shows in every later one."""
    return _sha256(f"{before}\n{company}\n{seq}\n{commitment}")


def chained(
    company: CompanyId, before: str, events: Iterable[tuple[int, str]], salt: Callable[[], str]
) -> tuple[Sealed, ...]:
    """The numbered texts of events sealed one after the other, the first one onto `before`."""
    sealed = []
    for seq, text in events:
        grain = salt()
        commitment = commitment_of(grain, text)
        before = link_of(before, company, seq, commitment)
        sealed.append(Sealed(seq, text, grain, commitment, before))
    return tuple(sealed)


def unsealed(seq: int, event: str) -> Sealed:
    """An event from before there was a chain."""
    return Sealed(seq, event, "", "", "")


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
