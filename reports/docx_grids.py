"""Tables as a document's own XML, whole: a library that makes them cell by cell takes seconds."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from docx.oxml.ns import nsdecls

from reports.paper import Facts, PaperColumn, Table
from reports.writable import clean

CELL = "Cell"
"""The style of what stands in a cell."""
SMALL_CELL = "SmallCell"
"""The same in a table of many columns."""
_MANY = 6
_TWIPS = 56.7
"""In a millimetre."""
_SHADE = "E8EEF4"
_LINES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 30), ("left", 85), ("bottom", 30), ("right", 85))
)
_HEAD = "<w:tblHeader/>"
_WHOLE = "<w:cantSplit/>"
"""A row that does not go on over the end of a page."""
_LONG = 600
"""Letters of a row that may do so: it could be longer than a page."""


def table_grid(table: Table, across: float) -> str:
    """The table in so many millimetres; its headings are said again on every page."""
    widths = _widths([column.share for column in table.columns], across)
    style = SMALL_CELL if len(table.columns) > _MANY else CELL
    cells = (
        _cell(column.heading, width, style, bold=True, shade=_SHADE)
        for column, width in zip(table.columns, widths, strict=True)
    )
    head = _row(cells, _HEAD)
    body = (
        _row(_body_cells(table.columns, row, widths, style), "" if _is_long(row) else _WHOLE)
        for row in table.rows
    )
    return _grid(widths, [head, *body])


def facts_grid(facts: Facts, across: float) -> str:
    """Names on the left, what stands for them on the right."""
    left, right = widths = _widths([1, 4], across)
    rows = [
        _row(
            [_cell(name, left, CELL, bold=True), _cell(text, right, CELL)],
            "" if _is_long([text]) else _WHOLE,
        )
        for name, text in facts.lines
    ]
    return _grid(widths, rows)


def _is_long(row: Iterable[str]) -> bool:
    return max((len(text) for text in row), default=0) > _LONG


def _widths(shares: list[int], across: float) -> list[int]:
    return [round(across * _TWIPS * share / sum(shares)) for share in shares]


def _body_cells(
    columns: tuple[PaperColumn, ...], row: tuple[str, ...], widths: list[int], style: str
) -> Iterator[str]:
    for column, text, width in zip(columns, row, widths, strict=True):
        yield _cell(text, width, style, is_number=column.is_number)


def _grid(widths: list[int], rows: Iterable[str]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shape = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar>"
    )
    return (
        f"<w:tbl {nsdecls('w')}><w:tblPr>{shape}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def _row(cells: Iterable[str], marks: str) -> str:
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    text: str,
    width: int,
    style: str,
    *,
    bold: bool = False,
    is_number: bool = False,
    shade: str = "",
) -> str:
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    side = '<w:jc w:val="right"/>' if is_number else ""
    dress = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{filled}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{side}</w:pPr><w:r>{dress}{lines}</w:r></w:p></w:tc>'
    )
