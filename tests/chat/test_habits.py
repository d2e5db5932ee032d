"""提醒设置: hours, quiet hours, how much; each for the speaker alone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from chat.buttons import Verb
from tests.chat.papers import text, toast
from tests.chat.stage import LI, WANG, Stage, button, stage
from workflow.habits import USUAL, Habit, Wants, at_hour
from workflow.ids import PersonId
from workflow.ports import ChatId

TODAY, TOMORROW = date(2027, 3, 10), date(2027, 3, 11)
SHANGHAI = ZoneInfo("Asia/Shanghai")


def habit_of(house: Stage, person: int) -> Habit:
    known = house.store.people.get(PersonId(str(person)))
    return USUAL if known is None else known.habit


def test_another_hour_holds_from_tomorrow() -> None:
    house = stage()

    shown = text(house.presses(WANG, button(Verb.HABIT_HOUR, "0800")))

    assert "从 03-11(周四) 起,每天 8:00 提醒" in shown
    habit = habit_of(house, WANG)
    assert (habit.hour_on(TODAY), habit.hour_on(TOMORROW)) == (time(9), time(8))
    assert habit_of(house, LI) == USUAL


def test_an_hour_chosen_twice_on_a_day_leaves_today_alone() -> None:
    twice = at_hour(at_hour(USUAL, time(8), TODAY), time(18), TODAY)

    assert (twice.hour_on(TODAY), twice.hour_on(TOMORROW)) == (time(9), time(18))


def test_an_hour_can_be_typed() -> None:
    house = stage()
    house.presses(WANG, button(Verb.HABIT_HOURS))

    house.types(WANG, "晚上8点半")

    assert habit_of(house, WANG).hour == time(20, 30)


@pytest.mark.parametrize(("typed", "told"), [("随便", "没看懂是几点"), ("23:30", "6:00 到 22:00")])
def test_what_is_no_hour_is_asked_again(typed: str, told: str) -> None:
    house = stage()
    house.presses(WANG, button(Verb.HABIT_HOURS))

    shown = text(house.types(WANG, typed))

    assert told in shown
    assert "改到几点" in shown
    assert habit_of(house, WANG) == USUAL


@pytest.mark.parametrize("much", Wants)
def test_how_much_is_kept(much: Wants) -> None:
    house = stage()

    house.presses(WANG, button(Verb.HABIT_WANTS, much))

    assert habit_of(house, WANG).wants is much


def test_quiet_hours_and_the_digest_are_kept() -> None:
    house = stage()

    house.presses(WANG, button(Verb.HABIT_NIGHT, "2200", "0700"), button(Verb.HABIT_DIGEST, 0))

    habit = habit_of(house, WANG)
    assert (habit.quiet_from, habit.quiet_to, habit.digest) == (time(22), time(7), False)


@pytest.mark.parametrize(
    ("typed", "night"),
    [
        ("22:00-7:30", (time(22), time(7, 30))),
        ("晚上十点到早上七点半", (time(22), time(7, 30))),
        ("10pm to 7am", (time(22), time(7))),
        ("17:00-12:00", (time(17), time(12))),
        ("3:59-5:00", (time(3, 59), time(5))),
    ],
)
def test_quiet_hours_can_be_typed(typed: str, night: tuple[time, time]) -> None:
    house = stage()
    house.presses(WANG, button(Verb.HABIT_NIGHTS))

    house.types(WANG, typed)

    habit = habit_of(house, WANG)
    assert (habit.quiet_from, habit.quiet_to) == night
    assert house.store.notes[ChatId(WANG)] == ""


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("随便", "没看懂是几点到几点"),
        ("22:00", "没看懂是几点到几点"),
        ("9:00-21:00", "9:00–21:00 不是一个夜里"),
        ("16:59-8:00", "不是一个夜里"),
        ("22:00-12:01", "不是一个夜里"),
        ("4:00-8:00", "不是一个夜里"),
        ("22:00-4:59", "不是一个夜里"),
    ],
)
def test_what_is_no_night_is_asked_again_with_two_examples(typed: str, told: str) -> None:
    house = stage()
    house.presses(WANG, button(Verb.HABIT_NIGHTS))

    shown = text(house.types(WANG, typed))

    assert told in shown
    assert "22:00-7:30" in shown
    assert "晚上十点到早上七点半" in shown
    assert habit_of(house, WANG) == USUAL


def test_a_forged_button_silences_no_day() -> None:
    house = stage()

    house.presses(WANG, button(Verb.HABIT_NIGHT, "0700", "0600"))

    assert habit_of(house, WANG) == USUAL


def test_back_at_the_settings_no_hour_is_asked_any_more() -> None:
    house = stage()

    house.presses(WANG, button(Verb.HABIT_NIGHTS), button(Verb.HABIT))

    assert house.store.notes[ChatId(WANG)] == ""


@pytest.mark.parametrize(
    "forged",
    [
        button(Verb.HABIT_HOUR, "9999"),
        button(Verb.HABIT_WANTS, "nothing"),
        button(Verb.HABIT_NIGHT, "2200", "x"),
    ],
)
def test_a_forged_button_is_an_old_one(forged: str) -> None:
    house = stage()

    answer = house.presses(WANG, forged)

    assert "过时" in toast(answer)
    assert habit_of(house, WANG) == USUAL


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ((12, 59), (12, 59)),
        ((20, 59), (20, 59)),
        ((21, 0), (8, 0)),
        ((23, 30), (8, 0)),
        ((3, 0), (8, 0)),
        ((8, 0), (8, 0)),
    ],
)
def test_quiet_hours_wait_for_the_morning(at: tuple[int, int], then: tuple[int, int]) -> None:
    moment = datetime(2027, 3, 10, *at, tzinfo=SHANGHAI)

    heard = USUAL.may_hear(moment.astimezone(UTC), SHANGHAI, is_last_days=False)

    assert (heard.astimezone(SHANGHAI).hour, heard.astimezone(SHANGHAI).minute) == then
    assert heard >= moment


@pytest.mark.parametrize(("hour", "then"), [(23, 23), (0, 7), (6, 7), (7, 7)])
def test_in_the_last_days_only_the_night_is_quiet(hour: int, then: int) -> None:
    moment = datetime(2027, 3, 30, hour, tzinfo=SHANGHAI)

    heard = USUAL.may_hear(moment, SHANGHAI, is_last_days=True)

    assert heard.astimezone(SHANGHAI).hour == then
