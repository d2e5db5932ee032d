"""The words of the trade as values: company, season, item, what was handed in, events.

Everything here is a frozen dataclass: to change one is to make the next one with `replace`.
Instants are aware; deadlines are plain dates in the company's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NewType

CompanyId = NewType("CompanyId", str)
SeasonId = NewType("SeasonId", str)
PersonId = NewType("PersonId", str)
ItemKey = NewType("ItemKey", str)
MilestoneKey = NewType("MilestoneKey", str)
FileId = NewType("FileId", str)
PackRef = NewType("PackRef", str)
"""`<id>@<version>`: the pack a season was opened with, pinned for its life."""


class Role(StrEnum):
    """What a person is for one company; what each may do stands in `permissions`."""

    MANAGER = "manager"


class Department(StrEnum):
    """Who is asked for an item (domain.md section 4.1)."""

    IT = "IT"
    HR = "HR"
    OPS = "OPS"
    FIN = "FIN"
    LEG = "LEG"
    AUD = "AUD"


class Lifecycle(StrEnum):
    """Of a company or a season. Nothing is deleted: what was a mistake is set aside."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Member:
    """A person's place in one company."""

    person: PersonId
    name: str
    roles: tuple[Role, ...]


# --- what can be answered ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Number:
    """A count, a decimal, money in 万元 or percent points, exact, in the unit of its field."""

    value: Decimal
    tag: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""

    value: date
    tag: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class Words:
    """A text, a phone number, a code."""

    text: str
    tag: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Choices:
    """Keys of the options taken, in the pack's order; one of them where one is asked."""

    keys: tuple[str, ...]
    tag: Literal["choices"] = "choices"


Cell = Number | Day | Words | Choices | None


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, cells in the order of the field's columns; a form is a table of one row.

    No row at all means: looked, and there is none (无分支机构).
    """

    rows: tuple[tuple[Cell, ...], ...]
    tag: Literal["rows"] = "rows"


Value = Number | Day | Words | Choices | Rows


# --- what can be handed in --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file in the evidence box; `name` is what its sender called it, never a path."""

    id: FileId
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FilesGiven:
    """One version of a paper: a file, or the parts of one album."""

    files: tuple[FileRef, ...]
    album: str = ""
    tag: Literal["files"] = "files"


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A value; an estimate (暂估) is kept and shown but never counts as done."""

    value: Value
    estimate: bool = False
    tag: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """「属实」 or, until signing in chat exists, a signature by name."""

    name: str
    tag: Literal["confirmed"] = "confirmed"


@dataclass(frozen=True, slots=True)
class WaitingUntil:
    """It cannot be had before `day`; still owed."""

    day: date
    reason: str
    tag: Literal["waiting"] = "waiting"


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Does not apply to this company, for the reason given; owed no more."""

    reason: str
    tag: Literal["not_applicable"] = "not_applicable"


Given = FilesGiven | AnswerGiven | Confirmed | WaitingUntil | NotApplicable


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of what was handed in for an item; withdrawn ones stay, marked."""

    version: int
    by: PersonId
    at: datetime
    given: Given
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class ItemState:
    """All that was handed in for one item, oldest first."""

    entries: tuple[Entry, ...] = ()

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that were not withdrawn."""
        return tuple(entry for entry in self.entries if not entry.withdrawn)

    @property
    def version(self) -> int:
        """Number of the newest entry, withdrawn or not; 0 when nothing was ever handed in."""
        return self.entries[-1].version if self.entries else 0


# --- the case ---------------------------------------------------------------------------


class FilingFact(StrEnum):
    """What has happened in the regulator's system or by its word (domain.md section 2)."""

    OPENED = "opened"
    PLEDGED = "pledged"
    DRAFTED = "drafted"
    SAVED = "saved"
    REPORTED = "reported"
    REOPENED = "reopened"
    ORDERED = "ordered"
    RETURNED = "returned"
    PUBLISHED = "published"
    BAD_LISTED = "bad_listed"
    DUTY_DONE = "duty_done"
    DELISTED = "delisted"


@dataclass(frozen=True, slots=True)
class Filing:
    """One fact about the filing, as a person told it."""

    fact: FilingFact
    on: date
    by: PersonId
    at: datetime
    note: str = ""
    due: date | None = None
    """The term the authority set, for ORDERED and RETURNED, where it was told."""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class AddedItem:
    """An item a company added to its own season: a paper or a confirmation of its own words."""

    key: ItemKey
    milestone: MilestoneKey
    title: str
    kind: Literal["material", "confirm"]


@dataclass(frozen=True, slots=True)
class Tailoring:
    """How a company's season departs from its pack; dropped things keep their reason."""

    added: tuple[AddedItem, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    dropped_items: Mapping[ItemKey, str] = field(default_factory=dict)
    dropped_steps: Mapping[MilestoneKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """全网 (nationwide), or one province by its two-digit code of GB/T 2260."""

    province: str = ""

    @property
    def is_nationwide(self) -> bool:
        """全网: the issuing authority is the ministry (domain.md section 2)."""
        return not self.province


@dataclass(frozen=True, slots=True)
class Season:
    """The yearly report of one licence for one reporting year: the case on screen."""

    id: SeasonId
    pack: PackRef
    profile: str
    year: int
    """The reporting year: the report of 2026 is due on 31 March 2027."""
    licence_no: str
    coverage: Coverage
    opened_on: date
    items: Mapping[ItemKey, ItemState] = field(default_factory=dict)
    filings: tuple[Filing, ...] = ()
    tailoring: Tailoring = Tailoring()
    lifecycle: Lifecycle = Lifecycle.ACTIVE


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Company-wide answers of one reporting year, shared by its seasons of that year."""

    year: int
    items: Mapping[ItemKey, ItemState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Company:
    """One company with all its seasons: what is read and written as a whole."""

    id: CompanyId
    name: str
    uscc: str
    """统一社会信用代码, 18 characters, checked (domain.md section 4.4)."""
    members: tuple[Member, ...]
    seasons: tuple[Season, ...] = ()
    facts: tuple[YearFacts, ...] = ()
    lifecycle: Lifecycle = Lifecycle.ACTIVE
    event_seq: int = 0
    """Number of the newest event; events of a company count 1, 2, 3 without a gap."""
    recent: "tuple[Event, ...]" = ()
    """The newest events, oldest first (at most RECENT_EVENTS): what 撤销 looks at."""


RECENT_EVENTS = 50


class EventKind(StrEnum):
    """What happened to a company, one word each."""

    COMPANY_OPENED = "company_opened"
    COMPANY_CORRECTED = "company_corrected"
    COMPANY_ARCHIVED = "company_archived"
    COMPANY_RESTORED = "company_restored"
    COMPANY_REMOVED = "company_removed"
    COPY_ADOPTED = "copy_adopted"
    SEASON_OPENED = "season_opened"
    SEASON_CORRECTED = "season_corrected"
    SEASON_ARCHIVED = "season_archived"
    SEASON_RESTORED = "season_restored"
    SEASON_REMOVED = "season_removed"
    HANDED_IN = "handed_in"
    WITHDRAWN = "withdrawn"
    FILING_RECORDED = "filing_recorded"
    FILING_WITHDRAWN = "filing_withdrawn"
    ITEM_ADDED = "item_added"
    ITEM_RENAMED = "item_renamed"
    ITEM_DROPPED = "item_dropped"
    ITEM_RESTORED = "item_restored"
    STEP_DROPPED = "step_dropped"
    STEP_RESTORED = "step_restored"


@dataclass(frozen=True, slots=True)
class Event:
    """One change: who, when, to what, old, new and why. Written once, never altered."""

    seq: int
    at: datetime
    by: PersonId
    kind: EventKind
    season: SeasonId | None = None
    subject: str = ""
    """The item, milestone or filing fact it is about."""
    version: int = 0
    old: str = ""
    new: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action decided: the company as it is now and what to write in the trail."""

    company: Company
    events: tuple[Event, ...]


def require_aware(moment: datetime) -> None:
    """Raise ValueError for an instant that does not say its zone."""
    if moment.tzinfo is None:
        message = "a naive datetime was given; every instant carries its zone"
        raise ValueError(message)
