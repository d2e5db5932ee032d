"""Times of the day as people type them."""

from datetime import time

import pytest

from messages.times import read_span, read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("09:30", time(9, 30)),
        ("9：05", time(9, 5)),
        ("9点", time(9)),
        ("9点半", time(9, 30)),
        ("8点一刻", time(8, 15)),
        ("下午3点", time(15)),
        ("晚上八点", time(20)),
        ("晚8点20", time(20, 20)),
        ("早上7点半", time(7, 30)),
        ("中午12点", time(12)),
        ("中午1点", time(13)),
        ("十二点", time(12)),
        ("二十点三十分", time(20, 30)),
        ("上午十点零五分", time(10, 5)),
        ("8am", time(8)),
        ("8 pm", time(20)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("20:15", time(20, 15)),
        ("24:00", time(0)),
        ("晚上12点", time(0)),
        ("夜里11点", time(23)),
        ("夜里2点", time(2)),
        ("凌晨12点", time(0)),
        ("下午15点", time(15)),
        ("下午12点", time(12)),
    ],
)
def test_one_time_is_understood(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "下周",
        "25:00",
        "9:75",
        "上午15点",
        "晚上2点",
        "早上12点",
        "下午25点",
        "中午5点",
        "13pm",
        "9点半20",
        "九十点",
        "9-10",
        "8pm晚上",
        "1" * 70,
    ],
)
def test_anything_else_is_no_time(typed: str) -> None:
    assert read_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("22:00-7:30", time(22), time(7, 30)),
        ("22：00 — 7：30", time(22), time(7, 30)),
        ("晚上十点到早上七点半", time(22), time(7, 30)),
        ("从晚上10点至次日早上7点", time(22), time(7)),
        ("晚10点~早8点", time(22), time(8)),
        ("10pm to 7am", time(22), time(7)),
        ("From 10 pm till 7:30 am", time(22), time(7, 30)),
        ("9-21", time(9), time(21)),
    ],
)
def test_from_one_time_to_another_is_understood(typed: str, first: time, last: time) -> None:
    assert read_span(typed) == (first, last)


@pytest.mark.parametrize(
    "typed", ["", "22:00", "到", "十点到", "to", "22-7-8", "25:00-7:00", "从九到晚安", "1-" * 40]
)
def test_anything_else_is_no_span(typed: str) -> None:
    assert read_span(typed) is None
