"""The spreadsheet that a colleague fills in, on a phone or a PC: title, headings, hints, rows."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from math import ceil
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.child import INVALID_TITLE_REGEX
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from chat.documents import SheetColumn, SheetToFill
from sheets.checked_cells import check_cells
from sheets.marks import marked
from sheets.reading import MAX_ROWS

_HEADING_ROW, _HINT_ROW, _FIRST_ROW = 2, 3, 4
_LAST_ROW = _FIRST_ROW + MAX_ROWS
_TEXT_FORMAT = "@"
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
_TAB_LENGTH = 31
_NARROWEST, _WIDEST = 12, 36
_EDGE = 2
"""Letters that stay free at each side of a cell: not every office has the same typefaces."""
_LINE_HEIGHT = 16
_A4 = 9
_ACROSS = 90
"""Half-width letters that a standing page takes; what is wider lies."""
# The same question must give the same bytes, whenever it is asked.
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True)
class _Look:
    font: Font
    fill: PatternFill = field(default_factory=PatternFill)
    wrapped: bool = True


_TITLE = _Look(Font(bold=True, size=14), wrapped=False)
_HEADING = _Look(Font(bold=True), PatternFill(fill_type="solid", start_color="E8EEF4"))
_HINT = _Look(Font(italic=True, color="808080"))
_ANSWER = _Look(Font())


def make_sheet(sheet: SheetToFill) -> bytes:
    """An .xlsx that `reading.read_cells` reads back as the headings and the rows.

    Every cell is text but those with a check, so that leading zeros stay and no text ever becomes
    a formula. Title, hints and rows of our own carry the mark of `sheets.marks`. The same sheet
    gives the same bytes.
    """
    book = Workbook()
    page = book.worksheets[0]
    page.title = _tab_name(sheet.title) or page.title
    _write_rows(page, sheet)
    _shape(page, sheet)
    _offer_options(book, page, sheet)
    check_cells(page, sheet, _FIRST_ROW)
    return _packed(book)


def _tab_name(title: str) -> str:
    allowed = INVALID_TITLE_REGEX.sub(" ", _clean(title))
    return allowed.strip(" '")[:_TAB_LENGTH].strip(" '")


def _clean(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text).encode("utf-8", "ignore").decode("utf-8")


def _write_rows(page: Worksheet, sheet: SheetToFill) -> None:
    page.append([_cell(page, marked(sheet.title), _TITLE)])
    page.append([_cell(page, column.heading, _HEADING) for column in sheet.columns])
    page.append([_cell(page, _hint(column), _HINT) for column in sheet.columns])
    for number, row in enumerate(sheet.rows):
        if number in sheet.own_rows:
            page.append([_cell(page, marked(text) if text else "", _HEADING) for text in row])
        else:
            page.append([_cell(page, text, _ANSWER) for text in row])
    # Title and headings stay in sight; the hints may scroll away, a phone's screen is short.
    page.freeze_panes = f"{get_column_letter(sheet.still + 1)}{_HINT_ROW}"


def _hint(column: SheetColumn) -> str:
    return marked(column.hint) if column.hint else ""


def _cell(page: Worksheet, text: str, look: _Look) -> Cell:
    cell = Cell(page, row=1, column=1, value=_clean(text) or None)  # append gives it its place
    if cell.value is not None:
        cell.data_type = "s"  # openpyxl has made a formula of "=…" and an error of "#REF!" by now
    cell.quotePrefix = text.startswith(_FORMULA_STARTS)
    cell.number_format = _TEXT_FORMAT
    cell.font, cell.fill = look.font, look.fill
    cell.alignment = Alignment(wrap_text=look.wrapped, vertical="top")
    return cell


def _shape(page: Worksheet, sheet: SheetToFill) -> None:
    widths = [_column_width(sheet, place) for place in range(len(sheet.columns))]
    for place, width in enumerate(widths, 1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.width = width
        dimension.number_format = _TEXT_FORMAT  # empty cells, too, keep what is typed into them
    headings = [column.heading for column in sheet.columns]
    hints = [_hint(column) for column in sheet.columns]
    page.row_dimensions[_HEADING_ROW].height = _height(headings, widths)
    page.row_dimensions[_HINT_ROW].height = _height(hints, widths)
    for number, row in enumerate(sheet.rows, _FIRST_ROW):
        height = _height(row, widths)
        if height > _LINE_HEIGHT:  # else it grows by itself with what is typed
            page.row_dimensions[number].height = height
    _print(page, wide=sum(widths) > _ACROSS)


def _print(page: Worksheet, *, wide: bool) -> None:
    """A4, as wide as the page; headings on each page, its number at the foot."""
    page.page_setup.paperSize = _A4
    page.page_setup.orientation = "landscape" if wide else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    page.oddFooter = HeaderFooterItem(right=_HeaderFooterPart("&P / &N"))


def _column_width(sheet: SheetToFill, place: int) -> int:
    column = sheet.columns[place]
    texts = [column.heading, _hint(column), *column.options]
    texts += [row[place] for row in sheet.rows if place < len(row)]
    return min(max(_NARROWEST, *(_shown_width(text) + 2 * _EDGE for text in texts)), _WIDEST)


def _height(texts: Sequence[str], widths: Sequence[int]) -> int:
    lines = (
        sum(ceil(max(1, _shown_width(line)) / (width - _EDGE)) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=False)
    )
    return _LINE_HEIGHT * max([1, *lines])


def _shown_width(text: str) -> int:
    """In half-width characters: a Chinese one takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _offer_options(book: Workbook, page: Worksheet, sheet: SheetToFill) -> None:
    """Drop-downs, fed from a hidden sheet: a list written in place holds 255 characters only."""
    offered = [*_of_columns(sheet.columns), *_of_cells(sheet).items()]
    if not any(options for options, _ in offered):
        return
    store = book.create_sheet("options")
    store.sheet_state = "veryHidden"
    for options in zip_longest(*(options for options, _ in offered), fillvalue=""):
        store.append([_cell(store, option, _ANSWER) for option in options])
    for place, (options, cells) in enumerate(offered, 1):
        if options:
            letter = get_column_letter(place)
            source = f"{quote_sheetname(store.title)}!${letter}$1:${letter}${len(options)}"
            _drop_down(page, cells, source)


_Options = tuple[str, ...]


def _of_columns(columns: Sequence[SheetColumn]) -> list[tuple[_Options, list[str]]]:
    """What can be chosen, and in which cells of the page."""
    letters = (get_column_letter(place) for place in range(1, len(columns) + 1))
    return [
        (column.options, [f"{letter}{_FIRST_ROW}:{letter}{_LAST_ROW}"])
        for letter, column in zip(letters, columns, strict=True)
    ]


def _of_cells(sheet: SheetToFill) -> Mapping[_Options, list[str]]:
    """The same of single cells; what can be chosen in many is written once."""
    found: dict[_Options, list[str]] = {}
    for (row, column), options in sheet.choices.items():
        cell = f"{get_column_letter(column + 1)}{_FIRST_ROW + row}"
        found.setdefault(options, []).append(cell)
    return found


def _drop_down(page: Worksheet, cells: Sequence[str], source: str) -> None:
    choice = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    for each in cells:
        choice.add(each)
    page.add_data_validation(choice)


def _packed(book: Workbook) -> bytes:
    # Workbook.save stamps the hour into the properties and on every entry of the zip.
    book.properties = DocumentProperties(creator="", created=_MADE, modified=_MADE)
    made, sealed = BytesIO(), BytesIO()
    ExcelWriter(book, ZipFile(made, "w")).save()
    with ZipFile(made) as source, ZipFile(sealed, "w") as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name), source.read(name), ZIP_DEFLATED)
    return sealed.getvalue()
