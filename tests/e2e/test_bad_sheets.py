"""Sheets as they come in life and as they come from an enemy: read, or refused with the cell named."""

from collections.abc import AsyncIterator, Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from samples.make import read
from tests.e2e.house import at_work, serving
from tests.e2e.sampled import CALLS, JANUARY, opens_case, sheet
from tests.e2e.talker import Talker, as_typed
from tests.sheets.workbooks import many_rows, saved, with_parts

pytestmark = pytest.mark.anyio

GOOD = sheet(CALLS, "three_years")
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'


@pytest.fixture
async def wang(tmp_path: Path) -> AsyncIterator[Talker]:
    """The manager of a call centre that was just opened."""
    async with serving(tmp_path / "data", at_work(JANUARY)) as chat:
        manager = Talker(chat, 1001)
        await opens_case(manager, read(CALLS))
        yield manager


def changed(change: Callable[[Worksheet], object]) -> bytes:
    """The sample's sheet of three years, with a change by hand."""
    book = load_workbook(BytesIO(GOOD))
    change(book.worksheets[0])
    return saved(book)


def at(page: Worksheet, title: str) -> int:
    """The row of an item."""
    return next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == title)


def in_gbk() -> bytes:
    page = load_workbook(BytesIO(GOOD)).worksheets[0]
    lines = [",".join(str(cell or "") for cell in row) for row in page.iter_rows(values_only=True)]
    return "\r\n".join(lines).encode("gbk")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("炸弹.xlsx", with_parts(GOOD, {"xl/media/a.png": bytes(20_000_000)}), "表格太大"),
        ("十万行.xlsx", many_rows(100_000), "表格太大:最多 2001 行"),
        ("链接.xlsx", with_parts(GOOD, {"xl/externalLinks/externalLink1.xml": "<x"}), "断开"),
        ("宏.xlsx", with_parts(GOOD, {"xl/vbaProject.bin": b"code"}), "另存为不带宏的格式"),
        ("宏.xlsm", with_parts(GOOD, {"xl/vbaProject.bin": b"code"}), "不收这类文件(xlsm)"),
        ("密码.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "请去掉密码再发"),
        ("旧.xls", OLE + "Workbook".encode("utf-16-le"), "另存为 .xlsx 再发"),
        ("实体.xlsx", with_parts(GOOD, {"xl/worksheets/sheet1.xml": LAUGHS}), "表格读不出来"),
    ],
)
async def test_what_is_not_read_says_why_and_what_to_do(
    wang: Talker, name: str, content: bytes, told: str
) -> None:
    before = await wang.progress()

    await wang.sends(name, content, told)

    assert await wang.progress() == before


async def judged(wang: Talker, name: str, content: bytes) -> str:
    """The report of the sheet, before anything is recorded."""
    await wang.sends(name, content, "这份谁给的")
    return as_typed((await wang.presses("不用写谁给的", "读到")).text)


async def test_columns_that_moved_and_a_file_in_gbk_are_read_as_the_template_is(
    wang: Talker,
) -> None:
    whole = await judged(wang, "原样.xlsx", GOOD)
    await wang.presses("先不记", "先不记")
    moved = await judged(wang, "挪列.xlsx", changed(lambda page: page.insert_cols(1)))
    await wang.presses("先不记", "先不记")
    gbk = await judged(wang, "国标.csv", in_gbk())

    assert "都能记" in whole
    assert moved.replace("挪列", "原样") == whole
    assert gbk.replace("国标.csv", "原样.xlsx") == whole


async def test_a_text_where_a_number_belongs_is_refused_by_its_cell(wang: Talker) -> None:
    def write(page: Worksheet) -> None:
        page.cell(at(page, "坐席总数"), 5).value = "大概三百吧?"

    told = await judged(wang, "文字.xlsx", changed(write))

    row = at(load_workbook(BytesIO(GOOD)).worksheets[0], "坐席总数")
    assert "看不懂 1" in told
    assert f"E{row} 坐席总数" in told


async def test_a_cell_merged_over_two_years_is_refused_by_its_cell(wang: Talker) -> None:
    def write(page: Worksheet) -> None:
        row = at(page, "坐席总数")
        page.merge_cells(start_row=row, end_row=row, start_column=4, end_column=5)

    told = await judged(wang, "合并.xlsx", changed(write))

    row = at(load_workbook(BytesIO(GOOD)).worksheets[0], "坐席总数")
    assert f"D{row}" in told


async def test_yuan_in_a_column_of_ten_thousands_is_doubted_by_its_cell(wang: Talker) -> None:
    def write(page: Worksheet) -> None:
        page.cell(at(page, "营业收入"), 5).value = 33506000

    told = await judged(wang, "元.xlsx", changed(write))

    row = at(load_workbook(BytesIO(GOOD)).worksheets[0], "营业收入")
    assert f"E{row} 营业收入" in told


async def test_of_two_sheets_it_is_said_which_one_was_read(wang: Talker) -> None:
    book = load_workbook(BytesIO(GOOD))
    book.create_sheet("第二页").append(["填报项", "2026 年"])

    told = await judged(wang, "两页.xlsx", saved(book))

    assert "只读了「北京样例呼叫科技有限公司」这一页;另外 1 页也有内容" in told
