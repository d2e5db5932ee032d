"""What was handed in, in one canonical form: the same content is the same text, and has the same hash."""

import json
from decimal import Decimal
from hashlib import sha256
from typing import assert_never

from workflow.given import (
    AnswerGiven,
    Cell,
    Choices,
    Confirmed,
    Day,
    FileRef,
    FilesGiven,
    Given,
    Located,
    NotApplicable,
    Number,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.pack import AnswerSpec, Column, FormSpec, NumberSpec, TableSpec

Plain = str | bool | int | list["Plain"] | None
"""What JSON can say without a choice."""


def digested(says: Plain) -> str:
    """SHA-256 of it, in hex."""
    return sha256(json.dumps(says, separators=(",", ":")).encode()).hexdigest()


def canonical(given: Given, spec: AnswerSpec | None) -> Plain:
    """What was handed in, for the item of that spec: who did, and when, left out."""
    match given:
        case FilesGiven(files):
            return ["files", hashes(files)]
        case AnswerGiven(value, estimate, origin):
            told = _rows(value, spec) if isinstance(value, Rows) else _cell(value, spec)
            where: Plain = None
            if origin is not None:
                as_of = origin.as_of.isoformat() if origin.as_of else None
                where = [origin.source, origin.meaning, as_of]
            return ["answer", told, estimate, where]
        case Confirmed():
            return ["confirmed"]
        case WaitingUntil(day, reason):
            return ["waiting", day.isoformat(), reason]
        case NotApplicable(reason):
            return ["not_applicable", reason]
        case Located(place):
            return ["located", place]
        case _:
            assert_never(given)


def _rows(table: Rows, spec: AnswerSpec | None) -> Plain:
    columns = spec.columns if isinstance(spec, TableSpec | FormSpec) else ()
    return ["rows", *(_row(row, columns) for row in table.rows)]


def _row(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> Plain:
    specs = [column.spec for column in columns]
    missing = [None] * (len(row) - len(specs))
    return [_cell(cell, spec) for cell, spec in zip(row, [*specs, *missing], strict=False)]


def _cell(cell: Cell, spec: AnswerSpec | None) -> Plain:
    match cell:
        case None:
            return None
        case Number(number):
            return ["number", plain_number(number), *_unit(spec)]
        case Day(day):
            return ["day", day.isoformat()]
        case Words(text):
            return ["words", text]
        case Choices(keys):
            return ["choices", *keys]
        case _:
            assert_never(cell)


def _unit(spec: AnswerSpec | None) -> list[Plain]:
    return [spec.kind.value, spec.unit.zh] if isinstance(spec, NumberSpec) else []


def plain_number(number: Decimal) -> str:
    """Exact, and the same for 12.5 and 12.50."""
    if not number.is_finite():
        return str(number)
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def hashes(files: tuple[FileRef, ...]) -> Plain:
    """By content: in whatever order they came, whatever they are called."""
    return [*sorted(each.sha256 for each in files)]
