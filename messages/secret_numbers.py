"""Identity numbers and bank cards inside a text, told from all other long numbers by their checks.

The text is to be tidied before (`messages/secret.py`): half width, nothing invisible.
"""

import re
from collections.abc import Iterator
from typing import Final

_BETWEEN: Final = r"[ ._/·-]{0,3}"
"""What people put between the groups of a number; a line break or a tab parts two numbers."""
_NUMBER: Final = re.compile(rf"(?<!\d)(?=((?:\d{_BETWEEN}){{17}}[\dX])(?![\d]))", re.IGNORECASE)
_OLD: Final = re.compile(r"(?<![\d.])(\d{6}[ -]?\d{6}[ -]?\d{3})(?![\dX]|\.\d)", re.IGNORECASE)
_LABEL: Final = r"(?:身份证|身分证|身份證|证件号|證件號|\bid\s*(?:card|number|no)\b)[^\d\n]{0,16}"
_LABELLED: Final = re.compile(
    rf"{_LABEL}(\d{{15}}|(?:\d{_BETWEEN}){{17}}[\dX])(?!\d)", re.IGNORECASE
)

_PROVINCE: Final = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""GB/T 2260; credit codes of companies begin with 91, where no province is."""
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BORN: Final = range(1900, 2100)
_BORN_WITH_AN_OLD_ONE: Final = range(1920, 2000)
"""Numbers of 15 signs were given out until October 1999."""

_CARD_SHAPES: Final = (
    r"\d{16,19}",
    r"\d{4}(?P<by>[ -])\d{4}(?P=by)\d{4}(?P=by)\d{4}(?:(?P=by)\d{1,3})?",
    r"\d{6}[ -]\d{10,13}",
)
_MONEY: Final = r"(?!\s*(?:元|万|亿|yuan|rmb|cny))"
_CARDS: Final = tuple(
    re.compile(rf"(?<![\d.¥$])(?<!\d-)({shape})(?![\d@]|[.-]\d){_MONEY}", re.IGNORECASE)
    for shape in _CARD_SHAPES
)
_CARD_BEGINS: Final = re.compile(r"62|4|5[1-9]|9558|60")
_CARD_LABELLED: Final = re.compile(
    r"(?:银行卡|銀行卡|信用卡|储蓄卡|借记卡|工资卡|(?:bank|credit|debit)\s*card)[^\d\n]{0,16}"
    r"((?:\d[ -]?){15,18}\d)(?!\d)",
    re.IGNORECASE,
)


def identity_numbers(text: str) -> Iterator[str]:
    """Those of people, bare: 18 signs with the check of GB 11643 and a day of birth, or old ones of 15.

    One that is called an identity number needs no right check: a slip of a digit leaves it as private.
    """
    for found in _NUMBER.finditer(text):
        bare = _bare(found[1])
        if _is_plausible(bare) and check_sign(bare) == bare[-1]:
            yield bare
    for found in _OLD.finditer(text):
        bare = _bare(found[1])
        if _is_plausible(bare) and not _is_registration(bare):
            yield bare
    for found in _LABELLED.finditer(text):
        if _is_plausible(bare := _bare(found[1])):
            yield bare


def check_sign(number: str) -> str:
    """The last sign of an identity number that begins with these 17 digits (GB 11643, MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11]


def holds_card(text: str) -> bool:
    """Whether the number of a bank card stands in it: 16 to 19 digits that pass Luhn's check.

    Only numbers that begin as cards do here; one that is called a card's may begin as it likes.
    """
    written = (_bare(found[1]) for shape in _CARDS for found in shape.finditer(text))
    if any(_CARD_BEGINS.match(number) and _passes_luhn(number) for number in written):
        return True
    return _CARD_LABELLED.search(text) is not None


def _bare(written: str) -> str:
    return "".join(sign for sign in written.upper() if sign.isdigit() or sign == "X")


def _is_plausible(number: str) -> bool:
    """Whether it begins with a province and holds a day of birth."""
    if not _PROVINCE.match(number):
        return False
    if len(number) == len("110101900307851"):
        return _is_day(f"19{number[6:12]}", _BORN_WITH_AN_OLD_ONE) and number[12:] != "000"
    return _is_day(number[6:14], _BORN)


def _is_day(written: str, years: range) -> bool:
    year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    return year in years and 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]


def _is_registration(number: str) -> bool:
    """A company's old registration number has 15 digits as well, the last checks the others (MOD 11,10)."""
    rest = 10
    for digit in number[:-1]:
        rest = (rest + int(digit)) % 10 or 10
        rest = rest * 2 % 11
    return (rest + int(number[-1])) % 10 == 1


def _passes_luhn(number: str) -> bool:
    doubled = (int(digit) * 2 for digit in number[-2::-2])
    single = (int(digit) for digit in number[::-2])
    return (sum(each - 9 if each > 9 else each for each in doubled) + sum(single)) % 10 == 0  # noqa: PLR2004
