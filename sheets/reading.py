"""An uploaded spreadsheet as plain rows of text, within limits. Pure: a path in, rows out."""

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from chat.cells import Places
from sheets.marks import without_marked
from sheets.refusal import Refusal, SheetRefused
from sheets.separated import separated_rows
from sheets.workbook import WorkbookPage, merged_in, unreckoned_in, workbook_pages

Row = tuple[str, ...]
Cells = tuple[Row, ...]

MAX_ROWS = 2_001
"""A list of 2,000 with its headings."""
MAX_COLUMNS = 30
MAX_CHARACTERS = 500
# Whole columns are often formatted down to row 1,048,576; what ends a sheet is a gap like this.
_GAP = 1_000

_ZIP = b"PK"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PASSWORD_STREAM = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Page:
    """What was read: rows of one width, none of them empty, and where they stood."""

    cells: Cells
    places: Places
    is_ours: bool = False
    """Whether it is a template of ours, by the marks in it."""


def read_cells(path: Path) -> Cells:
    """The rows of `read_page` alone."""
    return read_page(path).cells


def read_page(path: Path) -> Page:
    """The first visible page that is a template of ours, else the first with content.

    The kind is told by content, not by name. A template of ours reads as its headings and what
    was filled in. Promises at most MAX_ROWS x MAX_COLUMNS x MAX_CHARACTERS, and never cuts:
    what is larger is refused. Raises SheetRefused and nothing else for whatever the bytes are.
    Takes as much time and memory as the file asks for: strangers' files go through
    `worker.SheetReader`.
    """
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decoration that it leaves out
        try:
            return _chosen(_pages(file))
        except SheetRefused:
            raise
        except (MemoryError, RecursionError):
            raise SheetRefused(Refusal.TOO_BIG) from None
        # Parsers answer damaged bytes with every error there is: KeyError, zlib.error, TypeError …
        except Exception as fault:
            raise SheetRefused(Refusal.BROKEN) from fault


def _pages(file: BinaryIO) -> Iterator[WorkbookPage | Iterator[Row]]:
    start = file.read(len(_OLE))
    file.seek(0)
    if start == _OLE:
        raise SheetRefused(_why_not_ole(file.read()))
    if start.startswith(_ZIP):
        yield from workbook_pages(file)
    else:
        yield separated_rows(file.read())


def _chosen(pages: Iterator[WorkbookPage | Iterator[Row]]) -> Page:
    """Ours before any other; how many others had something in them stands in its places."""
    found: Page | None = None
    count = 0
    for each in pages:
        try:
            page = _tidy(each)
        except SheetRefused:
            if found is None:  # too big, and perhaps the one that is meant
                raise
            count += 1
            continue
        count += bool(page.cells)
        if page.cells and (found is None or (page.is_ours and not found.is_ours)):
            found = page
    if found is None:
        raise SheetRefused(Refusal.EMPTY)
    return replace(found, places=replace(found.places, left_out=count - 1))


def _why_not_ole(content: bytes) -> Refusal:
    return Refusal.ENCRYPTED if _PASSWORD_STREAM in content else Refusal.OLD_FORMAT


def _tidy(page: WorkbookPage | Iterator[Row]) -> Page:
    rows = page.rows if isinstance(page, WorkbookPage) else page
    found = list(_filled(rows))
    bare = [(number, _bounded(row)) for number, row in found if any(row)]
    width = max((len(row) for _, row in bare), default=0)
    cells = tuple(row + ("",) * (width - len(row)) for _, row in bare)
    numbers = tuple(number for number, _ in bare)
    return Page(cells, _places(page, numbers, cells), is_ours=len(found) > len(bare))


def _places(page: WorkbookPage | Iterator[Row], numbers: tuple[int, ...], cells: Cells) -> Places:
    if not isinstance(page, WorkbookPage) or not cells:
        return Places(numbers)
    unreckoned = tuple(unreckoned_in(page, numbers, cells))
    return Places(numbers, page.title, merged=merged_in(page), unreckoned=unreckoned)


def _filled(rows: Iterable[Row]) -> Iterator[tuple[int, Row]]:
    """The rows with something in them and their numbers, up to the first long gap; ours emptied."""
    found = blank = 0
    for number, row in enumerate(rows, 1):
        if not any(row):
            if (blank := blank + 1) > _GAP:
                return
            continue
        blank = 0
        theirs = without_marked(row)
        found += any(theirs)
        if found > MAX_ROWS:
            raise SheetRefused(Refusal.TOO_BIG)
        yield number, theirs


def _bounded(row: tuple[str, ...]) -> tuple[str, ...]:
    last = max(place for place, text in enumerate(row, 1) if text)
    if last > MAX_COLUMNS or max(map(len, row)) > MAX_CHARACTERS:
        raise SheetRefused(Refusal.TOO_BIG)
    return row[:last]
