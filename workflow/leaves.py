"""The leaves of the tree that rules are written in: what they look at, and nothing inside.

Where a leaf stands inside the rows of a table, `Cell...` looks at the row at hand.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workflow.ids import ItemKey


class Year(StrEnum):
    """Of which reporting year a figure is."""

    THIS = "this"
    LAST = "last"
    BEFORE = "before"


# --- days -----------------------------------------------------------------------------


class Fixed(StrEnum):
    """Days that the reporting year itself has."""

    YEAR_START = "year_start"
    YEAR_END = "year_end"
    FILING_END = "filing_end"
    """The statutory date of the submission."""


@dataclass(frozen=True, slots=True)
class DayOf:
    """The day answered for an item; of a form by its column."""

    item: ItemKey
    column: str = ""


@dataclass(frozen=True, slots=True)
class DayCell:
    """The day in a column of the row at hand."""

    column: str


@dataclass(frozen=True, slots=True)
class HandedIn:
    """The day on which what stands for the item was handed in."""

    item: ItemKey


Moment = Fixed | DayOf | DayCell | HandedIn

# --- numbers --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Const:
    """A number that the rule itself names."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Figure:
    """The number answered for an item, in the unit of its field; of one row by its column."""

    item: ItemKey
    year: Year = Year.THIS
    column: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The number in a column of the row at hand."""

    column: str


@dataclass(frozen=True, slots=True)
class YearHours:
    """The hours of a reporting year: 8,760, or 8,784."""

    year: Year = Year.THIS


@dataclass(frozen=True, slots=True)
class HoursBetween:
    """The hours from one column of the row at hand to another, both minutes (workflow/stamps.py)."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class MonthsBehind:
    """How many months the month written in a column lies before December of the reporting year."""

    column: str


@dataclass(frozen=True, slots=True)
class Days:
    """How many days it is from one moment to the other; less than nothing if it lies before."""

    first: Moment
    last: Moment


@dataclass(frozen=True, slots=True)
class Workdays:
    """How many working days lie after the one moment, up to the other."""

    first: Moment
    last: Moment


# --- conditions -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mode:
    """The file's switch of that name stands at one of these words."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """Something stands for the item."""

    item: ItemKey
    year: Year = Year.THIS


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of these options was chosen."""

    item: ItemKey
    options: tuple[str, ...]
    year: Year = Year.THIS


@dataclass(frozen=True, slots=True)
class Same:
    """Two items of this year say the same; blanks and the width of signs do not matter."""

    item: ItemKey
    other: ItemKey


@dataclass(frozen=True, slots=True)
class Matches:
    """The whole text is of this pattern (one that a file named, checked to be safe)."""

    item: ItemKey
    pattern: str


@dataclass(frozen=True, slots=True)
class CodePart:
    """The signs `first` to `last` (counted from 1) of a code are the option chosen for `choice`."""

    item: ItemKey
    first: int
    last: int
    choice: ItemKey


@dataclass(frozen=True, slots=True)
class HasFile:
    """A paper was handed in for the item, or where it lies was said."""

    item: ItemKey


@dataclass(frozen=True, slots=True)
class Listing:
    """What an item lists: the options chosen, or a column of its table."""

    item: ItemKey
    column: str = ""


@dataclass(frozen=True, slots=True)
class Within:
    """Everything in the one list is in the other."""

    inner: Listing
    outer: Listing


@dataclass(frozen=True, slots=True)
class CellIn:
    """What stands in a column of the row at hand is in the list."""

    column: str
    outer: Listing


@dataclass(frozen=True, slots=True)
class CellChosen:
    """One of these options stands in a column of the row at hand."""

    column: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellGiven:
    """Something stands in a column of the row at hand."""

    column: str


@dataclass(frozen=True, slots=True)
class CellMatches:
    """The whole text in a column of the row at hand is of this pattern."""

    column: str
    pattern: str


@dataclass(frozen=True, slots=True)
class CellThisYear:
    """The day or minute in a column of the row at hand lies in the reporting year."""

    column: str
