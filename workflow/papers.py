"""Papers of a season as data: the list of differences (风险差异清单) and the draft report (初版年报).

What stands on them, for whom, under which number; no words and no file format. The service quality
report (服务质量报告) is one more kind; what stands on it is in quality_data.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workflow.given import AnswerGiven, Entry, FileRef, FilesGiven, Located, Value
from workflow.ids import ItemKey, PersonId
from workflow.judging import Finding
from workflow.pack import Item, Pack
from workflow.rules import Rule, Year
from workflow.text import Text


class PaperKind(StrEnum):
    """Which paper."""

    DIFFERENCES = "differences"
    DRAFT = "draft"
    QUALITY = "quality"


# --- what a report is divided into ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A form of the platform, with its items in the platform's order."""

    title: Text
    items: tuple[ItemKey, ...]
    left_out: Text | None = None
    """Why nothing of it is filled in, where it is not."""


@dataclass(frozen=True, slots=True)
class Outline:
    """How a report is divided, and what of it everybody will read (docs/domain.md section 2)."""

    sections: tuple[Section, ...] = ()
    published: frozenset[ItemKey] = frozenset()
    """Always."""
    asked: frozenset[ItemKey] = frozenset()
    """If the company says so."""


class Publicity(StrEnum):
    """Whether everybody will read a figure."""

    ALWAYS = "always"
    ASKED = "asked"
    """The company may choose, and has not yet."""
    WITHHELD = "withheld"
    """It chose 不公示."""
    KEPT = "kept"
    """Never asked about."""


# --- what stands on a paper -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """One item with this year's answer and last year's."""

    item: Item
    now: AnswerGiven | None
    newest: Entry | None
    """What was handed in last, also where it is no answer."""
    before: Value | None
    owner: PersonId | None
    publicity: Publicity
    answered: Entry | None = None
    """The version that is this year's answer."""

    @property
    def value(self) -> Value | None:
        """This year's."""
        return self.now.value if self.now else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding, with the figures it is about and the papers that speak of it."""

    finding: Finding
    lines: tuple[Line, ...]
    evidence: tuple[FileRef, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A rule that nobody could check (未检查), and the inputs it lacks."""

    rule: Rule
    missing: tuple[tuple[Item, Year], ...]


class Part(StrEnum):
    """What a part of the draft is."""

    FORM = "form"
    OTHERS = "others"
    """Answers that stand in none of the forms."""
    CHECKING = "checking"
    """校验数据: what only the rules look at."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A part of the draft report."""

    part: Part
    lines: tuple[Line, ...]
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class Differences:
    """What both papers say of the rules."""

    found: tuple[Difference, ...]
    unchecked: tuple[Unchecked, ...]
    passed: int
    """Rules that were checked and found in order."""


@dataclass(frozen=True, slots=True)
class PaperData:
    """A paper, as far as its reader may see it."""

    kind: PaperKind
    company: str
    uscc: str
    licence_no: str
    year: int
    pack: Pack
    names: Mapping[PersonId, str]
    """What those are called who are named on it."""
    differences: Differences
    parts: tuple[Filled, ...]
    """Of the draft report."""
    materials: tuple[tuple[Item, FilesGiven | Located], ...]
    left_out: int
    """Internal matters (内部事项) that the reader may not see."""
