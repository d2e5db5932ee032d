"""Values as our own buttons carry them: plain figures, ISO days."""

import re
from datetime import date
from decimal import Decimal

from messages.values import OneValue
from workflow.given import Day, Number
from workflow.pack import CellSpec, DateSpec, NumberSpec

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
"""A number as our own buttons carry it: no NaN, no exponent that would fill the screen."""


def reading_of(plain: str, spec: CellSpec) -> OneValue | None:
    """The value a button carries back: an exact number or an ISO day; None if it is neither."""
    try:
        match spec:
            case NumberSpec() if _PLAIN.fullmatch(plain):
                return Number(Decimal(plain))
            case DateSpec():
                return Day(date.fromisoformat(plain))
            case _:
                return None
    except (ArithmeticError, ValueError):
        return None
