"""What was handed in, said back: values as facts of a sentence, with their units."""

from typing import assert_never

from messages.say import Fact, Listed, Money, Percent, say
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
    Value,
    WaitingUntil,
    Words,
)
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    FormSpec,
    Item,
    ItemKind,
    NumberKind,
    NumberSpec,
    TableSpec,
)
from workflow.record import ERASED_NAME


def tell_value(value: Value, spec: AnswerSpec | None) -> Fact:
    """A value as people say it: 「280 席」, 「1,860.00 万元」, 「3 行:张三、自然人、60 % ……」."""
    return _tell_rows(value, spec) if isinstance(value, Rows) else tell_cell(value, spec)


def _tell_rows(value: Rows, spec: AnswerSpec | None) -> Fact:
    """How many, and the first as it was understood: a slip of the columns shows."""
    if not value.rows:
        return say("value-none")
    columns = spec.columns if isinstance(spec, TableSpec | FormSpec) else ()
    pairs = zip(value.rows[0], columns, strict=False)
    first = Listed(tuple(tell_cell(cell, column.spec) for cell, column in pairs if cell))
    return say("value-rows", count=len(value.rows), first=first)


def tell_cell(cell: Cell, spec: AnswerSpec | None) -> Fact:
    """One cell; an empty one is a dash."""
    match cell:
        case None:
            return say("value-empty")
        case Number(number):
            return _tell_number(cell, spec) if isinstance(spec, NumberSpec) else number
        case Day(day):
            return day
        case Words(text):
            return text
        case Choices(keys):
            return _tell_choices(keys, spec)
        case _:
            assert_never(cell)


def _tell_number(number: Number, spec: NumberSpec) -> Fact:
    match spec.kind:
        case NumberKind.MONEY:
            return Money(number.value)
        case NumberKind.PERCENT:
            return Percent(number.value)
        case NumberKind.INTEGER if number.value == 1:
            return say("value-with-unit", number=1, unit=spec.unit)  # an int: chooses the singular
        case NumberKind.INTEGER | NumberKind.DECIMAL:
            return say("value-with-unit", number=number.value, unit=spec.unit)
        case _:
            assert_never(spec.kind)


def _tell_choices(keys: tuple[str, ...], spec: AnswerSpec | None) -> Fact:
    if not isinstance(spec, ChoiceSpec):
        return ", ".join(keys)
    titles = {option.key: option.title for option in spec.options}
    return Listed(tuple(titles.get(key, key) for key in keys))


def tell_given(given: Given, item: Item) -> Fact:
    """One version of an item in a few words."""
    match given:
        case FilesGiven(files):
            return say("given-files", name=_file_name(files), count=len(files))
        case AnswerGiven(value, estimate):
            told = tell_value(value, item.spec)
            return say("given-estimate", value=told) if estimate else told
        case Confirmed(name):
            is_signed = item.kind is ItemKind.SIGN
            return say("given-signed" if is_signed else "given-confirmed", name=name)
        case WaitingUntil(day, reason):
            return say("given-waiting", day=day, reason=reason)
        case NotApplicable(reason):
            return say("given-not-applicable", reason=reason)
        case Located(place):
            return say("given-located", place=place)
        case _:
            assert_never(given)


def _file_name(files: tuple[FileRef, ...]) -> Fact:
    """Of the first; of one that was erased only that there was one."""
    if not files:
        return ""
    return say("evidence-gone") if files[0].name == ERASED_NAME else files[0].name
