"""Lengths of time in hours and minutes together, or in the one where the other is asked.

An hour has sixty minutes for everybody: 1小时30分 is 90 minutes. A day is not converted, it may have
twenty-four hours or eight.
"""

import re
from decimal import Decimal
from typing import Final

from messages.numerals import NotANumeral, numeral, trimmed
from messages.units import NumberUnit

_IN_HOURS: Final = r"个?(?:小时|钟头| ?h(?:(?:ou)?rs?)?)"
_IN_MINUTES: Final = r" ?(?:分钟?|m(?:in(?:ute)?s?)?)"
_TOGETHER: Final = re.compile(
    rf"(?P<hours>.+?)(?:{_IN_HOURS})(?:(?P<half>半)|[零又]? ?(?P<minutes>[^零又 ].*?){_IN_MINUTES})?"
)
_MINUTES: Final = re.compile(rf"(?P<minutes>.+?)个?{_IN_MINUTES}")
_HALF_MORE: Final = re.compile(rf"(?P<hours>.+?)个半{_IN_HOURS.removeprefix('个?')}")
_SAID_SO: Final = {
    "半小时": 30, "半个小时": 30, "半个钟头": 30, "一刻钟": 15, "三刻钟": 45,
    "half an hour": 30, "an hour": 60, "an hour and a half": 90,
}  # fmt: skip
_HOUR: Final = Decimal(60)
_PLACES: Final = 6  # more nobody types
_EACH: Final = {NumberUnit.MINUTES: Decimal(1), NumberUnit.HOURS: _HOUR}


def length_of_time(said: str, unit: NumberUnit | str) -> Decimal:
    """Exactly so many minutes or hours; NotANumeral where it is no such length or not exact."""
    if not isinstance(unit, NumberUnit) or unit not in _EACH:
        raise NotANumeral
    minutes = _minutes(said)
    found = round(minutes / _EACH[unit], _PLACES)
    if found * _EACH[unit] != minutes:  # 100分钟 is no finite number of hours
        raise NotANumeral
    return trimmed(found)


def _minutes(said: str) -> Decimal:
    if said in _SAID_SO:
        return Decimal(_SAID_SO[said])
    if found := _HALF_MORE.fullmatch(said):
        return (_whole(found["hours"]) + Decimal("0.5")) * _HOUR
    if found := _TOGETHER.fullmatch(said):
        return _together(found)
    if found := _MINUTES.fullmatch(said):
        return numeral(found["minutes"])
    raise NotANumeral


def _together(found: re.Match[str]) -> Decimal:
    """With minutes the hours are whole, and the minutes less than an hour."""
    if found["half"]:
        return _whole(found["hours"]) * _HOUR + 30
    if not found["minutes"]:
        return numeral(found["hours"]) * _HOUR
    minutes = numeral(found["minutes"])
    if not 0 <= minutes < _HOUR:
        raise NotANumeral
    return _whole(found["hours"]) * _HOUR + minutes


def _whole(text: str) -> Decimal:
    value = numeral(text)
    if value < 0 or value != int(value):
        raise NotANumeral
    return value
