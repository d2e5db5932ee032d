"""What is to be typed into the lines of a form: of an item's value each cell as the platform wants it."""

from dataclasses import dataclass
from typing import assert_never

from workflow.checklist import Task
from workflow.forms import FormBook, FormLine, as_typed, titles_of
from workflow.given import (
    AnswerGiven,
    Cell,
    Choices,
    Confirmed,
    Entry,
    FilesGiven,
    Located,
    NotApplicable,
    Number,
    Rows,
    Value,
    WaitingUntil,
)
from workflow.pack import CellSpec, FormSpec, Item, NumberKind, NumberSpec, TableSpec
from workflow.text import Text


@dataclass(frozen=True, slots=True)
class Copyable:
    """One thing to copy: of a table or form the column it belongs in."""

    text: str
    column: Text | None = None
    unit: Text | None = None
    said: tuple[Text, ...] = ()
    """How people read it, where that is not what is typed: options have names in each language."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be typed into one line."""

    cells: tuple[Copyable, ...]
    value: str
    files: tuple[str, ...] = ()
    entry: Entry | None = None
    is_red: bool = False
    is_row: bool = False


NOTHING = Content((), "")


def _entry(task: Task) -> Entry | None:
    """What stands as the value, an estimate too: the newest, of a form the newest lines."""
    newest = task.newest
    if newest is None or task.given_back:
        return None
    if isinstance(newest.given, NotApplicable):
        return newest
    if isinstance(task.item.spec, FormSpec):
        answers = [each for each in task.state.live if isinstance(each.given, AnswerGiven)]
        return answers[-1] if answers else None
    return None if isinstance(newest.given, WaitingUntil) else newest


def contents(line: FormLine, task: Task, book: FormBook) -> tuple[Content, ...]:
    """Of a table a row each, of anything else one; none at all where there is no value."""
    entry = _entry(task)
    if entry is None:
        return ()
    match entry.given:
        case NotApplicable():
            word = _word(book.not_applicable)
            return (Content((word,), word.text, entry=entry),)
        case AnswerGiven(value):
            rows = _cells(value, line, task.item, book)
            return tuple(_content(cells, task, entry, book) for cells in rows)
        case FilesGiven(files):
            names = tuple(file.name for file in files)
            return (Content((), " | ".join(names), names, entry),)
        case Located(place):
            return (Content((), place, (place,), entry),)
        case Confirmed(name):
            return (Content((), name, entry=entry),)
        case WaitingUntil():
            return ()
        case _:
            assert_never(entry.given)


def _content(cells: tuple[Copyable, ...], task: Task, entry: Entry, book: FormBook) -> Content:
    given = entry.given
    value = given.value if isinstance(given, AnswerGiven) else None
    return Content(
        cells,
        " | ".join(cell.text for cell in cells),
        _papers(task),
        entry,
        is_red=_is_red(value, task.item, book),
        is_row=isinstance(value, Rows) and bool(value.rows),
    )


def _papers(task: Task) -> tuple[str, ...]:
    """Those that go with the lines of a form."""
    live = [each.given for each in task.state.live if isinstance(each.given, FilesGiven)]
    return tuple(file.name for file in live[-1].files) if live else ()


def _cells(
    value: Value, line: FormLine, item: Item, book: FormBook
) -> tuple[tuple[Copyable, ...], ...]:
    spec = item.spec
    if isinstance(value, Rows):
        columns = spec.columns if isinstance(spec, TableSpec | FormSpec) else ()
        rows = tuple(
            tuple(
                _copyable(cell, column.spec, FormLine(line.item), column.title)
                for cell, column in zip(row, columns, strict=False)
            )
            for row in value.rows
        )
        return rows or ((_word(book.none),),)
    one = None if isinstance(spec, TableSpec | FormSpec) else spec
    return ((_copyable(value, one, line, None),),)


def _copyable(cell: Cell, spec: CellSpec | None, line: FormLine, column: Text | None) -> Copyable:
    unit = line.unit or (spec.unit if isinstance(spec, NumberSpec) else None)
    said = titles_of(cell.keys, spec) if isinstance(cell, Choices) else ()
    return Copyable(as_typed(cell, spec, line.times), column, unit, said)


def _word(word: Text) -> Copyable:
    return Copyable(word.zh, said=(word,))


def _is_red(value: Value | None, item: Item, book: FormBook) -> bool:
    spec = item.spec
    is_money = isinstance(spec, NumberSpec) and spec.kind is NumberKind.MONEY
    if book.red_from is None or not is_money or not isinstance(value, Number):
        return False
    return value.value >= book.red_from
