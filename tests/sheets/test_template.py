from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from chat.documents import SheetColumn, SheetToFill
from sheets.reading import read_cells
from sheets.template import make_sheet

AGENTS = SheetToFill(
    name="agents.xlsx",
    title="坐席明细 · 示例公司",
    columns=(
        SheetColumn("工号", "例:00017"),
        SheetColumn("方式", "自有或外包", ("自有", "外包", "自有,兼外包")),
        SheetColumn("备注"),
    ),
    rows=(("00017", "自有", "=1+1"), ("00018", "外包", "")),
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ROWS = st.lists(st.tuples(TEXTS, TEXTS), max_size=5).map(tuple)


def opened(content: bytes) -> Worksheet:
    return load_workbook(BytesIO(content)).worksheets[0]


def read_back(content: bytes, folder: Path) -> tuple[tuple[str, ...], ...]:
    path = folder / "template"
    path.write_bytes(content)
    return read_cells(path)


def test_a_template_reads_back_as_its_headings_and_rows(tmp_path: Path) -> None:
    content = make_sheet(AGENTS)

    cells = read_back(content, tmp_path)

    assert cells == (("工号", "方式", "备注"), *AGENTS.rows)


def test_what_a_colleague_types_below_is_read(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(make_sheet(AGENTS)))
    page = book.worksheets[0]
    page["A6"], page["B6"] = "00019", "自有"
    filled = BytesIO()
    book.save(filled)

    cells = read_back(filled.getvalue(), tmp_path)

    assert cells[-1] == ("00019", "自有", "")


def test_answers_typed_over_the_hints_are_read(tmp_path: Path) -> None:
    book = load_workbook(BytesIO(make_sheet(AGENTS)))
    book.worksheets[0]["A3"] = "00001"
    filled = BytesIO()
    book.save(filled)

    cells = read_back(filled.getvalue(), tmp_path)

    assert cells[1] == ("00001", "", "")


def test_a_template_saved_as_csv_in_gbk_still_loses_title_and_hints(tmp_path: Path) -> None:
    lines = [[cell.value or "" for cell in row] for row in opened(make_sheet(AGENTS)).rows]
    text = "\r\n".join(",".join(map(str, line)) for line in lines)

    cells = read_back(text.encode("gb18030"), tmp_path)

    assert cells == (("工号", "方式", "备注"), *AGENTS.rows)


def test_a_template_without_title_hints_or_rows_reads_as_its_headings(tmp_path: Path) -> None:
    bare = SheetToFill("a.xlsx", "", (SheetColumn("号码"),))

    cells = read_back(make_sheet(bare), tmp_path)

    assert cells == (("号码",),)


def test_headings_are_bold_and_stay_in_sight() -> None:
    page = opened(make_sheet(AGENTS))

    assert page["A2"].font.b
    assert page.freeze_panes == "A3"


def test_hints_are_grey_italics() -> None:
    hint = opened(make_sheet(AGENTS))["A3"]

    assert hint.font.i
    assert hint.font.color.rgb == "00808080"


def test_columns_are_as_wide_as_their_words_within_limits() -> None:
    sheet = SheetToFill("a.xlsx", "表", (SheetColumn("号"), SheetColumn("说" * 300)))

    widths = opened(make_sheet(sheet)).column_dimensions

    assert (widths["A"].width, widths["B"].width) == (12, 36)


def test_a_row_is_high_enough_for_what_stands_in_it() -> None:
    rows = (("短", ""), ("长" * 60, ""), ("一\n二\n三", ""))
    sheet = SheetToFill("a.xlsx", "表", (SheetColumn("要求"), SheetColumn("填写")), rows)

    heights = [opened(make_sheet(sheet)).row_dimensions[row].height for row in (4, 5, 6)]

    assert heights == [None, 64, 48]


@pytest.mark.parametrize(("columns", "orientation"), [(2, "portrait"), (9, "landscape")])
def test_a_sheet_is_printed_as_wide_as_a_page_with_its_headings_on_each(
    columns: int, orientation: str
) -> None:
    page = opened(make_sheet(SheetToFill("a.xlsx", "表", (SheetColumn("号"),) * columns)))

    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, orientation)
    assert page.sheet_properties.pageSetUpPr
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$2:$2"
    assert page.oddFooter
    assert page.oddFooter.right.text == "&P / &N"


def test_empty_cells_keep_leading_zeros() -> None:
    page = opened(make_sheet(AGENTS))

    assert page.column_dimensions["A"].number_format == "@"
    assert page["A4"].number_format == "@"


def test_options_come_as_a_drop_down_even_with_commas_in_them() -> None:
    book = load_workbook(BytesIO(make_sheet(AGENTS)))

    (choice,) = book.worksheets[0].data_validations.dataValidation
    offered = [cell.value for cell in book["options"]["B"]]

    assert (str(choice.sqref), choice.formula1) == ("B4:B2005", "'options'!$B$1:$B$3")
    assert offered == ["自有", "外包", "自有,兼外包"]


def test_the_options_are_out_of_sight() -> None:
    book = load_workbook(BytesIO(make_sheet(AGENTS)))

    assert book["options"].sheet_state == "veryHidden"


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert make_sheet(AGENTS) == make_sheet(AGENTS)


@pytest.mark.parametrize("title", ["'", "a/b\\c:d?e*f[g]", "表" * 60, "options", "\0\ud800"])
def test_any_title_makes_a_workbook(title: str) -> None:
    sheet = SheetToFill("a.xlsx", title, (SheetColumn("号码", options=("1",)),))

    page = opened(make_sheet(sheet))

    assert page["A2"].value == "号码"


@settings(deadline=None, max_examples=40)
@given(start=st.sampled_from(["=", "+", "-", "@", "#REF!", ""]), text=TEXTS)
def test_no_text_becomes_a_formula(start: str, text: str) -> None:
    risky = start + text
    sheet = SheetToFill("a", risky, (SheetColumn(risky, risky, (risky,)),), ((risky,),))

    book = load_workbook(BytesIO(make_sheet(sheet)))

    kinds = {cell.data_type for page in book.worksheets for row in page.rows for cell in row}
    assert kinds <= {"s", "n"}, "every text is a text; n is what an empty cell is called"


def test_a_formula_typed_by_somebody_is_quoted() -> None:
    page = opened(make_sheet(AGENTS))

    assert (page["C4"].value, page["C4"].data_type) == ("=1+1", "s")
    assert page["C4"].quotePrefix
    assert not page["A4"].quotePrefix


@settings(deadline=None, max_examples=40)
@given(rows=ROWS)
def test_rows_come_back_as_they_were(
    tmp_path_factory: pytest.TempPathFactory, rows: tuple[tuple[str, str], ...]
) -> None:
    printable = tuple(tuple("".join(filter(str.isprintable, t)).strip() for t in r) for r in rows)
    sheet = SheetToFill("a", "表", (SheetColumn("甲"), SheetColumn("乙")), printable)

    cells = read_back(make_sheet(sheet), tmp_path_factory.getbasetemp())

    assert cells == (("甲", "乙"), *(row for row in printable if any(row)))
