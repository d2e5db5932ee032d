"""Names with values behind them, as people string them together: 坐席280营收1860万投诉37, or a table.

Only parted here, nothing understood: what a name means and whether the value is one, others judge.
"""

import re
from typing import Final

from messages.typed import tidy
from messages.units import every_ending

LONGEST: Final = 4_000
MOST: Final = 200
# Names and numbers in words end somewhere, or a text without a figure takes the square of its length.
_NAME_MOST: Final = 60
_WORDS_MOST: Final = 24

_HAN_NUMERAL: Final = "零一二两三四五六七八九十百千万亿半点几"
_WORTH: Final = "万|亿|千|百|w|k"
_UNITS: Final = "|".join(
    re.escape(word) for word in sorted(set(every_ending().split()), key=len, reverse=True)
)
_VALUE: Final = re.compile(
    rf"(?P<name>[^\d+\-.%]{{0,{_NAME_MOST}}}?[^\d+\-.%\s:=])\s*(?:是|为|有|:|=)?\s*"
    rf"(?P<value>[+-]?\d[\d,.]*(?:\s?(?:{_WORTH}))*(?:\s?(?:{_UNITS}))?)"
)
_IN_WORDS: Final = re.compile(
    rf"(?P<name>.{{2,{_NAME_MOST}}}?)\s*(?:是|为|有|:|=)?\s*"
    rf"(?P<value>(?:百分之)?[{_HAN_NUMERAL}]{{1,{_WORDS_MOST}}}(?:{_UNITS})?)"
)
_CELLS: Final = re.compile(r"\t+|\s*\|\s*|\s{2,}")
_NAMED: Final = re.compile(r"(?P<name>[^:=]{2,40})\s*[:=]\s*(?P<value>[^:=]+)")
_HAN: Final = r"[\u4e00-\u9fff]"
# A blank behind a figure parts it from the next name, unless a whole unit stands there: in
# 「故障次数1 年会议场次3」 the 年 begins a name, in 「坐席 280 席」 the 席 is the unit.
_BETWEEN: Final = re.compile(rf"(?<=\d)\s+(?!{_WORTH}|(?:{_UNITS})(?!{_HAN}))(?={_HAN})")
_PIECES: Final = re.compile(r"[;、]|,(?!\d{3})")

Pair = tuple[str, str]


def read_pairs(text: str) -> tuple[Pair, ...]:
    """Each name with the value behind it, as typed; what has no value is left out."""
    lines = text[:LONGEST].splitlines()
    found = [pair for line in lines for pair in _of_a_line(line.strip(" |\t"))]
    return tuple((name.strip(), value.strip()) for name, value in found)[:MOST]


def _of_a_line(line: str) -> list[Pair]:
    """A row of a table, a name with a colon, or names and numbers strung together."""
    cells = [cell for cell in _CELLS.split(line) if cell]
    if len(cells) > 1:
        return [(cells[0], _value_among(cells[1:]))]
    said = tidy(_BETWEEN.sub("、", line))
    if (match := _NAMED.fullmatch(said)) and not re.search(r"\d", match["value"]):
        return [(match["name"], match["value"])]
    return [pair for piece in _PIECES.split(said) for pair in _strung(piece.strip())]


def _value_among(cells: list[str]) -> str:
    """Of name, unit and value in any order: the first with a figure in it, else the first."""
    return next((cell for cell in cells if re.search(r"\d", cell)), cells[0])


def _strung(piece: str) -> list[Pair]:
    if match := _NAMED.fullmatch(piece):
        return [(match["name"], match["value"])]
    pairs = [(match["name"], match["value"]) for match in _VALUE.finditer(piece)]
    if not pairs and (match := _IN_WORDS.fullmatch(piece)):
        return [(match["name"], match["value"])]
    return pairs
