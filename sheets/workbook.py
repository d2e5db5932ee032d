"""The rows of an .xlsx, sheet by sheet, as texts. Values only: no formula, no link is followed."""

from collections.abc import Iterator
from contextlib import closing
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from sheets.cell_text import cell_text
from sheets.package import check_package

Rows = Iterator[tuple[str, ...]]


def workbook_sheets(file: BinaryIO) -> Iterator[Rows]:
    """The rows of each visible sheet, lazily; a merged cell's value stands in its first place.

    A sheet's rows must be taken before the next sheet is asked for. Raises SheetRefused, and
    whatever openpyxl raises on a damaged file.
    """
    check_package(file)
    with closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book:
        for page in book.worksheets:
            if isinstance(page, ReadOnlyWorksheet) and page.sheet_state == "visible":
                yield _rows(page)


def _rows(page: ReadOnlyWorksheet) -> Rows:
    page.reset_dimensions()  # WPS and many exporters write a wrong size, which openpyxl believes
    for row in page.rows:
        yield tuple(cell_text(cell) for cell in row)
