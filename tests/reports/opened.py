"""Papers opened by other libraries than made them: what stands there, as texts."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO

import mammoth
from pypdf import PdfReader
from python_calamine import CalamineWorkbook


@dataclass(slots=True)
class Page(HTMLParser):
    """A document as mammoth tells it: its paragraphs, and tables by rows."""

    lines: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    repeated: list[list[str]] = field(default_factory=list)
    """Rows that every page begins with."""
    _in_head: bool = False
    _in_cell: bool = False

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._in_head = self._in_head or tag == "thead"
        self._in_cell = self._in_cell or tag in ("td", "th")
        if tag == "tr":
            self.rows.append([])
            if self._in_head:
                self.repeated.append(self.rows[-1])
        if tag in ("td", "th"):
            self.rows[-1].append("")
        if tag == "br":
            self.handle_data("\n")
        if not self._in_cell and re.fullmatch(r"p|h\d", tag):
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_head = self._in_head and tag != "thead"
        self._in_cell = self._in_cell and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self._in_cell:
            self.rows[-1][-1] += data
        elif self.lines:
            self.lines[-1] += data


def document(content: bytes) -> Page:
    page = Page()
    page.feed(mammoth.convert_to_html(BytesIO(content)).value)
    return page


def sheet(content: bytes) -> list[list[object]]:
    """The rows of all sheets, one after the other, empty cells at their ends left out."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    rows: list[list[object]] = []
    every = (row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())
    for row in every:
        last = max((place for place, cell in enumerate(row, start=1) if cell != ""), default=0)
        rows.append(list(row[:last]))
    return rows


def pages(content: bytes) -> list[str]:
    """The text of each page without blanks: where a line breaks is the setter's affair."""
    reader = PdfReader(BytesIO(content))
    return [re.sub(r"[\s\u200b]", "", page.extract_text()) for page in reader.pages]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)
