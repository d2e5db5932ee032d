"""A table that was typed as lines, or came as a sheet: read whole, or every cell that is wrong named."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from messages.say import Fact, Say, say
from messages.values import Read, Refused, cell_trouble, read_cell
from workflow.given import Cell, Rows
from workflow.pack import Column

TOP = 5
"""Rows of a sheet among which headings are looked for: people write above a table."""


@dataclass(frozen=True, slots=True)
class ReadRows:
    """A table read whole."""

    value: Rows


@dataclass(frozen=True, slots=True)
class TableFault:
    """One thing that is wrong, and in which of the rows that were read, from 0."""

    row: int
    what: Say
    """「类型」:没有这个选项"""
    at: Fact
    """D7 in a sheet, 第 3 行 else."""

    @property
    def why(self) -> Say:
        """The whole of it."""
        return say("table-at", at=self.at, fault=self.what)


@dataclass(frozen=True, slots=True)
class FaultyRows:
    """All that is wrong with a table, from the top; nothing of it is taken."""

    faults: tuple[TableFault, ...]
    top: int
    """The row of the headings, from 0; -1 where there are none."""


@dataclass(frozen=True, slots=True)
class InSheet:
    """What is known of a sheet's cells beside their texts, by row and column, both from 0."""

    name: Callable[[int, int], str]
    """What people call the cell: D7."""
    trouble: Callable[[int, int], Say | None]
    """What is wrong with it whatever stands in it."""


def read_lines(
    text: str, columns: Sequence[Column], today: date
) -> ReadRows | FaultyRows | Refused:
    """A table typed as lines, a line a row, the cells parted by tabs, bars, commas or spaces."""
    lines = [line for line in text.splitlines() if line.strip()]
    return read_table([_parted(line) for line in lines], columns, today)


def _parted(line: str) -> tuple[str, ...]:
    for mark in (r"\t", r"[|｜]", r"[,，;；]"):
        if re.search(mark, line):
            return tuple(cell.strip() for cell in re.split(mark, line.strip()))
    return tuple(line.split())


def read_table(
    rows: Sequence[tuple[str, ...]],
    columns: Sequence[Column],
    today: date,
    sheet: InSheet | None = None,
) -> ReadRows | FaultyRows | Refused:
    """Rows of texts as a table: headings, where there are any, say the order of the columns.

    FaultyRows names all that is wrong, each by its cell in a `sheet`, else by its row (counted
    from 1 without headings) and its column. Refused where there is no row at all.
    """
    reading = _Reading(rows, columns, today, sheet)
    reading.all()
    if reading.faults:
        return FaultyRows(tuple(reading.faults), reading.top)
    if not reading.found:
        return Refused(say("table-empty"))
    return ReadRows(Rows(tuple(reading.found)))


@dataclass(slots=True)
class _Reading:
    """One table on the way through its cells."""

    rows: Sequence[tuple[str, ...]]
    columns: Sequence[Column]
    today: date
    sheet: InSheet | None
    found: list[tuple[Cell, ...]] = field(default_factory=list)
    faults: list[TableFault] = field(default_factory=list)
    top: int = -1

    def all(self) -> None:
        """The headings, then every row."""
        top, places = self._headed_at()
        self.top = top
        if places and len(self.rows) > top + 1:
            self._headed(top, places)
        for number, row in enumerate(range(top + 1, len(self.rows)), start=1):
            if places or not self._is_too_long(row, number):
                self.found.append(tuple(self._cells(row, number, places or self._plain)))

    def _headed_at(self) -> tuple[int, Mapping[int, int]]:
        """In which row the headings stand, and over what; before the first row if there are none."""
        for row, cells in enumerate(self.rows[: TOP if self.sheet else 1]):
            if places := _headings(cells, self.columns):
                return row, places
        return -1, {}

    @property
    def _plain(self) -> Mapping[int, int]:
        return {place: place for place in range(len(self.columns))}

    def _is_too_long(self, row: int, number: int) -> bool:
        wanted = len(self.columns)
        if not any(cell.strip() for cell in self.rows[row][wanted:]):
            return False
        self._wrong(row, say("table-too-many-cells", wanted=wanted), self._at(row, number, wanted))
        return True

    def _headed(self, top: int, places: Mapping[int, int]) -> None:
        """Columns that are none of ours and hold something, or stand twice, or are missing."""
        width = max(map(len, self.rows[top:]))
        for place in range(width):
            title, at = self._text(top, place), self._at(top, 0, place)
            if place not in places and self._holds(top, place):
                self._wrong(top, say("table-no-such-column", column=title), at)
            elif places.get(place) in [places[n] for n in places if n < place]:
                self._wrong(top, say("table-column-twice", column=title), at)
        for index, column in enumerate(self.columns):
            if column.required and index not in places.values():
                missing = say("table-column-missing", column=column.title)
                self._wrong(top, missing, say("table-headings"))

    def _holds(self, top: int, place: int) -> bool:
        return any(self._text(row, place) for row in range(top + 1, len(self.rows)))

    def _text(self, row: int, place: int) -> str:
        """What stands there, blanks once; empty beyond the end of a row."""
        return " ".join("".join(self.rows[row][place : place + 1]).split())

    def _cells(self, row: int, number: int, places: Mapping[int, int]) -> Iterator[Cell]:
        place_of = {index: place for place, index in reversed(tuple(places.items()))}
        for index, column in enumerate(self.columns):
            place = place_of.get(index)
            yield None if place is None else self._cell(row, number, place, column)

    def _cell(self, row: int, number: int, place: int, column: Column) -> Cell:
        at = self._at(row, number, place)
        trouble = self.sheet.trouble(row, place) if self.sheet else None
        if trouble is None and not self._text(row, place):
            if column.required:
                self._wrong(row, say("table-cell-missing", column=column.title), at)
            return None
        if trouble is None:
            reading = read_cell(self.rows[row][place].strip(), column.spec, self.today)
            if isinstance(reading, Read):
                return reading.value
            trouble = cell_trouble(reading, column.spec)
        self._wrong(row, say("table-cell-fault", column=column.title, why=trouble), at)
        return None

    def _wrong(self, row: int, what: Say, at: Fact) -> None:
        self.faults.append(TableFault(row, what, at))

    def _at(self, row: int, number: int, place: int) -> Fact:
        """D7 in a sheet, 第 3 行 else."""
        if self.sheet:
            return say("table-cell", cell=self.sheet.name(row, place))
        return say("table-row", row=number) if number else say("table-headings")


def is_headed(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the row holds the headings of such a table."""
    return bool(_headings(cells, columns))


def is_wholly_headed(cells: Sequence[str], columns: Sequence[Column]) -> bool:
    """Whether the row holds the heading of every column of such a table, and no other text."""
    texts = [_heading(cell) for cell in cells if _heading(cell)]
    names = [_names(column) for column in columns]
    return len(texts) == len(names) and all(set(texts) & set(each) for each in names)


def _headings(cells: Sequence[str], columns: Sequence[Column]) -> Mapping[int, int]:
    """Which column stands at which place, if the row says so; empty if it holds no headings.

    All its texts are headings, or at least two of them and half of the columns.
    """
    names = {name: n for n, column in enumerate(columns) for name in _names(column)}
    texts = [(place, _heading(cell)) for place, cell in enumerate(cells)]
    known = {place: names[text] for place, text in texts if text in names}
    is_all = len(known) == sum(bool(text) for _, text in texts)
    least = max(1 if is_all else 2, len(columns) // 2)
    return known if len(known) >= least else {}


def _names(column: Column) -> tuple[str, str]:
    return _heading(column.title.zh), _heading(column.title.en)


def _heading(cell: str) -> str:
    return re.sub(r"[\s*]|[(（].*[)）]", "", cell).casefold()
