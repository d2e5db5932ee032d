"""Rules held against figures, exactly: every number is a Decimal, and what is missing is unknown.

Three answers are kept apart: it holds, it does not, and nobody can say (None), which no operator
turns into either of the others, but for `Surely`.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from workflow.arithmetic import decimal_of, fraction_of, over_rows, stand_so, worked_out
from workflow.comparing import is_same, rows_differ
from workflow.figures import Figures, Row
from workflow.given import Choices, Number, Rows
from workflow.ids import ItemKey
from workflow.leaf_answers import leaf_holds
from workflow.leaves import Cell, Const, Figure, Year
from workflow.moments import text_of, told_time
from workflow.nodes import (
    AllOf,
    AnyOf,
    AnyRow,
    Changed,
    Compared,
    Compound,
    Condition,
    Count,
    Depends,
    FirstKnown,
    NotSo,
    Operand,
    OverRows,
    Reached,
    Reckoned,
    Reworded,
    Surely,
    Tally,
)
from workflow.rewording import most_reworded
from workflow.spans import Span, reached
from workflow.stamps import minute_of

NO_ROW: Row = {}


# --- numbers ----------------------------------------------------------------------------


def reckon(operand: Operand, figures: Figures, row: Row = NO_ROW) -> Decimal | None:
    """The number; None where a figure is missing, or it would be divided by nothing."""
    match operand:
        case Const(value):
            return value
        case Figure():
            return _number(figures.cell(operand.item, operand.column, operand.year))
        case Cell(column):
            return _number(row.get(column))
        case Reckoned(operator, of):
            known = _all_known(reckon(each, figures, row) for each in of)
            return None if known is None else worked_out(operator, known)
        case FirstKnown(of):
            numbers = (reckon(each, figures, row) for each in of)
            return next((each for each in numbers if each is not None), None)
        case Depends(when, then, otherwise):
            answer = holds(when, figures, row)
            return None if answer is None else reckon(then if answer else otherwise, figures, row)
        case Tally() | Count() | Reached() | Reworded():
            return _over_rows(operand, figures)
        case _:
            return told_time(operand, figures, row)


def _number(value: object) -> Decimal | None:
    """What can be reckoned with: no infinity, nothing that is no number."""
    return value.value if isinstance(value, Number) and value.value.is_finite() else None


def _all_known(numbers: Iterable[Decimal | None]) -> list[Decimal] | None:
    known = []
    for number in numbers:
        if number is None:
            return None
        known.append(number)
    return known


def _over_rows(operand: OverRows, figures: Figures) -> Decimal | None:
    match operand:
        case Reworded():
            return _reworded(operand, figures)
        case Count(item, None, year):
            value = figures.value(item, year)
            if isinstance(value, Choices):
                return Decimal(len(value.keys))
    year = Year.THIS if isinstance(operand, Reached) else operand.year
    chosen = _rows(operand.item, operand.where, year, figures)
    if chosen is None:
        return None
    match operand:
        case Count():
            return Decimal(len(chosen))
        case Reached():
            return _reached(operand, chosen, figures)
        case Tally(over, _, of):
            known = _all_known(reckon(of, figures, row) for row in chosen)
            return None if known is None else over_rows(over, known)
        case _:
            assert_never(operand)


def _reached(operand: Reached, rows: Iterable[Row], figures: Figures) -> Decimal | None:
    """Hours of the year; None where a row does not say from when to when, or how far."""
    spans = []
    for row in rows:
        start, end = (minute_of(text_of(row.get(key))) for key in (operand.first, operand.last))
        number = reckon(operand.share, figures, row)
        share = None if number is None else fraction_of(number)
        if start is None or end is None or end < start or share is None:
            return None
        spans.append(Span(start, end, share))
    return decimal_of(reached(spans, figures.year(Year.THIS)))


def _reworded(operand: Reworded, figures: Figures) -> Decimal | None:
    now, before = (
        _rows(operand.item, operand.where, year, figures) for year in (Year.THIS, Year.LAST)
    )
    if now is None or before is None:
        return None
    most = most_reworded(now, before, operand.name, operand.column)
    return None if most is None else decimal_of(most)


def _rows(item: ItemKey, where: Condition | None, year: Year, figures: Figures) -> list[Row] | None:
    rows = figures.rows(item, year)
    return None if rows is None else _where(where, rows, figures)


def _where(where: Condition | None, rows: Iterable[Row], figures: Figures) -> list[Row] | None:
    """The rows for which it holds; None where of one nobody can say."""
    if where is None:
        return list(rows)
    chosen = []
    for row in rows:
        answer = holds(where, figures, row)
        if answer is None:
            return None
        if answer:
            chosen.append(row)
    return chosen


# --- conditions -------------------------------------------------------------------------


def holds(condition: Condition, figures: Figures, row: Row = NO_ROW) -> bool | None:
    """Whether it does; None where nobody can say."""
    match condition:
        case AllOf() | AnyOf() | NotSo() | Surely():
            return _joined(condition, figures, row)
        case Compared(comparison, left, right):
            one, other = reckon(left, figures, row), reckon(right, figures, row)
            return None if one is None or other is None else stand_so(comparison, one, other)
        case AnyRow(item, where):
            rows = figures.rows(item)
            answers = [holds(where, figures, each) for each in rows or ()]
            return None if rows is None else _decided(answers, by=True)
        case Changed():
            return _has_changed(condition, figures)
        case _:
            return leaf_holds(condition, figures, row)


def _joined(condition: Compound, figures: Figures, row: Row) -> bool | None:
    match condition:
        case AllOf(of):
            return _decided((holds(each, figures, row) for each in of), by=False)
        case AnyOf(of):
            return _decided((holds(each, figures, row) for each in of), by=True)
        case NotSo(part):
            known = holds(part, figures, row)
            return None if known is None else not known
        case Surely(part):
            return bool(holds(part, figures, row))
        case _:
            assert_never(condition)


def _decided(answers: Iterable[bool | None], *, by: bool) -> bool | None:
    """Decided as soon as one is so, whatever the others; else unknown as soon as one is."""
    known = set(answers)
    if by in known:
        return by
    return None if None in known else not by


def _has_changed(changed: Changed, figures: Figures) -> bool | None:
    now, before = (figures.value(changed.item, year) for year in (Year.THIS, Year.LAST))
    if now is None or before is None:
        return None
    if not isinstance(now, Rows) or not isinstance(before, Rows):
        return not is_same(now, before)
    chosen = [_rows(changed.item, changed.where, year, figures) for year in (Year.THIS, Year.LAST)]
    if chosen[0] is None or chosen[1] is None:
        return None
    return rows_differ(chosen[0], chosen[1], changed.columns, changed.tolerance)
