"""The closed tree that rules are written in: numbers and conditions, one operator a node.

Nothing here is evaluated: workflow/reckoning.py does that, docs/packs.md tells how files say it.
What a tree ends in stands in workflow/leaves.py.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workflow.ids import ItemKey
from workflow.leaves import (
    Answered,
    Cell,
    CellChosen,
    CellGiven,
    CellIn,
    CellMatches,
    CellThisYear,
    Chosen,
    CodePart,
    Const,
    DayCell,
    DayOf,
    Days,
    Figure,
    Fixed,
    HandedIn,
    HasFile,
    HoursBetween,
    Listing,
    Matches,
    Mode,
    MonthsBehind,
    Same,
    Within,
    Workdays,
    Year,
    YearHours,
)

# --- numbers --------------------------------------------------------------------------


class Operator(StrEnum):
    """What is done with numbers, all of them exact."""

    SUM = "sum"
    DIFFERENCE = "difference"
    PRODUCT = "product"
    QUOTIENT = "quotient"
    """Unknown where it would be divided by nothing."""
    DISTANCE = "distance"
    """How far two numbers are apart."""
    CHANGE = "change"
    """How much the first is more than the second, as a share of the second, 0.3 for +30 %."""
    LARGEST = "largest"
    SMALLEST = "smallest"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """One operator over other numbers."""

    operator: Operator
    of: "tuple[Operand, ...]"


@dataclass(frozen=True, slots=True)
class FirstKnown:
    """The first of them that is known: what was answered, else what is assumed."""

    of: "tuple[Operand, ...]"


class Over(StrEnum):
    """What is made of the rows of a table."""

    TOTAL = "total"
    MOST = "most"
    """The largest; unknown where there is no row."""
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class Tally:
    """A number over the rows of a table for which `where` holds."""

    over: Over
    item: ItemKey
    of: "Operand"
    where: "Condition | None" = None
    year: Year = Year.THIS


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows a table has for which `where` holds; of a choice how many were chosen."""

    item: ItemKey
    where: "Condition | None" = None
    year: Year = Year.THIS


@dataclass(frozen=True, slots=True)
class Depends:
    """The one number where the condition holds, else the other."""

    when: "Condition"
    then: "Operand"
    otherwise: "Operand"


@dataclass(frozen=True, slots=True)
class Reached:
    """Hours of this year from `first` to `last` over the rows, an hour of several rows once.

    Each hour counts times `share`, the largest where rows overlap (docs/decisions/0015).
    """

    item: ItemKey
    first: str
    last: str
    share: "Operand"
    where: "Condition | None" = None


@dataclass(frozen=True, slots=True)
class Reworded:
    """The largest share by which the text of a row changed against last year's of the same name."""

    item: ItemKey
    column: str
    name: str
    where: "Condition | None" = None


OverRows = Tally | Count | Reached | Reworded
"""What is made of the rows of a table."""
Told = Days | Workdays | YearHours | HoursBetween | MonthsBehind
"""What a calendar or a clock says."""
Operand = Const | Figure | Cell | Reckoned | FirstKnown | Depends | OverRows | Told

# --- conditions -----------------------------------------------------------------------


class Comparison(StrEnum):
    """How two numbers stand to each other."""

    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    EQUAL = "equal"
    UNEQUAL = "unequal"


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether the first stands so to the second."""

    comparison: Comparison
    left: Operand
    right: Operand


@dataclass(frozen=True, slots=True)
class AllOf:
    """Each of them holds."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of them holds."""

    of: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class NotSo:
    """It does not hold."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Surely:
    """It holds, and that is known: what nobody answered is taken as not so."""

    of: "Condition"


@dataclass(frozen=True, slots=True)
class Changed:
    """It says anything else than last year: a text, a choice, a table whatever its rows' order.

    Of a table only `columns` (all, where none is named) of the rows for which `where` holds; a
    number that moved by less than `tolerance` did not change.
    """

    item: ItemKey
    columns: tuple[str, ...] = ()
    where: "Condition | None" = None
    tolerance: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class AnyRow:
    """The condition holds for a row of the table at least."""

    item: ItemKey
    where: "Condition"


# --- read out -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quote:
    """What was answered, read out in a message: of a table only the rows for which `where` holds."""

    item: ItemKey
    year: Year = Year.THIS
    columns: tuple[str, ...] = ()
    """All of them, where none is named."""
    where: "Condition | None" = None
    beyond: Listing | None = None
    """Of a choice only what is not in this list."""
    differs: bool = False
    """Only what is not as in the year before; of last year what is not as in this one."""


Compound = AllOf | AnyOf | NotSo | Surely
LeafOfRow = CellIn | CellChosen | CellGiven | CellMatches | CellThisYear
Leaf = Answered | Mode | Chosen | Same | Matches | CodePart | HasFile | Within | LeafOfRow
Condition = Compound | Compared | Changed | AnyRow | Leaf

Node = Operand | Condition | Quote | Fixed | DayOf | DayCell | HandedIn
