"""Numbers, percents, money and telephones: what is typed is read exactly, asked back, or refused."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import cn2an
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.numbers import (
    Ambiguity,
    Ambiguous,
    NotUnderstood,
    NumberAnswer,
    Trouble,
    Understood,
    read_money,
    read_number,
    read_percent,
    say_money,
    say_number,
    say_percent,
)
from messages.phones import Phone, read_phone
from messages.units import NumberUnit
from tests.messages.corpus import figures, lines

LOCALES = st.sampled_from(["zh-CN", "en"])
VALUES = st.decimals(
    allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12
)
Reader = Callable[[str], NumberAnswer | Phone]
READERS: dict[str, Reader] = {
    "percent": read_percent,
    "money": read_money,
    "phone": read_phone,
    "mobile": lambda text: read_phone(text, mobile_only=True),
}
ANY_READER: st.SearchStrategy[Reader] = st.sampled_from(
    [*READERS.values(), partial(read_number, unit="席")]
)
NUMBERISH = st.text("0123456789,.-+ 零一二两三五十百千万亿点负%成分之元席约¥wk", max_size=64)


def answer(kind: str, phrase: str) -> str:
    """As the corpus writes it."""
    reader = READERS.get(kind)
    match reader(phrase) if reader else read_number(phrase, kind):
        case Understood(value):
            return plain(value)
        case Ambiguous(readings):
            return " ".join(("ask", *map(plain, readings)))
        case NotUnderstood(why):
            return f"refuse {why}"
        case Phone(text):
            return text


def plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def test_the_corpus_is_read_with_nothing_silently_wrong(figure: Callable[[str], None]) -> None:
    corpus = lines("numbers.tsv")

    found = figures((expected, answer(kind, phrase)) for kind, phrase, expected in corpus)

    figure(f"numbers.tsv, {len(corpus)} phrases: {found}")
    assert len(corpus) >= 200
    assert found.wrong == 0
    assert found.share >= 0.98


def test_a_share_where_percent_is_asked_is_asked_back() -> None:
    typed = "0.48"

    found = read_percent(typed)

    assert found == Ambiguous((Decimal("0.48"), Decimal(48)), Ambiguity.SHARE_OR_PERCENT)


def test_ten_thousands_without_yuan_are_asked_back_only_where_both_readings_are_believable() -> (
    None
):
    small, large = "1.2万", "1860万"

    found = read_money(small), read_money(large)

    assert found == (
        Ambiguous((Decimal("1.2"), Decimal(12000)), Ambiguity.YUAN_OR_WAN),
        Understood(Decimal(1860)),
    )


def test_nothing_zero_and_empty_are_told_apart() -> None:
    typed = ("没有", "0", "  ")

    found = tuple(read_number(text, "席") for text in typed)

    assert found == (
        NotUnderstood(Trouble.WORD_FOR_NOTHING),
        Understood(Decimal(0)),
        NotUnderstood(Trouble.EMPTY),
    )


@settings(deadline=None)
@given(ANY_READER, st.text(min_size=65, max_size=10_000))
def test_what_is_longer_than_a_value_can_be_is_not_looked_at(read: Reader, text: str) -> None:
    found = read(text)

    assert found == NotUnderstood(Trouble.TOO_LONG)


@settings(deadline=None, max_examples=500)
@given(ANY_READER, st.text(max_size=64) | NUMBERISH)
def test_any_text_gets_an_answer(read: Reader, text: str) -> None:
    found = read(text)

    assert isinstance(found, Understood | Ambiguous | NotUnderstood | Phone)


@settings(deadline=None)
@given(VALUES, LOCALES)
def test_a_number_said_is_read_again_to_its_last_digit(value: Decimal, locale: str) -> None:
    said = say_number(value, locale)

    found = read_number(said, NumberUnit.SEATS)

    assert found == Understood(value)


@settings(deadline=None)
@given(VALUES, LOCALES)
def test_a_percentage_said_is_read_again_to_its_last_digit(value: Decimal, locale: str) -> None:
    said = say_percent(value, locale)

    found = read_percent(said)

    assert found == Understood(value)


@settings(deadline=None)
@given(VALUES, LOCALES)
def test_money_said_is_read_again_to_its_last_digit(value: Decimal, locale: str) -> None:
    said = say_money(value, locale)

    found = read_money(said)

    assert found == Understood(value)


@given(st.integers(min_value=1, max_value=10**12))
def test_whole_numbers_are_read_as_a_library_writes_them_in_chinese(value: int) -> None:
    written = cn2an.an2cn(value)

    found = read_number(written, NumberUnit.SEATS)

    assert found == Understood(Decimal(value))


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("1860", "1,860 万元", "1,860 × 10,000 CNY"),
        ("1860.5", "1,860.50 万元", "1,860.50 × 10,000 CNY"),
        ("-0.12345", "-0.12345 万元", "-0.12345 × 10,000 CNY"),
    ],
)
def test_money_is_said_with_its_unit(value: str, zh: str, en: str) -> None:
    amount = Decimal(value)

    said = say_money(amount, "zh-CN"), say_money(amount, "en")

    assert said == (zh, en)


def test_digits_as_given_are_said_as_given() -> None:
    value = Decimal("123456789012345678901234567890.50")

    said = say_number(value, "zh-CN")

    assert said == "123,456,789,012,345,678,901,234,567,890.50"
