"""Letters: the font from its package, words measured and cut to a width, nothing it cannot write."""

import unicodedata
from functools import lru_cache

from PIL import ImageFont
from pylopdf_fonts_zh_cn import sans_path

ELLIPSIS = "…"
UNKNOWN = "〓"
"""In place of a letter that the font does not have, as printers in China and Japan do it."""
_NO_LETTER = "\U0010ffff"


@lru_cache(maxsize=16)
def font(size: int) -> ImageFont.FreeTypeFont:
    """Noto Sans SC of that many pixels; basic layout, so that every machine measures the same."""
    return ImageFont.truetype(sans_path(), size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=4096)
def has(letter: str) -> bool:
    """Whether the font has a picture of the letter: what it has not all looks alike."""
    return letter.isspace() or _looks(letter) != _looks(_NO_LETTER)


@lru_cache(maxsize=4096)
def _looks(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = font(32).getmask(letter)
    return mask.size, bytes(mask)


def writable(text: str) -> str:
    """The text as it can be written: emoji and joiners left out, letters unknown marked."""
    return "".join(written(letter) for letter in " ".join(text.split())).strip()


def written(letter: str) -> str:
    """One letter as it can be written."""
    if has(letter) and unicodedata.category(letter)[0] not in "CM":
        return letter
    return UNKNOWN if unicodedata.category(letter)[0] in "LN" else ""


def width(text: str, size: int) -> float:
    """In pixels."""
    return font(size).getlength(text)


def fitted(text: str, size: int, most: float) -> str:
    """The text, or its beginning with an ellipsis, at most so many pixels wide."""
    if width(text, size) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, size) <= most:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
