"""A template may offer choices in single cells, where its rows ask different things."""

from io import BytesIO

from openpyxl import load_workbook

from chat.documents import SheetColumn, SheetToFill
from sheets.template import make_sheet

MIXED = SheetToFill(
    name="mixed.xlsx",
    title="财务",
    columns=(SheetColumn("事项"), SheetColumn("填写")),
    rows=(("坐席总数", ""), ("开通", ""), ("性质", "")),
    choices={(1, 1): ("已开通", "未开通"), (2, 1): ("国有", "民营", "外资")},
)


def test_each_cell_offers_its_own_choices_and_the_others_none() -> None:
    book = load_workbook(BytesIO(make_sheet(MIXED)))

    validations = book.worksheets[0].data_validations.dataValidation
    offered = {str(each.sqref): each.formula1 for each in validations}

    assert offered == {"B5": "'options'!$C$1:$C$2", "B6": "'options'!$D$1:$D$3"}
    assert [cell.value for cell in book["options"]["D"]] == ["国有", "民营", "外资"]


def test_the_same_choices_give_the_same_bytes() -> None:
    assert make_sheet(MIXED) == make_sheet(MIXED)
