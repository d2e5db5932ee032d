"""Documents that are made when they are sent, from what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from workflow.any_paper import AnyPaper
from workflow.ids import CompanyId, PersonId
from workflow.paper_record import PaperRecord
from workflow.timeline import Timeline


class TrailFormat(StrEnum):
    """How a trail is taken away."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class TrailExport:
    """All events of a company; who asked was found to be allowed to have them."""

    company: CompanyId
    format: TrailFormat
    name: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The dates of all the companies a person is a member of, in their language."""

    person: PersonId
    name: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a template: its heading, an example or hint, and the answers to choose from."""

    heading: str
    hint: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberCell:
    """A cell that takes a number; `told` says which, to whoever types something else."""

    told: str
    low: Decimal | None = None
    high: Decimal | None = None
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class DayCell:
    """A cell that takes a day; `told` as above."""

    told: str


@dataclass(frozen=True, slots=True)
class SheetToFill:
    """A spreadsheet to be made by the edge: headings, hints, and the rows there are now."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    choices: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict, hash=False)
    """What can be chosen in single cells, by row and column, both from 0."""
    checks: Mapping[tuple[int, int], NumberCell | DayCell] = field(default_factory=dict, hash=False)
    """What single cells take, by row and column, both from 0; all others take text."""
    own_rows: frozenset[int] = frozenset()
    """Rows that are ours, the title of a block: they are not read back."""
    still: int = 0
    """Columns at the left that stay in sight."""


class PaperFormat(StrEnum):
    """As which file a paper is handed over."""

    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A paper under its number, to be worded in that language and written in that format."""

    paper: AnyPaper = field(hash=False)
    record: PaperRecord
    format: PaperFormat
    locale: str
    name: str
    """Of the file."""


class Theme(StrEnum):
    """How bright a picture is."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class SeasonPicture:
    """A season to be drawn as a line of days, worded in that language."""

    timeline: Timeline
    locale: str
    theme: Theme
    name: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A picture that could not be drawn; the log says why."""


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A paper that could not be written; the log says why."""
