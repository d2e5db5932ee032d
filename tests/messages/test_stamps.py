"""A day with its hour and minute, as people and systems write it."""

from datetime import date, datetime

import pytest

from messages.stamps import read_stamp

TODAY = date(2027, 2, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-03 08:30",
        "2026-06-03 08:30:59",
        "2026-06-03T08:30",
        "2026/6/3 8:30",
        "2026.6.3 08:30",
        "2026年6月3日 8:30",
        "2026年6月3日上午8点半",
        "2026年6月3日8时30分",
        "２０２６-06-03 08：30",
    ],
)
def test_a_minute_is_read_as_it_is_written(text: str) -> None:
    assert read_stamp(text, TODAY) == datetime.fromisoformat("2026-06-03 08:30")


def test_24_00_is_the_beginning_of_the_next_day() -> None:
    assert read_stamp("2026-12-31 24:00", TODAY) == datetime.fromisoformat("2027-01-01 00:00")


@pytest.mark.parametrize(
    "text",
    ["2026-06-03", "08:30", "2026-06-03 25:00", "2026-06-03 24:30", "2026-02-30 08:30", "46176.3"],
)
def test_what_is_no_minute_is_never_guessed_at(text: str) -> None:
    assert read_stamp(text, TODAY) is None
