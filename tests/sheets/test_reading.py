from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from sheets.reading import read_cells
from sheets.refusal import Refusal, SheetRefused
from tests.sheets.workbooks import (
    SHEET_PART,
    many_rows,
    put,
    rows_workbook,
    saved,
    with_parts,
    with_sheet_xml,
    workbook,
)


def refusal(path: Path) -> Refusal:
    with pytest.raises(SheetRefused) as refused:
        read_cells(path)
    return refused.value.why


def test_rows_have_one_width_and_no_empty_tail(tmp_path: Path) -> None:
    content = rows_workbook(("a", "b", " "), ("c",), (), ("", "d", None), ("", ""))

    assert read_cells(put(tmp_path, content)) == (("a", "b"), ("c", ""), ("", "d"))


def test_a_merged_cell_stands_in_its_first_place(tmp_path: Path) -> None:
    def fill(page: Worksheet) -> None:
        page.append(["部门", "人数", "备注"])
        page.merge_cells("A1:B1")

    assert read_cells(put(tmp_path, workbook(fill))) == (("部门", "", "备注"),)


def test_the_first_sheet_with_content_is_read(tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("empty too")
    book.create_sheet("full").append(["坐席", 280])
    book.create_sheet("later").append(["other"])

    assert read_cells(put(tmp_path, saved(book))) == (("坐席", "280"),)


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["secret"])
    book.worksheets[0].sheet_state = "hidden"
    book.create_sheet("shown").append(["plain"])
    book.active = 1

    assert read_cells(put(tmp_path, saved(book))) == (("plain",),)


def test_a_wrong_size_written_into_the_file_hides_nothing(tmp_path: Path) -> None:
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'
        '</row><row r="2"><c r="A2"><v>3</v></c></row></sheetData></worksheet>'
    )
    content = with_parts(rows_workbook(("x",)), {SHEET_PART: sheet})

    assert read_cells(put(tmp_path, content)) == (("1", "2"), ("3", ""))


def test_a_sheet_formatted_down_to_the_last_row_is_read(tmp_path: Path) -> None:
    content = with_sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"/>')

    assert read_cells(put(tmp_path, content)) == (("1",),)


def test_an_empty_workbook_is_said_to_be_empty(tmp_path: Path) -> None:
    assert refusal(put(tmp_path, rows_workbook())) is Refusal.EMPTY


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b",,,\r\n,,,"])
def test_an_empty_text_is_said_to_be_empty(tmp_path: Path, content: bytes) -> None:
    assert refusal(put(tmp_path, content)) is Refusal.EMPTY


@pytest.mark.parametrize(("rows", "columns", "characters"), [(2001, 1, 1), (1, 30, 1), (1, 1, 500)])
def test_what_is_just_within_the_limits_is_read_whole(
    tmp_path: Path, rows: int, columns: int, characters: int
) -> None:
    expected = (("坐" * characters,) * columns,) * rows

    assert read_cells(put(tmp_path, rows_workbook(*expected))) == expected


@pytest.mark.parametrize(("rows", "columns", "characters"), [(2002, 1, 1), (1, 31, 1), (1, 1, 501)])
def test_what_is_over_the_limits_is_refused_and_never_cut(
    tmp_path: Path, rows: int, columns: int, characters: int
) -> None:
    content = rows_workbook(*((("坐" * characters,) * columns,) * rows))

    assert refusal(put(tmp_path, content)) is Refusal.TOO_BIG


@pytest.mark.slow
def test_a_million_rows_are_refused(tmp_path: Path) -> None:
    path = put(tmp_path, many_rows(1_000_000))

    assert refusal(path) is Refusal.TOO_BIG


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工号,方式\n00017,自有\n", (("工号", "方式"), ("00017", "自有"))),
        ("工号;方式\r\n00017;1,5\r\n", (("工号", "方式"), ("00017", "1,5"))),
        ("工号\t方式\n00017\t自有", (("工号", "方式"), ("00017", "自有"))),
        ('甲,"乙\n丙,""丁"""\n', (("甲", '乙\n丙,"丁"'),)),
        ('="0101",x\n', (("0101", "x"),)),
        ("单列\n甲\n", (("单列",), ("甲",))),
        ("题\n\n甲,乙\n", (("题", ""), ("甲", "乙"))),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_with_separators_reads_in_every_office_encoding(
    tmp_path: Path, text: str, expected: tuple[tuple[str, ...], ...], encoding: str
) -> None:
    path = put(tmp_path, text.encode(encoding), "export.csv")

    assert read_cells(path) == expected


@pytest.mark.parametrize(
    "content",
    [b"%PDF-1.7\n\0\xff\xfe", b"\x89PNG\r\n\x1a\n\0\0", b"a,b\0c", b"\xff\xff\xff", b"\xff\xfe\0"],
)
def test_what_is_no_text_is_broken(tmp_path: Path, content: bytes) -> None:
    assert refusal(put(tmp_path, content)) is Refusal.BROKEN


@pytest.mark.parametrize("content", [b"<html><table>", b"\xef\xbb\xbf <?xml version='1.0'?>"])
def test_a_web_page_named_as_a_sheet_wants_saving_anew(tmp_path: Path, content: bytes) -> None:
    assert refusal(put(tmp_path, content, "export.xls")) is Refusal.OLD_FORMAT


def test_a_text_of_one_boundless_field_is_too_much(tmp_path: Path) -> None:
    content = b'"' + b"x" * 100_000

    assert refusal(put(tmp_path, content)) is Refusal.TOO_BIG
