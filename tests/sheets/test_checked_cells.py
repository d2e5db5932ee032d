"""Cells of a template that take numbers or days say so, hold what is known, and come back as it."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from chat.documents import DayCell, NumberCell, SheetColumn, SheetToFill
from sheets.reading import read_cells, read_page
from sheets.refusal import Refusal, SheetRefused
from sheets.template import make_sheet
from tests.sheets.workbooks import many_rows, put, rows_workbook, workbook

SEATS = NumberCell("整数,单位:席", Decimal(0))
PART = NumberCell("百分点", Decimal(0), Decimal(100), 2)
SHEET = SheetToFill(
    name="a.xlsx",
    title="三年",
    columns=(SheetColumn("填报项"), SheetColumn("2025 年"), SheetColumn("2026 年")),
    rows=(
        ("坐席总数", "400", ""),
        ("校验数据", "", ""),
        ("占比", "30.5", "=1+1"),
        ("有效期", "2030-12-31", ""),
    ),
    checks={
        (0, 1): SEATS,
        (0, 2): SEATS,
        (2, 1): PART,
        (2, 2): PART,
        (3, 1): DayCell("日期,如 2026-12-31"),
    },
    own_rows=frozenset({1}),
    still=1,
)


def page() -> Worksheet:
    return load_workbook(BytesIO(make_sheet(SHEET))).worksheets[0]


def test_numbers_and_days_are_numbers_and_days_and_come_back_as_they_were(tmp_path: Path) -> None:
    made = page()

    assert (made["B4"].value, made["B6"].value) == (400, 30.5)
    assert made["B7"].value == datetime(2030, 12, 31)  # noqa: DTZ001 - as a cell has it
    assert read_cells(put(tmp_path, make_sheet(SHEET))) == (
        ("填报项", "2025 年", "2026 年"),
        ("坐席总数", "400", ""),
        ("占比", "30.5", "=1+1"),
        ("有效期", "2030-12-31", ""),
    )


def test_a_cell_says_which_number_it_takes_and_lets_whoever_insists() -> None:
    found = {str(each.sqref): each for each in page().data_validations.dataValidation}

    seats, part, day = found["B4 C4"], found["B6 C6"], found["B7"]
    assert (seats.type, seats.operator, seats.formula1) == ("whole", "greaterThanOrEqual", "0")
    assert (part.type, part.operator, part.formula1, part.formula2) == (
        *("decimal", "between", "0", "100"),
    )
    assert day.type == "date"
    assert {each.errorStyle for each in found.values()} == {"warning"}
    assert seats.error == seats.prompt == "整数,单位:席"


def test_what_is_no_number_in_a_number_cell_never_becomes_a_formula() -> None:
    cell = page()["C6"]

    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_names_and_headings_stay_in_sight() -> None:
    assert page().freeze_panes == "B3"


# --- where the cells of an uploaded sheet stand --------------------------------------------


def test_rows_keep_the_numbers_they_had(tmp_path: Path) -> None:
    content = rows_workbook(("※\u3000题",), ("甲",), (), ("乙",))

    places = read_page(put(tmp_path, content)).places

    assert places.numbers == (2, 4)
    assert (places.name(0, 0), places.name(1, 27)) == ("A2", "AB4")


def test_cells_made_one_are_named(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["甲", "乙", "丙"])
        page.merge_cells("B1:C1")

    places = read_page(put(tmp_path, workbook(fill))).places

    assert places.merged == ("B1:C1",)
    assert [places.merged_with(0, column) for column in range(3)] == ["", "B1:C1", "B1:C1"]


def test_a_formula_without_its_result_is_named_and_one_with_it_is_read(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["甲", "=1+1"])

    places = read_page(put(tmp_path, workbook(fill))).places

    assert places.unreckoned == ("B1",)


def test_a_hundred_thousand_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_page(put(tmp_path, many_rows(100_000)))

    assert refused.value.why is Refusal.TOO_BIG
