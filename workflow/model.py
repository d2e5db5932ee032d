"""The words of the trade as values: company, season, filing, tailoring, events.

Everything here is a frozen dataclass: to change one is to make the next one with `replace`.
Instants are aware; deadlines are plain dates in the company's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from workflow.given import ItemState, require_aware
from workflow.ids import CompanyId, ItemKey, MilestoneKey, PackRef, PersonId, SeasonId


class Role(StrEnum):
    """What a person is for one company; what each may do stands in `permissions`."""

    MANAGER = "manager"


class Department(StrEnum):
    """Who is asked for an item (docs/domain.md section 4.1)."""

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


# --- the case ---------------------------------------------------------------------------


class FilingFact(StrEnum):
    """What has happened in the regulator's system or by its word (docs/domain.md section 2)."""

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
class AddedStep:
    """A step of the company's own, with the day it wants it done by."""

    key: MilestoneKey
    title: str
    day: date


@dataclass(frozen=True, slots=True)
class Tailoring:
    """How a company's season departs from its pack; dropped things keep their reason."""

    added: tuple[AddedItem, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    dropped_items: Mapping[ItemKey, str] = field(default_factory=dict)
    added_steps: tuple[AddedStep, ...] = ()
    renamed_steps: Mapping[MilestoneKey, str] = field(default_factory=dict)
    dropped_steps: Mapping[MilestoneKey, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """全网 (nationwide), or one province by its two-digit code of GB/T 2260."""

    province: str = ""

    @property
    def is_nationwide(self) -> bool:
        """全网: the issuing authority is the ministry (docs/domain.md section 2)."""
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
    """统一社会信用代码, 18 characters, checked (docs/domain.md section 4.4)."""
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
    KNOWN_FILLED = "known_filled"
    HANDED_IN = "handed_in"
    WITHDRAWN = "withdrawn"
    FILING_RECORDED = "filing_recorded"
    FILING_WITHDRAWN = "filing_withdrawn"
    ITEM_ADDED = "item_added"
    ITEM_RENAMED = "item_renamed"
    ITEM_DROPPED = "item_dropped"
    ITEM_RESTORED = "item_restored"
    STEP_ADDED = "step_added"
    STEP_RENAMED = "step_renamed"
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
