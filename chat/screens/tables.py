"""Tables as sheets: the template that goes out, and the one that comes back with what is wrong in it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from chat.card import Card
from chat.documents import SheetColumn, SheetToFill
from chat.screens.item import item_card
from chat.session import Case, Session
from chat.talk import Sheet
from messages.say import Fact, say
from messages.tables import TOP, FaultyRows
from messages.telling import tell_cell
from workflow.checklist import Task
from workflow.given import AnswerGiven, Cell, Rows
from workflow.pack import (
    ChoiceSpec,
    Column,
    DateSpec,
    FormSpec,
    NumberKind,
    NumberSpec,
    TableSpec,
    TextCheck,
    TextSpec,
)

FAULTS_SHOWN = 7
"""On one screen; the rest stand in the sheet that is handed back."""
LONGEST_FAULTS = 500
"""Of all that is wrong with one row, as it is written beside it."""


def table_sheet(s: Session, case: Case, task: Task, spec: TableSpec | FormSpec) -> SheetToFill:
    """The sheet to fill for a table: what is known already, else a row that shows how."""
    given = task.newest.given if task.newest else None
    known = given.value if isinstance(given, AnswerGiven) else None
    rows = tuple(_cells(s, spec, row) for row in known.rows) if isinstance(known, Rows) else ()
    example = _example(s, spec, case.season.year) if not rows else ()
    company, year, title = case.company.name, str(case.season.year), task.item.title
    return SheetToFill(
        name=s.wording.plain(say("table-name", company=company, year=year, title=title)),
        title=s.wording.plain(say("table-title", company=company, year=year, title=title)),
        columns=tuple(_column(s, column) for column in spec.columns),
        rows=rows or ((example,) if any(example) else ()),
        own_rows=frozenset() if rows else frozenset({0}),  # an example is never read back
    )


def _cells(s: Session, spec: TableSpec | FormSpec, row: Sequence[Cell]) -> tuple[str, ...]:
    """A row as it would be typed: numbers bare, options by their titles."""
    specs = (
        column.spec if isinstance(column.spec, ChoiceSpec) else None for column in spec.columns
    )
    pairs = zip(row, specs, strict=True)
    return tuple("" if c is None else s.wording.plain(tell_cell(c, of)) for c, of in pairs)


def _column(s: Session, column: Column) -> SheetColumn:
    spec = column.spec
    options = (
        tuple(s.wording.plain(option.title) for option in spec.options)
        if isinstance(spec, ChoiceSpec) and not spec.many
        else ()
    )
    hint = s.wording.plain(say("column-required" if column.required else "column-optional"))
    return SheetColumn(s.wording.plain(column.title), hint, options)


# --- an example -----------------------------------------------------------------------------


def _example(s: Session, spec: TableSpec | FormSpec, year: int) -> tuple[str, ...]:
    """How a row is filled in, made from what the columns take; nothing of it is a fact."""
    if isinstance(spec, FormSpec):
        return ()
    texts = [_shown(s, column, year, n) for n, column in enumerate(spec.columns, start=1)]
    words = [say("table-example", value=each) if each else "" for each in texts]
    return tuple(s.wording.plain(each) if each else "" for each in words)


def _shown(s: Session, column: Column, year: int, number: int) -> str:
    """A later column a later day or hour: an end comes after its beginning."""
    match column.spec:
        case NumberSpec(kind, _, low, high):
            most = 1 if high is None else min(high, 1)
            shown = f"{max(most, low or most):f}" if low else f"{most}"
            return f"{shown}%" if kind is NumberKind.PERCENT else shown
        case DateSpec():
            return f"{year}-03-{number:02}"
        case TextSpec(check=TextCheck.MINUTE):
            return f"{year}-03-01 {8 + number:02}:30"
        case ChoiceSpec(options):
            return s.wording.plain(options[0].title)
        case _:
            return ""


# --- what is wrong --------------------------------------------------------------------------


def faulty_card(
    s: Session,
    case: Case,
    task: Task,
    faulty: FaultyRows,
    *,
    filling: bool,
    is_sheet: bool = False,
) -> Card:
    """Nothing was kept: the first faults, each by its cell, and how many more there are."""
    count = len(faulty.faults)
    if count == 1:
        lead = say("not-kept", why=faulty.faults[0].why)
        return item_card(s, case, task, lead=lead, filling=filling, is_refusal=True)
    lead = say("table-faults", title=task.item.title, count=count)
    card = item_card(s, case, task, lead=lead, filling=filling, is_refusal=True)
    lines: list[Fact] = [
        say("table-fault", why=each.why) for each in islice(faulty.faults, FAULTS_SHOWN)
    ]
    if count > FAULTS_SHOWN:
        more = count - FAULTS_SHOWN
        lines.append(
            say("table-faults-more", count=more)
            if is_sheet
            else say("table-faults-more-typed", count=more)
        )
    # What was wrong needs the room of all that the item's card says.
    return Card((*card.lines[:2], *lines), card.rows)


def faulty_sheet(
    s: Session, task: Task, spec: TableSpec | FormSpec, sheet: Sheet, faulty: FaultyRows
) -> SheetToFill:
    """The rows as they were sent, each with what is wrong: put right, it can be sent again."""
    title = s.wording.plain(task.item.title)
    wrong = SheetColumn(s.wording.plain(say("table-fault-column")))
    headings = _headings(s, spec, sheet, faulty.top)
    rows = tuple(
        (*(cells + ("",) * len(headings))[: len(headings)], _wrong_in(s, number, faulty))
        for number, cells in enumerate(sheet.rows)
        if number > faulty.top
    )
    name = s.wording.plain(say("table-fault-name", title=title))
    return SheetToFill(name, title, (*headings, wrong), rows)


def _headings(
    s: Session, spec: TableSpec | FormSpec, sheet: Sheet, top: int
) -> tuple[SheetColumn, ...]:
    """Those that were sent, else ours; with the options of those that are ours."""
    ours = tuple(_column(s, column) for column in spec.columns)
    if top < 0:
        width = max(map(len, sheet.rows))
        return (*ours, *(SheetColumn("") for _ in range(len(ours), width)))
    options = {each.heading: each.options for each in ours}
    return tuple(SheetColumn(each, "", options.get(each, ())) for each in sheet.rows[top])


def _wrong_in(s: Session, row: int, faulty: FaultyRows) -> str:
    found = (s.wording.plain(each.what) for each in faulty.faults if each.row == row)
    return "\n".join(found)[:LONGEST_FAULTS]


def without_faults(s: Session, sheet: Sheet) -> Sheet:
    """The sheet with what we wrote beside its rows emptied: it came back with them."""
    known = s.words("table-fault-column")
    column = next(
        (n for row in sheet.rows[:TOP] for n, text in enumerate(row) if text.casefold() in known),
        None,
    )
    if column is None:
        return sheet
    rows = tuple(
        tuple("" if n == column else text for n, text in enumerate(row)) for row in sheet.rows
    )
    return replace(sheet, rows=rows)
