"""Cells of a template that take numbers or days: their kind, what they hold, and what they accept."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chat.documents import DayCell, NumberCell, SheetToFill

_ANY, _DAY = "General", "yyyy-mm-dd"
_EPOCH = date(1899, 12, 30)
_FIRST_DAY, _LAST_DAY = date(1900, 3, 1), date(2199, 12, 31)
"""Before March 1900 spreadsheets count a day that never was."""
_LONGEST_TOLD = 250
"""Of what a spreadsheet says of a cell it takes 255 characters."""


def check_cells(page: Worksheet, sheet: SheetToFill, first_row: int) -> None:
    """Make the cells that have a check what they are; `first_row` is where the rows begin.

    The same check is written once for all its cells. Somebody who insists may type another thing:
    it is judged when the sheet comes back.
    """
    made: dict[NumberCell | DayCell, DataValidation] = {}
    for (row, column), check in sheet.checks.items():
        cell = page.cell(first_row + row, column + 1)
        cell.number_format = _DAY if isinstance(check, DayCell) else _ANY
        text = sheet.rows[row][column]
        cell.value = _held(text, check) if text else None
        if isinstance(cell.value, str):
            cell.data_type = "s"  # never a formula
        if check not in made:
            made[check] = _accepting(check)
            page.add_data_validation(made[check])
        made[check].add(cell.coordinate)


def _held(text: str, check: NumberCell | DayCell) -> float | int | datetime | str:
    """The text as what the cell takes; as it is where it is no such thing."""
    try:
        if isinstance(check, DayCell):
            return datetime.fromisoformat(text)  # naive: a cell has no zone
        number = Decimal(text)
    except (ValueError, InvalidOperation):
        return text
    if not number.is_finite():
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def _accepting(check: NumberCell | DayCell) -> DataValidation:
    told = check.told[:_LONGEST_TOLD]
    low, high = _bounds(check)
    return DataValidation(
        type=_kind(check),
        operator="between" if high else "greaterThanOrEqual",
        formula1=low,
        formula2=high,
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorStyle="warning",
        error=told,
        prompt=told,
    )


def _kind(check: NumberCell | DayCell) -> Literal["date", "decimal", "whole"]:
    if isinstance(check, DayCell):
        return "date"
    return "decimal" if check.decimals else "whole"


def _bounds(check: NumberCell | DayCell) -> tuple[str, str | None]:
    if isinstance(check, DayCell):
        return _serial(_FIRST_DAY), _serial(_LAST_DAY)
    low = Decimal(-10) ** 11 if check.low is None else check.low
    return f"{low:f}", None if check.high is None else f"{check.high:f}"


def _serial(day: date) -> str:
    return str((day - _EPOCH).days)
