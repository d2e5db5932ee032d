"""A filled sheet: read as if typed, recorded in one step and only when that is said."""

from dataclasses import replace
from decimal import Decimal

import pytest

from chat.buttons import Verb
from chat.file_notes import LooseFiles
from chat.note import read_note, write_note
from chat.sheet_notes import FilledSheet, ReadAnswer, SheetsRead, Unclear
from chat.talk import Sheet
from tests.chat.markup import presses, require_sendable, words
from tests.chat.office import (
    FROM_SHEET,
    HERE,
    MARK,
    ZHOU,
    events,
    filled,
    given,
    office,
    ours,
    skip,
    take,
)
from tests.chat.stage import LI, NASTY, OURS, STRANGER, THEIRS, WANG, button, sent
from workflow.events import EventKind
from workflow.given import AnswerGiven, Choices, Number, Words
from workflow.model import Lifecycle
from workflow.ports import ChatId

FINANCE = (("营业收入", "1860.5", "未审数"), ("营业成本", "1200万"))


def number(text: str) -> AnswerGiven:
    return AnswerGiven(Number(Decimal(text)), origin=FROM_SHEET)


def test_nothing_of_a_sheet_is_recorded_before_it_is_said() -> None:
    one = office()
    before = ours(one)

    one.does(WANG, filled(*FINANCE))
    one.presses(WANG, button(Verb.SHEET_GIVER, MARK, ZHOU))

    assert ours(one) == before


def test_all_of_a_sheet_is_recorded_as_given_by_a_colleague_and_handed_in_by_the_sender() -> None:
    one = office()
    before = one.events
    known = len(events(one))

    one.does(WANG, filled(*FINANCE))
    one.presses(WANG, button(Verb.SHEET_GIVER, MARK, ZHOU), take())

    fresh = events(one, known)
    assert one.events == before + 2
    assert {(each.kind, each.by, each.behalf) for each in fresh} == {
        (EventKind.HANDED_IN, str(WANG), "周会计")
    }
    assert [each.why for each in fresh] == ["未审数", ""]
    assert (given(one, "revenue_total"), given(one, "cost_total")) == (
        number("1860.5"),
        number("1200"),
    )


def test_a_second_tap_records_nothing_again() -> None:
    one = office()
    one.does(WANG, filled(*FINANCE))
    one.presses(WANG, skip(), take())
    before = ours(one)

    answer = one.presses(WANG, take())

    assert ours(one) == before
    assert "请再发一次" in words(answer)


def test_what_stands_so_already_is_passed_over_and_counted() -> None:
    one = office()

    answer = one.does(WANG, filled(("从业人员总数", "280人"), *FINANCE))

    assert "读到 3 项:可记 2,看不懂 0,已有 1" in words(answer)


def test_what_takes_the_place_of_another_answer_says_so() -> None:
    one = office()
    one.does(WANG, filled(("从业人员总数", "300")))

    answer = one.presses(WANG, skip())

    assert "300 人(原来:280 人)" in words(answer)


def test_what_somebody_answered_meanwhile_is_left_out_and_the_rest_recorded() -> None:
    one = office()
    one.does(WANG, filled(*FINANCE))
    one.presses(LI, button(Verb.ITEM, *HERE, "revenue_total"))
    one.types(LI, "1900")

    answer = one.presses(WANG, skip(), take())

    assert "已记入 1 项" in words(answer)
    assert "❗ 营业收入" in words(answer)
    assert (given(one, "revenue_total"), given(one, "cost_total")) == (
        replace(number("1900"), origin=None),
        number("1200"),
    )


@pytest.mark.parametrize(
    ("title", "answer", "why"),
    [
        ("营业收入", "不知道", "❓ C2 营业收入"),
        ("从业人员总数", "-3", "不能小于"),
        ("外呼业务占比", "0.48", "有两种读法:"),
        ("企业性质", "很好", "没有这个选项"),
        ("股东及股权结构", "张三", "另有一张表"),
        ("账号保管表", "微信发了", "请把文件发来"),
        ("两名保管人已指定", "是", "不能在表里填"),
        ("没有这一项的", "1", "清单里没有这一项"),
    ],
)
def test_a_row_that_is_not_understood_is_named_with_its_reason(
    title: str, answer: str, why: str
) -> None:
    one = office()

    said = one.does(WANG, filled((title, answer)))

    assert "看不懂 1" in words(said)
    assert why in words(said)
    assert take() not in presses(said)


def test_an_item_written_twice_counts_once() -> None:
    one = office()

    one.does(WANG, filled(("营业收入", "1"), ("营业收入", "2")))
    one.presses(WANG, skip(), take())

    assert given(one, "revenue_total") == number("1")


def test_choices_and_texts_are_read_by_their_names() -> None:
    one = office()

    one.does(WANG, filled(("企业性质", "民营"), ("法定代表人", NASTY)))
    answer = one.presses(WANG, skip(), take())

    require_sendable(answer)
    assert isinstance(getattr(given(one, "company_nature"), "value", None), Choices)
    assert given(one, "legal_rep") == AnswerGiven(Words(NASTY), origin=FROM_SHEET)


@pytest.mark.parametrize(
    "rows",
    [
        (("Item", "What is asked", "Answer", "Remark"), ("Operating revenue", "", "1860.5", "")),
        (("请财务填",), ("事项", "要求", "填写"), ("营业收入", "", "1860.5")),
        (("备注", "填写", "要求", "事项"), ("", "1860.5", "", " 营业收入 ")),
    ],
)
def test_our_headings_are_known_in_either_language_and_any_order(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    one = office()
    came = replace(filled(), sheet=Sheet(rows))

    one.does(WANG, came)
    one.presses(WANG, skip(), take())

    assert given(one, "revenue_total") == number("1860.5")


def test_another_sheet_is_a_file_like_any_other() -> None:
    one = office()

    answer = one.does(WANG, filled(*FINANCE, headings=("事项", "负责人", "完成", "备注")))

    assert "这是哪一项的材料" in words(answer)


def test_an_empty_sheet_says_which_column_to_fill() -> None:
    one = office()

    answer = one.does(WANG, filled(("营业收入", "")))

    assert "还没有填写" in words(answer)


def test_a_contributor_records_what_is_theirs_and_is_not_asked_who_gave_it() -> None:
    one = office()
    one.presses(LI, button(Verb.STATUS, *HERE))

    answer = one.does(LI, filled(*FINANCE, ("坐席总数", "280")))
    done = one.presses(LI, take())

    assert "可记 2,看不懂 1" in words(answer)
    assert "没看懂、没有记的 1 处:C4 坐席总数。改好再发一次" in words(done)
    assert "谁给的" not in words(answer)
    assert given(one, "seats_total") is None
    assert given(one, "revenue_total") == number("1860.5")


def test_the_giver_can_be_typed_and_a_thank_you_is_no_name() -> None:
    one = office()
    one.does(WANG, filled(*FINANCE))

    thanked = one.types(WANG, "收到")
    named = one.types(WANG, "周晓梅")

    assert "这份谁给的" in words(thanked)
    assert "周晓梅 给的" in words(named)


def test_the_giver_said_on_an_items_card_is_not_asked_for_again() -> None:
    one = office()
    one.presses(WANG, button(Verb.BEHALF_OF, *HERE, "revenue_total", ZHOU))

    answer = one.does(WANG, filled(*FINANCE))

    assert "周会计 给的" in words(answer)
    assert take() in presses(answer)


def test_two_sheets_are_settled_one_after_the_other_and_then_the_loose_file() -> None:
    one = office()
    second = "beef" * 2
    one.does(WANG, sent("loose.pdf", b"loose"))
    one.does(WANG, filled(*FINANCE))
    one.does(WANG, filled(("法定代表人", "王建国"), mark=second))

    after_first = one.presses(WANG, skip(), take())
    after_second = one.presses(WANG, skip(second), take(second))

    assert skip(second) in presses(after_first)
    assert "loose.pdf" in words(after_second)
    assert given(one, "legal_rep") == AnswerGiven(Words("王建国"), origin=FROM_SHEET)


def test_a_long_sheet_is_shown_in_pages() -> None:
    one = office()
    one.does(WANG, filled(*((f"没有的 {n}", "1") for n in range(20)), *FINANCE))
    one.presses(WANG, skip())

    last = one.presses(WANG, button(Verb.SHEET_PAGE, MARK, 3))

    require_sendable(last)
    assert "营业成本:1,200 万元" in words(last)


def test_the_button_of_somebody_elses_sheet_does_nothing() -> None:
    one = office()
    one.does(WANG, filled(*FINANCE))
    before = (ours(one), one.kept(THEIRS))

    for data in (take(), skip(), button(Verb.SHEET_DROP, MARK), button(Verb.SHEET_PAGE, MARK, 0)):
        one.presses(STRANGER, data)
        one.presses(LI, data)

    assert (ours(one), one.kept(THEIRS)) == before
    assert read_note(one.store.notes[ChatId(WANG)])


def test_read_sheets_outlive_a_restart() -> None:
    answers = (
        ReadAnswer("a", Number(Decimal("1.50")), 2, "r"),
        ReadAnswer("b", Words("1"), 0),
        ReadAnswer("c", Choices(("x", "y")), 0),
    )
    sheet = FilledSheet("m", "n.xlsx", OURS, "1", 5, answers, (Unclear("t", "w"),), 1)
    behind = write_note(LooseFiles(()))
    note = SheetsRead((sheet, replace(sheet, mark="k", behalf="周")), behind)

    assert read_note(write_note(note)) == note


def test_in_an_archived_company_nothing_of_a_sheet_is_recorded() -> None:
    one = office()
    one.does(WANG, filled(*FINANCE))
    one.presses(WANG, skip())
    before = replace(ours(one), lifecycle=Lifecycle.ARCHIVED)  # by somebody else, meanwhile
    one.store.companies[before.id] = before

    answer = one.presses(WANG, take())

    assert ours(one) == before
    assert "❗ 营业收入" in words(answer)
