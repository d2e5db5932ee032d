"""Small things that must not be mistaken for an answer, a reason or a paper."""

import pytest

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.note import Asking, Wanted, mark_of
from chat.routes import COMMANDS
from chat.talk import SentFile, Toast
from tests.chat.markup import presses, require_sendable, words
from tests.chat.stage import (
    CODES,
    LI,
    NASTY,
    OURS,
    SEASON,
    SECOND,
    STRANGER,
    THEIRS,
    WANG,
    Stage,
    button,
    empty_stage,
    opens,
    sent,
    stage,
)

HERE = (OURS, SEASON)
MARK = sent("loose.pdf", b"loose").file.id[:8]


def opened(key: str) -> Stage:
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, key))
    return one


def test_a_thank_you_never_becomes_the_answer_to_a_text_item() -> None:
    one = opened("legal_rep")
    before = one.kept(OURS)

    answer = one.types(WANG, "好的")

    assert one.kept(OURS) == before
    assert "不会记作答案" in words(answer)


def test_nothing_but_blanks_is_no_reason() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "drop_item", "staff_total"))
    before = one.kept(OURS)

    answer = one.types(WANG, " \u3000\n ")

    assert one.kept(OURS) == before
    assert "不能为空" in words(answer)


def test_options_ticked_for_one_item_are_not_those_of_another() -> None:
    one = opened("licence_services")
    one.presses(WANG, button(Verb.CHOOSE, *HERE, "licence_services", "b24", 0))
    before = one.kept(OURS)

    one.presses(WANG, button(Verb.CHOSEN, *HERE, "client_industries", 0))

    assert one.kept(OURS) == before


def test_options_ticked_are_given_together() -> None:
    one = opened("licence_services")
    one.presses(WANG, button(Verb.CHOOSE, *HERE, "licence_services", "b24", 0))

    answer = one.presses(WANG, button(Verb.CHOSEN, *HERE, "licence_services", 0))

    assert "✅" in words(answer)
    assert button(Verb.WITHDRAW, *HERE, "licence_services", 1) in presses(answer)


def test_a_loose_file_goes_to_no_number_even_by_a_forged_button() -> None:
    one = opened("staff_total")
    one.does(WANG, sent("loose.pdf", b"loose"))
    before = one.kept(OURS)

    one.presses(WANG, button(Verb.BIND, *HERE, "staff_total", MARK))

    assert one.kept(OURS) == before


def test_a_file_for_an_open_number_is_asked_about() -> None:
    one = opened("staff_total")
    before = one.kept(OURS)

    answer = one.does(WANG, sent("loose.pdf", b"loose"))

    assert one.kept(OURS) == before
    assert button(Verb.BIND, *HERE, "login_screenshot", MARK) in presses(answer)


def test_a_number_too_long_for_a_button_is_not_asked_back() -> None:
    one = opened("outbound_share")

    answer = one.types(WANG, "0." + "1" * 50)

    assert "太长" in words(answer)
    assert not [data for data in presses(answer) if data.startswith(Verb.TAKE_READING)]


def test_a_day_that_has_passed_while_the_question_waited_is_asked_again() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "wait_day", "staff_total"))
    before = one.kept(OURS)

    asked = mark_of(Asking(Wanted.WAIT_DAY, *HERE, "staff_total"))
    answer = one.presses(WANG, button(Verb.TAKE_DAY, "2027-03-09", asked))

    assert one.kept(OURS) == before
    assert "已经过去" in words(answer)


def test_moving_a_file_takes_back_the_version_that_was_shown_and_no_other() -> None:
    one = opened("number_report")
    answer = one.does(WANG, sent("third.pdf", b"third"))
    (move,) = [data for data in presses(answer) if data.startswith(Verb.MOVE_FILES)]

    one.presses(WANG, move, move, move)

    card = words(one.presses(WANG, button(Verb.ITEM, *HERE, "number_report")))
    assert f"{NASTY}二.pdf" in card.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def test_undo_on_a_card_takes_back_one_step_however_often_it_is_pressed() -> None:
    one = opened("staff_total")
    one.types(WANG, "300", "310")
    menu = one.types(WANG, "/more")
    (undo,) = [data for data in presses(menu) if data.startswith(Verb.UNDO)]

    one.presses(WANG, undo, undo, undo)

    assert "300 人" in words(one.presses(WANG, button(Verb.ITEM, *HERE, "staff_total")))


def test_an_item_that_is_gone_while_it_was_open_does_not_end_the_talk() -> None:
    one = stage()
    one.asks(WANG, Answering(*HERE, "gone"))

    answer = one.does(WANG, SentFile(sent("a.pdf").file))

    assert "/list" in words(answer)
    assert words(one.types(WANG, "/cancel"))


def test_nothing_but_blanks_is_no_licence_number() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "licence_no", ""))
    one.types(WANG, "京B2-20170206")
    one.presses(WANG, button(Verb.ASK, *HERE, "licence_no", ""))
    before = one.kept(OURS)

    one.types(WANG, " \u3000 ")

    assert one.kept(OURS) == before


def test_undo_on_an_older_card_reaches_into_no_other_company() -> None:
    one = empty_stage()
    opens(one, WANG, "一", CODES[0])
    opens(one, WANG, "二", CODES[1])
    one.presses(WANG, button(Verb.ITEM, OURS, SEASON, "staff_total"))
    one.types(WANG, "280")
    (undo,) = [data for data in presses(one.types(WANG, "/more")) if data.startswith(Verb.UNDO)]
    one.presses(WANG, button(Verb.ITEM, THEIRS, SEASON, "staff_total"))
    one.types(WANG, "300")
    before = (one.kept(OURS), one.kept(THEIRS))

    one.presses(WANG, undo)

    assert (one.kept(OURS), one.kept(THEIRS)) == before


@pytest.mark.parametrize("person", [WANG, LI, STRANGER])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_answers_everybody(command: str, person: int) -> None:
    answer = stage().types(person, f"/{command}")

    assert answer
    require_sendable(answer)


# --- buttons that saw another version ---------------------------------------------------


def test_a_confirmation_taken_back_is_not_given_again_by_its_old_button() -> None:
    one = stage()
    one.presses(WANG, button(Verb.WITHDRAW, *HERE, "window_open", 1))
    before = one.kept(OURS)

    answer = one.presses(WANG, button(Verb.CONFIRM, *HERE, "window_open", 0))

    assert one.kept(OURS) == before
    assert "新版本" in words(answer)


def test_none_on_an_old_card_does_not_wipe_a_table() -> None:
    one = opened("branches")
    one.presses(WANG, button(Verb.WITHDRAW, *HERE, "branches", 1))
    before = one.kept(OURS)

    one.presses(WANG, button(Verb.NONE_OF_TABLE, *HERE, "branches", 0))

    assert one.kept(OURS) == before


def test_options_on_an_old_card_do_not_replace_newer_ones() -> None:
    one = opened("licence_services")
    one.presses(WANG, button(Verb.CHOOSE, *HERE, "licence_services", "b24", 0))
    one.presses(WANG, button(Verb.CHOSEN, *HERE, "licence_services", 0))
    one.presses(WANG, button(Verb.CHOOSE, *HERE, "licence_services", "b22", 1))
    before = one.kept(OURS)

    one.presses(WANG, button(Verb.CHOSEN, *HERE, "licence_services", 0))

    assert one.kept(OURS) == before


# --- on the way -------------------------------------------------------------------------


def test_a_toast_goes_out_before_the_card_it_belongs_to() -> None:
    answer = stage().presses(WANG, button(Verb.RESTORE_STEP, *HERE, "M8"))

    assert isinstance(answer[0], Toast)
    assert answer[0].text == "已恢复"


def test_filling_in_another_season_is_not_the_one_under_way() -> None:
    one = stage()
    one.asks(WANG, Answering(*HERE, "outbound_share", filling=True))

    answer = one.presses(WANG, button(Verb.FILL, OURS, SECOND))

    assert "逐项填报" in words(answer)
    assert "国内多方通信" in words(answer)


def test_there_is_nothing_before_the_first_field() -> None:
    one = stage()
    one.presses(WANG, button(Verb.FILL, *HERE))

    answer = one.presses(WANG, button(Verb.BACK, *HERE, "company_name"))

    assert button(Verb.BACK, *HERE, "company_name") in presses(answer)


def test_a_report_is_recorded_though_its_proof_was_dropped() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "drop_item", "reported_screenshot"))
    one.types(WANG, "不要")

    answer = one.presses(WANG, button(Verb.FACT_ON, *HERE, "reported", "2027-03-10"))

    assert "已记" in words(answer)
    assert button(Verb.ITEM, *HERE, "reported_screenshot") not in presses(answer)
