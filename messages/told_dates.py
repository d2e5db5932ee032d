"""Dates as the bot says them: with their weekday, in the way of the reader's language."""

from datetime import date
from typing import Final

from babel.dates import format_date

from messages.tongue import babel_locale

# Babel patterns by the locale's language: with the year, and short.
_PATTERNS: Final = {
    "zh": ("y-MM-dd(EEE)", "MM-dd(EEE)"),
    "en": ("EEE d MMM y", "EEE d MMM"),
}


def say_date(value: date, locale: str) -> str:
    """With year and weekday: 2027-03-31(周三), Wed 31 Mar 2027."""
    return _say(value, locale, 0)


def say_day(value: date, locale: str) -> str:
    """The same without the year: 03-31(周三), Wed 31 Mar."""
    return _say(value, locale, 1)


def _say(value: date, locale: str, form: int) -> str:
    known = babel_locale(locale)
    return format_date(value, _PATTERNS[known.language][form], known)
