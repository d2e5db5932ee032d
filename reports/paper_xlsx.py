"""A paper as a workbook: for whoever sorts, filters, or copies from it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import assert_never
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from reports.office import HEAVY, LIGHT
from reports.packing import repacked
from reports.paper import Facts, Heading, Paper, PaperColumn, Paragraph, Part, Table
from reports.sheet_grid import SIZE, Place, height, places, widths_of
from reports.writable import clean

LONGEST_CELL = 32_767
"""Characters that a cell holds."""
LONGEST_NAME = 31
"""Characters of a sheet's name."""
_A4 = 9
_WIDTH, _WIDE = 96, 150
"""Half-width letters across a page that stands, and one that lies."""
_FREE = 3
"""Rows that may stay in sight: more would fill a small screen."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\s]+")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"-?\d{1,12}(?:\.(\d{1,6}))?")
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_HEADINGS = tuple(Font(name=HEAVY, bold=True, size=size) for size in (16, 14, 12, 12))
_HEADS = Font(name=HEAVY, bold=True, size=SIZE)
_READ, _BOLD = (Font(name=LIGHT, bold=bold, size=SIZE) for bold in (False, True))
_HEADED = PatternFill(fill_type="solid", start_color="E8EEF4")
_SIDE = Side(style="thin", color="A0A0A0")
_LINES = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


def as_xlsx(paper: Paper) -> bytes:
    """The workbook; the same paper gives the same bytes. No text of it becomes a formula."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for parts in _sheets(paper):
        name = _NOT_IN_A_NAME.sub(" ", clean(parts[0].text))[:LONGEST_NAME].strip(" '")
        page = _Page(book.create_sheet(name), widths_of(parts, _WIDE if paper.is_wide else _WIDTH))
        for part in parts:
            page.add(part)
        _set_up(page, paper)
    return _packed(book)


def _sheets(paper: Paper) -> Iterator[tuple[Heading, *tuple[Part, ...]]]:
    """The parts sheet by sheet, each under a heading."""
    title = Heading(paper.title, level=0)
    parts: list[Part] = []
    for part in paper.parts:
        if isinstance(part, Heading) and part.own_sheet:
            yield title, *parts
            title, parts = part, []
        else:
            parts.append(part)
    yield title, *parts


@dataclass(slots=True)
class _Page:
    """One sheet being written, line by line."""

    sheet: Worksheet
    widths: list[float]
    row: int = 0
    heads: list[int] = field(default_factory=list)
    """Rows with the headings of a table."""

    def add(self, part: Part) -> None:
        match part:
            case Heading(text, level):
                self.leave_a_row()
                self.line(text, _HEADINGS[min(level, 3)])
            case Paragraph(text, emphasis):
                self.line(text, _BOLD if emphasis else _READ)
            case Facts(lines):
                for name, text in lines:
                    self.fact(name, text)
            case Table():
                self.table(part)
            case _:
                assert_never(part)

    def leave_a_row(self) -> None:
        self.row += 1 if self.row else 0

    def line(self, text: str, font: Font) -> None:
        """Across the whole page."""
        self.row += 1
        for place in places([1], self.widths):
            self.put(place, text, font)

    def fact(self, name: str, text: str) -> None:
        self.row += 1
        left, right = places([1, 4], self.widths)
        self.put(left, name, _BOLD)
        self.put(right, text, _READ)

    def table(self, table: Table) -> None:
        self.row += 1
        self.heads.append(self.row)
        shape = places([column.share for column in table.columns], self.widths)
        for place, column in zip(shape, table.columns, strict=True):
            cell = self.put(place, column.heading, _HEADS)
            cell.fill = _HEADED
            self.draw(place)
        for row in table.rows:
            self.row += 1
            self.body(shape, table.columns, row)

    def body(
        self, shape: Sequence[Place], columns: Sequence[PaperColumn], row: Sequence[str]
    ) -> None:
        for place, column, text in zip(shape, columns, row, strict=True):
            self.put(place, text, _READ, is_number=column.is_number)
            self.draw(place)

    def put(self, place: Place, text: str, font: Font, *, is_number: bool = False) -> Cell:
        """A cell; its row becomes as high as the text needs."""
        cell = self.sheet.cell(self.row, place.first)
        assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged before it is written
        _write(cell, clean(text)[:LONGEST_CELL], is_number=is_number)
        cell.font = font
        side, apart = ("right", 1) if is_number else ("left", 0)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side, indent=apart)
        shape = self.sheet.row_dimensions[self.row]
        shape.height = max(shape.height or 0, height(font.size or SIZE, text, place.width))
        if place.last > place.first:
            self.sheet.merge_cells(
                start_row=self.row,
                end_row=self.row,
                start_column=place.first,
                end_column=place.last,
            )
        return cell

    def draw(self, place: Place) -> None:
        """The lines around, under every column that the cell takes."""
        for column in range(place.first, place.last + 1):
            self.sheet.cell(self.row, column).border = _LINES


def _write(cell: Cell, text: str, *, is_number: bool) -> None:
    found = _PLAIN_NUMBER.fullmatch(text) if is_number else None
    if found:
        cell.value = float(text) if found[1] else int(text)
        cell.number_format = f"0.{'0' * len(found[1])}" if found[1] else "0"
        return
    cell.value = text or None
    if text:
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#REF!" for an error
    cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)
    cell.number_format = "@"


def _set_up(page: _Page, paper: Paper) -> None:
    """A4, as wide as the page, what stands at its foot; one table's headings on every page."""
    sheet = page.sheet
    for place, width in enumerate(page.widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if paper.is_wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    left = _HeaderFooterPart(clean(paper.footer).replace("&", "&&"))
    sheet.oddFooter = HeaderFooterItem(left=left, right=_HeaderFooterPart("&P / &N"))
    if len(page.heads) == 1:
        _lead(page, page.heads[0])


def _lead(page: _Page, head: int) -> None:
    """The only table of a sheet: its headings on every page, to be filtered, in sight while scrolled."""
    sheet = page.sheet
    sheet.print_title_rows = f"{head}:{head}"
    sheet.auto_filter.ref = f"A{head}:{get_column_letter(len(page.widths))}{page.row}"
    if head <= _FREE:
        sheet.freeze_panes = f"A{head + 1}"


def _packed(book: Workbook) -> bytes:
    book.properties = DocumentProperties(creator="", created=_MADE, modified=_MADE)
    made = BytesIO()
    _InMemory(book, ZipFile(made, "w")).save()
    return repacked(made)


class _InMemory(ExcelWriter):
    """Writes no temporary file: a process that is ended would leave it behind, with all its rows."""

    _archive: ZipFile

    def write_worksheet(self, ws: Worksheet) -> None:
        """Called by the library for each sheet."""
        written = BytesIO()
        writer = WorksheetWriter(ws, written)
        writer.write()
        self._archive.writestr(ws.path[1:], written.getvalue())
        self.manifest.append(ws)
