"""Times of the day as people type them."""

from datetime import time

import pytest

from messages.times import read_time


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
