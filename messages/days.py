"""Finds the day that is meant when the year, the month or the week is left out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from workflow.workdays import Calendar


class Tense(StrEnum):
    """On which side of today the day must lie."""

    DEADLINE = "deadline"  # today or later
    FACT = "fact"  # today or earlier
    ANY = "any"  # either, and the year must be written


class DateTrouble(StrEnum):
    """Why a date was not understood."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_SUCH_DAY = "no_such_day"
    NOT_UNDERSTOOD = "not_understood"
    PAST = "past"
    FUTURE = "future"
    VAGUE = "vague"
    INCOMPLETE = "incomplete"
    WEEKDAY_MISMATCH = "weekday_mismatch"


class Unreadable(Exception):
    """No day can be read from the text, and why."""

    def __init__(self, why: DateTrouble) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Asked:
    """From which day a phrase is seen, and on which side of it the answer lies."""

    today: date
    tense: Tense
    calendar: Calendar | None = None  # without one, 3个工作日后 and 春节前 are refused


def exact_day(year: int, month: int, day: int) -> date:
    """The day, or NO_SUCH_DAY: 30 February, 29 February 2027."""
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(DateTrouble.NO_SUCH_DAY) from None


def in_nearest_year(asked: Asked, month: int, day: int) -> date:
    """The next such day for a deadline, the last such day for a fact."""
    exact_day(2028, month, day)  # a leap year: refuses what exists in no year
    today = asked.today
    return exact_day(today.year + _step(asked, (month, day), (today.month, today.day)), month, day)


def in_nearest_month(asked: Asked, day: int) -> date:
    """The same for a day whose month is left out too; 31号 in a February does not exist."""
    exact_day(2028, 1, day)
    return exact_day(*month_at(asked.today, _step(asked, (day,), (asked.today.day,))), day)


def end_in_nearest_year(asked: Asked, month: int) -> date:
    """The last day of that month, the year left out."""
    return month_end(asked.today.year + _step(asked, (month,), (asked.today.month,)), month)


def month_end(year: int, month: int) -> date:
    """Its last day, or NO_SUCH_DAY for a thirteenth month."""
    first = exact_day(year, month, 1)
    return first.replace(day=monthrange(year, month)[1])


def month_at(today: date, shift: int) -> tuple[int, int]:
    """Year and month, so many months away."""
    years, month = divmod(today.month - 1 + shift, 12)
    return today.year + years, month + 1


def in_week(today: date, weekday: int, shift: int) -> date:
    """That weekday (0 is Monday) of the week so many weeks away; weeks begin on Monday."""
    return today + timedelta(days=weekday - today.weekday() + 7 * shift)


def in_either_week(today: date, weekday: int, shift: int) -> tuple[date, ...]:
    """The same, and for those whose weeks begin on Sunday: this Friday, said on a Sunday."""
    since_sunday = (today.weekday() + 1) % 7
    from_sunday = timedelta(days=(weekday + 1) % 7 - since_sunday + 7 * shift)
    return in_week(today, weekday, shift), today + from_sunday


def next_or_last(today: date, weekday: int, shift: int) -> tuple[date, ...]:
    """Next Friday (1) or last Friday (-1): of that week, or simply the nearest one."""
    ahead = (weekday - today.weekday()) * shift % 7 or 7
    return today + timedelta(days=ahead * shift), *in_either_week(today, weekday, shift)


def nearest_weekday(asked: Asked, weekday: int) -> tuple[date, ...]:
    """A weekday alone. Said on that very weekday it may be today or a week away."""
    sign = direction(asked)
    ahead = (weekday - asked.today.weekday()) * sign % 7
    nearest = asked.today + timedelta(days=ahead * sign)
    return (nearest,) if ahead else (nearest, nearest + timedelta(days=7 * sign))


def direction(asked: Asked) -> int:
    """Forward for a deadline, back for a fact; where both may be, the whole date is needed."""
    if asked.tense is Tense.ANY:
        raise Unreadable(DateTrouble.INCOMPLETE)
    return 1 if asked.tense is Tense.DEADLINE else -1


def _step(asked: Asked, wanted: tuple[int, ...], today: tuple[int, ...]) -> int:
    """How many years (or months) to go so that the wanted day is on the right side of today."""
    if direction(asked) > 0:
        return int(wanted < today)
    return -int(wanted > today)
