"""Dates: what is typed is one day, a question, or a refusal with its reason."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import dateparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.dates import (
    AmbiguousDate,
    DateTrouble,
    NotADate,
    Tense,
    UnderstoodDate,
    read_date,
)
from messages.told_dates import say_date, say_day
from storage.holidays import load_calendar
from tests.messages.corpus import figures, lines

HOUSE = load_calendar([Path("workflow/holidays")])
MONDAY = date(2027, 1, 18)
DAYS = st.dates(date(2020, 1, 1), date(2099, 12, 31))
TENSES = st.sampled_from(Tense)
LOCALES = st.sampled_from(["zh-CN", "en"])
DATEISH = st.text(
    "0123456789-/.年月日号周星期一二三五六天前后上下个本这明今底内 infriday", max_size=64
)


def answer(tense: str, phrase: str, today: str) -> str:
    """As the corpus writes it."""
    match read_date(phrase, date.fromisoformat(today), Tense(tense), HOUSE):
        case UnderstoodDate(day, at):
            return " ".join((day.isoformat(), *said(at)))
        case AmbiguousDate(days, at):
            return " ".join(("ask", *(day.isoformat() for day in days), *said(at)))
        case NotADate(why):
            return f"refuse {why}"


def said(at: time | None) -> tuple[str, ...]:
    return () if at is None else (f"{at:%H:%M}",)


def dateparser_alone(tense: str, phrase: str, today: str) -> str:
    """Its answer with both languages and the same today, given every chance."""
    found = dateparser.parse(
        phrase,
        languages=["zh", "en"],
        settings={
            "RELATIVE_BASE": datetime.combine(date.fromisoformat(today), time()),
            "PREFER_DATES_FROM": "past" if tense == "fact" else "future",
        },
    )
    return found.date().isoformat() if found else "refuse"


def day_alone(expected: str) -> str:
    """Without the reason or the hour: only the day is held against dateparser's."""
    if expected.startswith("ask"):
        return expected
    return expected.split(maxsplit=1)[0]


def test_the_corpus_is_read_with_nothing_silently_wrong(figure: Callable[[str], None]) -> None:
    corpus = lines("dates.tsv")

    ours = figures((expected, answer(*asked)) for *asked, expected in corpus)
    alone = figures((day_alone(last), dateparser_alone(*asked)) for *asked, last in corpus)

    figure(f"dates.tsv, {len(corpus)} phrases: {ours}")
    figure(f"  dateparser alone: {alone}")
    assert len(corpus) >= 420
    assert ours.wrong == 0
    assert ours.share >= 0.98
    assert alone.share < ours.share


def test_a_weekday_said_on_that_weekday_is_asked_back() -> None:
    friday = date(2027, 1, 22)

    found = read_date("周五", friday, Tense.DEADLINE)

    assert found == AmbiguousDate((friday, date(2027, 1, 29)))


def test_a_date_and_a_weekday_that_disagree_are_refused() -> None:
    typed = "3月31日(周五)"

    found = read_date(typed, MONDAY, Tense.DEADLINE)

    assert found == NotADate(DateTrouble.WEEKDAY_MISMATCH)


def test_a_year_left_out_is_the_next_for_a_deadline_and_the_last_for_a_fact() -> None:
    typed = "3月31日"

    found = [read_date(typed, MONDAY, tense) for tense in Tense]

    assert found == [
        UnderstoodDate(date(2027, 3, 31)),
        UnderstoodDate(date(2026, 3, 31)),
        NotADate(DateTrouble.INCOMPLETE),
    ]


@settings(deadline=None)
@given(st.text(min_size=65, max_size=10_000), TENSES)
def test_what_is_longer_than_a_date_can_be_is_not_looked_at(text: str, tense: Tense) -> None:
    found = read_date(text, MONDAY, tense)

    assert found == NotADate(DateTrouble.TOO_LONG)


@settings(deadline=None, max_examples=500)
@given(st.text(max_size=64) | DATEISH, DAYS, TENSES)
def test_any_text_gets_an_answer_on_the_right_side_of_today(
    text: str, today: date, tense: Tense
) -> None:
    found = read_date(text, today, tense)

    days = days_of(found)
    assert tense is not Tense.DEADLINE or all(day >= today for day in days)
    assert tense is not Tense.FACT or all(day <= today for day in days)
    assert len(days) == len(set(days))


def days_of(found: UnderstoodDate | AmbiguousDate | NotADate) -> tuple[date, ...]:
    match found:
        case UnderstoodDate(day):
            return (day,)
        case AmbiguousDate(days):
            return days
        case NotADate():
            return ()


@settings(deadline=None)
@given(DAYS, DAYS, LOCALES)
def test_a_date_said_is_read_again(day: date, today: date, locale: str) -> None:
    said = say_date(day, locale)

    found = read_date(said, today, Tense.ANY)

    assert found == UnderstoodDate(day)


@settings(deadline=None)
@given(DAYS, st.integers(min_value=0, max_value=364), LOCALES)
def test_a_day_said_short_is_read_again_as_a_deadline_within_the_year(
    today: date, ahead: int, locale: str
) -> None:
    day = today + timedelta(days=ahead)
    said = say_day(day, locale)

    found = read_date(said, today, Tense.DEADLINE)

    assert found == UnderstoodDate(day)


def test_dates_are_said_with_their_weekday() -> None:
    day = date(2027, 3, 31)

    said = [say(day, locale) for say in (say_date, say_day) for locale in ("zh-CN", "en")]

    assert said == ["2027-03-31(周三)", "Wed 31 Mar 2027", "03-31(周三)", "Wed 31 Mar"]


def test_a_time_typed_with_a_day_is_handed_on_beside_it() -> None:
    typed = "下周五下午三点"

    found = read_date(typed, MONDAY, Tense.DEADLINE)

    assert found == UnderstoodDate(date(2027, 1, 29), time(15))


def test_midnight_between_two_days_is_asked_about() -> None:
    typed = "3月31日0点前"

    found = read_date(typed, MONDAY, Tense.DEADLINE)

    assert found == AmbiguousDate((date(2027, 3, 30), date(2027, 3, 31)))


def test_working_days_and_the_eve_of_a_break_are_refused_without_a_calendar() -> None:
    typed = ("3个工作日后", "春节前", "下个月第一个工作日")

    found = [read_date(text, MONDAY, Tense.DEADLINE) for text in typed]

    assert found == [NotADate(DateTrouble.NOT_UNDERSTOOD)] * 3


def test_what_goes_with_a_feast_is_not_guessed_for_a_year_without_data() -> None:
    january = date(2028, 1, 5)

    found = [read_date(text, january, Tense.DEADLINE, HOUSE) for text in ("春节前", "春节")]

    assert found == [NotADate(DateTrouble.VAGUE), UnderstoodDate(date(2028, 1, 26))]


@pytest.mark.parametrize(
    ("typed", "day", "hour"),
    [("下周二十点", date(2027, 1, 26), 10), ("星期三十一点", date(2027, 1, 20), 11)],
)
def test_the_figure_after_a_week_is_its_day_and_not_of_the_hour(
    typed: str, day: date, hour: int
) -> None:
    found = read_date(typed, MONDAY, Tense.DEADLINE)

    assert found == UnderstoodDate(day, time(hour))
