"""What the trade needs of the world, as Protocols: storage answers them, bot.py hands them in.

The contract of every port stands in tests/storage/contract.py and runs on each backend.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NewType, Protocol

from workflow.given import FileRef
from workflow.ids import CompanyId, FileId, PersonId
from workflow.model import Company, Event, Lifecycle, Outcome

ChatId = NewType("ChatId", int)
RowId = NewType("RowId", int)
"""Number of an inbox row, given by us, rising; one for each update, never reused."""


# --- updates in -------------------------------------------------------------------------


class RowState(StrEnum):
    """Where an update stands: on disk; its effect is kept but its answer not surely sent."""

    NEW = "new"
    APPLIED = "applied"


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came, not yet read by anybody."""

    update_id: int
    chat: ChatId | None
    """The chat it came from; updates of one chat are worked on in their order."""
    body: str


@dataclass(frozen=True, slots=True)
class InboxRow:
    """An update on disk that still wants something."""

    id: RowId
    update_id: int
    chat: ChatId | None
    body: str
    state: RowState


class Inbox(Protocol):
    """Updates, on disk before they are confirmed to the server."""

    def take_in(self, updates: Sequence[RawUpdate], at: datetime) -> tuple[InboxRow, ...]:
        """Keep the updates, in their order; give back the rows that are new.

        An update id that was taken in during the 48 hours before `at` is not taken in again.
        """
        ...

    def open_rows(self) -> tuple[InboxRow, ...]:
        """All rows not finished, oldest first: what to go on with after a start."""
        ...

    def finish(self, row: RowId) -> None:
        """The answer is out: the row wants nothing more."""
        ...

    def set_aside(self, row: RowId, why: str) -> None:
        """The row cannot be worked on; keep it for a person to look at, and go on."""
        ...

    def purge(self, before: datetime) -> int:
        """Forget finished rows taken in before that moment; how many."""
        ...

    def heard(self, at: datetime) -> None:
        """The server answered at that moment (kept at most once a minute)."""
        ...

    def last_heard(self) -> datetime | None:
        """When the server was last heard of, also before a restart."""
        ...

    def chats_between(self, start: datetime, end: datetime) -> tuple[ChatId, ...]:
        """The chats from which something came in that time."""
        ...


# --- who is known -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the bot remembers of a person, apart from any company."""

    person: PersonId
    name: str
    locale: str
    admitted: bool = False
    """May open companies: by the code of the configuration."""
    tries: int = 0
    """Wrong codes typed so far."""
    company: CompanyId | None = None
    """The company whose season is open on their screen."""
    season: str = ""


@dataclass(frozen=True, slots=True)
class CompanyCard:
    """A line of the directory: enough to list companies without opening their files."""

    id: CompanyId
    name: str
    uscc: str
    lifecycle: Lifecycle


@dataclass(frozen=True, slots=True)
class PreviousCopy:
    """The last good copy of a damaged company, and the events it does not hold yet."""

    company: Company
    missing: tuple[Event, ...]


# --- one update, one transaction --------------------------------------------------------


class Work(Protocol):
    """Everything one update reads and writes. Leaving without `commit`: nothing happened."""

    def company(self, company: CompanyId) -> Company:
        """The company; NoSuchCompany, or CompanyDamaged while it rests."""
        ...

    def save(self, outcome: Outcome) -> None:
        """Keep this outcome at commit; one company at most in one work."""
        ...

    def companies_of(self, person: PersonId) -> tuple[CompanyCard, ...]:
        """The companies a person is a member of, removed ones left out, by name."""
        ...

    def previous_copy(self, company: CompanyId) -> PreviousCopy:
        """The last good copy of a damaged company; NoSuchCompany if there is none."""
        ...

    def adopt_previous(self, outcome: Outcome) -> None:
        """Go on from the last good copy at commit; the damaged file is kept in quarantine."""
        ...

    def events(self, company: CompanyId, newest: int) -> tuple[Event, ...]:
        """The newest events of a company's trail, newest first."""
        ...

    def acquaintance(self, person: PersonId) -> Acquaintance | None:
        """What is remembered of a person."""
        ...

    def remember(self, person: Acquaintance) -> None:
        """Remember it at commit."""
        ...

    def note(self, chat: ChatId) -> str:
        """The note of the talk in that chat; empty when nothing is being asked."""
        ...

    def keep_note(self, chat: ChatId, note: str) -> None:
        """Keep (or with an empty one: drop) the note at commit."""
        ...

    def commit(self) -> None:
        """Make it all durable, in the order of docs/decisions/0002; NotSaved if the disk refuses."""
        ...


class Store(Protocol):
    """Where companies live."""

    def begin(self, row: RowId | None) -> AbstractContextManager[Work]:
        """Open one work; `row` is the inbox row whose effect it is, applied with the commit."""
        ...

    def check(self) -> Iterable[str]:
        """Read every company file; one line for each fault, with its path."""
        ...


class EvidenceBox(Protocol):
    """Files handed in, kept by content under random names."""

    def put(self, source: BinaryIO, name: str, media_type: str) -> FileRef:
        """Keep the bytes durably; NotSaved if the disk refuses."""
        ...

    def path(self, file: FileId) -> Path:
        """Where the bytes are, for sending them back; NoSuchItem if they are not there."""
        ...
