"""A day with its hour and minute as people and systems write it: 2026-06-03 08:30, 6月3日上午8点半."""

import re
from datetime import date, datetime, time, timedelta

from messages.dates import Tense, UnderstoodDate, read_date
from messages.typed import tidy

_CLOCK = re.compile(
    r"(?P<day>.*?[^\s:t])[\st]*(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:\.0+)?)?"
)
_WHOLE_DAY = 24


def read_stamp(text: str, today: date) -> datetime | None:
    """The minute, without a zone; None where day or minute is missing, or there is no such one.

    24:00 is the beginning of the next day. Seconds are left out.
    """
    said = tidy(text)
    figures = _CLOCK.fullmatch(said)
    if figures:
        day = _day(figures["day"], today)
        return None if day is None else _at(day, int(figures["hour"]), int(figures["minute"]))
    found = read_date(said, today, Tense.ANY)
    if not isinstance(found, UnderstoodDate) or found.at is None:
        return None
    return datetime.combine(found.value, found.at)


def _day(text: str, today: date) -> date | None:
    found = read_date(text, today, Tense.ANY)
    return found.value if isinstance(found, UnderstoodDate) and found.at is None else None


def _at(day: date, hour: int, minute: int) -> datetime | None:
    if hour > _WHOLE_DAY or (hour == _WHOLE_DAY and minute):
        return None
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
