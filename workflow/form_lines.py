"""A season's values line by line as the platform's forms want them, and how each line stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from workflow.checklist import Task, checklist
from workflow.figures import Figures
from workflow.form_contents import NOTHING, Content, Copyable, contents
from workflow.forms import Form, FormBook, FormLine
from workflow.given import (
    AnswerGiven,
)
from workflow.ids import ItemKey
from workflow.model import Company, Season
from workflow.pack import Item, Pack, TableSpec
from workflow.reckoning import holds
from workflow.text import Text
from workflow.transcript import LineKey, Said, Saved, Typed

MARK = 8
"""Signs by which a button knows the value it stood beside."""


class LineState(StrEnum):
    """How a line of a form stands."""

    MISSING = "missing"
    """There is no value yet that could be typed."""
    OPEN = "open"
    CHANGED = "changed"
    """Typed, and changed since."""
    REFUSED = "refused"
    """系统报错, and not typed since."""
    OTHERWISE = "otherwise"
    """Read back, and the platform holds something else."""
    GONE = "gone"
    """A row that was typed and is there no more."""
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form, or one row of a table in it."""

    key: LineKey
    item: Item
    row: int
    """Of a table, counted from 1; else 0."""
    cells: tuple[Copyable, ...]
    value: str
    """All cells in one, as what was typed is held against them; empty where there is none."""
    state: LineState
    title: Text
    """The item's, of the pledge its form's."""
    is_estimate: bool = False
    given: datetime | None = None
    """When the value was handed in."""
    files: tuple[str, ...] = ()
    """Papers to be uploaded with it."""
    typed: Typed | None = None
    refused: Said | None = None
    otherwise: Said | None = None
    is_red: bool = False
    """So much money that the platform shows it in red, and takes it."""

    @property
    def mark(self) -> str:
        """By what a button knows the value."""
        return mark_of(self.value)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form of a season."""

    form: Form
    lines: tuple[Line, ...]
    is_left_out: bool
    saved: Saved | None
    """As it was saved last, maybe with other values."""

    @property
    def done(self) -> int:
        """Lines that stand in the platform as they stand here."""
        return sum(line.state is LineState.TYPED for line in self.lines)

    @property
    def is_typed(self) -> bool:
        """Whether each of its lines does."""
        return self.done == len(self.lines)

    @property
    def mark(self) -> str:
        """Of all its values together."""
        return mark_of("\n".join(f"{line.key} {line.value}" for line in self.lines))

    @property
    def is_saved(self) -> bool:
        """Whether it was saved with the values that stand here."""
        return self.saved is not None and self.saved.mark == self.mark


def mark_of(text: str) -> str:
    """Another text has another mark."""
    return sha256(text.encode()).hexdigest()[:MARK]


def sheets(company: Company, season: Season, pack: Pack, book: FormBook) -> tuple[Sheet, ...]:
    """All forms in the platform's order; a form of which the licence has no line is not there."""
    tasks = {task.item.key: task for task in checklist(company, season, pack)}
    figures = Figures(company, season, pack)
    found = [_sheet(form, season, book, tasks, figures) for form in book.forms]
    return tuple(each for each in found if each.lines or each.is_left_out)


def _sheet(
    form: Form,
    season: Season,
    book: FormBook,
    tasks: Mapping[ItemKey, Task],
    figures: Figures,
) -> Sheet:
    is_out = form.left_out_when is not None and holds(form.left_out_when, figures) is True
    lines: list[Line] = []
    for line in form.lines if not is_out else ():
        task = tasks.get(line.item)
        if task is not None:
            lines += _lines(form, line, task, season, book)
    return Sheet(form, tuple(lines), is_out, season.transcript.saved.get(form.key))


def line_of(found: tuple[Sheet, ...], key: str) -> tuple[Sheet, Line] | None:
    """The line of that key, with its form."""
    for sheet in found:
        for line in sheet.lines:
            if line.key == key:
                return sheet, line
    return None


# --- the lines of an item -----------------------------------------------------------------


def _lines(
    form: Form, line: FormLine, task: Task, season: Season, book: FormBook
) -> Iterator[Line]:
    if form.is_pledge:
        text = season.transcript.pledge
        pledge = Content((Copyable(text),) if text else (), text)
        yield replace(_line(task.item, 0, pledge, season), title=form.title)
        return
    found = contents(line, task, book)
    is_table = isinstance(task.item.spec, TableSpec) and any(one.is_row for one in found)
    for number, content in enumerate(found or (NOTHING,), start=1):
        yield _line(task.item, number if is_table else 0, content, season)
    yield from _gone(task.item, len(found) if is_table else 0, season)


def _gone(item: Item, rows: int, season: Season) -> Iterator[Line]:
    """Rows that were typed, and are there no more: they are to be deleted in the platform."""
    for key, typed in season.transcript.typed.items():
        name, _, number = key.partition(".")
        if name == item.key and number and int(number) > rows:
            yield Line(key, item, int(number), (), "", LineState.GONE, item.title, typed=typed)


def _line(item: Item, row: int, content: Content, season: Season) -> Line:
    key = LineKey(f"{item.key}.{row}" if row else item.key)
    told, entry = season.transcript, content.entry
    typed, otherwise = told.typed.get(key), told.otherwise.get(key)
    refused = _of_this(told.refused.get(key), content.value)
    given = entry.given if entry else None
    return Line(
        key=key,
        item=item,
        row=row,
        cells=tuple(cell for cell in content.cells if cell.text),
        value=content.value,
        state=_state(content.value, typed, refused, otherwise),
        title=item.title,
        is_estimate=isinstance(given, AnswerGiven) and given.estimate,
        given=entry.at if entry else None,
        files=content.files,
        typed=typed,
        refused=refused,
        otherwise=otherwise,
        is_red=content.is_red,
    )


def _of_this(said: Said | None, value: str) -> Said | None:
    """What was said of this very value; once it is corrected, that is settled."""
    return None if said and said.mark not in ("", mark_of(value)) else said


def _state(
    value: str, typed: Typed | None, refused: Said | None, otherwise: Said | None
) -> LineState:
    if not value:
        return LineState.MISSING
    if refused:
        return LineState.REFUSED
    if otherwise:
        return LineState.OTHERWISE
    if typed is None:
        return LineState.OPEN
    return LineState.TYPED if typed.value == value else LineState.CHANGED
