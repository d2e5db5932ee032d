"""A pack: the yearly report of one licence type as data (milestones, items, fields, profiles).

Packs are read from `packs/<id>@<version>.toml` by storage/packs.py; a released file never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from workflow.basis import Basis
from workflow.due_rules import DayOfYear, InternalDue
from workflow.errors import NoSuchItem, NoSuchMilestone, NoSuchProfile
from workflow.ids import ItemKey, MilestoneKey, PackRef
from workflow.measures import QualitySpec
from workflow.rules import Hiding, Rule, RuleKey
from workflow.scoring import Scoring
from workflow.signatures import ANY_ONE, SignTerms
from workflow.team import Department
from workflow.text import Text
from workflow.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step (第3步) or a date of the authority's that is watched."""

    key: MilestoneKey
    number: int | None
    """What people call it: 第3步; None for a watched date."""
    title: Text
    basis: Basis
    departments: tuple[Department, ...]
    statutory: DayOfYear | None = None
    internal: InternalDue | None = None
    after_filing: bool = False
    """Filing does not wait for it, and a late start does not compress it."""
    depends_on: tuple[MilestoneKey, ...] = ()
    done_when: Text | None = None


# --- what -------------------------------------------------------------------------------


class NumberKind(StrEnum):
    """How a number is written and read."""

    INTEGER = "integer"
    DECIMAL = "decimal"
    MONEY = "money"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class NumberSpec:
    """A number in `unit`; money is in 万元, percent in percent points; bounds inclusive."""

    kind: NumberKind
    unit: Text
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = 0
    tag: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class DateSpec:
    """A calendar day."""

    tag: Literal["date"] = "date"


class TextCheck(StrEnum):
    """What a text is, beyond being one; all but `minute` are known when a season is opened."""

    ANY = "any"
    COMPANY_NAME = "company_name"
    USCC = "uscc"
    LICENCE_NO = "licence_no"
    MINUTE = "minute"
    """A day with its hour and minute (workflow/stamps.py)."""


@dataclass(frozen=True, slots=True)
class TextSpec:
    """A text of at most `longest` characters."""

    check: TextCheck = TextCheck.ANY
    longest: int = 200
    tag: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class PhoneSpec:
    """A phone number; only a mobile one where `mobile` says so."""

    mobile: bool = False
    tag: Literal["phone"] = "phone"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that can be chosen."""

    key: str
    title: Text


@dataclass(frozen=True, slots=True)
class ChoiceSpec:
    """One of the options, or several where `many` says so."""

    options: tuple[Option, ...]
    many: bool = False
    tag: Literal["choice"] = "choice"


CellSpec = NumberSpec | DateSpec | TextSpec | PhoneSpec | ChoiceSpec


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a line of a form."""

    key: str
    title: Text
    spec: CellSpec
    required: bool = True
    sum_to: Decimal | None = None
    """What the column must add up to (shares: 100), within 0.01."""
    not_before: str = ""
    """The key of a column of the same row whose day or minute comes first."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """Rows of the same columns; none at all is an answer too (无)."""

    columns: tuple[Column, ...]
    tag: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A few lines filled once, with files beside them."""

    columns: tuple[Column, ...]
    tag: Literal["form"] = "form"


AnswerSpec = CellSpec | TableSpec | FormSpec


class ItemKind(StrEnum):
    """材料 / 填报 / 属实 / 签字."""

    MATERIAL = "material"
    ANSWER = "answer"
    CONFIRM = "confirm"
    SIGN = "sign"


class Duty(StrEnum):
    """Whether filing needs it, the company's own order does, or only the rules do."""

    STATUTORY = "statutory"
    INTERNAL = "internal"
    CHECKING = "checking"
    """Asked only so that the rules can look at it (校验数据): never owed, and not on the checklist."""


class Scope(StrEnum):
    """Whose answer it is: the season's, or the company's for that year, shared by its seasons."""

    SEASON = "season"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on the checklist."""

    key: ItemKey
    milestone: MilestoneKey
    kind: ItemKind
    title: Text
    basis: Basis
    departments: tuple[Department, ...]
    duty: Duty = Duty.INTERNAL
    scope: Scope = Scope.SEASON
    spec: AnswerSpec | None = None
    """For kind ANSWER, and only there."""
    hint: Text | None = None
    evidence: Text | None = None
    """The papers that prove an answer (花名册, 审计报告)."""
    sensitive: bool = False
    reviewed: bool = False
    """Another person accepts what is handed in (验收)."""
    checks: tuple[Text, ...] = ()
    """What whoever looks at the paper asks of it: 盖章了吗?"""
    opened_by: tuple[RuleKey, ...] = ()
    """Wanted only while one of these substantive changes stands."""
    sign: SignTerms = ANY_ONE
    """Of a signature: who it takes."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How much of a pack a company takes on: 只做法定申报, 八步全套."""

    key: str
    title: Text
    about: Text
    milestones: tuple[MilestoneKey, ...]
    duties: tuple[Duty, ...]
    fold_into: MilestoneKey
    """Where items stand whose own milestone is not in the profile."""


REMINDERS = PackRef("reminders@1")


@dataclass(frozen=True, slots=True)
class Pack:
    """One licence type's yearly report, one version of it."""

    ref: PackRef
    title: Text
    licence_code: str
    """Of the telecom service catalogue: B24, B22."""
    submission: MilestoneKey
    """The milestone that recording 已报 fulfils; its statutory date is the report's."""
    proof: ItemKey
    """The screenshot of 已报."""
    milestones: tuple[Milestone, ...]
    items: tuple[Item, ...]
    profiles: tuple[Profile, ...]
    policy: PackRef = REMINDERS
    """By which file it reminds: a pack that names none goes by this one."""
    rules: tuple[Rule, ...] = ()
    quality: QualitySpec | None = None
    score: Scoring | None = None
    hides: tuple[Hiding, ...] = ()
    modes: Mapping[str, str] = field(default_factory=dict)
    """Switches of its rules: the word each stands at."""
    calendar: Calendar = field(default_factory=Calendar, repr=False, compare=False)
    """By which its rules count working days; bare weekends where none was handed in."""
    _items: Mapping[ItemKey, Item] = field(init=False, repr=False, compare=False)
    _milestones: Mapping[MilestoneKey, Milestone] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index what is looked up by key."""
        object.__setattr__(self, "_items", {item.key: item for item in self.items})
        object.__setattr__(self, "_milestones", {step.key: step for step in self.milestones})

    def item(self, key: ItemKey) -> Item:
        """The item of that key; NoSuchItem if the pack has none."""
        try:
            return self._items[key]
        except KeyError:
            raise NoSuchItem from None

    def find(self, key: ItemKey) -> Item | None:
        """The item of that key, if the pack has it."""
        return self._items.get(key)

    def milestone(self, key: MilestoneKey) -> Milestone:
        """The milestone of that key; NoSuchMilestone if the pack has none."""
        try:
            return self._milestones[key]
        except KeyError:
            raise NoSuchMilestone from None

    def profile(self, key: str) -> Profile:
        """The profile of that key; NoSuchProfile if the pack has none."""
        for profile in self.profiles:
            if profile.key == key:
                return profile
        raise NoSuchProfile
