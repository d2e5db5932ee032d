"""What was handed in, and what was said of it, as the trail keeps it: short, exact, in no language."""

from typing import assert_never

from workflow.errors import TooLong
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    FilesGiven,
    Given,
    Located,
    NotApplicable,
    Number,
    Rows,
    Value,
    WaitingUntil,
    Words,
)
from workflow.text import tidied

LONGEST_BEHALF = 40
LONGEST_REASON = 200


def plain(given: Given) -> str:
    """The whole of it in one text."""
    match given:
        case FilesGiven(files):
            return ", ".join(file.name for file in files)
        case AnswerGiven(value):
            return _plain_value(value)
        case Confirmed(name):
            return name
        case WaitingUntil(day):
            return day.isoformat()
        case NotApplicable(reason):
            return reason
        case Located(place):
            return place
        case _:
            assert_never(given)


def _plain_value(value: Value) -> str:
    match value:
        case Number(number):
            return f"{number:f}"
        case Day(day):
            return day.isoformat()
        case Words(text):
            return text
        case Choices(keys):
            return ", ".join(keys)
        case Rows(rows):
            return "; ".join(
                " | ".join("" if cell is None else _plain_value(cell) for cell in row)
                for row in rows
            )
        case _:
            assert_never(value)


def bounded(words: str, longest: int) -> str:
    """What somebody said, tidied. TooLong."""
    words = tidied(words)
    if len(words) > longest:
        raise TooLong(longest=longest)
    return words
