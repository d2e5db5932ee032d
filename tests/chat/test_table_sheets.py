"""Sheets of tables (logs, monthly rows) as real files: an example that never counts, faults by cell."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from chat.buttons import Verb
from chat.documents import SheetToFill
from chat.talk import Outgoing, Send, SendDocument
from sheets.template import make_sheet
from tests.chat.markup import require_sendable, words
from tests.chat.office import HERE, office, ours, sheet_in
from tests.chat.stage import SEASON, WANG, Stage, button
from tests.chat.years import as_csv, came
from tests.sheets.workbooks import saved
from workflow.checklist import find_task, season_of
from workflow.given import AnswerGiven, Rows
from workflow.ids import ItemKey, SeasonId

MONTHS = ("月份", "呼入", "外呼", "坐席")
LOGS = ("fault_log", "complaint_log", "survey", "monthly_rows")


def template(one: Stage, key: str) -> SheetToFill:
    """The sheet of that table, as it is sent."""
    return sheet_in(one.presses(WANG, button(Verb.TEMPLATE, *HERE, key)))


def stands(one: Stage, key: str) -> object:
    """What stands for a table that only rules look at."""
    season = season_of(ours(one), SeasonId(SEASON))
    task = find_task(ours(one), season, one.desk.house.packs[season.pack], ItemKey(key))
    return task.newest.given if task.newest else None


def rows_of(one: Stage, key: str) -> int:
    """How many rows stand."""
    found = stands(one, key)
    assert isinstance(found, AnswerGiven)
    assert isinstance(found.value, Rows)
    return len(found.value.rows)


def comes(one: Stage, folder: Path, key: str, content: bytes) -> Sequence[Outgoing]:
    """The item's card is open, then the file is sent."""
    one.presses(WANG, button(Verb.ITEM, *HERE, key))
    return one.does(WANG, came(folder, content))


def filled_in(one: Stage, key: str, fill: Callable[[Worksheet], object]) -> bytes:
    """The template, filled in by somebody."""
    book = load_workbook(BytesIO(make_sheet(template(one, key))))
    fill(book.worksheets[0])
    return saved(book)


def put(page: Worksheet, row: int, *values: object) -> None:
    """One row filled in; row 4 holds the example."""
    for column, value in enumerate(values, start=1):
        page.cell(row, column).value = value  # type: ignore[assignment]  # any value


@pytest.mark.parametrize("key", LOGS)
def test_a_log_s_file_and_title_name_its_company_without_any_markup(key: str) -> None:
    one = office()
    item = one.desk.house.packs[season_of(ours(one), SeasonId(SEASON)).pack].item(ItemKey(key))

    sheet = template(one, key)

    assert sheet.title == f"{ours(one).name} 2026 年度年报:{item.title.zh}"
    assert sheet.name == f"{ours(one).name} {item.title.zh} 2026.xlsx"


# --- an example -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", LOGS)
def test_a_log_goes_out_with_a_row_that_shows_how_and_is_never_counted(
    tmp_path: Path, key: str
) -> None:
    one = office()

    sheet = template(one, key)
    answer = comes(one, tmp_path, key, make_sheet(sheet))

    assert sheet.rows[0][0].startswith("例:")
    assert "没有读到任何一行" in words(answer)
    assert stands(one, key) is None


@pytest.mark.parametrize("key", LOGS)
def test_the_example_is_a_row_that_would_be_taken(tmp_path: Path, key: str) -> None:
    one = office()
    example = [text.removeprefix("例:") for text in template(one, key).rows[0]]

    comes(one, tmp_path, key, filled_in(one, key, lambda page: put(page, 5, *example)))

    assert rows_of(one, key) == 1


def test_what_is_typed_over_the_example_counts(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, 4, 1, 100, 50, 280)
        put(page, 5, 2, 120, 60, 280)

    comes(one, tmp_path, "monthly_rows", filled_in(one, "monthly_rows", fill))

    assert rows_of(one, "monthly_rows") == 2


def test_a_table_that_has_rows_goes_out_without_example(tmp_path: Path) -> None:
    one = office()
    comes(one, tmp_path, "monthly_rows", as_csv((MONTHS, ("1", "9", "8", "7")), "utf-8"))

    sheet = template(one, "monthly_rows")

    assert sheet.rows == (("1", "9", "8", "7"),)
    assert not sheet.own_rows


# --- what is wrong --------------------------------------------------------------------------


def test_every_fault_is_named_by_its_cell_and_nothing_is_taken(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, 5, 1, 100, "很多", 280)
        put(page, 6, 13, None, 60, 280)
        put(page, 7, 3, 1.5, 60, "=1+1")

    answer = comes(one, tmp_path, "monthly_rows", filled_in(one, "monthly_rows", fill))

    told = words(answer)
    assert "整张没记:3 处要改" in told
    assert [
        name in told for name in ("C5 「外呼」", "B6 缺「呼入」", "D7 「坐席」:这格是公式")
    ] == [True] * 3
    assert stands(one, "monthly_rows") is None
    assert not [each for each in answer if isinstance(each, SendDocument)]
    require_sendable(answer)


def test_one_fault_is_the_first_thing_said(tmp_path: Path) -> None:
    one = office()
    content = as_csv((MONTHS, ("1", "100", "五十左右", "280")), "gbk")

    answer = comes(one, tmp_path, "monthly_rows", content)

    assert "❗ C2 「外呼」:请给确切的数" in words(answer)


def test_many_faults_come_back_beside_their_rows_and_the_sheet_can_be_sent_again(
    tmp_path: Path,
) -> None:
    one = office()
    bad = tuple((str(month), "x", "y", "280") for month in range(1, 6))
    answer = comes(one, tmp_path, "monthly_rows", as_csv((MONTHS, *bad), "utf-8"))

    back = sheet_in(answer)
    again = comes(one, tmp_path, "monthly_rows", make_sheet(back))
    right = replace(back, rows=tuple((row[0], "1", "2", *row[3:]) for row in back.rows))
    taken = comes(one, tmp_path, "monthly_rows", make_sheet(right))

    assert "10 处要改" in words(answer)
    assert "另有 3 处" in words(answer)
    assert [column.heading for column in back.columns] == [*MONTHS, "问题"]
    assert ["呼入" in row[4] and "外呼" in row[4] for row in back.rows] == [True] * 5
    assert "10 处要改" in words(again)
    assert rows_of(one, "monthly_rows") == 5
    assert "5 行" in words(taken)
    require_sendable(answer)


def test_an_answer_about_faults_fits_a_phone(tmp_path: Path) -> None:
    one = office()
    bad = tuple((str(month), "x", "y", "z") for month in range(1, 12))

    answer = comes(one, tmp_path, "fault_log", as_csv((("开始", "恢复"), *bad), "utf-8"))

    card = next(each for each in answer if isinstance(each, Send)).message.html
    assert len(card.splitlines()) <= 12


def test_columns_that_moved_are_known_by_their_headings(tmp_path: Path) -> None:
    one = office()
    rows = (("话务月报", "", "", ""), ("坐席", "外呼", "呼入", "月份"), ("280", "50", "100", "1"))

    comes(one, tmp_path, "monthly_rows", as_csv(rows, "gbk"))

    found = stands(one, "monthly_rows")
    assert isinstance(found, AnswerGiven)
    assert isinstance(found.value, Rows)
    assert [str(getattr(cell, "value", "")) for cell in found.value.rows[0]] == [
        *("1", "100", "50", "280")
    ]


def test_merged_cells_are_not_guessed_at(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, 5, 1, 100, 50, 280)
        page.merge_cells("B5:C5")

    answer = comes(one, tmp_path, "monthly_rows", filled_in(one, "monthly_rows", fill))

    assert "B5 「呼入」:B5:C5 是合并的单元格" in words(answer)


def test_of_two_pages_the_one_that_was_read_is_named(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, 5, 1, 100, 50, 280)
        page.parent.create_sheet("旧数")["A1"] = "去年"  # type: ignore[union-attr]

    answer = comes(one, tmp_path, "monthly_rows", filled_in(one, "monthly_rows", fill))

    assert "另外 1 页也有内容,没有读" in words(answer)
    assert rows_of(one, "monthly_rows") == 1
