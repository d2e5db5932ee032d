"""Who may open a company here, and what /new lets through."""

import pytest

from chat.buttons import Verb
from chat.note import FIELDS, NewCase
from chat.session import Access, Door
from tests.chat.markup import presses, words
from tests.chat.stage import CODES, OURS, STRANGER, Stage, button, empty_stage

CODE = Access(Door.CODE, code="芝麻 open")
LISTED = Access(Door.LISTED, frozenset({"7"}))


def at_the_preview() -> Stage:
    one = empty_stage()
    one.types(STRANGER, "/start", "/new", "新公司", CODES[0])
    answers = ("call_centre@1", "skip", "all", "2026", "full")
    one.presses(STRANGER, *(button(Verb.NEW_ANSWER, each) for each in answers))
    return one


# --- the door ---------------------------------------------------------------------------


def test_whoever_is_not_listed_gets_a_number_to_send_and_no_question() -> None:
    one = empty_stage(LISTED)

    answer = one.types(STRANGER, "/new")

    assert str(STRANGER) in words(answer)
    assert one.types(STRANGER, "新公司") != answer
    assert one.store.companies == {}


def test_no_button_leads_past_the_door() -> None:
    one = empty_stage(LISTED)

    one.presses(STRANGER, button(Verb.NEW))
    one.types(STRANGER, "新公司", CODES[0])
    one.presses(STRANGER, button(Verb.NEW_ANSWER, "skip"), button(Verb.CREATE))

    assert one.store.companies == {}
    assert not any(one.store.notes.values())


def test_the_code_opens_the_door_for_good() -> None:
    one = empty_stage(CODE)
    one.types(STRANGER, "/new")

    opened = one.types(STRANGER, " 芝麻 open ")

    assert "全称" in words(opened)
    assert "全称" in words(one.types(STRANGER, "/cancel", "/new"))


@pytest.mark.parametrize("typed", ["芝麻", "", "芝麻 OPEN", "芝麻 open!", "\x00"])
def test_what_only_resembles_the_code_does_not(typed: str) -> None:
    one = empty_stage(CODE)
    one.types(STRANGER, "/new")

    answer = one.types(STRANGER, typed)

    assert "全称" not in words(answer)


def test_after_ten_wrong_codes_the_right_one_opens_nothing() -> None:
    one = empty_stage(CODE)
    one.types(STRANGER, "/new", *["falsch"] * 10)

    answer = one.types(STRANGER, "芝麻 open")

    assert "全称" not in words(answer)
    assert "全称" not in words(one.types(STRANGER, "/cancel", "/new", "芝麻 open"))


# --- /new -------------------------------------------------------------------------------


@pytest.mark.parametrize("field", FIELDS)
def test_only_from_the_preview_a_field_can_be_gone_back_to(field: str) -> None:
    one = empty_stage()
    one.types(STRANGER, "/start", "/new")
    before = dict(one.store.notes)

    one.presses(STRANGER, button(Verb.NEW_FIELD, field))

    assert one.store.notes == before


@pytest.mark.parametrize("field", FIELDS)
def test_from_the_preview_every_field_is_asked_again(field: str) -> None:
    one = at_the_preview()

    answer = one.presses(STRANGER, button(Verb.NEW_FIELD, field))

    assert f'"asking":"{field}"' in "".join(one.store.notes.values())
    assert button(Verb.CREATE) not in presses(answer)


@pytest.mark.parametrize("field", ["", "amending", "company", "year2"])
def test_there_is_no_other_field(field: str) -> None:
    one = at_the_preview()
    before = dict(one.store.notes)

    one.presses(STRANGER, button(Verb.NEW_FIELD, field))

    assert one.store.notes == before


def test_a_known_companys_name_and_code_are_not_asked_again() -> None:
    one = at_the_preview()
    one.presses(STRANGER, button(Verb.CREATE), button(Verb.ADD_CASE, OURS))
    answers = ("multi_party@1", "skip", "all", "2026", "full")
    one.presses(STRANGER, *(button(Verb.NEW_ANSWER, each) for each in answers))
    before = dict(one.store.notes)

    one.presses(STRANGER, button(Verb.NEW_FIELD, "uscc"), button(Verb.NEW_FIELD, "name"))

    assert one.store.notes == before


@pytest.mark.parametrize("asking", [field for field in FIELDS if field not in ("name", "uscc")])
@pytest.mark.parametrize("value", ["", "gone@9", "1999", "99", "<", "profile"])
def test_an_answer_that_was_not_offered_is_not_taken(asking: str, value: str) -> None:
    one = empty_stage()
    note = NewCase(asking, "", "新公司", CODES[0], "call_centre@1", "", "", 2026, "full")
    one.asks(STRANGER, note)
    before = dict(one.store.notes)

    one.presses(STRANGER, f"{Verb.NEW_ANSWER}|{value}")

    assert one.store.notes == before


@pytest.mark.parametrize("asking", FIELDS)
def test_nothing_is_created_before_the_preview(asking: str) -> None:
    one = empty_stage()
    one.asks(
        STRANGER, NewCase(asking, "", "新公司", CODES[0], "call_centre@1", "", "", 2026, "full")
    )

    one.presses(STRANGER, button(Verb.CREATE))

    assert one.store.companies == {}


@pytest.mark.parametrize("code", ["", "123", CODES[0][:-1] + "0", CODES[0].replace("M", "I")])
def test_a_wrong_credit_code_is_asked_again(code: str) -> None:
    one = empty_stage()
    one.types(STRANGER, "/start", "/new", "新公司")
    before = dict(one.store.notes)

    one.types(STRANGER, code or "没有")

    assert one.store.notes == before
