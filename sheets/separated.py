"""The rows of a text file with separators (CSV), in the encodings that Chinese offices write."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from sheets.refusal import Refusal, SheetRefused

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",;\t"
_SNIFFED_ROWS = 10
# Systems export ="0101" so that Excel keeps the zero.
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')


def separated_rows(content: bytes) -> Iterator[tuple[str, ...]]:
    """The rows as texts; the separator is whichever of `,` `;` tab splits the most.

    Raises SheetRefused where the bytes are no text, or a field or row has no end.
    """
    text = _decoded(content)
    if "\0" in text:
        raise SheetRefused(Refusal.BROKEN)
    if text.lstrip().startswith("<"):  # a web page or XML under the name of a spreadsheet
        raise SheetRefused(Refusal.OLD_FORMAT)
    try:
        for row in _parsed(text, _separator(text)):
            yield tuple(_KEPT_AS_TEXT.sub(r"\1", cell.strip()) for cell in row)
    except csv.Error:  # a field of more than 131,072 characters
        raise SheetRefused(Refusal.TOO_BIG) from None


def _decoded(content: bytes) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def _separator(text: str) -> str:
    def cells(separator: str) -> int:
        return sum(map(len, islice(_parsed(text, separator), _SNIFFED_ROWS)))

    return max(_SEPARATORS, key=cells)


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
