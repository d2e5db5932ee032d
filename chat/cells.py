"""Where the cells of an uploaded sheet stand, by the names that people know them under: D7."""

import re
from dataclasses import dataclass

_LETTERS = 26
_RANGE = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)")


@dataclass(frozen=True, slots=True)
class Places:
    """What a sheet's bare rows do not tell: which rows they are, and what stands around them."""

    numbers: tuple[int, ...] = ()
    """The number of each row where it was found, from 1; empty for 1, 2, 3 …."""
    page: str = ""
    """The name of the page that was read."""
    left_out: int = 0
    """Other pages with something in them, which nobody read."""
    merged: tuple[str, ...] = ()
    """Cells that were made one: D7:E7."""
    unreckoned: tuple[str, ...] = ()
    """Cells with a formula whose result the file does not hold."""

    def name(self, row: int, column: int) -> str:
        """Of a cell by its place among the rows that were read, both from 0."""
        number = self.numbers[row] if row < len(self.numbers) else row + 1
        return f"{letters(column)}{number}"

    def merged_with(self, row: int, column: int) -> str:
        """The range that the cell is part of; empty for a cell of its own."""
        number = int(self.name(row, 0)[1:])
        return next((each for each in self.merged if _holds(each, number, column)), "")


def letters(column: int) -> str:
    """A column from 0 as spreadsheets call it: A, B … Z, AA."""
    rest, last = divmod(column, _LETTERS)
    return (letters(rest - 1) if rest else "") + chr(ord("A") + last)


def _holds(cells: str, row: int, column: int) -> bool:
    found = _RANGE.fullmatch(cells)
    if found is None:
        return False
    left, top, right, bottom = found.groups()
    return int(top) <= row <= int(bottom) and _number(left) <= column <= _number(right)


def _number(name: str) -> int:
    number = 0
    for sign in name:
        number = number * _LETTERS + ord(sign) - ord("A") + 1
    return number - 1
