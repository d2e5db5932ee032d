"""Who may open a company here, and what /new lets through."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chat.buttons import Verb
from chat.note import FIELDS, NewCase
from chat.session import Access, Door
from chat.talk import Typed
from chat.talks.new_case import FORGIVEN_AFTER
from tests.chat.markup import presses, words
from tests.chat.stage import (
    CODES,
    NOON,
    OURS,
    STRANGER,
    Stage,
    button,
    empty_stage,
    incoming,
)
from workflow.ids import PersonId

CODE = Access(Door.CODE, code="芝麻 open")
LISTED = Access(Door.LISTED, frozenset({"7"}))


def at_the_preview() -> Stage:
    one = empty_stage()
    one.types(STRANGER, "/start", "/new", "新公司", CODES[0])
    answers = ("call_centre@2", "skip", "all", "2026", "full")
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


def types_at(one: Stage, at: datetime, *texts: str) -> str:
    """What is said to the last of them, all typed at that moment."""
    updates = [replace(incoming(STRANGER, Typed(text)), at=at) for text in texts]
    return [words(one.desk.receive(update)) for update in updates][-1]


def after_ten_wrong_codes() -> Stage:
    one = empty_stage(CODE)
    one.types(STRANGER, "/new", *["falsch"] * 10)
    return one


def test_after_ten_wrong_codes_the_right_one_opens_nothing_and_the_wait_is_said() -> None:
    one = after_ten_wrong_codes()

    answer = one.types(STRANGER, "芝麻 open")

    assert "已连错 10 次,请过 15 分钟再发" in words(answer)
    assert str(STRANGER) in words(answer)
    assert "全称" not in words(one.types(STRANGER, "/cancel", "/new", "芝麻 open"))


def test_the_wait_is_shorter_from_minute_to_minute_and_trying_does_not_prolong_it() -> None:
    one = after_ten_wrong_codes()

    assert "请过 1 分钟" in types_at(one, NOON + timedelta(minutes=14, seconds=1), "falsch")
    assert "请过 1 分钟" in types_at(
        one, NOON + timedelta(minutes=14, seconds=2), "/cancel", "/new"
    )
    assert "全称" in types_at(one, NOON + FORGIVEN_AFTER, "芝麻 open")


def test_after_a_rest_ten_more_may_be_wrong() -> None:
    one = after_ten_wrong_codes()

    ninth = types_at(one, NOON + FORGIVEN_AFTER, *["falsch"] * 9)
    tenth = types_at(one, NOON + FORGIVEN_AFTER, "falsch")

    assert "开通码不对" in ninth
    assert "请过 15 分钟" in tenth


def test_a_few_wrong_codes_are_forgiven_by_a_rest_too() -> None:
    one = empty_stage(CODE)
    one.types(STRANGER, "/new", *["falsch"] * 9)

    answer = types_at(one, NOON + FORGIVEN_AFTER, "falsch")

    assert "开通码不对" in answer


def test_who_had_ten_wrong_codes_before_anybody_looked_at_the_clock_may_go_on() -> None:
    one = after_ten_wrong_codes()
    known = one.store.people[PersonId(str(STRANGER))]
    one.store.people[known.person] = replace(known, tried=None)

    assert "全称" in words(one.types(STRANGER, "芝麻 open"))


# --- said at the first step -------------------------------------------------------------


@pytest.mark.parametrize("first", ["/start", "/status", "/list", "/members", "/calendar", "/due"])
def test_an_outsider_learns_at_the_first_step_that_he_may_open_nothing(first: str) -> None:
    answer = empty_stage(LISTED).types(STRANGER, first)

    assert "暂时不能新建企业" in words(answer)
    assert str(STRANGER) in words(answer)
    assert button(Verb.NEW) not in presses(answer)


@pytest.mark.parametrize("first", ["更多", "/cancel"])
def test_nor_is_he_shown_the_button(first: str) -> None:
    assert button(Verb.NEW) not in presses(empty_stage(LISTED).types(STRANGER, first))


@pytest.mark.parametrize("first", ["/start", "/status"])
def test_who_needs_a_code_learns_it_at_the_first_step_and_has_the_button(first: str) -> None:
    answer = empty_stage(CODE).types(STRANGER, first)

    assert "要先输入开通码" in words(answer)
    assert button(Verb.NEW) in presses(answer)
    assert "一分钟" not in words(answer)


def test_who_may_is_told_of_no_door() -> None:
    answer = empty_stage().types(STRANGER, "/start")

    assert "一分钟" in words(answer)
    assert button(Verb.NEW) in presses(answer)


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
    answers = ("multi_party@2", "skip", "all", "2026", "full")
    one.presses(STRANGER, *(button(Verb.NEW_ANSWER, each) for each in answers))
    before = dict(one.store.notes)

    one.presses(STRANGER, button(Verb.NEW_FIELD, "uscc"), button(Verb.NEW_FIELD, "name"))

    assert one.store.notes == before


@pytest.mark.parametrize("asking", [field for field in FIELDS if field not in ("name", "uscc")])
@pytest.mark.parametrize("value", ["", "gone@9", "1999", "99", "<", "profile"])
def test_an_answer_that_was_not_offered_is_not_taken(asking: str, value: str) -> None:
    one = empty_stage()
    note = NewCase(asking, "", "新公司", CODES[0], "call_centre@2", "", "", 2026, "full")
    one.asks(STRANGER, note)
    before = dict(one.store.notes)

    one.presses(STRANGER, f"{Verb.NEW_ANSWER}|{value}")

    assert one.store.notes == before


@pytest.mark.parametrize("asking", FIELDS)
def test_nothing_is_created_before_the_preview(asking: str) -> None:
    one = empty_stage()
    one.asks(
        STRANGER, NewCase(asking, "", "新公司", CODES[0], "call_centre@2", "", "", 2026, "full")
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
