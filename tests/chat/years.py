"""The sheet of three years as it goes out, is filled by somebody, and comes back as a real file."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from chat.buttons import Verb
from chat.documents import SheetToFill
from chat.talk import Outgoing, SentFile, Sheet
from sheets.reading import read_page
from sheets.template import make_sheet
from tests.chat.markup import presses
from tests.chat.office import FROM_SHEET, HERE, MARK, filled, ours, sheet_in, skip, take
from tests.chat.stage import SEASON, WANG, Stage, button
from tests.sheets.workbooks import saved
from workflow.checklist import facts_of, season_of
from workflow.given import AnswerGiven, ItemState, Number
from workflow.ids import ItemKey, SeasonId

COLUMNS = {"2024": 5, "2025": 6, "2026": 7, "出处": 8, "口径": 9, "数据日期": 10, "暂估": 11}
"""Where they stand in the sheet that goes out, A is 1."""
HEADINGS = ("填报项", "2024 年", "2025 年", "2026 年")
"""Of a sheet that somebody made by hand."""


def asked_years(one: Stage, person: int = WANG) -> SheetToFill:
    """The sheet as it is sent."""
    return sheet_in(one.presses(person, button(Verb.YEARS_SHEET, *HERE)))


def row_of(page: Worksheet, title: str) -> int:
    """In which row an item stands."""
    return next(row[0].row for row in page.iter_rows(max_col=1) if row[0].value == title)


def put(page: Worksheet, title: str, column: str, value: object) -> str:
    """Fill in one cell; its name."""
    cell = page.cell(row_of(page, title), COLUMNS[column])
    cell.value = value  # type: ignore[assignment]  # any value
    return str(cell.coordinate)


def filled_in(one: Stage, fill: Callable[[Worksheet], object]) -> bytes:
    """The sheet as it was sent, filled in by `fill` and saved."""
    book = load_workbook(BytesIO(make_sheet(asked_years(one))))
    fill(book.worksheets[0])
    return saved(book)


def came(folder: Path, content: bytes, mark: str = MARK) -> SentFile:
    """The file as the gateway hands it over, really read."""
    path = folder / "years"
    path.write_bytes(content)
    page = read_page(path)
    return replace(filled(mark=mark), sheet=Sheet(page.cells, page.places))


def comes_back(one: Stage, folder: Path, fill: Callable[[Worksheet], object]) -> Sequence[Outgoing]:
    """Filled in and sent back, nobody in particular having given it: what is said of it."""
    answer = one.does(WANG, came(folder, filled_in(one, fill)))
    return one.presses(WANG, skip()) if skip() in presses(answer) else answer


def recorded(one: Stage) -> Sequence[Outgoing]:
    """「全部记入」."""
    return one.presses(WANG, take())


def as_csv(rows: Sequence[Sequence[str]], encoding: str) -> bytes:
    """The rows as a spreadsheet exports them."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode(encoding)


def number(text: str) -> AnswerGiven:
    """An answer that is a number, from a sheet that says no other source."""
    return AnswerGiven(Number(Decimal(text)), origin=FROM_SHEET)


def earlier(one: Stage, year: int, key: str) -> ItemState | None:
    """What stands for an earlier year, in the season or for the company."""
    season = season_of(ours(one), SeasonId(SEASON))
    known = {**facts_of(ours(one), year), **season.earlier.get(year, {})}
    return known.get(ItemKey(key))


def newest(one: Stage, year: int, key: str) -> object:
    """The last that was given for it, if anything stands."""
    state = earlier(one, year, key)
    return state.live[-1].given if state else None
