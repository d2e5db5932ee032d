"""The rows of an .xlsx, page by page, as texts. Values only: no formula, no link is followed."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from chat.cells import letters
from sheets.cell_text import cell_text
from sheets.package import check_package

MOST_PAGES = 10
"""Pages that are looked at; where more have something in them, only that is known."""
MOST_NAMED = 2_001
"""Merged ranges, and formulas without a result, that are named."""
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?\bref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_PIECE, _OVERLAP = 1 << 20, 200

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WorkbookPage:
    """One visible page while the book is open; its rows are read as they are asked for."""

    title: str
    rows: Iterator[Row]
    inside: ReadOnlyWorksheet
    file: BinaryIO


def workbook_pages(file: BinaryIO) -> Iterator[WorkbookPage]:
    """The visible pages, lazily; a merged cell's value stands in its first place.

    Raises SheetRefused, and whatever openpyxl raises on a damaged file.
    """
    check_package(file)
    with closing(load_workbook(file, read_only=True, data_only=True, keep_links=False)) as book:
        pages = (page for page in book.worksheets if isinstance(page, ReadOnlyWorksheet))
        shown = (page for page in pages if page.sheet_state == "visible")
        for page in islice(shown, MOST_PAGES):
            yield WorkbookPage(str(page.title), _rows(page), page, file)


def _rows(page: ReadOnlyWorksheet) -> Iterator[Row]:
    page.reset_dimensions()  # WPS and many exporters write a wrong size, which openpyxl believes
    for row in page.rows:
        yield tuple(cell_text(cell) for cell in row)


def merged_in(page: WorkbookPage) -> tuple[str, ...]:
    """The ranges of cells that were made one: D7:E7. openpyxl leaves them out where it only reads."""
    found = (each.decode() for piece in _pieces(page) for each in _MERGED.findall(piece))
    return tuple(dict.fromkeys(islice(found, MOST_NAMED)))


def unreckoned_in(page: WorkbookPage, numbers: tuple[int, ...], rows: tuple[Row, ...]) -> list[str]:
    """The cells of these rows with a formula whose result was not saved: nobody opened the file."""
    if not any(_FORMULA.search(piece) for piece in _pieces(page)):
        return []
    known = dict(zip(numbers, rows, strict=True))
    found = (
        (number, place)
        for number, place in _formulas(page, max(numbers, default=0))
        if number in known and not any(known[number][place : place + 1])
    )
    return [f"{letters(place)}{number}" for number, place in islice(found, MOST_NAMED)]


def _pieces(page: WorkbookPage) -> Iterator[bytes]:
    """The page's own XML in pieces that overlap, so that no tag is cut through."""
    kept = b""
    # openpyxl tells what we look for in no other way
    with page.inside._get_source() as source:  # type: ignore[attr-defined]  # noqa: SLF001
        while piece := source.read(_PIECE):
            yield kept + piece
            kept = piece[-_OVERLAP:]


def _formulas(page: WorkbookPage, last: int) -> Iterator[tuple[int, int]]:
    """Row from 1 and column from 0 of every formula, down to the last row that matters."""
    page.file.seek(0)
    with closing(load_workbook(page.file, read_only=True, keep_links=False)) as book:
        again = next(each for each in book.worksheets if each.title == page.title)
        assert isinstance(again, ReadOnlyWorksheet)  # noqa: S101 - it was one just now
        again.reset_dimensions()
        for number, row in enumerate(islice(again.rows, last), 1):
            for place, cell in enumerate(row):
                if getattr(cell, "data_type", "") == "f":
                    yield number, place
