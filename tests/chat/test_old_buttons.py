"""Buttons whose question, version or arguments are not those of now."""

import pytest

from chat.buttons import Verb
from chat.route import Args, OldButton
from chat.talk import Toast
from tests.chat.markup import presses, words
from tests.chat.stage import OURS, SEASON, SECOND, WANG, Stage, button, stage
from workflow.ids import PersonId

HERE = (OURS, SEASON)


def asked_for_a_day(wanted: str, subject: str) -> tuple[Stage, str]:
    """A weekend has two days: the button of the first."""
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, wanted, subject))
    answer = one.types(WANG, "周末")
    return one, next(data for data in presses(answer) if data.startswith(Verb.TAKE_DAY))


# --- arguments --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.FACT_ON, *HERE, "reported", "2027-02-30"),
        button(Verb.FACT_ON, *HERE, "no_such", "2027-03-01"),
        button(Verb.FACT_TERM, *HERE, "ordered", "soon"),
        button(Verb.STEPS, *HERE, "x"),
        button(Verb.WITHDRAW, *HERE, "staff_total", "one"),
        button(Verb.DOWNLOAD, *HERE, "number_report", 1, "first"),
    ],
)
def test_nothing_that_an_unreadable_button_had_begun_is_kept(data: str) -> None:
    one = stage()
    one.presses(WANG, button(Verb.STATUS, OURS, SECOND))
    before = (one.kept(OURS), dict(one.store.notes))

    answer = one.presses(WANG, data)

    assert isinstance(answer[0], Toast)
    assert "过时" in answer[0].text
    assert (one.kept(OURS), dict(one.store.notes)) == before
    assert one.store.people[PersonId(str(WANG))].season == SECOND


@pytest.mark.parametrize("text", ["", "x", "1.0", "½", "2027-03-01", "9" * 30, "-" + "9" * 30])
def test_what_is_no_number_is_an_old_button(text: str) -> None:
    with pytest.raises(OldButton):
        Args(("first", text)).number(1)


@pytest.mark.parametrize("text", ["", "1", "2027-02-30", "tomorrow"])
def test_what_is_no_day_is_an_old_button(text: str) -> None:
    with pytest.raises(OldButton):
        Args((text,)).day(0)


# --- days -------------------------------------------------------------------------------


def test_a_day_answers_the_question_it_stands_under() -> None:
    one, day = asked_for_a_day("wait_day", "staff_total")

    answer = one.presses(WANG, day)

    assert "到时再填" in words(answer)


@pytest.mark.parametrize(
    ("wanted", "subject"), [("wait_day", "staff_rd"), ("drop_item", "staff_total")]
)
def test_a_day_answers_no_question_that_was_asked_later(wanted: str, subject: str) -> None:
    one, day = asked_for_a_day("wait_day", "staff_total")
    one.presses(WANG, button(Verb.ASK, *HERE, wanted, subject))
    before = one.kept(OURS)

    answer = one.presses(WANG, day)

    assert one.kept(OURS) == before
    assert isinstance(answer[0], Toast)
    assert "过时" in answer[0].text


# --- readings ---------------------------------------------------------------------------


def test_an_outdated_reading_does_not_overwrite_a_newer_answer() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, "outbound_share"))
    unsure = one.types(WANG, "0.48")
    reading = next(data for data in presses(unsure) if data.startswith(Verb.TAKE_READING))
    one.types(WANG, "52%")
    before = one.kept(OURS)

    answer = one.presses(WANG, reading)

    assert one.kept(OURS) == before
    assert "新版本" in words(answer)
