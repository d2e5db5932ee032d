"""Whether two answers say the same: texts, choices, and tables whatever the order of their rows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from workflow.arithmetic import plain
from workflow.figures import Row
from workflow.given import Cell, Choices, Number, Value, Words

Marks = tuple[str | None, ...]
"""What a row says beside its numbers."""


def is_same(one: Value, other: Value) -> bool:
    """Blanks, case and the width of signs do not matter in a text, the order not in a choice."""
    match one, other:
        case Words(), Words():
            return plain(one.text) == plain(other.text)
        case Choices(), Choices():
            return set(one.keys) == set(other.keys)
        case _:
            return one == other


def names_in(value: object) -> frozenset[str] | None:
    """The options chosen, or the text as the only name; None for anything else."""
    match value:
        case Choices(keys):
            return frozenset(keys)
        case Words(text):
            return frozenset({plain(text)})
        case _:
            return None


def code_part(code: object, first: int, last: int, choice: object) -> bool | None:
    """Whether these signs of a code (counted from 1) are the option that was chosen."""
    if not isinstance(code, Words) or not isinstance(choice, Choices):
        return None
    return code.text[first - 1 : last] in choice.keys


def rows_differ(
    now: Sequence[Row], before: Sequence[Row], columns: Sequence[str], tolerance: Decimal
) -> bool:
    """Whether a row is new, gone, or says something else; numbers by `tolerance` at least."""
    one, other = _by_marks(now, columns), _by_marks(before, columns)
    if {key: len(each) for key, each in one.items()} != {
        key: len(each) for key, each in other.items()
    }:
        return True
    pairs = (pair for key, numbers in one.items() for pair in zip(numbers, other[key], strict=True))
    return any(_moved(now_, then, tolerance) for now_, then in pairs)


def _moved(now: Sequence[Decimal], before: Sequence[Decimal], tolerance: Decimal) -> bool:
    apart = (abs(one - other) for one, other in zip(now, before, strict=True))
    return any(each and each >= tolerance for each in apart)


def _by_marks(
    rows: Sequence[Row], columns: Sequence[str]
) -> Mapping[Marks, Sequence[Sequence[Decimal]]]:
    """The numbers of the rows that say the same beside them, sorted: their order says nothing."""
    found = defaultdict(list)
    for row in rows:
        cells = [row.get(column) for column in (columns or sorted(row))]
        marks = tuple(_mark(cell) for cell in cells)
        found[marks].append(tuple(_finite(cells)))
    return {marks: sorted(numbers) for marks, numbers in found.items()}


def marks_of(row: Row, columns: Sequence[str]) -> tuple[str | Decimal | None, ...]:
    """What a row says in these columns, numbers too: rows of the same marks say the same."""
    cells = [row.get(column) for column in columns]
    return tuple(cell.value if isinstance(cell, Number) else _mark(cell) for cell in cells)


def _mark(cell: Cell) -> str | None:
    match cell:
        case Number(value):
            return "number" if value.is_finite() else str(value)
        case Words(text):
            return f"words {plain(text)}"
        case Choices(keys):
            return f"choices {sorted(keys)}"
        case None:
            return None
        case _:
            return f"day {cell.value}"


def _finite(cells: Iterable[Cell]) -> Iterable[Decimal]:
    return (cell.value for cell in cells if isinstance(cell, Number) and cell.value.is_finite())
