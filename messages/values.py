"""What a person typed, or a sheet holds, read as the value its field asks for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import assert_never

from messages.dates import AmbiguousDate, NotADate, Tense, UnderstoodDate, read_date
from messages.numbers import (
    Ambiguous,
    NotUnderstood,
    NumberAnswer,
    Understood,
    read_money,
    read_number,
    read_percent,
)
from messages.phones import Phone, read_phone
from messages.say import Fact, Listed, Say, say
from messages.typed import tidy
from workflow.given import Cell, Choices, Day, Number, Rows, Words
from workflow.pack import (
    CellSpec,
    ChoiceSpec,
    Column,
    DateSpec,
    NumberKind,
    NumberSpec,
    Option,
    PhoneSpec,
    TextCheck,
    TextSpec,
)
from workflow.text import tidied

OneValue = Number | Day | Words | Choices


@dataclass(frozen=True, slots=True)
class Read:
    """One sound reading."""

    value: OneValue


@dataclass(frozen=True, slots=True)
class Unsure:
    """Several sound readings: the person is asked, with `why` as the question."""

    readings: tuple[OneValue, ...]
    why: Say


@dataclass(frozen=True, slots=True)
class Refused:
    """No sound reading; the sentence says what is wrong and what would be right."""

    why: Say


Reading = Read | Unsure | Refused


def read_cell(text: str, spec: CellSpec, today: date) -> Reading:
    """Read one value; whether it is in range is judged by `workflow.answers`."""
    match spec:
        case NumberSpec():
            return _number(text, spec)
        case DateSpec():
            return _date(text, today)
        case PhoneSpec():
            found = read_phone(text, mobile_only=spec.mobile)
            return Read(Words(found.text)) if isinstance(found, Phone) else _trouble(found)
        case ChoiceSpec():
            return _choices(text, spec)
        case TextSpec():
            return _words(text, spec)
        case _:
            assert_never(spec)


def _number(text: str, spec: NumberSpec) -> Reading:
    found = _read_number(text, spec)
    match found:
        case Understood(value):
            return Read(Number(value))
        case Ambiguous(readings, why):
            return Unsure(tuple(Number(each) for each in readings), say(f"unsure-{_id(why)}"))
        case NotUnderstood():
            return _trouble(found, unit=spec)
        case _:
            assert_never(found)


def _read_number(text: str, spec: NumberSpec) -> NumberAnswer:
    match spec.kind:
        case NumberKind.MONEY:
            return read_money(text)
        case NumberKind.PERCENT:
            return read_percent(text)
        case NumberKind.INTEGER | NumberKind.DECIMAL:
            return read_number(text, spec.unit.zh)
        case _:
            assert_never(spec.kind)


def _trouble(found: NotUnderstood, unit: NumberSpec | None = None) -> Refused:
    facts: dict[str, Fact] = {"unit": unit.unit if unit else "none"}
    return Refused(Say(f"trouble-{_id(found.why)}", facts))


def _id(why: str) -> str:
    return why.replace("_", "-")


def _date(text: str, today: date) -> Reading:
    found = read_date(text, today, Tense.ANY)
    match found:
        case UnderstoodDate(day):
            return Read(Day(day))
        case AmbiguousDate(days):
            return Unsure(tuple(Day(day) for day in days), say("unsure-date"))
        case NotADate(why):
            return Refused(say(f"date-{_id(why)}"))
        case _:
            assert_never(found)


def _words(text: str, spec: TextSpec) -> Reading:
    words = tidied(text)
    if not words:
        return Refused(say("trouble-empty"))
    if spec.check is TextCheck.USCC:
        words = credit_code(words)
    return Read(Words(words))


def credit_code(text: str) -> str:
    """A credit code as it is kept: upper case, half-width, without spaces or hyphens."""
    return re.sub(r"[\s-]", "", tidy(text)).upper()


# --- choices ----------------------------------------------------------------------------


def _choices(text: str, spec: ChoiceSpec) -> Reading:
    if not text.strip():
        return Refused(say("trouble-empty"))
    for parting in _PARTINGS:
        keys = _keys(parting.split(text.strip()), spec.options)
        if len(keys) == 1 or (keys and spec.many):
            return Read(Choices(tuple(each.key for each in spec.options if each.key in keys)))
    return Refused(say("choice-not-understood"))


_PARTINGS = (re.compile(r"(?!)"), re.compile(r"[、,，;；/]+"), re.compile(r"[、,，;；/\s]+"))
"""As one name first: names hold spaces, and some a comma."""


def _keys(parts: Sequence[str], options: Sequence[Option]) -> Sequence[str]:
    """Of each part its option; none at all if one part has none."""
    named = [part.strip() for part in parts if part.strip()]
    keys = [option.key for part in named for option in _matching(part, options)]
    return keys if len(keys) == len(named) else ()


def _matching(part: str, options: Sequence[Option]) -> Sequence[Option]:
    """The option called exactly that, else the only one that begins so, in either language."""
    wanted = part.casefold()
    names = [(option.title.zh.casefold(), option.title.en.casefold(), option) for option in options]
    exact = [each for zh, en, each in names if wanted in (zh, en)]
    begun = [each for zh, en, each in names if zh.startswith(wanted) or en.startswith(wanted)]
    return exact or (begun if len(begun) == 1 else ())


# --- tables -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ReadRows:
    """A table read whole."""

    value: Rows


def read_lines(text: str, columns: Sequence[Column], today: date) -> ReadRows | Refused:
    """A table typed as lines, a line a row, the cells parted by tabs, bars, commas or spaces."""
    lines = [line for line in text.splitlines() if line.strip()]
    return read_table([_parted(line) for line in lines], columns, today)


def _parted(line: str) -> tuple[str, ...]:
    for mark in (r"\t", r"[|｜]", r"[,，;；]"):
        if re.search(mark, line):
            return tuple(cell.strip() for cell in re.split(mark, line.strip()))
    return tuple(line.split())


def read_table(
    rows: Sequence[tuple[str, ...]], columns: Sequence[Column], today: date
) -> ReadRows | Refused:
    """Rows of texts as a table: headings, where there are any, say the order of the columns.

    Refused names the row (counted from 1 without headings) and the column that is wrong.
    """
    order, body = _ordered(rows, columns)
    found: list[tuple[Cell, ...]] = []
    for number, row in enumerate(body, start=1):
        if len(row) > len(order) and any(cell.strip() for cell in row[len(order) :]):
            return Refused(say("table-too-many-cells", row=number, wanted=len(columns)))
        cells = _read_row(number, row, order, columns, today)
        if isinstance(cells, Refused):
            return cells
        found.append(cells)
    if not found:
        return Refused(say("table-empty"))
    return ReadRows(Rows(tuple(found)))


def _ordered(
    rows: Sequence[tuple[str, ...]], columns: Sequence[Column]
) -> tuple[Sequence[int], Sequence[tuple[str, ...]]]:
    """Where each cell of a row belongs, and the rows without headings."""
    plain = range(len(columns))
    if not rows:
        return plain, rows
    names = {name: n for n, column in enumerate(columns) for name in _names(column)}
    first = [names.get(_heading(cell)) for cell in rows[0] if cell.strip()]
    known = [index for index in first if index is not None]
    if len(known) >= max(1, len(columns) // 2) and len(known) == len(first):
        return known, rows[1:]
    return plain, rows


def _names(column: Column) -> tuple[str, str]:
    return _heading(column.title.zh), _heading(column.title.en)


def _heading(cell: str) -> str:
    return re.sub(r"[\s*]|[(（].*[)）]", "", cell).casefold()


def _read_row(
    number: int,
    row: tuple[str, ...],
    order: Sequence[int],
    columns: Sequence[Column],
    today: date,
) -> tuple[Cell, ...] | Refused:
    texts = dict(zip(order, row, strict=False))
    cells: list[Cell] = []
    for index, column in enumerate(columns):
        text = texts.get(index, "").strip()
        if not text:
            if column.required:
                return Refused(say("table-cell-missing", row=number, column=column.title))
            cells.append(None)
            continue
        reading = read_cell(text, column.spec, today)
        if not isinstance(reading, Read):
            return Refused(_cell_fault(number, column, reading))
        cells.append(reading.value)
    return tuple(cells)


OPTIONS_NAMED = 8


def _cell_fault(number: int, column: Column, reading: Unsure | Refused) -> Say:
    why = cell_trouble(reading, column.spec)
    return say("table-cell-fault", row=number, column=column.title, why=why)


def cell_trouble(reading: Unsure | Refused, spec: CellSpec) -> Say:
    """What is wrong with a cell: a cell has no buttons, so the options are said in words."""
    if not isinstance(spec, ChoiceSpec):
        return reading.why
    titles = tuple(option.title for option in spec.options)
    return say("cell-options", options=Listed(titles[:OPTIONS_NAMED]))


_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
"""A number as our own buttons carry it: no NaN, no exponent that would fill the screen."""


def reading_of(plain: str, spec: CellSpec) -> OneValue | None:
    """The value a button carries back: an exact number or an ISO day; None if it is neither."""
    try:
        match spec:
            case NumberSpec() if _PLAIN.fullmatch(plain):
                return Number(Decimal(plain))
            case DateSpec():
                return Day(date.fromisoformat(plain))
            case _:
                return None
    except (ArithmeticError, ValueError):
        return None
