"""How a pack's TOML says a due day: a day of the year, or so many working days before the end."""

import re
from datetime import date
from typing import Annotated

from pydantic import PlainValidator

from workflow.due_rules import DayOfYear, InternalDue, WorkdaysBefore

MOST_WORKDAYS = 120
ANY_COMMON_YEAR = 2001
"""29 February is refused: a due day exists in every year."""


def _day(raw: object) -> DayOfYear:
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9]{2}-[0-9]{2}", raw):
        message = 'a day is written "MM-DD"'
        raise ValueError(message)
    month, day = int(raw[:2]), int(raw[3:])
    date(ANY_COMMON_YEAR, month, day)
    return DayOfYear(month, day)


def _internal_due(raw: object) -> InternalDue:
    if not isinstance(raw, dict):
        return _day(raw)
    days = raw.get("workdays_before")
    if set(raw) != {"workdays_before"} or type(days) is not int or not 1 <= days <= MOST_WORKDAYS:
        message = f"it is {{ workdays_before = 1 to {MOST_WORKDAYS} }} or a day"
        raise ValueError(message)
    return WorkdaysBefore(days)


Day = Annotated[DayOfYear, PlainValidator(_day)]
DayOrWorkdays = Annotated[InternalDue, PlainValidator(_internal_due)]
