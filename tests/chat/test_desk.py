"""What the desk does beside the talk: answers given again, outages, faults, damaged companies."""

from dataclasses import replace

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.talk import BlockedUs, Pressed, Send, Toast, Typed
from storage.memory import MemoryStore
from tests.chat.markup import messages, presses, require_sendable, words
from tests.chat.stage import (
    LI,
    NOON,
    OURS,
    SEASON,
    STRANGER,
    THEIRS,
    WANG,
    Stage,
    button,
    empty_stage,
    incoming,
    opens,
    stage,
)
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId, RawUpdate, RowState

ITEM = button(Verb.ITEM, OURS, SEASON, "staff_total")


def kept(store: MemoryStore) -> object:
    return (dict(store.companies), dict(store.trail), dict(store.notes), dict(store.people))


# --- one update, one transaction --------------------------------------------------------


def test_a_refused_press_keeps_nothing_but_is_done() -> None:
    one = stage()
    first, row = one.store.inbox.take_in([raw(1), raw(2)], NOON)
    # That they were here is remembered, at most once an hour.
    one.desk.receive(replace(incoming(LI, Pressed(ITEM, 1, "p")), row=first.id))
    before = kept(one.store)

    one.desk.receive(replace(incoming(LI, Pressed(ITEM, 1, "p")), row=row.id))

    assert kept(one.store) == before
    assert one.store.inbox.rows[row.id].state is RowState.APPLIED


def raw(number: int) -> RawUpdate:
    return RawUpdate(number, ChatId(LI), "{}")


def test_a_press_is_answered_first_so_that_its_spinner_stops() -> None:
    answer = stage().presses(WANG, ITEM)

    assert answer[0] == Toast("p")
    assert len(answer) == 2


def test_a_refusal_of_a_press_is_a_toast_and_the_question_that_waits() -> None:
    one = stage()
    one.presses(WANG, ITEM)

    answer = one.presses(WANG, button(Verb.ITEM, OURS, SEASON, "no_such_item"))

    assert isinstance(answer[0], Toast)
    assert "清单里没有这一项" in answer[0].text
    assert "从业人员总数" in words(answer)


def test_a_refused_answer_leaves_its_question_open() -> None:
    one = stage()
    one.presses(WANG, ITEM)

    refused = one.types(WANG, "负五")
    answered = one.types(WANG, "300")

    assert "没有记入" in words(refused)
    assert "300" in words(answered)


def test_whoever_blocks_the_bot_is_told_nothing() -> None:
    assert list(stage().does(WANG, BlockedUs(blocked=True))) == []


def test_a_newcomer_is_remembered_in_the_language_of_their_messenger() -> None:
    one = empty_stage()

    one.types(STRANGER, "/start")

    assert one.store.people[PersonId(str(STRANGER))].locale == "zh-CN"


# --- said once more ---------------------------------------------------------------------


def test_an_answer_that_was_lost_is_shown_again_without_doing_it_again() -> None:
    one = stage()
    one.presses(WANG, ITEM)
    one.types(WANG, "300")
    before = kept(one.store)

    answer = one.desk.again(incoming(WANG, Typed("300")))

    assert "300 人" in words(answer)
    assert kept(one.store) == before


def test_a_press_whose_answer_was_lost_gets_its_card() -> None:
    one = stage()
    one.presses(WANG, ITEM)

    answer = one.desk.again(incoming(WANG, Pressed(ITEM, 7, "p")))

    assert answer[0] == Toast("p")
    assert "从业人员总数" in words(answer)


def test_after_an_outage_buttons_are_fresh_and_nothing_is_changed() -> None:
    one = stage()
    one.presses(WANG, ITEM)
    before = kept(one.store)

    answer = one.desk.after_outage(ChatId(WANG), PersonId(str(WANG)), NOON)

    require_sendable(answer)
    assert "断线" in words(answer)
    assert "从业人员总数" in words(answer)
    assert all(isinstance(each, Send) for each in answer)
    assert presses(answer)
    assert kept(one.store) == before


def test_after_an_outage_a_stranger_is_greeted_as_one() -> None:
    answer = stage().desk.after_outage(ChatId(STRANGER), PersonId(str(STRANGER)), NOON)

    require_sendable(answer)
    assert presses(answer) == [button(Verb.NEW)]


def test_a_fault_gives_a_number_and_keeps_everything() -> None:
    one = stage()
    one.presses(WANG, ITEM)
    before = kept(one.store)

    answer = one.desk.fault(incoming(WANG, Pressed(ITEM, 1, "p")), "a1b2c3")

    require_sendable(answer)
    assert answer[0] == Toast("p")
    assert "<code>a1b2c3</code>" in words(answer)
    assert kept(one.store) == before


def test_what_is_shown_again_can_be_refused_too() -> None:
    one = stage()
    one.asks(WANG, Answering("co99999999", SEASON, "staff_total"))

    answer = one.desk.again(incoming(WANG, Typed("300")))

    require_sendable(answer)
    assert "找不到这家企业" in words(answer)


# --- a damaged company ------------------------------------------------------------------


def damaged() -> Stage:
    """王 has two companies; the first cannot be read."""
    one = stage()
    opens(one, WANG, "好公司", "91440300MA5DC9P834")
    one.presses(WANG, button(Verb.STATUS, OURS, SEASON))
    one.store.damaged.add(CompanyId(OURS))
    return one


def test_a_damaged_company_is_named_and_its_good_copy_offered() -> None:
    answer = damaged().types(WANG, "/status")

    require_sendable(answer)
    assert "一公司" in words(answer)
    assert button(Verb.ADOPT, OURS) in presses(answer)


def test_a_damaged_company_hides_no_other() -> None:
    one = damaged()

    todo = one.types(WANG, "/todo")
    listed = one.presses(WANG, button(Verb.COMPANIES, 0))

    assert "好公司" in words(todo)
    assert "好公司" in words(listed)


def test_where_there_is_no_good_copy_the_company_rests_and_the_talk_goes_on() -> None:
    one = damaged()
    one.store.previous.clear()

    answer = one.types(WANG, "/status")

    require_sendable(answer)
    assert "一公司" in words(answer)
    assert presses(answer) == [button(Verb.COMPANIES, 0)]
    assert messages(one.presses(WANG, button(Verb.COMPANIES, 0)))


def test_nobody_else_adopts_a_copy() -> None:
    one = damaged()

    answer = one.presses(LI, button(Verb.ADOPT, OURS))

    assert CompanyId(OURS) in one.store.damaged
    assert "一公司" not in words(answer)


def test_its_manager_goes_on_from_the_copy_once() -> None:
    one = damaged()
    before = one.events

    one.presses(WANG, button(Verb.ADOPT, OURS))
    again = one.presses(WANG, button(Verb.ADOPT, OURS))

    assert button(Verb.ADD_CASE, OURS) in presses(again)
    assert CompanyId(OURS) not in one.store.damaged
    assert one.events == before + 1
    assert CompanyId(THEIRS) in one.store.companies
