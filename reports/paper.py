"""A paper as plain data: what stands on it, in the order in which it stands; no file format."""

from dataclasses import dataclass
from enum import StrEnum


class Format(StrEnum):
    """As which file a paper is handed over."""

    XLSX = "xlsx"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the paper; level 1 is the largest below the title."""

    text: str
    level: int = 1
    own_sheet: bool = False
    """Begins a sheet of a workbook: for a table that is sorted and filtered by itself."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences; `emphasis` sets them apart (a warning, a result)."""

    text: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class PaperColumn:
    """A column of a table: its heading, and how wide it is beside the others."""

    heading: str
    share: int = 1
    is_number: bool = False
    """Set to the right."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; a long one goes on over pages with its headings repeated."""

    columns: tuple[PaperColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what stands for them, one a line: company, year, number, date."""

    lines: tuple[tuple[str, str], ...]


Part = Heading | Paragraph | Table | Facts


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper, worded; `footer` stands at the foot of every page, beside the page's number."""

    title: str
    parts: tuple[Part, ...]
    footer: str = ""
    is_wide: bool = False
    """Lies on its side: for tables of many columns."""
    locale: str = "zh-CN"
    """Whose language it is in: the setters break lines and space quotes by it."""
