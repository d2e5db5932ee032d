"""Telephone numbers as people type them, brought to one form."""

import re
from dataclasses import dataclass
from typing import Final

from messages.numbers import NotUnderstood, Trouble
from messages.typed import LONGEST, tidy


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that can be dialled in mainland China: 13812345678, 010-12345678-801, 95555."""

    text: str


_LABEL: Final = re.compile(
    r"^(?:(?:联系|投诉|客服)?(?:电话|手机|座机|热线)(?:号码|号)?|tel|phone|mobile)?(?:是|为|[:.\s])*"
)
_COUNTRY: Final = re.compile(r"^(?:\+86|0086|86(?=1[3-9][0-9]{9}$))")
_JOINTS: Final = re.compile(r"(?<=[0-9])[-\s](?=[0-9])|^\((?=[0-9]+\))|(?<=[0-9])\)[-\s]?(?=[0-9])")
_EXTENSION: Final = re.compile(r"(.+?)\s*(?:转|分机|ext\.?|-)\s*([0-9]{2,6})")
_MOBILE: Final = re.compile(r"1[3-9][0-9]{9}")
_SERVICE: Final = re.compile(r"[48]00[0-9]{7}|95[0-9]{3,6}|96[0-9]{3,4}")
_LANDLINE: Final = re.compile(r"(010|02[0-57-9])([1-9][0-9]{7})|(0[3-9][0-9]{2})([1-9][0-9]{6,7})")


def read_phone(text: str, *, mobile_only: bool = False) -> Phone | NotUnderstood:
    """A mobile, a landline with its area code, a 400/800 or 95/96 number; never half of one."""
    if len(text) > LONGEST:
        return NotUnderstood(Trouble.TOO_LONG)
    said = _LABEL.sub("", tidy(text))
    if not said:
        return NotUnderstood(Trouble.EMPTY)
    number = _whole(said) or _with_extension(said)
    if mobile_only and not _MOBILE.fullmatch(number):
        return NotUnderstood(Trouble.NOT_A_MOBILE)
    return Phone(number) if number else NotUnderstood(Trouble.NOT_A_PHONE)


def _whole(said: str) -> str:
    """The number in its one form, or an empty text."""
    dialled = _JOINTS.sub("", said.replace("+86-", "+86").replace("+86 ", "+86"))
    digits = _COUNTRY.sub("", dialled)
    if _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits):
        return digits
    abroad = digits != dialled and not digits.startswith("0")
    landline = _LANDLINE.fullmatch("0" + digits if abroad else digits)
    return "-".join(part for part in landline.groups() if part) if landline else ""


def _with_extension(said: str) -> str:
    """A landline and the extension behind it, or an empty text."""
    parts = _EXTENSION.fullmatch(said)
    main = _whole(parts[1]) if parts else ""
    return f"{main}-{parts[2]}" if parts and "-" in main else ""
