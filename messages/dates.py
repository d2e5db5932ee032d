"""Dates as people type them in a chat, and as the bot says them back.

Nothing is guessed: an answer is one day, or the readings to ask about, or the reason why it was
not understood. No clock: today is handed in. The forms themselves stand in dateforms.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.dates import format_date

from messages.dateforms import readings
from messages.days import Asked, DateTrouble, Tense, Unreadable
from messages.tongue import babel_locale
from messages.typed import LONGEST, tidy

__all__ = [
    "AmbiguousDate",
    "DateAnswer",
    "DateTrouble",
    "NotADate",
    "Tense",
    "UnderstoodDate",
    "read_date",
    "say_date",
    "say_day",
]


@dataclass(frozen=True, slots=True)
class UnderstoodDate:
    """One sound reading."""

    value: date


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """Two sound readings or more, the earliest first; the person must be asked."""

    readings: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class NotADate:
    """No sound reading."""

    why: DateTrouble


DateAnswer = UnderstoodDate | AmbiguousDate | NotADate

# Babel patterns by the locale's language: with the year, and short.
_PATTERNS: Final = {
    "zh": ("y-MM-dd(EEE)", "MM-dd(EEE)"),
    "en": ("EEE d MMM y", "EEE d MMM"),
}


def read_date(text: str, today: date, tense: Tense) -> DateAnswer:
    """The day meant, seen from today. A deadline is never past, a fact is never in the future.

    A year left out: the next such day for a deadline, the last such day for a fact; where any day
    may be meant (the expiry of a licence) the year must be written.
    """
    if len(text) > LONGEST:
        return NotADate(DateTrouble.TOO_LONG)
    said = tidy(text)
    if not said:
        return NotADate(DateTrouble.EMPTY)
    try:
        return _judged(readings(said, Asked(today, tense)), today, tense)
    except Unreadable as fault:
        return NotADate(fault.why)


def say_date(value: date, locale: str) -> str:
    """With year and weekday: 2027-03-31(周三), Wed 31 Mar 2027."""
    return _say(value, locale, 0)


def say_day(value: date, locale: str) -> str:
    """The same without the year: 03-31(周三), Wed 31 Mar."""
    return _say(value, locale, 1)


def _say(value: date, locale: str, form: int) -> str:
    known = babel_locale(locale)
    return format_date(value, _PATTERNS[known.language][form], known)


def _judged(found: Iterable[date], today: date, tense: Tense) -> DateAnswer:
    """Only readings on the right side of today are sound."""
    sound = sorted({day for day in found if _fits(day, today, tense)})
    match sound:
        case []:
            return NotADate(DateTrouble.PAST if tense is Tense.DEADLINE else DateTrouble.FUTURE)
        case [day]:
            return UnderstoodDate(day)
        case _:
            return AmbiguousDate(tuple(sound))


def _fits(day: date, today: date, tense: Tense) -> bool:
    match tense:
        case Tense.DEADLINE:
            return day >= today
        case Tense.FACT:
            return day <= today
        case Tense.ANY:
            return True
