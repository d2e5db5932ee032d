"""Times of the day as people type them: 9, 9:30, 9点半, 下午3点, 晚上八点, 8pm. Nothing is guessed."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from messages.numerals import NotANumeral, numeral
from messages.typed import LONGEST, tidy

_FORM: Final = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|夜里|早|晚)? ?"
    r"(?P<hour>[0-9零一二三四五六七八九十两]{1,3})"
    r"(?: ?(?:点钟?|时|:|h)(?P<half>半)?(?P<quarter>[一三]刻)?"
    r"(?P<minute>[0-9零一二三四五六七八九十]{1,3})?分?)?"
    r" ?(?P<half_day>am|pm|a\.m\.|p\.m\.)?"
)
_AFTERNOON: Final = frozenset({"下午", "傍晚", "晚上", "今晚", "晚"})
_MORNING: Final = frozenset({"凌晨", "清晨", "早上", "早晨", "上午", "早"})
_QUARTERS: Final = {"一刻": 15, "三刻": 45}
NOON, HOURS, MINUTES = 12, 24, 60


@dataclass(frozen=True, slots=True)
class _Clock:
    """An hour and a minute as they were named, and the part of the day, if one was."""

    hour: int
    minute: int
    part: str


def read_time(text: str) -> time | None:
    """The one time of the day that the text names; None if it names none, or two."""
    found = _FORM.fullmatch(tidy(text)) if len(text) <= LONGEST else None
    if found is None:
        return None
    try:
        return _on_the_clock(_named(found))
    except (NotANumeral, ValueError):
        return None


def _named(found: re.Match[str]) -> _Clock:
    """ValueError where two things are said at once: 9点半20."""
    said = [found[name] for name in ("half", "quarter", "minute") if found[name]]
    if len(said) > 1 or (found["part"] and found["half_day"]):
        raise ValueError
    minute = 30 if found["half"] else _QUARTERS.get(found["quarter"], 0)
    if found["minute"]:
        minute = _whole(found["minute"])
    return _Clock(_whole(found["hour"]), minute, found["part"] or found["half_day"] or "")


def _whole(figures: str) -> int:
    """On a clock a figure may have a zero before it: 09, 零五."""
    return int(numeral(figures.lstrip("0零") or "0"))


def _on_the_clock(clock: _Clock) -> time:
    """ValueError for 25:00, 上午15点, 13pm."""
    hour, part = clock.hour, clock.part.replace(".", "")
    is_late = part in _AFTERNOON or part == "pm" or (part == "中午" and hour < NOON - 2)
    is_early = part in _MORNING or part == "am"
    if (is_early and hour > NOON) or (part == "pm" and not 0 < hour <= NOON):
        raise ValueError
    if is_late and hour < NOON:
        hour += NOON
    if is_early and hour == NOON and part != "上午":
        hour = 0
    return time(hour % HOURS if hour == HOURS and not clock.minute else hour, clock.minute)
