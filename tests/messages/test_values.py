"""What was typed, or stands in a sheet, read as the value its field asks for."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.carried import reading_of
from messages.values import (
    Read,
    Refused,
    Unsure,
    credit_code,
    read_cell,
)
from workflow.given import Choices, Day, Number, Words
from workflow.pack import (
    CellSpec,
    ChoiceSpec,
    DateSpec,
    NumberKind,
    NumberSpec,
    Option,
    PhoneSpec,
    TextCheck,
    TextSpec,
)
from workflow.text import Text

TODAY = date(2027, 3, 10)
SEATS = NumberSpec(NumberKind.INTEGER, Text("席", "seats"))
MONEY = NumberSpec(NumberKind.MONEY, Text("万元", "万元"))
SHARE = NumberSpec(NumberKind.PERCENT, Text("%", "%"))
OPTIONS = (
    Option("b24", Text("呼叫中心", "Call centre")),
    Option("b22", Text("多方通信", "Conference")),
    Option("b2", Text("多方", "Conf")),
)
ONE, MANY = ChoiceSpec(OPTIONS), ChoiceSpec(OPTIONS, many=True)
REGIONS = ChoiceSpec(
    (
        Option("bj", Text("北京", "Beijing")),
        Option("nm", Text("内蒙古", "Inner Mongolia")),
        Option("gx", Text("广西", "Guangxi")),
        Option("listed", Text("已上市", "Listed")),
    ),
    many=True,
)
CODE = TextSpec(TextCheck.USCC)


def number(value: str) -> Number:
    return Number(Decimal(value))


@pytest.mark.parametrize(
    ("text", "spec", "value"),
    [
        ("两百八十", SEATS, number("280")),
        ("280席", SEATS, number("280")),
        ("3.5亿元", MONEY, number("35000")),
        ("百分之四十八", SHARE, number("48")),
        ("2027-03-31", DateSpec(), Day(date(2027, 3, 31))),
        ("  两个   词 ", TextSpec(), Words("两个 词")),
        ("9111 0108-ma01a2b3cf", CODE, Words("91110108MA01A2B3CF")),
        ("138 1234 5678", PhoneSpec(mobile=True), Words("13812345678")),
        ("呼叫中心", ONE, Choices(("b24",))),
        ("呼", ONE, Choices(("b24",))),
        ("call", ONE, Choices(("b24",))),
        ("多方", ONE, Choices(("b2",))),
        ("多方通信、呼叫中心", MANY, Choices(("b24", "b22"))),
        ("呼叫中心 呼叫中心", MANY, Choices(("b24",))),
        ("北京市、内蒙古自治区、广西壮族自治区", REGIONS, Choices(("bj", "nm", "gx"))),
        ("已上市", REGIONS, Choices(("listed",))),
    ],
)
def test_one_sound_reading_is_taken(text: str, spec: CellSpec, value: object) -> None:
    assert read_cell(text, spec, TODAY) == Read(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "spec", "sentence"),
    [
        ("好几百", SEATS, "trouble-vague"),
        ("280人", SEATS, "trouble-unit-mismatch"),
        ("", SEATS, "trouble-empty"),
        ("没有", SEATS, "trouble-word-for-nothing"),
        ("2027-02-30", DateSpec(), "date-no-such-day"),
        ("3月31日", DateSpec(), "date-incomplete"),
        (" \n ", TextSpec(), "trouble-empty"),
        ("12345", PhoneSpec(), "trouble-not-a-phone"),
        ("010-12345678", PhoneSpec(mobile=True), "trouble-not-a-mobile"),
        ("别的", ONE, "choice-not-understood"),
        ("呼叫中心、多方", ONE, "choice-not-understood"),
        ("呼叫中心、别的", MANY, "choice-not-understood"),
    ],
)
def test_what_is_not_sound_is_refused_with_its_reason(
    text: str, spec: CellSpec, sentence: str
) -> None:
    reading = read_cell(text, spec, TODAY)

    assert isinstance(reading, Refused)
    assert reading.why.sentence == sentence


def test_two_sound_readings_are_asked_about() -> None:
    reading = read_cell("0.48", SHARE, TODAY)

    assert isinstance(reading, Unsure)
    assert reading.readings == (number("0.48"), number("48"))


# --- what a button carries back ---------------------------------------------------------


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_number_on_a_button_comes_back(number: Decimal) -> None:
    assert reading_of(f"{number:f}", SEATS) == Number(number)


def test_a_day_on_a_button_comes_back() -> None:
    assert reading_of("2027-03-31", DateSpec()) == Day(date(2027, 3, 31))


@pytest.mark.parametrize(
    "plain", ["", "NaN", "sNaN", "Infinity", "-Infinity", "1E9", "1e999999", "1_0", "٣", " 1", "+1"]
)
def test_what_no_button_of_ours_carries_is_no_number(plain: str) -> None:
    assert reading_of(plain, SEATS) is None


@pytest.mark.parametrize("plain", ["", "2027-02-30", "tomorrow", "10000-01-01"])
def test_what_no_button_of_ours_carries_is_no_day(plain: str) -> None:
    assert reading_of(plain, DateSpec()) is None


def test_only_numbers_and_days_are_asked_about() -> None:
    assert reading_of("b24", ONE) is None
    assert reading_of("x", TextSpec()) is None


# --- credit codes -----------------------------------------------------------------------


@settings(deadline=None)
@given(st.text(max_size=30))
def test_a_credit_code_is_kept_without_blanks_and_hyphens(text: str) -> None:
    code = credit_code(text)

    assert code == code.upper()
    assert not any(sign.isspace() or sign == "-" for sign in code)


def test_a_credit_code_is_read_in_full_width_too() -> None:
    assert credit_code("９１１１0108ｍａ01a2b3cf") == "91110108MA01A2B3CF"
