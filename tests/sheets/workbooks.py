"""Workbooks as strangers send them: plain ones, quirky ones, and ones built to do harm."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

SHEET_PART = "xl/worksheets/sheet1.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    """A saved workbook whose only page was filled by `fill`."""
    book = Workbook()
    fill(book.worksheets[0])
    return saved(book)


def rows_workbook(*rows: tuple[object, ...]) -> bytes:
    """A saved workbook with these rows."""

    def fill(page: Worksheet) -> None:
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row, 1):
                page.cell(number, place).value = value  # type: ignore[assignment]  # any value

    return workbook(fill)


def saved(book: Workbook) -> bytes:
    """The bytes of the workbook."""
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same zip with some parts replaced or added."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as changed:
        for name in set(source.namelist()) - set(parts):
            changed.writestr(name, source.read(name))
        for name, body in parts.items():
            changed.writestr(name, body)
    return target.getvalue()


def with_sheet_xml(rows: str, before: str = "") -> bytes:
    """A workbook whose page is this raw XML of rows, with `before` in front of the root."""
    sheet = f'{before}<worksheet xmlns="{_NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'
    return with_parts(rows_workbook(("x",)), {SHEET_PART: sheet})


def many_rows(count: int) -> bytes:
    """A workbook of so many rows, each with content."""
    row = '<row><c t="inlineStr"><is><t>坐席</t></is></c><c><v>12345.678</v></c></row>'
    return with_sheet_xml(row * count)


def put(folder: Path, content: bytes, name: str = "upload") -> Path:
    """The content as a file, with a name that tells nothing, as the evidence box keeps it."""
    path = folder / name
    path.write_bytes(content)
    return path
