"""三年对照表 filled in badly, as real files: handled, or refused with the cell named."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheets.reading import read_page
from sheets.template import make_sheet
from tests.chat.markup import presses, words
from tests.chat.office import FROM_SHEET, given, office, skip, take
from tests.chat.stage import WANG
from tests.chat.years import (
    HEADINGS,
    as_csv,
    asked_years,
    came,
    comes_back,
    earlier,
    filled_in,
    newest,
    number,
    put,
    recorded,
    row_of,
)
from tests.sheets.workbooks import saved
from workflow.given import AnswerGiven, Day


def refused(tmp_path: Path, title: str, column: str, value: object) -> str:
    """What is said where one cell was filled in so; the cell is named, nothing can be recorded."""
    one = office()
    cells: list[str] = []
    told = comes_back(one, tmp_path, lambda page: cells.append(put(page, title, column, value)))
    assert f"❓ {cells[0]} {title}" in words(told)
    assert take() not in presses(told)
    return words(told)


@pytest.mark.parametrize(
    ("title", "value", "why"),
    [
        ("坐席总数", "大概两百", "确切的数"),
        ("坐席总数", "两百人", "单位"),
        ("坐席总数", -3, "不能小于"),
        ("坐席总数", 280.5, "整数"),
        ("营业收入", 18_600_000, "有两种读法:1,860 万元、18,600,000 万元"),
        ("外呼业务占比", 0.3, "有两种读法"),
        ("坐席总数", "#REF!", "这里要一个数"),
        ("坐席总数", True, "这里要一个数"),
        ("坐席总数", "=A1*2", "这格是公式"),
        ("许可证有效期至", "三十二号", ""),
        ("企业性质", "很好", "没有这个选项"),
    ],
)
@pytest.mark.parametrize("year", ["2025", "2026"])
def test_a_cell_that_is_no_answer_is_refused_by_its_name(
    tmp_path: Path, title: str, value: object, why: str, year: str
) -> None:
    assert why in refused(tmp_path, title, year, value)


@pytest.mark.parametrize(
    ("title", "value", "shown"),
    [
        ("营业收入", "18600000元", "1,860 万元"),
        ("营业收入", "1860万", "1,860 万元"),
        ("营业收入", "0.186亿", "1,860 万元"),
        ("营业收入", "1,860.50", "1,860.50 万元"),
        ("营业收入", 1860.5, "1,860.50 万元"),
        ("坐席总数", "２８０", "280 席"),
        ("坐席总数", "两百八十席", "280 席"),
        ("外呼业务占比", "30%", "30 %"),
        ("许可证有效期至", 47848, "2030‑12‑31"),
        ("许可证有效期至", "2030年12月31日", "2030‑12‑31"),
    ],
)
def test_one_figure_written_in_many_ways_is_one_figure(
    tmp_path: Path, title: str, value: object, shown: str
) -> None:
    one = office()

    told = comes_back(one, tmp_path, lambda page: put(page, title, "2025", value))

    assert f"{title}:2025 年 {shown}" in words(told)


def test_a_percent_cell_holds_percent(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "外呼业务占比", "2026", 0.3)
        page.cell(row_of(page, "外呼业务占比"), 7).number_format = "0%"

    comes_back(one, tmp_path, fill)
    recorded(one)

    assert given(one, "outbound_share") == number("30")


def test_a_date_that_lost_its_format_is_a_date(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "许可证有效期至", "2026", 47848)
        page.cell(row_of(page, "许可证有效期至"), 7).number_format = "General"

    comes_back(one, tmp_path, fill)
    recorded(one)

    assert given(one, "licence_valid_to") == AnswerGiven(Day(date(2030, 12, 31)), origin=FROM_SHEET)


def test_cells_made_one_are_not_guessed_at(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2025", 400)
        row = row_of(page, "坐席总数")
        page.merge_cells(f"F{row}:G{row}")

    told = comes_back(one, tmp_path, fill)

    assert "是合并的单元格" in words(told)
    assert take() not in presses(told)


def test_moved_columns_are_known_by_their_headings(tmp_path: Path) -> None:
    one = office()
    rows = (("2025 年", "2026 年", "备注", "填报项"), ("400", "280", "x", "坐席总数"))

    one.does(WANG, came(tmp_path, as_csv(rows, "utf-8")))
    one.presses(WANG, skip(), take())

    assert (newest(one, 2025, "seats_total"), given(one, "seats_total")) == (
        number("400"),
        number("280"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_a_csv_in_any_office_encoding_names_its_cells(tmp_path: Path, encoding: str) -> None:
    one = office()
    rows = (("三年",), (), HEADINGS, ("坐席总数", "380", "四百左右", "280"))

    one.does(WANG, came(tmp_path, as_csv(rows, encoding)))
    told = one.presses(WANG, skip())

    assert "❓ C4 坐席总数:请给确切的数" in words(told)
    assert "坐席总数:2024 年 380 席、2026 年 280 席" in words(told)


@pytest.mark.parametrize(
    ("headings", "why"),
    [
        (("填报项", "2023 年", "2025 年"), "❓ B1 2023:这份年报只收 2024、2025 两年"),
        (("填报项", "2026 年", "2026 年"), "❓ 2026:B1、C1 两列写的是同一年"),
    ],
)
def test_a_column_of_no_year_of_ours_is_named(
    tmp_path: Path, headings: tuple[str, ...], why: str
) -> None:
    one = office()

    told = one.does(WANG, came(tmp_path, as_csv((headings, ("坐席总数", "1", "")), "utf-8")))

    assert why in words(told)


def test_an_item_that_stands_twice_counts_once(tmp_path: Path) -> None:
    one = office()
    rows = (
        HEADINGS,
        ("坐席总数", "", "400", ""),
        ("坐席总数", "", "410", ""),
        ("预算", "1", "", ""),
    )

    one.does(WANG, came(tmp_path, as_csv(rows, "utf-8")))
    told = one.presses(WANG, skip(), take())

    assert newest(one, 2025, "seats_total") == number("400")
    assert "已记入 1 项" in words(told)


def test_of_two_pages_ours_is_read_and_the_other_one_named(tmp_path: Path) -> None:
    one = office()
    book = load_workbook(BytesIO(make_sheet(asked_years(one))))
    put(book.worksheets[0], "坐席总数", "2025", 400)
    front = book.create_sheet("封面", 0)
    front["A1"] = "给管局的"

    one.does(WANG, came(tmp_path, saved(book)))
    told = one.presses(WANG, skip())

    assert "另外 1 页也有内容,没有读" in words(told)
    assert "坐席总数:2025 年 400 席" in words(told)


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("数据日期", "年底吧", "的数据日期看不懂"),
        ("暂估", "也许", "的「暂估」请填「是」"),
        ("出处", "长" * 200, "太长"),
    ],
)
def test_what_is_said_of_a_figure_is_understood_or_the_figure_waits(
    tmp_path: Path, column: str, value: str, why: str
) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2026", 280)
        put(page, "坐席总数", column, value)

    told = comes_back(one, tmp_path, fill)

    assert why in words(told)
    assert take() not in presses(told)


def test_what_somebody_recorded_meanwhile_is_left_out(tmp_path: Path) -> None:
    one = office()
    first = came(tmp_path, filled_in(one, lambda page: put(page, "坐席总数", "2025", 400)))
    second = replace(first, file=replace(first.file, id="beefbeef0000"))  # type: ignore[arg-type]
    one.does(WANG, second)
    one.does(WANG, first)
    one.presses(WANG, skip("beefbeef"), take("beefbeef"))

    answer = one.presses(WANG, skip(), take())

    assert "没有要记的了" in words(answer)
    state = earlier(one, 2025, "seats_total")
    assert state is not None
    assert len(state.entries) == 1


def test_the_template_is_known_as_ours_by_its_marks(tmp_path: Path) -> None:
    (tmp_path / "sheet").write_bytes(make_sheet(asked_years(office())))

    page = read_page(tmp_path / "sheet")

    assert page.is_ours
    assert page.places.numbers[:2] == (2, 4)
