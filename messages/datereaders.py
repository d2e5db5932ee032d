"""What each form of a date may mean: one reader per form (the forms stand in dateforms.py).

A reader is given the match of its form and returns every reading; the wrong side of today is
sorted out afterwards. Names of months and lengths of time are put into the plain English that
dateparser reads surely.
"""

import re
from datetime import date, datetime, time, timedelta

import dateparser

from messages.datewords import (
    DAYS_AWAY,
    LOOSE_WEEKS,
    MONTHS_AWAY,
    UNITS,
    WEEKDAYS,
    WEEKS_AWAY,
    YEAR,
    YEARS_AWAY,
)
from messages.days import (
    Asked,
    DateTrouble,
    Tense,
    Unreadable,
    end_in_nearest_year,
    exact_day,
    in_either_week,
    in_nearest_month,
    in_nearest_year,
    in_week,
    month_at,
    month_end,
    nearest_weekday,
    next_or_last,
)

Days = tuple[date, ...]


def year_month_day(match: re.Match[str], asked: Asked) -> Days:
    """2027-03-31, 27年3月31日, 明年3月31日."""
    return (exact_day(year_said(match["y"], asked), int(match["m"]), int(match["d"])),)


def year_said(said: str, asked: Asked) -> int:
    """2027年, 27年 and 明年 are all a year."""
    if said in YEARS_AWAY:
        return asked.today.year + YEARS_AWAY[said]
    return int(said) % 2000 + 2000 if len(said) < len("2027") else int(said)


def day_month_year(match: re.Match[str], _: Asked) -> Days:
    """31/3/2027 and 3/31/2027 are sure; 3/4/2027 is not."""
    year, one, other = int(match["y"]), int(match["a"]), int(match["b"])
    return tuple(exact_day(year, *pair) for pair in _orders(one, other))


def month_day(match: re.Match[str], asked: Asked) -> Days:
    """3月31日."""
    return (in_nearest_year(asked, int(match["m"]), int(match["d"])),)


def slashed(match: re.Match[str], asked: Asked) -> Days:
    """3/4 is 4 March here and 3 April elsewhere; 3-4 and 3.4 are written month first."""
    one, other = int(match["a"]), int(match["b"])
    pairs = _orders(one, other)
    sure = pairs if match["sep"] == "/" else pairs[:1]
    return tuple(in_nearest_year(asked, *pair) for pair in sure)


def _orders(one: int, other: int) -> list[tuple[int, int]]:
    """(month, day) as written, and turned round where that can be meant."""
    both = [(one, other), (other, one)]
    return [pair for pair in both if pair[0] <= 12] or both[:1]  # noqa: PLR2004 - months


def day_only(match: re.Match[str], asked: Asked) -> Days:
    """31号."""
    return (in_nearest_month(asked, int(match["d"])),)


def day_of_month_away(match: re.Match[str], asked: Asked) -> Days:
    """下个月5号."""
    return (exact_day(*month_at(asked.today, MONTHS_AWAY[match["shift"]]), int(match["d"])),)


def day_word(match: re.Match[str], asked: Asked) -> Days:
    """今天, 大后天, yesterday."""
    return (asked.today + timedelta(days=DAYS_AWAY[match[0]]),)


def weekday(match: re.Match[str], asked: Asked) -> Days:
    """周五, 下周五; 下个周五 has more than one reading."""
    shift, weekday = match["shift"], WEEKDAYS[match["weekday"]]
    if shift is None:
        return nearest_weekday(asked, weekday)
    if shift in LOOSE_WEEKS:
        return next_or_last(asked.today, weekday, LOOSE_WEEKS[shift])
    return (in_week(asked.today, weekday, WEEKS_AWAY[shift]),)


def english_weekday(match: re.Match[str], asked: Asked) -> Days:
    """Friday, this Friday; next Friday has more than one reading."""
    shift, weekday = match["shift"], WEEKDAYS[match["weekday"][:3]]
    if shift is None:
        return nearest_weekday(asked, weekday)
    if shift == "this":
        return in_either_week(asked.today, weekday, 0)
    return next_or_last(asked.today, weekday, LOOSE_WEEKS[shift])


def end_of_month(match: re.Match[str], asked: Asked) -> Days:
    """三月底, end of March 2027."""
    only_for_a_deadline(asked)
    month = month_said(match["m"])
    if match["y"]:
        return (month_end(year_said(match["y"], asked), month),)
    return (end_in_nearest_year(asked, month),)


def end_of_month_away(match: re.Match[str], asked: Asked) -> Days:
    """月底, 下月底, end of the month."""
    only_for_a_deadline(asked)
    return (month_end(*month_at(asked.today, MONTHS_AWAY[match["shift"] or ""])),)


def end_of_year(match: re.Match[str], asked: Asked) -> Days:
    """年底, 明年底."""
    only_for_a_deadline(asked)
    return (exact_day(year_said(match["y"] or "this", asked), 12, 31),)


def only_for_a_deadline(asked: Asked) -> None:
    """月底 as a deadline is the last day; as the day something happened it is no day at all."""
    if asked.tense is not Tense.DEADLINE:
        raise Unreadable(DateTrouble.VAGUE)


def named_month(match: re.Match[str], asked: Asked) -> Days:
    """31 March 2027; a year left out is found as for 3月31日."""
    month, day = month_said(match["m"]), int(match["d"])
    if match["y"] is None:
        return (in_nearest_year(asked, month, day),)
    return (exact_day(int(match["y"]), month, day),)


def month_said(name: str) -> int:
    """3 and March are both a month; 13 is found out where its days are looked up."""
    return int(name) if name.isdigit() else _month_named(name)


def _month_named(name: str) -> int:
    return _by_dateparser(f"1 {name} 2028", date(2028, 1, 1)).month


def from_now(match: re.Match[str], asked: Asked) -> Days:
    """3天后, 过两周, in a month."""
    return (_by_dateparser(f"in {match['n']} {_unit(match)}", asked.today),)


def within(match: re.Match[str], asked: Asked) -> Days:
    """The first day does not count (Civil Code art. 201): 3天内 is 3天后 at the latest."""
    only_for_a_deadline(asked)
    return from_now(match, asked)


def ago(match: re.Match[str], asked: Asked) -> Days:
    """3日前 as a deadline is by the third of the month, not three days ago."""
    if match["unit"] == "日" and asked.tense is Tense.DEADLINE:
        return (in_nearest_month(asked, int(match["n"])),)
    return (_by_dateparser(f"{match['n']} {_unit(match)} ago", asked.today),)


def _unit(match: re.Match[str]) -> str:
    return UNITS.get(match["unit"], match["unit"].removesuffix("s")) + "s"


def _by_dateparser(text: str, today: date) -> date:
    """Plain English with day, month and year, in a shape that was checked before."""
    found = dateparser.parse(
        text,
        languages=["en"],
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["relative-time", "absolute-time"],
            "RELATIVE_BASE": datetime.combine(today, time()),
        },
    )
    if found is None or not re.fullmatch(YEAR, str(found.year)):
        raise Unreadable(DateTrouble.NOT_UNDERSTOOD)
    return found.date()
