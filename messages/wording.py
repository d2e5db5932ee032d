"""Say -> finished text in the reader's language, escaped for the surface it goes to."""

import html
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import assert_never
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_datetime
from fluent.runtime.types import FluentInt

from messages.catalogue import TRADITIONAL, Catalogue
from messages.numbers import say_money, say_number, say_percent
from messages.say import Fact, Listed, Money, Percent, Say, ShortDay, Size
from messages.script import traditional
from messages.told_dates import say_date, say_day
from messages.tongue import babel_locale
from workflow.text import Text

KILO = 1024


@dataclass(frozen=True, slots=True)
class _Surface:
    """Where a text is shown: how facts are escaped, and which hyphen a date has there."""

    escape: Callable[[str], str]
    hyphen: str


_SCREEN = _Surface(lambda text: html.escape(text, quote=False), "\N{NON-BREAKING HYPHEN}")
_PLAIN = _Surface(lambda text: text, "-")


class _Whole(FluentInt):
    """A whole number as plain digits: 2026 is a year, and Babel's way to say so is a slow one."""

    def format(self, locale: Locale) -> str:  # noqa: ARG002  (the same in every language)
        return str(int(self))


@dataclass(frozen=True, slots=True)
class Wording:
    """The catalogue for one reader: language and zone."""

    catalogue: Catalogue
    locale: str
    zone: ZoneInfo

    def html(self, fact: Fact) -> str:
        """For a message: facts are escaped, the catalogue's own tags stay, dates stay whole."""
        return self._text(fact, _SCREEN)

    def plain(self, fact: Fact) -> str:
        """For buttons, toasts, files: nothing is escaped."""
        return self._text(fact, _PLAIN)

    def _text(self, fact: Fact, surface: _Surface) -> str:
        match fact:
            case Say(sentence, facts):
                known = {name: self._fact(each, surface) for name, each in facts.items()}
                return self.catalogue.format(sentence, known, self.locale)
            case Listed(facts):
                comma = self.catalogue.format("list-comma", {}, self.locale)
                return comma.join(self._text(each, surface) for each in facts)
            case date() | ShortDay():
                return surface.escape(self._value(fact)).replace("-", surface.hyphen)
            case _:
                return surface.escape(self._value(fact))

    def _fact(self, fact: Fact, surface: _Surface) -> object:
        """An int stays a number, so that a sentence can choose its plural by it."""
        if isinstance(fact, int):
            return _Whole(fact)
        return self._text(fact, surface)

    def _value(
        self, fact: str | int | Decimal | date | Text | Money | Percent | ShortDay | Size
    ) -> str:
        match fact:
            case str():
                return fact
            case int() | Decimal():
                return say_number(Decimal(fact), self.locale)
            case datetime():
                return self._moment(fact)
            case date():
                return say_date(fact, self.locale)
            case ShortDay(day):
                return say_day(day, self.locale)
            case Text():
                return self._in_language(fact)
            case Money(value):
                return say_money(value, self.locale)
            case Percent(value):
                return say_percent(value, self.locale)
            case Size(value):
                return _size(value)
            case _:
                assert_never(fact)

    def _in_language(self, text: Text) -> str:
        if self.locale == TRADITIONAL:
            return traditional(text.zh)
        return text.zh if self.locale.startswith("zh") else text.en

    def _moment(self, moment: datetime) -> str:
        local = moment.astimezone(self.zone)
        return format_datetime(local, "yyyy-MM-dd HH:mm", locale=babel_locale(self.locale))


def _size(value: int) -> str:
    if value < KILO:
        return f"{value} B"
    if value < KILO * KILO:
        return f"{value / KILO:.0f} KB"
    return f"{value / KILO / KILO:.1f} MB"
