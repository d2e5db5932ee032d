"""The draft report (初版年报) in words: its forms with their figures, the tables, the papers."""

from collections.abc import Iterator

from messages.say import Fact, say
from reports.paper import Facts, Heading, PaperColumn, Paragraph, Part, Table
from reports.paper_cells import Cells, Columns
from workflow.given import FilesGiven, Located, Rows
from workflow.pack import Column, FormSpec, Item, NumberSpec, TableSpec
from workflow.papers import Filled, Line
from workflow.papers import Part as PartOf

MOST_ROWS = 300
"""Rows of one answer that are printed; of a longer log the rest is counted."""
FIELDS: Columns = (
    ("field", 4, False),
    ("now", 3, True),
    ("before", 3, True),
    ("unit", 2, False),
    ("change", 3, True),
    ("department", 2, False),
    ("origin", 5, False),
    ("marks", 3, False),
)
MATERIALS: Columns = (("field", 2, False), ("department", 1, False), ("papers", 4, False))


def draft_parts(cells: Cells) -> Iterator[Part]:
    """Form by form, then the papers handed in."""
    for number, filled in enumerate(cells.data.parts, start=1):
        yield Heading(cells.text(say("paper-section", number=number, title=_name(filled))))
        if filled.section and filled.section.left_out:
            yield Paragraph(cells.text(filled.section.left_out))
            continue
        yield cells.grid(FIELDS, (_row(cells, line) for line in filled.lines))
        for line in filled.lines:
            yield from _rows_of(cells, line)
    if cells.data.materials:
        yield Heading(cells.text(say("paper-section-materials")))
        rows = (_material(cells, item, given) for item, given in cells.data.materials)
        yield cells.grid(MATERIALS, rows)


def _name(filled: Filled) -> Fact:
    if filled.section:
        return filled.section.title
    return say("paper-others" if filled.part is PartOf.OTHERS else "paper-checking")


def _row(cells: Cells, line: Line) -> tuple[str, ...]:
    return (
        cells.text(line.item.title),
        cells.value(line.value, line.item),
        cells.value(line.before, line.item),
        cells.unit(line.item),
        cells.change(line),
        cells.departments(line.item),
        cells.origin(line),
        cells.marks(line),
    )


def _material(cells: Cells, item: Item, given: FilesGiven | Located) -> tuple[str, ...]:
    return cells.text(item.title), cells.departments(item), cells.material(given)


def _rows_of(cells: Cells, line: Line) -> Iterator[Part]:
    """The rows of a table, the lines of a form: each has a grid of its own."""
    value, spec = line.value, line.item.spec
    if not isinstance(value, Rows) or not value.rows:
        return
    if not isinstance(spec, TableSpec | FormSpec):
        return
    yield Heading(cells.text(line.item.title), level=3)
    rows = tuple(
        tuple(
            cells.cell(cell, column.spec) for cell, column in zip(row, spec.columns, strict=False)
        )
        for row in value.rows[:MOST_ROWS]
    )
    yield _form(cells, spec, rows) if isinstance(spec, FormSpec) else _table(cells, spec, rows)
    if len(value.rows) > MOST_ROWS:
        yield Paragraph(cells.text(say("paper-more-rows", count=len(value.rows) - MOST_ROWS)))


def _form(cells: Cells, spec: FormSpec, rows: tuple[tuple[str, ...], ...]) -> Facts:
    names = [cells.text(column.title) for column in spec.columns]
    return Facts(tuple(line for row in rows for line in zip(names, row, strict=False)))


def _table(cells: Cells, spec: TableSpec, rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = (
        PaperColumn(_heading(cells, column), is_number=isinstance(column.spec, NumberSpec))
        for column in spec.columns
    )
    return Table(tuple(columns), rows)


def _heading(cells: Cells, column: Column) -> str:
    """Of numbers with their unit, if the title does not end with one in brackets."""
    title = cells.text(column.title)
    if not isinstance(column.spec, NumberSpec) or title.endswith(")"):
        return title
    return cells.text(say("paper-in-unit", title=title, unit=column.spec.unit))
