"""A fault log worked out: hours without service, how far they reached, repairs. Exact fractions.

Planned maintenance is told apart and counts nowhere. Where faults overlap an hour is counted once;
of those that overlap the one that hit the most users says how far that hour reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from workflow.given import Cell, Choices, Number, Rows, Words
from workflow.measures import FAULT_COLUMNS, QualitySpec
from workflow.spans import Span, bounds_of, hours, reached
from workflow.stamps import minute_of

YES = "yes"
HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Outage:
    """One row of the log; `row` counts from 1."""

    row: int
    start: datetime
    end: datetime
    share: Fraction
    """Of the users that it hit, 1 for all of them."""
    is_major: bool
    is_planned: bool
    note: str = ""

    @property
    def hours(self) -> Fraction:
        """From the start to the repair."""
        return hours(self.start, self.end)


@dataclass(frozen=True, slots=True)
class FaultRecord:
    """The faults of one reporting year."""

    year: int
    outages: tuple[Outage, ...]
    """All rows of the log, planned maintenance and other years among them."""

    @property
    def hours_of_year(self) -> int:
        """8,760, and 8,784 in a leap year."""
        return int(hours(*bounds_of(self.year)))

    @property
    def faults(self) -> tuple[Outage, ...]:
        """What counts as a fault of the year: not planned, and begun in it."""
        return tuple(e for e in self.outages if not e.is_planned and e.start.year == self.year)

    @property
    def major(self) -> tuple[Outage, ...]:
        """The major ones of them."""
        return tuple(each for each in self.faults if each.is_major)

    @property
    def planned(self) -> tuple[Outage, ...]:
        """Planned maintenance that lay in the year, at least in part."""
        return tuple(each for each in self.outages if each.is_planned and self._touches(each))

    @property
    def outside(self) -> tuple[Outage, ...]:
        """What lay in other years altogether, and is left out."""
        return tuple(each for each in self.outages if not self._touches(each))

    @property
    def down(self) -> Fraction:
        """Hours of the year in which a major fault lasted."""
        major = (each for each in self._unplanned if each.is_major)
        return reached((Span(each.start, each.end) for each in major), self.year)

    @property
    def reached(self) -> Fraction:
        """Hours of the year in which faults lasted, each weighed with the share of users hit."""
        spans = (Span(each.start, each.end, each.share) for each in self._unplanned)
        return reached(spans, self.year)

    @property
    def repair(self) -> Fraction:
        """Hours that the repairs of the year's faults took, each for itself."""
        return sum((each.hours for each in self.faults), Fraction(0))

    @property
    def _unplanned(self) -> tuple[Outage, ...]:
        return tuple(each for each in self.outages if not each.is_planned)

    def _touches(self, each: Outage) -> bool:
        first, end = bounds_of(self.year)
        return each.start < end and (each.end > first or each.start >= first)


def fault_record(rows: Rows, year: int, spec: QualitySpec) -> FaultRecord:
    """What the rows of the log say; where they name no share of users, the pack's holds."""
    read = (_outage(number, row, spec) for number, row in enumerate(rows.rows, start=1))
    return FaultRecord(year, tuple(each for each in read if each is not None))


def _outage(number: int, row: Sequence[Cell], spec: QualitySpec) -> Outage | None:
    """None for a row that is none of this log's: nothing else is ever handed in for it."""
    start, end, impact, major, planned, note = cells_of(row, FAULT_COLUMNS)
    began, ended = minute_in(start), minute_in(end)
    if began is None or ended is None:
        return None
    is_major = _is_yes(major)
    usual = spec.impact_major if is_major else spec.impact_minor
    share = impact.value if isinstance(impact, Number) else usual
    words = note.text if isinstance(note, Words) else ""
    return Outage(number, began, ended, _share(share), is_major, _is_yes(planned), words)


def cells_of(row: Sequence[Cell], columns: Sequence[str]) -> Sequence[Cell]:
    """So many cells, whatever the row has: another version of the pack may have asked for fewer."""
    return (*row, *[None] * len(columns))[: len(columns)]


def minute_in(cell: Cell) -> datetime | None:
    """The minute that stands in a cell."""
    return minute_of(cell.text) if isinstance(cell, Words) else None


def _is_yes(cell: Cell) -> bool:
    return isinstance(cell, Choices) and YES in cell.keys


def _share(percent: Decimal) -> Fraction:
    return Fraction(percent) / HUNDRED
