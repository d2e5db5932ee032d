"""A paper as a document that Word, WPS and LibreOffice open: to be read, changed and signed."""

from datetime import UTC, datetime
from io import BytesIO
from itertools import zip_longest
from typing import assert_never

from docx import Document
from docx.document import Document as Opened
from docx.enum.section import WD_ORIENTATION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Line

from reports.docx_grids import CELL, SMALL_CELL, facts_grid, table_grid
from reports.office import HEAVY, LATIN, LIGHT, LONG_SIDE, SHORT_SIDE
from reports.packing import repacked
from reports.paper import Facts, Heading, Paper, Paragraph, Part, Table
from reports.writable import clean

_EDGE = 18
"""Millimetres at each side, as in the .pdf."""
_LATIN_IN, _CHINESE_IN = "en-US", "zh-CN"
"""The language of either script: Latin letters that call themselves Chinese break within a word."""
_MADE = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_TITLE = "Title"
_SIZES = {"Normal": 11.0, _TITLE: 18.0, "Heading 1": 14.0, "Heading 2": 12.0, "Heading 3": 11.0}

_CELLS = {CELL: 9.0, SMALL_CELL: 8.0}


def as_docx(paper: Paper) -> bytes:
    """The document; the same paper gives the same bytes."""
    document = Document()
    _typefaces(document)
    _language(document)
    across = _page(document, paper)
    _write(document.add_paragraph(style=_TITLE), paper.title)
    for part, after in zip_longest(paper.parts, paper.parts[1:]):
        _add(document, part, across)
        if isinstance(part, Facts | Table) and not isinstance(after, Heading):
            below = document.add_paragraph(style=CELL)  # grids that touch become one
            if after is None:  # a document ends with a line; it must not open a page
                below.paragraph_format.line_spacing = Pt(1)
    _named(document, paper)
    made = BytesIO()
    document.save(made)
    return repacked(made)


# --- the sheet --------------------------------------------------------------------------


def _typefaces(document: Opened) -> None:
    for name, size in _SIZES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)  # noqa: S101 - the template of the library has them
        _dress(style, size, HEAVY if name != "Normal" else LIGHT)
        style.paragraph_format.space_after = Pt(6)
    for name, size in _CELLS.items():
        cell = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(cell, ParagraphStyle)  # noqa: S101 - a paragraph's was asked for
        cell.base_style = document.styles["Normal"]
        _dress(cell, size, LIGHT)
        cell.paragraph_format.space_after, cell.paragraph_format.line_spacing = Pt(0), 1
    title = document.styles[_TITLE]
    assert isinstance(title, ParagraphStyle)  # noqa: S101 - as above
    title.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in title.element.iter(qn("w:pBdr")):
        line.getparent().remove(line)


def _dress(style: ParagraphStyle, size: float, face: str) -> None:
    """Latin letters in one typeface, Chinese ones in the other; black, whatever the theme says."""
    style.font.name, style.font.size = LATIN, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), face)
    fonts.set(qn("w:cs"), LATIN)


def _language(document: Opened) -> None:
    """By which an office breaks lines and checks the spelling."""
    for told in document.styles.element.iter(qn("w:lang")):
        told.set(qn("w:val"), _LATIN_IN)
        told.set(qn("w:eastAsia"), _CHINESE_IN)


def _page(document: Opened, paper: Paper) -> float:
    """A4, standing or lying, with its foot; the millimetres between the edges."""
    section = document.sections[0]
    wide, high = (LONG_SIDE, SHORT_SIDE) if paper.is_wide else (SHORT_SIDE, LONG_SIDE)
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.orientation = WD_ORIENTATION.LANDSCAPE if paper.is_wide else WD_ORIENTATION.PORTRAIT
    section.left_margin = section.right_margin = Mm(_EDGE)
    section.top_margin = section.bottom_margin = Mm(_EDGE)
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _write(foot, f"{paper.footer}  " if paper.footer else "")
    _field(foot, "PAGE")
    foot.add_run(" / ")
    _field(foot, "NUMPAGES")
    return float(wide - 2 * _EDGE)


def _field(line: Line, code: str) -> None:
    """What the office counts itself: the number of the page."""
    for kind in ("begin", "", "end"):
        run = line.add_run()
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = code
        run._r.append(mark)  # noqa: SLF001 - the library has no words for fields


def _named(document: Opened, paper: Paper) -> None:
    known = document.core_properties
    known.title, known.author, known.comments = clean(paper.title)[:255], "", ""
    known.created = known.modified = _MADE
    known.revision = 1


# --- what stands on it ------------------------------------------------------------------


def _add(document: Opened, part: Part, across: float) -> None:
    match part:
        case Heading(text, level):
            _write(document.add_paragraph(style=f"Heading {min(level, 3)}"), text)
        case Paragraph(text, emphasis):
            _write(document.add_paragraph(), text, bold=emphasis)
        case Facts():
            _lay(document, facts_grid(part, across))
        case Table():
            _lay(document, table_grid(part, across))
        case _:
            assert_never(part)


def _lay(document: Opened, grid: str) -> None:
    """As it is: the library's own tables take ten times as long."""
    document.element.body.get_or_add_sectPr().addprevious(parse_xml(grid))


def _write(line: Line, text: str, *, bold: bool = False) -> None:
    if text:
        line.add_run(clean(text)).bold = bold or None
