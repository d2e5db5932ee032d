"""What a part of a month, a week or a quarter, a counted weekday or working days may mean.

A reader is given the match of its form and returns every reading (datereaders.py tells more).
A stretch of days where one day is wanted is asked about by its first and its last day.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Final

from messages.datereaders import Days, month_said, only_for_a_deadline, year_said
from messages.datewords import MONTHS_AWAY, NTH, PARTS, WEEKDAYS, WEEKS_AWAY
from messages.days import (
    Asked,
    DateTrouble,
    Tense,
    Unreadable,
    direction,
    exact_day,
    in_either_week,
    in_week,
    month_at,
    month_end,
)
from messages.workingdays import calendar_of, workdays_back, workdays_on

_QUARTER: Final = 3  # months
Month = tuple[int, int]


# --- weeks ------------------------------------------------------------------------------


def weekend(match: re.Match[str], asked: Asked) -> Days:
    """Saturday or Sunday."""
    return _of_week(match, asked, "六日")


def week(match: re.Match[str], asked: Asked) -> Days:
    """下周, next week: its Monday or its Friday; of this week what is left of it counts."""
    only_for_a_deadline(asked)
    return _of_week(match, asked, "一五" if WEEKS_AWAY[match["shift"]] else "五日")


def end_of_week(match: re.Match[str], asked: Asked) -> Days:
    """本周内, 周末前, end of next week: by Friday, or by Sunday."""
    only_for_a_deadline(asked)
    return _of_week(match, asked, "五日")


def _of_week(match: re.Match[str], asked: Asked, weekdays: str) -> Days:
    shift = WEEKS_AWAY[match["shift"] or "本"]
    found = (_in_week(match, asked, WEEKDAYS[day], shift) for day in weekdays)
    return tuple(chain.from_iterable(found))


def _in_week(match: re.Match[str], asked: Asked, weekday: int, shift: int) -> Days:
    """In English a week may begin on a Sunday; in Chinese it begins on a Monday."""
    if match[0].isascii():
        return in_either_week(asked.today, weekday, shift)
    return (in_week(asked.today, weekday, shift),)


def weekday_of_week(match: re.Match[str], asked: Asked) -> Days:
    """下周的周五, Friday next week: sure, unlike 下个周五 and next Friday."""
    weekday = WEEKDAYS[match["weekday"][:3]]
    return _in_week(match, asked, weekday, WEEKS_AWAY[match["shift"]])


# --- months -----------------------------------------------------------------------------


def part_of_month(match: re.Match[str], asked: Asked) -> Days:
    """3月初, 下月中旬, late March."""
    only_for_a_deadline(asked)
    first, last = PARTS[match["part"]]
    spans = [_span(month, first, last) for month in _months(match, asked)]
    begun, ended = next((span for span in spans if span[1] >= asked.today), spans[-1])
    if match["m"] or match["shift"] or begun >= asked.today:
        return begun, ended
    return ended, _span(month_at(asked.today, 1), first, last)[0]  # it has begun: this one or next


def _span(month: Month, first: int, last: int) -> tuple[date, date]:
    end = month_end(*month)
    return end.replace(day=first), end.replace(day=min(last, end.day))


def last_day(match: re.Match[str], asked: Asked) -> Days:
    """3月最后一天, the last day of next month."""
    return _on_right_side((month_end(*month) for month in _months(match, asked)), asked)


def first_day(match: re.Match[str], asked: Asked) -> Days:
    """下个月第一天."""
    return _on_right_side((exact_day(*month, 1) for month in _months(match, asked)), asked)


def nth_weekday(match: re.Match[str], asked: Asked) -> Days:
    """3月第二个周五, the last Friday of the month."""
    weekday, nth = WEEKDAYS[match["weekday"][:3]], NTH[match["nth"].removeprefix("第")]
    months = _months(match, asked)
    return _on_right_side((_nth_in(month, weekday, nth) for month in months), asked)


def nth_weekday_alone(match: re.Match[str], asked: Asked) -> Days:
    """第二个周五: of this month, of the next, or the second one from now."""
    only_for_a_deadline(asked)
    weekday, nth = WEEKDAYS[match["weekday"][:3]], NTH[match["nth"].removeprefix("第")]
    months = [month_at(asked.today, shift) for shift in (0, 1)]
    counted = _on_right_side((_nth_in(month, weekday, nth) for month in months), asked)
    if nth < 0:
        return counted
    ahead = (weekday - asked.today.weekday()) % 7 or 7
    return *counted, asked.today + timedelta(days=ahead + 7 * (nth - 1))


def _nth_in(month: Month, weekday: int, nth: int) -> date:
    """That weekday of the month, counted from its end if `nth` is -1; a fifth is not in each."""
    days = [day for day in _days_of(month) if day.weekday() == weekday]
    if nth > len(days):
        raise Unreadable(DateTrouble.NO_SUCH_DAY)
    return days[nth - 1 if nth > 0 else nth]


def _days_of(month: Month) -> list[date]:
    end = month_end(*month)
    return [end.replace(day=day) for day in range(1, end.day + 1)]


def _months(match: re.Match[str], asked: Asked) -> list[Month]:
    """The month said; where its year is left out those that may be meant, the nearest first."""
    if not match["m"]:
        shift = match["shift"]
        shifts = [MONTHS_AWAY[shift]] if shift else [0, 1 if direction(asked) > 0 else -1]
        return [month_at(asked.today, each) for each in shifts]
    month = month_said(match["m"])
    month_end(2028, month)  # refuses a thirteenth
    if match["y"]:
        return [(year_said(match["y"], asked), month)]
    return [(asked.today.year + step, month) for step in (0, direction(asked))]


def _on_right_side(days: Iterator[date], asked: Asked) -> Days:
    """The first that can be meant; if none can, the very first, to be refused as past or future."""
    sign = 0 if asked.tense is Tense.ANY else direction(asked)
    nearest = next(days)
    right = (day for day in chain((nearest,), days) if (day - asked.today).days * sign >= 0)
    return (next(right, nearest),)


# --- quarters ---------------------------------------------------------------------------


def end_of_quarter(match: re.Match[str], asked: Asked) -> Days:
    """一季度末, end of Q1, 本季度末."""
    only_for_a_deadline(asked)
    this = (asked.today.month - 1) // _QUARTER
    if match["q"]:
        months = [(asked.today.year + step, NTH[match["q"]] * _QUARTER) for step in (0, 1)]
        return _on_right_side((month_end(*month) for month in months), asked)
    quarter = this + MONTHS_AWAY[match["shift"] or "this"]
    year, index = divmod(quarter, 4)
    return (month_end(asked.today.year + year, (index + 1) * _QUARTER),)


# --- working days -----------------------------------------------------------------------


def workdays_after(match: re.Match[str], asked: Asked) -> Days:
    """3个工作日后: the day on which it is said does not count."""
    return (workdays_on(asked, _count(match)),)


def workdays_within(match: re.Match[str], asked: Asked) -> Days:
    """3个工作日内: the third of them is the last day."""
    only_for_a_deadline(asked)
    return workdays_after(match, asked)


def workdays_ago(match: re.Match[str], asked: Asked) -> Days:
    """3个工作日前, as a fact."""
    return (workdays_back(asked, _count(match)),)


def next_workday(_: re.Match[str], asked: Asked) -> Days:
    """下个工作日."""
    return (workdays_on(asked, 1),)


def nth_workday(match: re.Match[str], asked: Asked) -> Days:
    """下个月第一个工作日, the last working day of March."""
    nth = NTH[match["nth"].removeprefix("第")]
    found = (_nth_worked(asked, month, nth) for month in _months(match, asked))
    return _on_right_side(found, asked)


def _nth_worked(asked: Asked, month: Month, nth: int) -> date:
    """Counted from the month's first or from its last; each month has five."""
    calendar = calendar_of(asked)
    worked = [day for day in _days_of(month) if calendar.is_workday(day)]
    return worked[nth - 1 if nth > 0 else nth]


def _count(match: re.Match[str]) -> int:
    """At least one; as a figure or an English word."""
    count = int(match["n"]) if match["n"].isdigit() else _WORDS.index(match["n"]) + 1
    if count < 1:
        raise Unreadable(DateTrouble.NOT_UNDERSTOOD)
    return count


_WORDS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
