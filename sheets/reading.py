"""An uploaded spreadsheet as plain rows of text, within limits. Pure: a path in, rows out."""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sheets.marks import without_marked
from sheets.refusal import Refusal, SheetRefused
from sheets.separated import separated_rows
from sheets.workbook import workbook_sheets

Cells = tuple[tuple[str, ...], ...]

MAX_ROWS = 2_001
"""A list of 2,000 with its headings."""
MAX_COLUMNS = 30
MAX_CHARACTERS = 500
# Whole columns are often formatted down to row 1,048,576; what ends a sheet is a gap like this.
_GAP = 1_000

_ZIP = b"PK"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PASSWORD_STREAM = "EncryptedPackage".encode("utf-16-le")


def read_cells(path: Path) -> Cells:
    """The first visible sheet with content: rows of one width, none of them empty.

    The kind is told by content, not by name. A template of ours reads as its headings and what
    was filled in. Promises at most MAX_ROWS x MAX_COLUMNS x MAX_CHARACTERS, and never cuts:
    what is larger is refused. Raises SheetRefused and nothing else for whatever the bytes are.
    Takes as much time and memory as the file asks for: strangers' files go through
    `worker.SheetReader`.
    """
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of decoration that it leaves out
        try:
            found = next(filter(None, map(_tidy, _sheets(file))), ())
        except SheetRefused:
            raise
        except (MemoryError, RecursionError):
            raise SheetRefused(Refusal.TOO_BIG) from None
        # Parsers answer damaged bytes with every error there is: KeyError, zlib.error, TypeError …
        except Exception as fault:
            raise SheetRefused(Refusal.BROKEN) from fault
    if not found:
        raise SheetRefused(Refusal.EMPTY)
    return found


def _sheets(file: BinaryIO) -> Iterator[Iterable[tuple[str, ...]]]:
    start = file.read(len(_OLE))
    file.seek(0)
    if start == _OLE:
        raise SheetRefused(_why_not_ole(file.read()))
    if start.startswith(_ZIP):
        yield from workbook_sheets(file)
    else:
        yield separated_rows(file.read())


def _why_not_ole(content: bytes) -> Refusal:
    return Refusal.ENCRYPTED if _PASSWORD_STREAM in content else Refusal.OLD_FORMAT


def _tidy(rows: Iterable[tuple[str, ...]]) -> Cells:
    kept = [_bounded(row) for row in _filled(map(without_marked, rows))]
    width = max(map(len, kept), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in kept)


def _filled(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The rows with something in them, up to the first long gap."""
    found = blank = 0
    for row in rows:
        if any(row):
            found, blank = found + 1, 0
            if found > MAX_ROWS:
                raise SheetRefused(Refusal.TOO_BIG)
            yield row
        elif (blank := blank + 1) > _GAP:
            return


def _bounded(row: tuple[str, ...]) -> tuple[str, ...]:
    last = max(place for place, text in enumerate(row, 1) if text)
    if last > MAX_COLUMNS or max(map(len, row)) > MAX_CHARACTERS:
        raise SheetRefused(Refusal.TOO_BIG)
    return row[:last]
