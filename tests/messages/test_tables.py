"""Tables typed as lines, or read from a sheet: taken whole, or each wrong cell named."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chat.cells import letters
from messages.catalogue import load_catalogue
from messages.say import say
from messages.tables import FaultyRows, InSheet, ReadRows, read_lines, read_table
from messages.values import Refused
from messages.wording import Wording
from workflow.given import Number, Rows, Words
from workflow.pack import Column, NumberKind, NumberSpec, TextSpec
from workflow.text import Text

TODAY = date(2027, 3, 10)
ZH = Wording(load_catalogue(), "zh-CN", ZoneInfo("Asia/Shanghai"))
SHARE = NumberSpec(NumberKind.PERCENT, Text("%", "%"))


def number(value: str) -> Number:
    return Number(Decimal(value))


COLUMNS = (
    Column("name", Text("股东名称", "Shareholder"), TextSpec()),
    Column("share", Text("持股比例(%)", "Share (%)"), SHARE),
    Column("note", Text("备注", "Note"), TextSpec(), required=False),
)
ANN = (Words("安"), number("60"), None)
BEN = (Words("本"), number("40"), Words("代持"))


@pytest.mark.parametrize(
    "text",
    [
        "安,60%\n本,40%,代持",
        "安,60% \n\n 本;40%,代持",
        "安|60%|\n本|40%|代持",
        "安\t60%\n本\t40%\t代持",
        "安 60%\n本 40% 代持",
        "股东名称,持股比例,备注\n安,60%,\n本,40%,代持",
        "持股比例(%)* ,股东名称,备注\n60%,安,\n40%,本,代持",
        "Shareholder,Share,Note\n安,60%,\n本,40%,代持",
    ],
)
def test_lines_become_rows_however_they_are_parted(text: str) -> None:
    assert read_lines(text, COLUMNS, TODAY) == ReadRows(Rows((ANN, BEN)))


SHEET = InSheet(lambda row, column: f"{letters(column)}{row + 1}", lambda _row, _column: None)


def said(reading: object) -> list[str]:
    """All that is wrong, in words."""
    assert isinstance(reading, FaultyRows)
    return [ZH.plain(each.why) for each in reading.faults]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((("安", "60%"), ("本", "")), ["第 2 行缺「持股比例(%)」,请补上后整表重发。"]),
        ((("安", "0.6"),), ["第 1 行「持股比例(%)」:有两种读法:0.6 %、60 %,请写明单位或年份"]),
        ((("安", "60%", "", "多"),), ["第 1 行列数多了,应为 3 列。列之间用逗号、竖线或空格隔开。"]),
        (
            (("股东名称", "持股比例"), ("安", "60%"), ("", "40%")),
            ["第 2 行缺「股东名称」,请补上后整表重发。"],
        ),
    ],
)
def test_a_fault_names_its_row_without_counting_headings(
    rows: Sequence[tuple[str, ...]], told: list[str]
) -> None:
    assert said(read_table(rows, COLUMNS, TODAY)) == told


def test_every_fault_of_a_sheet_is_named_by_its_cell() -> None:
    rows = (
        ("备注", "股东名称", "持股比例"),
        ("", "安", "很多"),
        ("", "", "不详"),
        ("", "本", "40%"),
    )

    told = said(read_table(rows, COLUMNS, TODAY, SHEET))

    assert [each.split()[0] for each in told] == ["C2", "B3", "C3"]


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        (("股东名称", "持股比例", "序号"), "C1 这张表没有「序号」这一列,请删掉这一列再发。"),
        (("股东名称", "持股比例", ""), "C1 这张表没有「」这一列,请删掉这一列再发。"),
        (
            ("股东名称", "持股比例", "股东名称"),
            "C1 「股东名称」有两列,不知道用哪一列。请删掉一列再发。",
        ),
        (("股东名称", "备注"), "表头没有「持股比例(%)」这一列,请补上再发。"),
    ],
)
def test_a_column_that_is_not_ours_or_missing_is_named_once(
    headings: tuple[str, ...], told: str
) -> None:
    rows = (headings, ("安", "60%", "本")[: len(headings)], ("本", "40%", "x")[: len(headings)])

    assert said(read_table(rows, COLUMNS, TODAY, SHEET)) == [told]


def test_headings_are_found_below_what_somebody_wrote_above_them() -> None:
    rows = (("2026 年股东", "", ""), ("备注", "股东名称", "持股比例"), ("", "安", "60%"))

    assert read_table(rows, COLUMNS, TODAY, SHEET) == ReadRows(Rows((ANN,)))


def test_a_column_without_heading_moves_no_other() -> None:
    rows = (("股东名称", "", "持股比例"), ("安", "", "60%"))

    assert read_table(rows, COLUMNS, TODAY, SHEET) == ReadRows(Rows((ANN,)))


def test_what_is_wrong_with_a_cell_itself_is_said_whatever_stands_in_it() -> None:
    trouble = {(0, 1): say("cell-unreckoned"), (1, 1): say("cell-merged", cells="B2:B3")}
    sheet = InSheet(SHEET.name, lambda row, column: trouble.get((row, column)))

    told = said(read_table((("安", ""), ("本", "40%")), COLUMNS, TODAY, sheet))

    assert [each[:2] for each in told] == ["B1", "B2"]
    assert ["公式" in told[0], "B2:B3" in told[1]] == [True, True]


@pytest.mark.parametrize("rows", [(), (("股东名称", "持股比例"),)])
def test_headings_alone_are_no_table(rows: Sequence[tuple[str, ...]]) -> None:
    reading = read_table(rows, COLUMNS, TODAY)

    assert isinstance(reading, Refused)
    assert reading.why.sentence == "table-empty"


def test_empty_cells_at_the_end_of_a_row_are_no_columns() -> None:
    assert isinstance(read_table((("安", "60%", "", "", " "),), COLUMNS, TODAY), ReadRows)


cells = st.lists(st.text(max_size=8) | st.sampled_from(["60%", "股东名称", "备注"]), max_size=5)


@settings(deadline=None)
@given(st.lists(cells.map(tuple), max_size=5))
def test_no_sheet_crashes_the_reading(rows: list[tuple[str, ...]]) -> None:
    assert isinstance(read_table(rows, COLUMNS, TODAY), ReadRows | FaultyRows | Refused)
