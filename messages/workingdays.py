"""Counts working days from a day, over the calendar that the asker handed in; without one, refuses."""

from datetime import date, timedelta

from messages.days import Asked, DateTrouble, Unreadable
from workflow.workdays import Calendar

_ONE_DAY = timedelta(days=1)


def calendar_of(asked: Asked) -> Calendar:
    """NOT_UNDERSTOOD where nobody said which days are worked."""
    if asked.calendar is None:
        raise Unreadable(DateTrouble.NOT_UNDERSTOOD)
    return asked.calendar


def workdays_on(asked: Asked, count: int) -> date:
    """The working day so many working days after today, which itself does not count."""
    calendar, day = calendar_of(asked), asked.today
    for _ in range(count):
        day = calendar.on_or_after(day + _ONE_DAY)
    return day


def workdays_back(asked: Asked, count: int) -> date:
    """The working day so many working days before today."""
    return calendar_of(asked).before(asked.today, count)


def last_before_break(asked: Asked, feast: date) -> date:
    """The last working day before a feast and before the days off that go with it."""
    return _calendar_with(asked, feast).before(feast, 1)


def first_after_break(asked: Asked, feast: date) -> date:
    """The first working day after a feast and after the days off that go with it."""
    return _calendar_with(asked, feast).on_or_after(feast + _ONE_DAY)


def _calendar_with(asked: Asked, feast: date) -> Calendar:
    """VAGUE for a year without data: nobody knows yet which days off go with the feast."""
    calendar = calendar_of(asked)
    if feast.year not in calendar.years:
        raise Unreadable(DateTrouble.VAGUE)
    return calendar
