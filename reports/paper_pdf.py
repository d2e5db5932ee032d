"""A paper as a PDF: to be read anywhere as it was set, with the letters it needs inside."""

import json
from functools import lru_cache
from pathlib import Path

import typst
from pylopdf_fonts_zh_cn import sans_path

from reports import lettering
from reports.paper import Paper
from reports.paper_plain import to_plain
from reports.writable import clean

_SETTING = Path(__file__).with_name("paper.typ")


def as_pdf(paper: Paper) -> bytes:
    """The document; the same paper gives the same bytes.

    Letters that the typeface does not have are marked 〓, as printers do it, and emoji are left
    out: the other two formats keep them. TypstError, a RuntimeError, if it cannot be set.
    """
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(Path(sans_path()).parent)],
    )
    told = {"paper": json.dumps(_typeset(to_plain(paper)))}
    return typst.compile(_SETTING.read_bytes(), font_paths=fonts, sys_inputs=told, format="pdf")


def _typeset(value: object) -> object:
    """The same with letters that there are, in every text of it."""
    match value:
        case str():
            return "".join(_letter(letter) for letter in clean(value))
        case list() | tuple():
            return [_typeset(each) for each in value]
        case dict():
            return {name: _typeset(each) for name, each in value.items()}
        case _:
            return value


@lru_cache(maxsize=8192)
def _letter(letter: str) -> str:
    return letter if letter == "\n" else lettering.written(letter)
