"""Dates under fire: two hundred thousand mutated phrases, and every day that there is not."""

import random
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest

from messages.dates import AmbiguousDate, DateAnswer, NotADate, Tense, UnderstoodDate, read_date
from storage.holidays import load_calendar
from tests.messages.corpus import lines
from tests.messages.mutated import mutated

HOUSE = load_calendar([Path("workflow/holidays")])
PHRASES = 200_000
FIRST, DAYS = date(2020, 1, 1), 29_000
TENSES = tuple(Tense)
# Months and days written in ways that leave no doubt which is which.
WAYS = (
    "{y}-{m}-{d}",
    "{y}年{m}月{d}日",
    "{m}月{d}号",
    "{d} {name} {y}",
    "{name} {d}",
    "{m}-{d}",
    "{m}月{d}日前",
)
NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def asked(phrases: int, seed: int) -> Iterator[tuple[str, date, Tense]]:
    """Phrases near those of the corpus, on any day of eighty years."""
    dice = random.Random(seed)  # noqa: S311 - a campaign, not a secret
    for phrase in mutated([line[1] for line in lines("dates.tsv")], phrases, seed):
        yield phrase, FIRST + timedelta(days=dice.randrange(DAYS)), dice.choice(TENSES)


def days_of(found: DateAnswer) -> tuple[date, ...]:
    match found:
        case UnderstoodDate(day):
            return (day,)
        case AmbiguousDate(days):
            return days
        case NotADate():
            return ()


def faults_of(found: DateAnswer, today: date, tense: Tense) -> Iterator[str]:
    days = days_of(found)
    if tense is Tense.DEADLINE and any(day < today for day in days):
        yield "past"
    if tense is Tense.FACT and any(day > today for day in days):
        yield "future"
    if isinstance(found, AmbiguousDate) and (len(days) < 2 or list(days) != sorted(set(days))):
        yield "no question"


@pytest.mark.slow
def test_of_mutated_phrases_none_crashes_and_none_is_read_on_the_wrong_side() -> None:
    faults: list[tuple[str, str, str, str]] = []

    for phrase, today, tense in asked(PHRASES, seed=1):
        found = read_date(phrase, today, tense, HOUSE)
        faults += [(each, phrase, str(today), tense) for each in faults_of(found, today, tense)]

    assert faults == []


@pytest.mark.parametrize("way", WAYS)
def test_every_day_that_there_is_is_read_and_no_other(way: str) -> None:
    today = date(2027, 1, 1)
    months = range(1, 13)

    wrong = [
        said
        for month, day in product(months, range(32))
        if (said := way.format(y=2027, m=month, d=day, name=NAMES[month - 1]))
        and days_of(read_date(said, today, Tense.DEADLINE, HOUSE)) != real(month, day)
    ]

    assert wrong == []


def real(month: int, day: int) -> tuple[date, ...]:
    return (date(2027, month, day),) if 1 <= day <= monthrange(2027, month)[1] else ()
