"""Whether a value fits the field it is given for: type, bounds, whole numbers, options, sums."""

from datetime import date
from decimal import Decimal
from typing import assert_never

from workflow.credit_code import check_credit_code
from workflow.errors import (
    BadTable,
    Blank,
    CellMissing,
    NoSuchOption,
    NotAMinute,
    NotWhole,
    OutOfOrder,
    OutOfRange,
    TooLong,
    WrongKind,
)
from workflow.given import Cell, Choices, Day, Number, Rows, Value, Words
from workflow.pack import (
    AnswerSpec,
    CellSpec,
    ChoiceSpec,
    Column,
    DateSpec,
    FormSpec,
    NumberKind,
    NumberSpec,
    PhoneSpec,
    TableSpec,
    TextCheck,
    TextSpec,
)
from workflow.stamps import minute_of

SUM_TOLERANCE = Decimal("0.01")
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Any day of a company or of its papers lies in between."""
LARGEST = Decimal(10_000_000_000)
"""No number of a report is larger, in whatever unit; where a field has bounds, those hold."""
LARGE_COUNT = Decimal(10_000_000)
"""Calls and minutes do get there, people and seats hardly: worth a second look."""


def check(value: Value, spec: AnswerSpec) -> None:
    """Raise a WorkflowError that says what is wrong, or return: the value fits.

    WrongKind, OutOfRange, NotWhole, Blank, TooLong, NoSuchOption, BadCreditCode, CellMissing,
    BadTable, NotAMinute, OutOfOrder.
    """
    match spec:
        case TableSpec() | FormSpec():
            _check_rows(value, spec)
        case _:
            if isinstance(value, Rows):
                raise WrongKind
            _check_cell(value, spec)


def _check_cell(value: Number | Day | Words | Choices, spec: CellSpec) -> None:
    match spec, value:
        case NumberSpec(), Number(number):
            _check_number(number, spec)
        case DateSpec(), Day(day):
            check_day(day)
        case TextSpec(), Words(text):
            _check_text(text, spec)
        case PhoneSpec(), Words(text):
            _check_written(text)
        case ChoiceSpec(), Choices(keys):
            _check_choices(keys, spec)
        case ((NumberSpec() | DateSpec() | TextSpec() | PhoneSpec() | ChoiceSpec()), _):
            raise WrongKind
        case _:
            assert_never(spec)


def _check_number(number: Decimal, spec: NumberSpec) -> None:
    too_low = spec.low is not None and number < spec.low
    too_high = spec.high is not None and number > spec.high
    if too_low or too_high:
        raise OutOfRange(bounds=_bounds(spec), low=_bound(spec.low), high=_bound(spec.high))
    if spec.high is None and number > LARGEST:
        raise OutOfRange(bounds="most", low="", high=_bound(LARGEST))
    if spec.low is None and number < -LARGEST:
        raise OutOfRange(bounds="least", low=_bound(-LARGEST), high="")
    exponent = number.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > spec.decimals:
        raise NotWhole(decimals=spec.decimals)


def _bounds(spec: NumberSpec) -> str:
    if spec.low is None:
        return "most"
    return "least" if spec.high is None else "between"


def _bound(bound: Decimal | None) -> str:
    return "" if bound is None else f"{bound:f}"


def check_day(day: date) -> None:
    """OutOfRange for a day that no company has anything to do with: year 1, year 9999."""
    if not FIRST_DAY <= day <= LAST_DAY:
        low, high = FIRST_DAY.isoformat(), LAST_DAY.isoformat()
        raise OutOfRange(bounds="between", low=low, high=high)


def is_large(value: Value, spec: AnswerSpec | None) -> bool:
    """Whether a count is so large that a slip of the digits is likelier."""
    is_count = isinstance(spec, NumberSpec) and spec.kind is NumberKind.INTEGER
    return is_count and isinstance(value, Number) and value.value >= LARGE_COUNT


def _check_written(text: str) -> None:
    if not text.strip():
        raise Blank


def _check_text(text: str, spec: TextSpec) -> None:
    _check_written(text)
    if len(text) > spec.longest:
        raise TooLong(longest=spec.longest)
    if spec.check is TextCheck.USCC:
        check_credit_code(text)
    if spec.check is TextCheck.MINUTE and minute_of(text) is None:
        raise NotAMinute


def _check_choices(keys: tuple[str, ...], spec: ChoiceSpec) -> None:
    known = {option.key for option in spec.options}
    if not keys or (len(keys) > 1 and not spec.many) or not known.issuperset(keys):
        raise NoSuchOption


def _check_rows(value: Value, spec: TableSpec | FormSpec) -> None:
    if not isinstance(value, Rows):
        raise WrongKind
    if isinstance(spec, FormSpec) and len(value.rows) != 1:
        raise WrongKind
    for number, row in enumerate(value.rows, start=1):
        _check_row(number, row, spec.columns)
    for index, column in enumerate(spec.columns):
        _check_sum([row[index] for row in value.rows], column)


def _check_row(number: int, row: tuple[Cell, ...], columns: tuple[Column, ...]) -> None:
    if len(row) != len(columns):
        raise WrongKind
    for cell, column in zip(row, columns, strict=True):
        if cell is None and column.required:
            raise CellMissing(row=number, column=column.title)
        if cell is not None:
            _check_cell(cell, column.spec)
    _check_order(number, row, columns)


def _check_order(number: int, row: tuple[Cell, ...], columns: tuple[Column, ...]) -> None:
    """Days and minutes as they are kept stand in the order of their texts."""
    cells = {column.key: cell for cell, column in zip(row, columns, strict=True)}
    titles = {column.key: column.title for column in columns}
    for column in columns:
        first, then = _when(cells.get(column.not_before)), _when(cells[column.key])
        if first and then and then < first:
            raise OutOfOrder(row=number, column=column.title, first=titles[column.not_before])


def _when(cell: Cell | None) -> str:
    match cell:
        case Day(day):
            return day.isoformat()
        case Words(text):
            return text
        case _:
            return ""


def _check_sum(cells: list[Cell], column: Column) -> None:
    if column.sum_to is None or not cells:
        return
    total = sum((cell.value for cell in cells if isinstance(cell, Number)), Decimal(0))
    if abs(total - column.sum_to) > SUM_TOLERANCE:
        raise BadTable(column=column.title, total=f"{total:f}", wanted=f"{column.sum_to:f}")
