"""The words of the trade as values: company, season, filing, tailoring, events.

Everything here is a frozen dataclass: to change one is to make the next one with `replace`.
Instants are aware; deadlines are plain dates in the company's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from workflow.events import Event, Notice
from workflow.findings import FindingRecord
from workflow.given import ItemState, require_aware
from workflow.ids import CompanyId, ItemKey, MilestoneKey, PackRef, PersonId, SeasonId
from workflow.matters import Matter
from workflow.paper_record import PaperRecord
from workflow.policy import THE_PACKS, OwnPolicy
from workflow.rules import RuleKey
from workflow.signatures import NOTHING_SIGNED, Signing
from workflow.team import Colleague, Group, Invitation, Member, Robot
from workflow.transcript import Transcript


class Lifecycle(StrEnum):
    """Of a company or a season. Nothing is deleted: what was a mistake is set aside."""

    ACTIVE = "active"
    ARCHIVED = "archived"
    REMOVED = "removed"


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
    reviewed: Mapping[ItemKey, bool] = field(default_factory=dict)
    """Whether another person must accept the item, where the company departs from the pack."""
    sensitive: Mapping[ItemKey, bool] = field(default_factory=dict)
    """Whether the item is an internal matter (内部事项), where it departs from the pack."""


@dataclass(frozen=True, slots=True)
class MovedDue:
    """An inner date that the company moved."""

    day: date
    by: PersonId
    why: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """What a manager said to the warning that the boss will hear of a step."""

    on: date
    """The day it was said."""
    by: PersonId
    handles: bool
    """今天处理: the boss does not hear of this rung."""
    note: str = ""
    """附一句说明: travels along to the boss."""


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
    assigned: Mapping[ItemKey, PersonId] = field(default_factory=dict)
    """To whom an item was given, or who took it; without one it is its department's."""
    lifecycle: Lifecycle = Lifecycle.ACTIVE
    moved: Mapping[MilestoneKey, MovedDue] = field(default_factory=dict)
    """Inner dates that are not the plan's any more; the statutory one cannot be moved."""
    words: Mapping[MilestoneKey, Word] = field(default_factory=dict)
    """The newest word on each step that the boss was to hear of."""
    earlier: Mapping[int, Mapping[ItemKey, ItemState]] = field(default_factory=dict)
    """Figures of earlier reporting years that this licence answered elsewhere, taken over."""
    triggered: frozenset[RuleKey] = frozenset()
    """The substantive changes that stand: they open the items for their papers."""
    findings: Mapping[RuleKey, FindingRecord] = field(default_factory=dict)
    """What became of each finding there ever was."""
    matters: tuple[Matter, ...] = ()
    """What the authority wants, as it was told."""
    papers: Mapping[str, PaperRecord] = field(default_factory=dict)
    """The newest number of each paper that was taken."""
    signing: Signing = NOTHING_SIGNED
    """What its signatures are bound to, and who was asked for them."""
    transcript: Transcript = field(default_factory=Transcript)
    """How far it was typed over into the platform (誊录)."""


@dataclass(frozen=True, slots=True)
class YearFacts:
    """Company-wide answers of one reporting year, shared by its seasons of that year."""

    year: int
    items: Mapping[ItemKey, ItemState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hold:
    """法律保全: nothing of the company's evidence is deleted while it stands."""

    reason: str
    by: PersonId
    at: datetime

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


KEPT_YEARS = 5
"""How long evidence is kept where a company says nothing else (docs/domain.md section 1)."""


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
    former: tuple[Member, ...] = ()
    """Those who left or were removed: the trail still knows their names."""
    invitations: tuple[Invitation, ...] = ()
    colleagues: tuple[Colleague, ...] = ()
    groups: tuple[Group, ...] = ()
    kept_years: int = KEPT_YEARS
    """Years that evidence is kept after its season was over (`workflow.retention`)."""
    hold: Hold | None = None
    policy: OwnPolicy = THE_PACKS
    """How it departs from the reminders of its packs."""
    robots: tuple[Robot, ...] = ()
    """Group robots and mailboxes beyond Telegram that hear what a team group hears."""
    event_seq: int = 0
    """Number of the newest event; events of a company count 1, 2, 3 without a gap."""
    recent: tuple[Event, ...] = ()
    """The newest events, oldest first (at most RECENT_EVENTS): what 撤销 looks at."""


RECENT_EVENTS = 50


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an action decided: the company as it is now, its trail, and who else must hear of it."""

    company: Company
    events: tuple[Event, ...]
    notices: tuple[Notice, ...] = ()

    def then(self, step: "Outcome") -> "Outcome":
        """Both together: the company as it is after `step`, which went on from this one."""
        events, notices = (*self.events, *step.events), (*self.notices, *step.notices)
        return Outcome(step.company, events, notices)
