"""After filing: in May what was published is compared, and the bot reminds of it until it was."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from chat.buttons import Verb
from tests.chat.morning import ME, at, labels, message, told, waiting
from tests.chat.stage import (
    CODES,
    OURS,
    SEASON,
    WANG,
    Stage,
    button,
    copied,
    empty_stage,
    opens,
    sent,
)
from workflow.reminders import Pending

STEP, ITEM = "S4", "publicity_check"
MAY, LAST = date(2027, 5, 1), date(2027, 6, 4)


@cache
def _filed() -> Stage:
    one = empty_stage()
    opens(one, WANG, "甲公司", CODES[0])
    one.presses(WANG, button(Verb.FACT_ON, OURS, SEASON, "reported", "2027-03-01"))
    return one


def filed() -> Stage:
    """A report filed in March."""
    return copied(_filed())


def of_publicity(one: Stage, day: date) -> list[Pending]:
    """What is owed of it by the evening of that day."""
    return [each for each in waiting(one, at(f"{day:%m-%d}", 23)) if each.owed.rung.subject == STEP]


def heard_on(one: Stage) -> Sequence[str]:
    """The days, one after the other, on which there is something new to say of it."""
    days = [MAY + timedelta(n) for n in range((LAST - MAY).days)]
    known = {day: {each.owed.key for each in of_publicity(one, day)} for day in days}
    return [f"{day:%m-%d}" for before, day in pairwise(days) if known[day] - known[before]]


def test_day_by_day_it_is_reminded_of_before_the_end_of_may_and_after_it() -> None:
    assert heard_on(filed()) == ["05-17", "05-24", "05-28", "05-31", "06-03"]


def test_the_reminder_names_it_and_leads_to_the_item() -> None:
    one = filed()

    digest = told(one, at("05-17"), ME, of_publicity(one, date(2027, 5, 17)))

    assert "公示信息核对" in message(digest).html
    assert any("公示信息核对截图" in each for each in labels(digest))


def test_once_the_screenshot_is_there_nothing_is_said_of_it_any_more() -> None:
    one = filed()
    one.presses(WANG, button(Verb.ITEM, OURS, SEASON, ITEM))

    one.does(WANG, sent("公示.png", b"png"))

    assert heard_on(one) == []
