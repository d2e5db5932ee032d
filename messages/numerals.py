"""One numeral, in Arabic or Chinese figures or both, read exactly: 1,200 · 3.5亿 · 两百八十 · 1万2.

The words and units around it have been cut off before (messages/numbers.py). Text is tidy
(messages/typed.py). A numeral is read wholly or not at all.
"""

import re
from decimal import Decimal, localcontext
from typing import Final, NamedTuple

EXACT_DIGITS: Final = 200  # precision: more than 64 typed characters can ask for


class NotANumeral(Exception):
    """The text is no numeral, or one that two people could read differently."""


class _Place(NamedTuple):
    name: str
    worth: int
    most: int  # how many of it may stand before it: 9 hundreds, 9999 ten-thousands


_PLACES: Final = (
    _Place("亿", 10**8, 10**8 - 1),
    _Place("万", 10**4, 10**4 - 1),
    _Place("千", 1000, 9),
    _Place("百", 100, 9),
    _Place("十", 10, 9),
)
_FROM_WAN: Final = 10**4  # 三点五万 is said; 三点五百 is not, and 280点二十 would pass for it
_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_POSITIONAL: Final = str.maketrans("零一二三四五六七八九", "0123456789")
_ARABIC: Final = re.compile(r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|0|[1-9][0-9]*)(?:\.[0-9]+)?")
_POINT: Final = re.compile(r"(.+)点([零一二三四五六七八九]+)")
_SPELLED: Final = re.compile(r"[一二三四五六七八九][零一二三四五六七八九]{2,}")
_ENGLISH: Final = re.compile(r"([0-9][0-9.,]*) ?(k|thousand|million|billion)")
_ENGLISH_WORTH: Final = {"k": 10**3, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_CLIPPED: Final = re.compile(r"([亿万千百])([1-9一二三四五六七八九])$")
_NEXT_PLACE: Final = {"亿": "千万", "万": "千", "千": "百", "百": "十"}
_SLANG_WAN: Final = re.compile(r"(?<=[0-9]) ?w(?![a-z])")


def numeral(text: str) -> Decimal:
    """Its exact value, with its sign; NotANumeral unless every character was understood."""
    sign, digits = _signed(text)
    with localcontext(prec=EXACT_DIGITS):
        if english := _ENGLISH.fullmatch(digits):
            return sign * trimmed(_read(english[1]) * _ENGLISH_WORTH[english[2]])
        return sign * _read(_written_out(digits))


def _signed(text: str) -> tuple[int, str]:
    """-1 or 1, and what follows the sign."""
    for minus in ("负", "-", "minus "):
        if text.startswith(minus):
            return -1, text.removeprefix(minus)
    return 1, text.removeprefix("+")


def _written_out(text: str) -> str:
    """Short forms in full: 廿五 is 二十五, 1.2w is 1.2万, and the clipped 一万二 is 一万二千."""
    full = _SLANG_WAN.sub("万", text).replace("廿", "二十").replace("卅", "三十")
    return _CLIPPED.sub(lambda end: end[0] + _NEXT_PLACE[end[1]], full)


def _read(text: str) -> Decimal:
    if leaf := _leaf(text):
        return leaf[0]
    for place in _PLACES:
        before, found, after = text.partition(place.name)
        if found:
            return trimmed(_many(before, place, after) * place.worth + _rest(after, place))
    raise NotANumeral


def _leaf(text: str) -> tuple[Decimal] | tuple[()]:
    """The value of a numeral that names no place, or nothing."""
    if _ARABIC.fullmatch(text):
        return (Decimal(text.replace(",", "")),)
    if text in _DIGITS:
        return (Decimal(_DIGITS[text]),)
    if _SPELLED.fullmatch(text):
        return (Decimal(text.translate(_POSITIONAL)),)
    if point := _POINT.fullmatch(text):
        return (Decimal(f"{_integer(point[1])}.{point[2].translate(_POSITIONAL)}"),)
    return ()


def _many(text: str, place: _Place, after: str) -> Decimal:
    """How many of this place: 三 in 三百, 3.5 in 3.5亿, an unspoken 一 in 十五."""
    if not text and place.name == "十":
        return Decimal(1)
    if not after and (_ARABIC.fullmatch(text) or (place.worth >= _FROM_WAN and "点" in text)):
        return _read(text)
    value = _integer(text)
    if not 1 <= value <= place.most:
        raise NotANumeral
    return Decimal(value)


def _integer(text: str) -> int:
    value = _read(text)
    if value != int(value):
        raise NotANumeral
    return int(value)


def _rest(text: str, place: _Place) -> Decimal:
    """What follows a place. A skipped place is spoken as 零: 一百零五 is 105, 一百五 is not."""
    if not text:
        return Decimal(0)
    spoken_zero = text.startswith("零")
    value = _read(text.removeprefix("零"))
    least, most = (1, place.worth // 10) if spoken_zero else (place.worth // 10, place.worth)
    if not least <= value < most:
        raise NotANumeral
    return value


def trimmed(value: Decimal) -> Decimal:
    """The same without zeros that nobody typed: 1.2万 is 12000, not 12000.0."""
    return Decimal(int(value)) if value == int(value) else value.normalize()
