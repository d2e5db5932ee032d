"""Numbers, percents and money as people type them in a chat, and as the bot says them back.

Nothing is guessed: an answer is one exact value, or the two readings to ask about, or the reason
why it was not understood. Whether a value is in range is judged elsewhere. Phones: phones.py.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Final

from babel.numbers import format_decimal

from messages.durations import length_of_time
from messages.numerals import EXACT_DIGITS, NotANumeral, numeral, trimmed
from messages.tongue import babel_locale
from messages.typed import LONGEST, tidy
from messages.units import (
    PERCENT,
    YUAN,
    NumberUnit,
    endings,
    every_ending,
    unit_of,
    without_beginning,
    without_ending,
)


class Ambiguity(StrEnum):
    """Why a number has two sound readings."""

    SHARE_OR_PERCENT = "share_or_percent"  # 0.48 where percent is asked
    YUAN_OR_WAN = "yuan_or_wan"  # 1.2万 or ¥1860 where 万元 is asked


class Trouble(StrEnum):
    """Why a value was not understood."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    VAGUE = "vague"
    BAD_SEPARATORS = "bad_separators"
    UNIT_MISMATCH = "unit_mismatch"
    WORD_FOR_NOTHING = "word_for_nothing"
    NOT_A_PHONE = "not_a_phone"
    NOT_A_MOBILE = "not_a_mobile"


@dataclass(frozen=True, slots=True)
class Understood:
    """One sound reading, exact, in the unit that was asked for."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Two sound readings, the smaller first; the person must be asked."""

    readings: tuple[Decimal, ...]
    why: Ambiguity


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """No sound reading."""

    why: Trouble


NumberAnswer = Understood | Ambiguous | NotUnderstood

# 万元. Ten billion yuan: above it a reading is not believed without asking. What is written with
# 万 and would be above it as 万万元 can only be yuan: 1860万 is certain, 1.2万 is not.
BELIEVABLE: Final = Decimal(1_000_000)
_WAN: Final = Decimal(10_000)

_NOTHING: Final = frozenset({
    "没有", "没", "无", "暂无", "空", "不适用", "不涉及", "未开展",
    "n/a", "na", "none", "nil", "null", "no", "nothing", "-", "--", "/", "\\",
})  # fmt: skip
_SEPARATED: Final = re.compile(r"[-+]?[0-9][0-9,，、'’ ]*[,，、'’ ][0-9,，、'’ ]*(?:\.[0-9]*)?")
_VAGUE: Final = re.compile(
    r"几|多|余|来|数[十百千万亿]|上[十百千万亿]|左右|上下|约|大概|估|差不多|近|超|不到|不足|以上|以下"
    r"|以内|至少|最多|若干|一些|可能|应该|吧|半|[~≈<>≥≤?？]|\+$|[0-9万亿千百十%]\s*[-至到]\s*[0-9一二三四五六七八九十两]"
    r"|一两|出头|[百千]把|^小[0-9一二三四五六七八九]|±|一二|二三|两三|三四|三五|四五|五六|六七|七八|八九"
    r"|about|around|approx|roughly|nearly|almost|over|under|more|less|some|few|maybe|dozen|hundreds|thousands|couple|[0-9]ish$"
)
_FRACTION: Final = re.compile(r"(百|千|万)分之([^-+负].*)")
_PER_MILLE: Final = re.compile(r"^(.+)‰$")
_FRACTION_WORTH: Final = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_TENTHS: Final = re.compile(r"([一二三四五六七八九1-9])成([一二三四五六七八九1-9])?")
_CURRENCY: Final = re.compile(r"^(?:¥|人民币|rmb|cny)\s*:?\s*")
_ENGLISH_WAN: Final = re.compile(r"\s*[×x*]\s*10(?:,?000|k)\s*(?:cny|rmb|yuan)$")
_MONEY_UNIT: Final = {"zh": "万元", "en": "× 10,000 CNY"}  # by the locale's language
_MAGNITUDE: Final = re.compile(r"[万亿kw]|(?<=[0-9])千|thousand|million|billion")


def read_number(text: str, unit: NumberUnit | str) -> NumberAnswer:
    """A count or a measure in this unit; 280人 where 席 is asked is refused, never converted.

    Only hours and minutes become each other.
    """
    asked = unit_of(unit)
    return _answer(text, lambda said: Understood(_counted(said, asked)))


def read_percent(text: str) -> NumberAnswer:
    """In percent points: 48% and 百分之四十八 are 48. A bare 0.48 is asked back."""
    return _answer(text, _percent)


def read_money(text: str) -> NumberAnswer:
    """In 万元 (10,000 CNY): a bare number is 万元, 元 is divided, a bare 1.2万 is asked back."""
    return _answer(text, _money)


def say_number(value: Decimal, locale: str) -> str:
    """All its digits, those after the point as given, grouped as the locale does: 12,000.50."""
    return _say(value, locale, _decimals(value))


def say_percent(value: Decimal, locale: str) -> str:
    """Percent points with their sign: 48.5 %."""
    return f"{say_number(value, locale)} %"


def say_money(value: Decimal, locale: str) -> str:
    """万元 with its unit; a broken amount shows at least two decimals: 1,860.50 万元."""
    places = _decimals(value)
    amount = _say(value, locale, max(2, places) if places else 0)
    return f"{amount} {_MONEY_UNIT[babel_locale(locale).language]}"


def _decimals(value: Decimal) -> int:
    return len(format(value, "f").partition(".")[2])


def _say(value: Decimal, locale: str, places: int) -> str:
    pattern = "#,##0" + "." * bool(places) + "0" * places
    with localcontext(prec=EXACT_DIGITS):
        return format_decimal(
            value or Decimal(0),
            pattern,
            babel_locale(locale),
            decimal_quantization=False,
        )


def _answer(text: str, read: Callable[[str], Understood | Ambiguous]) -> NumberAnswer:
    if len(text) > LONGEST:
        return NotUnderstood(Trouble.TOO_LONG)
    said = tidy(text)
    if not said:
        return NotUnderstood(Trouble.EMPTY)
    if said in _NOTHING:
        return NotUnderstood(Trouble.WORD_FOR_NOTHING)
    try:
        with localcontext(prec=EXACT_DIGITS):
            return read(said)
    except NotANumeral:
        return NotUnderstood(_why_not(said))


def _counted(said: str, unit: NumberUnit | str) -> Decimal:
    """In its own unit, or an exact length of time in the other."""
    try:
        return _bare(said, unit)
    except NotANumeral:
        return length_of_time(without_beginning(said, unit), unit)


def _bare(said: str, unit: NumberUnit | str) -> Decimal:
    """The number without its unit and without words that say nothing new."""
    return numeral(without_beginning(without_ending(said, endings(unit)), unit))


def _why_not(said: str) -> Trouble:
    if _SEPARATED.fullmatch(said):
        return Trouble.BAD_SEPARATORS
    if _has_foreign_unit(said):
        return Trouble.UNIT_MISMATCH
    return Trouble.VAGUE if _VAGUE.search(said) else Trouble.NOT_A_NUMBER


def _has_foreign_unit(said: str) -> bool:
    """It would be a number with a unit that we know; it was not with the unit asked for."""
    fraction = _FRACTION.fullmatch(said)
    try:
        numeral(fraction[2] if fraction else without_ending(said, every_ending()).lstrip("$€¥"))
    except NotANumeral:
        return False
    return True


def _percent(said: str) -> Understood | Ambiguous:
    sign, size = (-1, said[1:]) if said[0] in "负-" else (1, said)
    if size in {"百分之百", "百分百"}:
        return Understood(sign * Decimal(100))
    if fraction := _FRACTION.fullmatch(_PER_MILLE.sub(r"千分之\1", size)):
        return Understood(trimmed(sign * numeral(fraction[2]) * _FRACTION_WORTH[fraction[1]]))
    if tenths := _TENTHS.fullmatch(size):
        return Understood(sign * (numeral(tenths[1]) * 10 + numeral(tenths[2] or "0")))
    number = without_ending(said.replace("per cent", "percent"), PERCENT)
    value = numeral(without_beginning(number, "%"))
    if number == said and 0 < abs(value) <= 1:
        return Ambiguous(tuple(sorted((value, trimmed(value * 100)))), Ambiguity.SHARE_OR_PERCENT)
    return Understood(value)


def _money(said: str) -> Understood | Ambiguous:
    """万 may be the amount's own (1860万 yuan) or the field's: where both are sound it is asked."""
    text = without_beginning(_ENGLISH_WAN.sub("万元", said), "元")
    bare = _CURRENCY.sub("", text)
    number = without_ending(bare, YUAN)
    value = numeral(number)
    in_yuan, signed = number != bare, bare != text
    huge, named = abs(value) >= BELIEVABLE, bool(_MAGNITUDE.search(number))
    if in_yuan or not value or (named and (huge or signed)):
        return Understood(value / _WAN)
    if huge or named or signed:
        return Ambiguous(tuple(sorted((value, value / _WAN))), Ambiguity.YUAN_OR_WAN)
    return Understood(value)
