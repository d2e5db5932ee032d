"""A time of the day that stands beside a day: 下周五下午三点, 3月31日 18:00前, Friday at 3 pm.

The time is taken off; what is left is read as a day. A day has no hours here: whoever keeps only
days says so, whoever keeps hours is given this one.
"""

import re
from datetime import time
from typing import Final

from messages.times import read_time

LAST_MINUTE: Final = time(23, 59)
"""24:00 and midnight after the evening belong to the day they are said of."""

_HOUR: Final = r"(?:[0-9]{1,2}|二?十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_PART: Final = r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚)"
_CLOCK: Final = (
    rf"{_PART}?\s?{_HOUR}\s?(?:点钟?|时|:)(?:整|半|[一三]刻|[0-9零一二三四五十]{{1,3}}分?)?"
    r"(?:\s?(?:am|pm))?|[0-9]{1,2}\s?(?:am|pm)|\bnoon"
)
_BEHIND: Final = re.compile(
    rf"(?P<day>.*?[^周期拜0-9:])(?:的|,|\bat\b|\s|(?<=[0-9])t(?=[0-9]))*(?P<clock>{_CLOCK})"
    r"(?P<by>[之以]?前|截止)?"
)
_AFTER_FIGURE: Final = re.compile(
    rf"(?P<day>.*[0-9])(?:\s|t|,|\s?at\s)+(?P<clock>{_CLOCK})(?P<by>[之以]?前)?"
)
_AHEAD: Final = re.compile(
    r"(?P<by>by |due |until |till )?(?:at )?(?P<clock>[0-9]{1,2}(?::[0-9]{2})? ?(?:am|pm)|noon"
    r"|[0-9]{1,2}:[0-9]{2})(?:,| on)?(?: |(?![0-9]))(?P<day>.+)"
)
_EVENING: Final = re.compile(r"^(今|明|昨|后)(早|晚)(?=上?\s?[0-9零一二两三四五六七八九十])上?")
_DOTTED: Final = re.compile(r"\b([ap])\.m\b\.?")
_END_OF_DAY: Final = re.compile(r"24|[晚夜]")


def without_time(said: str) -> tuple[str, time | None]:
    """The tidy text as a day alone, and the time that was typed with it."""
    text = _DOTTED.sub(r"\1m", _EVENING.sub(r"\1天\2上", said))
    for form in (_AFTER_FIGURE, _BEHIND, _AHEAD):
        found = form.fullmatch(text)
        at = _clock(found["clock"]) if found else None
        if found and at is not None:
            return _day_of(found, form), at
    return said, None


def _day_of(found: re.Match[str], form: re.Pattern[str]) -> str:
    """What is left, with the word that makes it a deadline."""
    by, day = found["by"] or "", found["day"].rstrip(" ,")
    return by + day if form is _AHEAD else day + by


def _clock(said: str) -> time | None:
    at = time(12) if said == "noon" else read_time(said.replace("整", ""))
    return LAST_MINUTE if at == time(0) and _END_OF_DAY.search(said) else at
