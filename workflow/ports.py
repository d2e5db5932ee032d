"""What the trade needs of the world, as Protocols: storage answers them, bot.py hands them in.

The contract of every port stands in tests/storage/contract.py and runs on each backend.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO, NewType, Protocol

from workflow.across import Glance, MinePage, Sign, SignCounts
from workflow.channels import Address
from workflow.elsewhere import Elsewhere
from workflow.events import Event, Notice
from workflow.given import FileRef
from workflow.habits import USUAL, Habit
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle, Outcome
from workflow.record import EVERYTHING, Sought
from workflow.reminders import Owed

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

    def next_rows(self, chat: ChatId | None, after: RowId, limit: int) -> tuple[InboxRow, ...]:
        """At most `limit` open rows of one chat that came after that row, oldest first."""
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
    """Wrong codes typed, one after the other."""
    tried: datetime | None = None
    """When the last of them was."""
    company: CompanyId | None = None
    """The company whose season is open on their screen."""
    season: str = ""
    blocked: bool = False
    """They blocked us: nothing can be sent to them."""
    seen: datetime | None = None
    """When they last wrote or pressed something in private (kept every ten minutes)."""
    guesses: int = 0
    """Links that led nowhere, one after the other."""
    guessed: datetime | None = None
    """When the last of them was tried."""
    habit: Habit = USUAL
    """When and what they want to hear."""
    addresses: tuple[Address, ...] = ()
    """Where they are reached when Telegram does not, in this order."""
    feed: str = ""
    """SHA-256 of the secret in the address of their calendar feed; empty without one."""
    calendar_alarms: bool = False
    """Their calendars ring the day before."""
    dark_pictures: bool = False
    """They like pictures dark."""
    elsewhere: Elsewhere = Elsewhere.OWN
    """Whose progress their `@us` shows in other chats."""


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

    def events(
        self, company: CompanyId, newest: int, offset: int = 0, sought: Sought = EVERYTHING
    ) -> tuple[Event, ...]:
        """The newest events of a company's trail that are sought, newest first.

        At most `newest` of them, after the `offset` newest.
        """
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

    def invited_to(self, digest: str) -> CompanyId | None:
        """The company that gave out the invitation of that digest; also a used or revoked one."""
        ...

    def company_of_group(self, chat: ChatId) -> CompanyId | None:
        """The company whose board a group shows."""
        ...

    def is_in_group_called(self, person: PersonId, title: str) -> bool:
        """Whether a company they are a member of shows its board in a group of that title.

        As it was before this work.
        """
        ...

    def turn_board(self, chat: ChatId, page: int) -> None:
        """The group's board shows that page from commit on, also when it changes later."""
        ...

    def pin_board(self, chat: ChatId) -> None:
        """The group's board is to be pinned from commit on: we may do that only now."""
        ...

    def owe(self, notice: Notice) -> None:
        """Owe the person this notice at commit, though no company changes; each key once."""
        ...

    def remind(self, owed: Owed) -> None:
        """Owe this rung at commit, though no look found it: put off; each key once."""
        ...

    def mine(self, person: PersonId, offset: int, count: int) -> MinePage:
        """At most `count` of a person's open items of all their companies, soonest first."""
        ...

    def standings_of(self, glance: Glance) -> SignCounts:
        """How many companies of a person show which sign; only those with a season going on."""
        ...

    def showing(
        self, sign: Sign, glance: Glance, offset: int, count: int
    ) -> tuple[CompanyCard, ...]:
        """At most `count` of the companies that show the sign, by name."""
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

    def read(self, file: FileRef) -> bytes:
        """The bytes as they were handed in; NoSuchItem if they are not there."""
        ...
