"""How papers lie: columns wide enough, headings repeated, nothing cut, one sheet for each long list."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from zipfile import ZipFile

import pypdfium2
import pytest
from docx import Document
from docx.shared import Pt
from python_calamine import CalamineWorkbook

from reports.lettering import width
from reports.paper import Facts, Format, Heading, Paper, PaperColumn, Paragraph, Table
from reports.paper_writing import write
from reports.sheet_grid import SIZE, height, places, widths_of
from tests.reports.papers import OF_FINDINGS, filled, printed
from tests.reports.test_quality_paper import the_company, worded
from workflow.papers import PaperKind

WIDE = Table(tuple(PaperColumn(f"列{n}", n % 3 + 1) for n in range(12)), (("值",) * 12,))
NARROW = Table((PaperColumn("检查项", 3), PaperColumn("缺少", 4)), (("甲", "乙"),))
MILLIMETRES = {True: 297 - 36, False: 210 - 36}
"""Between the edges of a page that lies, and of one that stands."""
POINTS = 72 / 25.4
INSET = 2 * 4


def inside(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as parts:
        return parts.read(name).decode()


def every(locale: str) -> list[Paper]:
    papers = [printed(filled(), kind, locale=locale) for kind in OF_FINDINGS]
    return [*papers, worded(the_company(), locale)]


# --- columns ----------------------------------------------------------------------------


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_no_word_of_a_heading_or_cell_is_wider_than_its_column(locale: str) -> None:
    papers = every(locale)

    assert [
        (paper.title, column.heading, word)
        for paper in papers
        for part in paper.parts
        if isinstance(part, Table)
        for place, column in enumerate(part.columns)
        for row in ([each.heading for each in part.columns], *part.rows)
        for word in re.findall(r"[A-Za-z0-9.:−-]+", row[place])
        if width(word, 8) > room(paper, part, column)
    ] == []


def room(paper: Paper, table: Table, column: PaperColumn) -> float:
    """Points between the lines of a column."""
    across = MILLIMETRES[paper.is_wide] * POINTS
    return across * column.share / sum(each.share for each in table.columns) - INSET


@pytest.mark.parametrize("shares", [[1], [1, 4], [4, 3, 3, 6, 6], [1] * 11, [9, 1, 1], [1, 1, 9]])
def test_a_narrow_table_stands_on_the_columns_of_the_widest_and_is_as_wide(
    shares: list[int],
) -> None:
    widths = widths_of([NARROW, WIDE], 150)

    found = places(shares, widths)

    assert len(found) == len(shares)
    assert (found[0].first, found[-1].last) == (1, len(widths))
    assert all(right.first == left.last + 1 for left, right in pairwise(found))
    assert all(place.last >= place.first for place in found)
    assert sum(place.width for place in found) == pytest.approx(sum(widths))


@pytest.mark.parametrize("shares", [[1, 100, 100], [100, 1, 100], [100, 100, 1], [100, 1, 1]])
def test_the_narrowest_cell_has_a_column_of_its_own(shares: list[int]) -> None:
    found = places(shares, [40] * 4)

    assert all(place.width >= 40 for place in found)
    assert [right.first - left.last for left, right in pairwise(found)] == [1, 1]


def test_facts_have_two_columns_beside_a_table_of_one() -> None:
    single = replace(NARROW, columns=NARROW.columns[:1], rows=())

    found = places([1, 4], widths_of([single], 150))

    assert [(place.first, place.last) for place in found] == [(1, 1), (2, 2)]


def test_the_widest_table_stands_as_it_wants_to() -> None:
    widths = widths_of([NARROW, WIDE], 150)

    found = places([column.share for column in WIDE.columns], widths)

    assert [(place.first, place.last) for place in found] == [(n, n) for n in range(1, 13)]


def test_a_row_is_as_high_as_what_stands_in_its_highest_cell() -> None:
    assert height(SIZE, "一行", 20) == 15
    assert height(SIZE, "第一行\n第二行", 20) == 30
    assert height(SIZE, "字" * 20, 22) == 45
    assert height(2 * SIZE, "字" * 10, 22) == 90


# --- sheets -----------------------------------------------------------------------------


def test_each_long_list_has_a_sheet_of_its_own_named_as_it_is_headed() -> None:
    content = write(printed(filled(), PaperKind.DRAFT), Format.XLSX)

    names = CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names

    assert names == ["初版年报", "附 风险差异清单", "未检查(缺少数据,不等于通过)"]


def test_the_headings_of_a_sheet_s_only_table_are_printed_on_every_page_and_stay_in_sight() -> None:
    content = write(printed(filled()), Format.XLSX)

    book = inside(content, "xl/workbook.xml")
    first, second = (inside(content, f"xl/worksheets/sheet{n}.xml") for n in (1, 2))

    assert re.findall(r"Print_Titles[^>]*>('[^<]+)<", book) == [
        "'风险差异清单'!$10:$10",
        "'未检查(缺少数据,不等于通过)'!$2:$2",
    ]
    assert 'topLeftCell="A3"' in second
    assert "<pane" not in first
    assert "<autoFilter" in first
    assert "<autoFilter" in second


def test_headings_of_one_table_are_not_printed_over_another() -> None:
    content = write(Paper("两张表", (WIDE, NARROW)), Format.XLSX)

    assert "Print_Titles" not in inside(content, "xl/workbook.xml")


def test_a_sheet_has_a_name_that_an_office_accepts_whatever_it_is_headed() -> None:
    heads = ("'[甲]:*?/\\乙'", "", "", "长" * 40)
    parts = tuple(Heading(text, own_sheet=True) for text in heads)

    names = CalamineWorkbook.from_filelike(
        BytesIO(write(Paper("", parts), Format.XLSX))
    ).sheet_names

    assert len(set(names)) == 5
    assert [name for name in names if not 0 < len(name) <= 31] == []
    assert [name for name in names if set(name) & set("[]:*?/\\'")] == []


# --- the document -----------------------------------------------------------------------


def test_a_table_is_followed_by_its_next_heading_and_grids_never_touch() -> None:
    facts = Facts((("企业", "甲"),))
    paper = Paper("单", (facts, NARROW, Heading("又"), WIDE, Paragraph("完"), NARROW))

    body = inside(write(paper, Format.DOCX), "word/document.xml")

    assert re.search(r"</w:tbl>\s*<w:tbl\b", body) is None
    assert re.search(r'</w:tbl>\s*<w:p><w:pPr><w:pStyle w:val="Heading1"/>', body)
    assert re.search(r"</w:tbl>\s*<w:sectPr", body) is None


def test_the_line_below_the_last_table_opens_no_page() -> None:
    content = write(Paper("单", (NARROW, NARROW)), Format.DOCX)

    between, last = Document(BytesIO(content)).paragraphs[1:]

    assert (between.paragraph_format.line_spacing, last.paragraph_format.line_spacing) == (
        None,
        Pt(1),
    )


def test_a_row_stays_whole_unless_it_could_be_longer_than_a_page() -> None:
    rows = (("短", "短"), ("长" * 5000, "短"))
    paper = Paper("单", (Table(NARROW.columns, rows), Facts((("企业", "长" * 5000),))))

    body = inside(write(paper, Format.DOCX), "word/document.xml")

    assert body.count("<w:cantSplit/>") == 1


# --- language ---------------------------------------------------------------------------


def test_quotes_take_less_room_among_latin_letters_than_among_chinese_ones() -> None:
    assert between_the_letters("en") < 9 < between_the_letters("zh-CN")


def between_the_letters(locale: str) -> float:
    """Points from the one letter to the other, with a quote and a blank between."""
    paper = Paper("x", (Paragraph("a’ b"),), locale=locale)
    with pypdfium2.PdfDocument(write(paper, Format.PDF)) as opened:
        text = opened[0].get_textpage()
        start = text.get_text_range().index("a’")
        return float(text.get_charbox(start + 3)[0] - text.get_charbox(start)[2])


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_latin_letters_of_a_document_are_english_so_that_no_word_of_them_is_broken(
    locale: str,
) -> None:
    paper = Paper("x", (), locale=locale)

    styles = inside(write(paper, Format.DOCX), "word/styles.xml")

    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"' in styles
