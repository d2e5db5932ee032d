"""Dates as people type them in a chat; as the bot says them back: told_dates.py.

Nothing is guessed: an answer is one day, or the readings to ask about, or the reason why it was
not understood. No clock: today is handed in. The forms themselves stand in dateforms.py, what is
asked back and why in docs/dates.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from messages.dateforms import readings
from messages.days import Asked, DateTrouble, Tense, Unreadable
from messages.moments import without_time
from messages.typed import LONGEST, tidy
from workflow.workdays import Calendar

__all__ = [
    "AmbiguousDate",
    "DateAnswer",
    "DateTrouble",
    "NotADate",
    "Tense",
    "UnderstoodDate",
    "read_date",
]


@dataclass(frozen=True, slots=True)
class UnderstoodDate:
    """One sound reading. `at` is the time that was typed with it: who keeps only days says so."""

    value: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class AmbiguousDate:
    """Two sound readings or more, the earliest first; the person must be asked."""

    readings: tuple[date, ...]
    at: time | None = None


@dataclass(frozen=True, slots=True)
class NotADate:
    """No sound reading."""

    why: DateTrouble


DateAnswer = UnderstoodDate | AmbiguousDate | NotADate


def read_date(text: str, today: date, tense: Tense, calendar: Calendar | None = None) -> DateAnswer:
    """The day meant, seen from today. A deadline is never past, a fact is never in the future.

    A year left out: the next such day for a deadline, the last such day for a fact; where any day
    may be meant (the expiry of a licence) the year must be written. Without a
    calendar what counts working days is refused; a year it has no data for counts plain weekends.
    """
    if len(text) > LONGEST:
        return NotADate(DateTrouble.TOO_LONG)
    said = tidy(text)
    if not said:
        return NotADate(DateTrouble.EMPTY)
    asked = Asked(today, tense, calendar)
    try:
        return _judged(*_read(said, asked), asked)
    except Unreadable as fault:
        return NotADate(fault.why)


def _read(said: str, asked: Asked) -> tuple[Iterable[date], time | None]:
    """Every day that may be meant, and the time beside it. 0点 ends one day and begins another."""
    day, at = without_time(said)
    found = readings(day, asked)
    if at != time(0):
        return found, at
    return [each - timedelta(days=back) for each in found for back in (0, 1)], None


def _judged(found: Iterable[date], at: time | None, asked: Asked) -> DateAnswer:
    """Only readings on the right side of today are sound."""
    tense = asked.tense
    sound = sorted({day for day in found if _fits(day, asked.today, tense)})
    match sound:
        case []:
            return NotADate(DateTrouble.PAST if tense is Tense.DEADLINE else DateTrouble.FUTURE)
        case [day]:
            return UnderstoodDate(day, at)
        case _:
            return AmbiguousDate(tuple(sound), at)


def _fits(day: date, today: date, tense: Tense) -> bool:
    match tense:
        case Tense.DEADLINE:
            return day >= today
        case Tense.FACT:
            return day <= today
        case Tense.ANY:
            return True
