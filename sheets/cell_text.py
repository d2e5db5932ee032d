"""One cell of a workbook as the text that a person sees in it, as far as it matters to us."""

import re
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils.datetime import WINDOWS_EPOCH, from_excel

# Number formats that Chinese Excel and WPS mean by id alone (ECMA-376, 18.8.30, zh-cn): all are
# dates or times, and openpyxl knows none of them.
_CHINESE_DATES = frozenset({*range(27, 37), *range(50, 59)})
_LITERALS = re.compile(r'"[^"]*"|\\.|!.|\[[^]]*\]')
_ZEROS = re.compile(r"0{2,}")
_UNIT = re.compile(r'"?(?P<unit>[万亿])元?"?$')
_POWERS = {"万": 4, "亿": 8}
_CARRIAGE_RETURN = "_x000D_"


def cell_text(cell: object) -> str:
    """The value as text: plain decimals, ISO dates, "48%", "TRUE", "#REF!"; "" where empty."""
    if not isinstance(cell, ReadOnlyCell):  # openpyxl fills holes with a class of its own
        return ""
    return _value_text(_dated(cell), cell)


def _value_text(value: object, cell: ReadOnlyCell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number_text(value, cell.number_format)
        case datetime() | date() | time():
            return _moment_text(value)
        case _:
            return str(value).replace(_CARRIAGE_RETURN, "").strip()


def _dated(cell: ReadOnlyCell) -> object:
    value: object = cell.value
    if isinstance(value, int | float) and cell.style_array.numFmtId in _CHINESE_DATES:
        book = cell.parent.parent
        with suppress(OverflowError, ValueError):  # beyond all calendars: the bare number is shown
            value = from_excel(value, book.epoch if book else WINDOWS_EPOCH)
    return value


def _moment_text(value: date | time) -> str:
    match value:
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="seconds")


def _number_text(value: float, number_format: str) -> str:
    shown = number_format.split(";", maxsplit=1)[0]
    number = _as_shown(value)
    if "%" in _LITERALS.sub("", shown):
        return f"{_plain(number.scaleb(2))}%"
    if unit := _UNIT.search(shown):
        return _with_unit(number, shown, unit["unit"])
    if _ZEROS.fullmatch(shown):
        return _plain(number).zfill(len(shown))
    return _plain(number)


def _as_shown(value: float) -> Decimal:
    # Spreadsheets show 15 digits at most: 0.1 + 0.2 is 0.3 to everybody who looks at it.
    return Decimal(value) if isinstance(value, int) else Decimal(format(value, ".15g"))


def _with_unit(number: Decimal, shown: str, unit: str) -> str:
    # `0!.0,"万"` shows 18600000 as 1860.0万; `0"万"` shows 1860 as 1860万.
    scaled = "!." in shown or "\\." in shown
    return _plain(number.scaleb(-_POWERS[unit]) if scaled else number) + unit


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
