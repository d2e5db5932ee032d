"""Times of the day as people type them: 9, 9:30, 9点半, 下午3点, 晚上八点, 8pm. Nothing is guessed.

Also from one to another: 22:00-7:30, 晚上十点到早上七点半, 10pm to 7am.
"""

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
_SPAN: Final = re.compile(
    r"(?:从|from )?(?P<first>.+?) ?(?:-+|~+|到|至| to | until | till ) ?(?:次日|第二天)?(?P<last>.+)"
)
_QUARTERS: Final = {"一刻": 15, "三刻": 45}
NOON, HOURS = 12, 24
_HALVES: Final = {
    "am": (range(1, 12), None, 0), "pm": (None, range(1, 12), 12),
    "凌晨": (range(7), None, 0), "清晨": (range(3, 10), None, None),
    "早上": (range(3, 12), None, None), "早晨": (range(3, 12), None, None),
    "早": (range(3, 12), None, None), "上午": (range(5, 12), None, 12),
    "中午": (range(10, 12), range(1, 4), 12), "下午": (None, range(1, 9), 12),
    "傍晚": (None, range(4, 9), None), "晚上": (None, range(5, 12), 0),
    "今晚": (None, range(5, 12), 0), "晚": (None, range(5, 12), 0),
    "夜里": (range(6), range(8, 12), 0),
}  # fmt: skip
"""Of each part of the day its hours as they are said before noon, after noon, and what 12 is."""


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


def read_span(text: str) -> tuple[time, time] | None:
    """From the one time to the other, over midnight where that is earlier; None if it is none."""
    found = _SPAN.fullmatch(tidy(text)) if len(text) <= LONGEST else None
    if found is None:
        return None
    first, last = read_time(found["first"]), read_time(found["last"])
    return None if first is None or last is None else (first, last)


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
    """ValueError for 25:00, 上午15点, 13pm, 晚上2点."""
    hour, part = clock.hour, clock.part.replace(".", "")
    if part:
        hour = _in_part(hour, part)
    return time(hour % HOURS if hour == HOURS and not clock.minute else hour, clock.minute)


def _in_part(hour: int, part: str) -> int:
    """下午3点 is 15; 下午15点 is too. What nobody says of that part of the day is refused."""
    early, late, twelve = _HALVES[part]
    if hour == NOON and twelve is not None:
        return twelve
    if early is not None and hour in early:
        return hour
    if late is not None and hour % NOON in late and hour < (NOON if part == "pm" else HOURS):
        return hour % NOON + NOON
    if hour == HOURS and part in ("晚上", "今晚", "晚", "夜里"):
        return HOURS
    raise ValueError
