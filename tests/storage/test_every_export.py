"""Every file that the product makes and a spreadsheet opens: of what people typed, nothing runs."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import get_args

import pytest
from openpyxl import load_workbook

from chat.documents import CalendarFile, PaperFormat, SheetColumn, SheetToFill, TrailExport
from chat.talk import Document
from reports.paper import Facts, Heading, Paper, PaperColumn, Paragraph, Table
from reports.paper_xlsx import as_xlsx
from sheets.template import make_sheet
from storage.export import as_csv, names_in
from storage.trail import rows_of
from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import with_paper
from tests.storage.samples import ACME, MANAGER, NOON
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind
from workflow.given import FileRef

STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
RISKY = tuple(f"{start}cmd|' /C calc'!A0" for start in STARTS)


def of_a_sheet(_: TinyHome) -> bytes:
    rows = tuple((each,) for each in RISKY)
    return make_sheet(SheetToFill("a", RISKY[0], (SheetColumn(RISKY[0], RISKY[0], RISKY),), rows))


def of_a_paper(_: TinyHome) -> bytes:
    rows = tuple((each, each) for each in RISKY)
    table = Table((PaperColumn(RISKY[0]), PaperColumn(RISKY[1])), rows)
    facts = Facts(tuple((each, each) for each in RISKY))
    parts = (Heading(RISKY[0]), Paragraph(RISKY[0]), facts, table)
    return as_xlsx(Paper(RISKY[0], parts, RISKY[0]))


def of_a_trail(home: TinyHome) -> bytes:
    with_paper(home)
    doer = Doer(MANAGER, NOON, NOON.date())
    for text in RISKY:
        done = Done(EventKind.NUDGED, subject="x", old=text, new=text, why=text, behalf=text)
        commit(home, outcome(read(home, ACME), doer, done))
    return b"".join(as_csv(rows_of(home.inbox.database, ACME), names_in(read(home, ACME))))


OPENED: Mapping[str, Callable[[TinyHome], bytes]] = {
    SheetToFill.__name__: of_a_sheet,
    TrailExport.__name__: of_a_trail,
    PaperFormat.XLSX: of_a_paper,
}
NO_CELLS = {
    FileRef.__name__: "what somebody sent, byte by byte",
    CalendarFile.__name__: "for a calendar",
    PaperFormat.DOCX: "a letter",
    PaperFormat.PDF: "a picture of a letter",
}


def test_no_export_is_forgotten_here() -> None:
    made = {kind.__name__ for kind in get_args(Document)} | {str(each) for each in PaperFormat}

    assert {*OPENED, *NO_CELLS} == made


def cells(content: bytes) -> Iterator[tuple[str, bool]]:
    """Every text of the file, and whether a spreadsheet would run it."""
    if not content.startswith(b"PK"):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            yield from ((text, text.startswith(STARTS)) for text in row)
        return
    book = load_workbook(BytesIO(content))
    for page in book.worksheets:
        for cell in (cell for row in page.rows for cell in row if cell.value is not None):
            text = str(cell.value)
            is_text = cell.data_type == "s" and (cell.quotePrefix or not text.startswith(STARTS))
            yield text, not is_text


@pytest.mark.parametrize("made", OPENED.values(), ids=OPENED)
def test_nothing_that_people_typed_runs(made: Callable[[TinyHome], bytes], tiny: TinyHome) -> None:
    found = list(cells(made(tiny)))

    told = [text for text, runs in found if not runs]
    assert [text for text, runs in found if runs] == []
    assert [each for each in RISKY if not any(each in text for text in told)] == []
