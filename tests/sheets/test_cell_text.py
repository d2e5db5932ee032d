from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheets.reading import read_cells
from tests.sheets.workbooks import put, rows_workbook, with_parts, with_sheet_xml, workbook


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (280, "General", "280"),
        (280.0, "General", "280"),
        (1860.5, "#,##0.00", "1860.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e20, "General", "100000000000000000000"),
        (1.5e-7, "General", "0.00000015"),
        (-0.0, "General", "0"),
        (0.48, "0%", "48%"),
        (0.4812, "0.00%", "48.12%"),
        (-0.3, "0.0%;[Red]-0.0%", "-30%"),
        (48, '0"%"', "48"),
        (1.2, "\\%0", "1.2"),
        (18600000, '0!.0,"万"', "1860万"),
        (18605000, '0\\.0,"万元"', "1860.5万"),
        (1860, '0"万"', "1860万"),
        (350000000, '0!.00,,"亿"', "3.5亿"),
        (1012345678, "00000000000", "01012345678"),
        (7, "0", "7"),
        (True, "General", "TRUE"),
        (date(2027, 3, 31), "yyyy-mm-dd", "2027-03-31"),
        (datetime(2027, 3, 31, 9, 30), "yyyy-mm-dd hh:mm", "2027-03-31 09:30:00"),  # noqa: DTZ001  a cell has no zone
        (date(2027, 3, 31), 'yyyy"年"m"月"d"日"', "2027-03-31"),
        (time(9, 30), "hh:mm", "09:30:00"),
        ("  00017\t", "@", "00017"),
        ("二〇二七", "General", "二〇二七"),
        ("#REF!", "General", "#REF!"),
        ("一_x000D_\n二", "General", "一\n二"),
    ],
)
def test_a_cell_reads_as_it_is_shown(
    tmp_path: Path, value: float | str | date | time, number_format: str, text: str
) -> None:
    def fill(page: Worksheet) -> None:
        page["A1"] = value
        page["A1"].number_format = number_format

    assert read_cells(put(tmp_path, workbook(fill))) == ((text,),)


def test_a_formula_reads_as_its_stored_value(tmp_path: Path) -> None:
    content = with_sheet_xml(
        '<row><c><f>SUM(B1:B9)</f><v>42</v></c><c t="e"><v>#DIV/0!</v></c></row>'
    )

    assert read_cells(put(tmp_path, content)) == (("42", "#DIV/0!"),)


def test_a_formula_that_was_never_computed_reads_as_nothing(tmp_path: Path) -> None:
    content = rows_workbook(("合计", "=SUM(B1:B9)", "末"))

    assert read_cells(put(tmp_path, content)) == (("合计", "", "末"),)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("123456789012345678", "123456789012345678"),
        ("1.860E3", "1860"),
        ("0.30000000000000004", "0.3"),
    ],
)
def test_a_number_reads_in_plain_digits(tmp_path: Path, stored: str, text: str) -> None:
    content = with_sheet_xml(f"<row><c><v>{stored}</v></c></row>")

    assert read_cells(put(tmp_path, content)) == ((text,),)


def styled(number_format_id: int, value: str) -> bytes:
    """A cell whose number format is known by its id alone, as Chinese Excel writes dates."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    formats = f'<cellXfs><xf numFmtId="0"/><xf numFmtId="{number_format_id}"/></cellXfs>'
    content = with_sheet_xml(f'<row><c s="1"><v>{value}</v></c></row>')
    return with_parts(content, {"xl/styles.xml": f"<styleSheet {space}>{formats}</styleSheet>"})


@pytest.mark.parametrize(
    ("number_format_id", "value", "text"),
    [
        (14, "46477", "2027-03-31"),
        (31, "46477", "2027-03-31"),
        (57, "46477", "2027-03-31"),
        (32, "0.5", "12:00:00"),
        (31, "99999999999", "99999999999"),
        (49, "46477", "46477"),
    ],
)
def test_chinese_dates_known_by_id_alone_are_dates(
    tmp_path: Path, number_format_id: int, value: str, text: str
) -> None:
    content = styled(number_format_id, value)

    assert read_cells(put(tmp_path, content)) == ((text,),)


def test_rich_text_in_place_reads_as_its_words(tmp_path: Path) -> None:
    words = "<is><r><t>坐</t></r><r><t>席</t></r></is>"

    cells = read_cells(put(tmp_path, with_sheet_xml(f'<row><c t="inlineStr">{words}</c></row>')))

    assert cells == (("坐席",),)


def test_a_workbook_of_the_other_calendar_keeps_its_dates(tmp_path: Path) -> None:
    content = rows_workbook((date(2027, 3, 31),))
    book = load_workbook(put(tmp_path, content, "plain.xlsx"))
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001  the epoch of a workbook has no zone
    book.save(tmp_path / "mac.xlsx")

    assert read_cells(tmp_path / "mac.xlsx") == (("2027-03-31",),)
