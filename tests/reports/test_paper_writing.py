"""Papers of every format, opened by other libraries than made them."""

import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pypdfium2
import pytest
from pypdf import PdfReader

from reports.paper import Facts, Format, Heading, Paper, PaperColumn, Paragraph, Table
from reports.paper_writing import write
from tests.reports.opened import bare, document, pages, sheet
from tests.source import ROOT

COLUMNS = (PaperColumn("编号"), PaperColumn("字段", 3), PaperColumn("本年", 2, is_number=True))
ROWS = (("1", "坐席总数", "280"), ("2", "营业收入", "1860.50"), ("3", "法定代表人", "张𠮷"))
PAPER = Paper(
    "风险差异清单",
    (
        Facts((("企业", "北京甲呼叫科技有限公司"), ("编号", "第 3 号"))),
        Paragraph("内部留痕,不代替年报承诺书", emphasis=True),
        Heading("一、经营情况"),
        Table(COLUMNS, ROWS),
        Heading("附注", 2),
        Paragraph("第一行\n第二行"),
    ),
    footer="北京甲 & 2026 年度",
    is_wide=True,
)


def with_rows(*rows: tuple[str, ...]) -> Paper:
    return replace(PAPER, parts=(Table(COLUMNS, rows),))


@pytest.mark.parametrize("format_", Format)
def test_the_same_paper_gives_the_same_bytes(format_: Format) -> None:
    assert write(PAPER, format_) == write(PAPER, format_)


@pytest.mark.parametrize("format_", [Format.DOCX, Format.XLSX])
def test_a_file_says_nothing_of_who_made_it_or_when(format_: Format) -> None:
    with ZipFile(BytesIO(write(PAPER, format_))) as parts:
        core = parts.read("docProps/core.xml").decode()
        years = {part.date_time[0] for part in parts.infolist()}

    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}
    assert re.findall(r"(?:creator|lastModifiedBy)>([^<]+)<", core) == []
    assert years == {1980}


def test_a_workbook_is_the_same_whichever_way_its_library_writes_xml() -> None:
    script = (
        "import sys; from reports.paper_writing import write;"
        "from tests.reports.test_paper_writing import PAPER;"
        "sys.stdout.buffer.write(write(PAPER, 'xlsx'))"
    )

    plain, quick = (
        subprocess.run(  # noqa: S603 - our own interpreter
            (sys.executable, "-c", script),
            env={"OPENPYXL_LXML": lxml, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for lxml in ("False", "True")
    )

    assert sheet(plain) == sheet(quick) == sheet(write(PAPER, Format.XLSX))


# --- what stands there ------------------------------------------------------------------


def test_another_library_reads_every_text_of_the_document() -> None:
    page = document(write(PAPER, Format.DOCX))

    assert [line for line in page.lines if line] == [
        "风险差异清单",
        "内部留痕,不代替年报承诺书",
        "一、经营情况",
        "附注",
        "第一行\n第二行",
    ]
    facts, rows = page.rows[:2], page.rows[2:]
    assert facts == [["企业", "北京甲呼叫科技有限公司"], ["编号", "第 3 号"]]
    assert rows == [["编号", "字段", "本年"], *(list(row) for row in ROWS)]


def test_the_headings_of_a_document_s_table_are_said_again_on_every_page() -> None:
    assert document(write(PAPER, Format.DOCX)).repeated == [["编号", "字段", "本年"]]


def test_a_document_names_chinese_typefaces_a_sheet_of_a4_and_the_number_of_the_page() -> None:
    with ZipFile(BytesIO(write(PAPER, Format.DOCX))) as parts:
        styles, body, foot = (
            parts.read(f"word/{name}.xml").decode() for name in ("styles", "document", "footer1")
        )

    assert 'w:eastAsia="SimSun"' in styles
    assert 'w:eastAsia="SimHei"' in styles
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in body
    assert "北京甲 &amp; 2026 年度" in foot
    assert ">PAGE<" in foot
    assert ">NUMPAGES<" in foot


def test_another_library_reads_every_text_of_the_workbook_and_numbers_as_numbers() -> None:
    rows = sheet(write(PAPER, Format.XLSX))

    assert [row for row in rows if row] == [
        ["风险差异清单"],
        ["企业", "北京甲呼叫科技有限公司"],
        ["编号", "第 3 号"],
        ["内部留痕,不代替年报承诺书"],
        ["一、经营情况"],
        ["编号", "字段", "本年"],
        ["1", "坐席总数", 280.0],
        ["2", "营业收入", 1860.5],
        ["3", "法定代表人", "张𠮷"],
        ["附注"],
        ["第一行\n第二行"],
    ]


def test_another_library_reads_every_text_of_the_pdf() -> None:
    (page,) = pages(write(PAPER, Format.PDF))

    for text in ("风险差异清单", "北京甲呼叫科技有限公司", "内部留痕", "坐席总数", "1860.50"):
        assert text in page
    assert page.index("坐席总数") < page.index("营业收入") < page.index("第一行")
    assert page.endswith("北京甲&2026年度1/1")


def test_a_pdf_brings_its_letters_along_and_no_more_of_them_than_it_needs() -> None:
    content = write(PAPER, Format.PDF)

    first: Any = PdfReader(BytesIO(content)).pages[0]
    fonts = first["/Resources"]["/Font"]
    described = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]
    names = {str(font["/BaseFont"]) for font in described}
    assert names
    assert all("+Noto" in name for name in names)
    assert len(content) < 60_000


# --- long, many, strange ----------------------------------------------------------------


def test_three_hundred_rows_go_over_pages_that_each_begin_with_the_headings() -> None:
    paper = with_rows(*((str(n), "坐席总数" * 12, "280") for n in range(300)))

    told = pages(write(paper, Format.PDF))

    assert len(told) > 5
    assert all("编号字段本年" in page for page in told)
    assert f"{len(told)}/{len(told)}" in told[-1]
    assert len(document(write(paper, Format.DOCX)).rows) == 301
    assert len(sheet(write(paper, Format.XLSX))) == 302


@pytest.mark.parametrize("format_", Format)
def test_a_paper_with_no_row_and_no_text_is_a_paper(format_: Format) -> None:
    empty = Paper("", (with_rows().parts[0], Paragraph(""), Heading(""), Facts(())))

    assert write(empty, format_)


LONG = "很长的说明" * 400 + "a" * 300


def test_a_long_text_is_whole_in_every_format() -> None:
    paper = with_rows(("1", LONG, "0"))

    assert LONG in document(write(paper, Format.DOCX)).rows[1]
    assert LONG in sheet(write(paper, Format.XLSX))[2]
    told = "".join(pages(write(paper, Format.PDF)))
    assert (
        told.count("很长的说明") >= 390
    )  # a page's foot stands between the parts of one or the other
    assert told.count("a") == 300


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "#REF!"])
def test_no_text_becomes_a_formula(start: str) -> None:
    text = f"{start}cmd|' /C calc'!A0"

    with ZipFile(BytesIO(write(with_rows(("1", text, text)), Format.XLSX))) as parts:
        (name,) = (each for each in parts.namelist() if "worksheets/sheet" in each)
        cells = parts.read(name).decode()

    assert "<f>" not in cells
    assert 't="e"' not in cells


STRANGE = {
    "emoji": ("好😀的", "好的"),
    "rare": ("张𠮷", "张〓"),
    "turned": ("甲\u202e乙\u2066丙", "甲乙丙"),
    "control": ("甲\x00\x07\ufffe乙", "甲乙"),
    "markup": ("#let <b>&amp; $x$ *y* _z_ @w \\", "#let<b>&amp;$x$*y*_z_@w\\"),
}


@pytest.mark.parametrize(("text", "seen"), STRANGE.values(), ids=STRANGE)
def test_strange_letters_hurt_no_format(text: str, seen: str) -> None:
    paper = with_rows(("1", text, "0"))

    (page,) = pages(write(paper, Format.PDF))
    in_document = document(write(paper, Format.DOCX)).rows[1][1]
    in_sheet = sheet(write(paper, Format.XLSX))[2][1]

    assert seen in page
    assert in_document == in_sheet
    assert bare(seen).replace("〓", "") in bare(in_document).replace("😀", "")


def test_what_turns_the_direction_of_a_text_is_left_out_everywhere() -> None:
    paper = with_rows(("1", "说明\u202efdp.exe", "0"))

    assert document(write(paper, Format.DOCX)).rows[1][1] == "说明fdp.exe"
    assert sheet(write(paper, Format.XLSX))[2][1] == "说明fdp.exe"


def test_the_ink_of_a_pdf_stays_within_its_edges() -> None:
    paper = with_rows(("1" * 80, "w" * 400, "9" * 80))

    with pypdfium2.PdfDocument(write(paper, Format.PDF)) as opened:
        picture = opened[0].render(scale=1).to_pil().convert("L")

    edge = picture.crop((picture.width - 40, 0, picture.width, picture.height))
    assert edge.getextrema() == (255, 255)
