"""The columns of a sheet: as its widest table needs them; narrower ones take several at a time."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from reports.paper import Part, Table

SIZE = 11.0
LINE = 15.0
"""Points."""
_NARROWEST = 6.0
_MOST_HEIGHT = 400.0
_CHINESE = 2.15
"""Widths of a digit that a Chinese letter takes at the same size."""


@dataclass(frozen=True, slots=True)
class Place:
    """Columns side by side, from 1, that are one cell; `width` in half-width letters."""

    first: int
    last: int
    width: float


def widths_of(parts: Iterable[Part], room: float) -> list[float]:
    """Of the table with the most columns, of those the longest; else of a name and its text."""
    tables = [part for part in parts if isinstance(part, Table)]
    ruling = max(tables, key=lambda table: (len(table.columns), len(table.rows)), default=None)
    shares = [column.share for column in ruling.columns] if ruling else []
    shares = shares if len(shares) > 1 else [1, 4]  # facts stand in two
    return [max(_NARROWEST, room * share / sum(shares)) for share in shares]


def places(shares: Sequence[int], widths: Sequence[float]) -> list[Place]:
    """Where so many cells end if each is to be as wide, beside the others, as its share says.

    Each has a column at least: there are as many columns as shares, or more.
    """
    edges = [0.0, *accumulate(widths)]
    wanted = [edges[-1] * each / sum(shares) for each in accumulate(shares)]
    found, begins = [], 0
    for number, edge in enumerate(wanted, start=1):
        last = len(widths) - (len(shares) - number)
        choice = range(begins + 1, last + 1) if number < len(shares) else range(last, last + 1)
        ends = min(choice, key=lambda place: abs(edges[place] - edge))
        found.append(Place(begins + 1, ends, edges[ends] - edges[begins]))
        begins = ends
    return found


def height(size: float, text: str, width: float) -> float:
    """Points that a text takes in so many half-width letters."""
    room = max(width - 1, 1) * SIZE / size
    lines = sum(ceil(max(1, _shown(line)) / room) for line in text.split("\n"))
    return min(max(lines, 1) * LINE * max(size, SIZE) / SIZE, _MOST_HEIGHT)


def _shown(text: str) -> float:
    return sum(_CHINESE if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)
