"""Colleagues without Telegram: what they are asked for, how, and the sheet they get."""

from dataclasses import replace
from pathlib import Path

import pytest

from chat.buttons import Verb
from chat.talk import Sheet
from sheets.reading import read_cells
from sheets.template import make_sheet
from tests.chat.markup import messages, presses, require_sendable, words
from tests.chat.office import HERE, ZHOU, asked_sheet, events, filled, given, office, ours, skip
from tests.chat.office import take as take_sheet
from tests.chat.stage import LI, NASTY, WANG, Stage, button
from workflow.colleagues import Nudge
from workflow.events import EventKind
from workflow.given import AnswerGiven, Choices
from workflow.team import Department


def asked(one: Stage, key: str, person: int = WANG) -> str:
    return words(one.presses(person, button(Verb.REQUEST, *HERE, key)))


def test_an_item_given_to_somebody_is_asked_of_them_and_not_of_the_department() -> None:
    one = office()

    one.presses(WANG, button(Verb.ASSIGN_TO, *HERE, "tax_paid", str(LI)))

    assert "纳税额" in asked(one, str(LI))
    assert "纳税额" not in asked(one, "FIN")
    assert "纳税额" not in asked(one, ZHOU)
    assert "营业成本" in asked(one, ZHOU)


def test_what_waits_for_somebodys_word_is_not_asked_for_again() -> None:
    one = office()
    one.presses(WANG, button(Verb.REVIEWED, *HERE, "tax_paid", "yes"))

    one.presses(LI, button(Verb.ITEM, *HERE, "tax_paid"))
    one.types(LI, "12")

    assert "纳税额" not in asked(one, "FIN")


@pytest.mark.parametrize("key", ["n901", "n", "XX", "", "9999"])
def test_who_is_not_there_is_asked_for_nothing(key: str) -> None:
    assert "没有这位同事" in asked(office(), key)


def test_a_nudge_is_kept_with_its_time_and_a_second_tap_is_not_a_second_one() -> None:
    one = office()
    known = len(events(one))
    nudge = button(Verb.NUDGE, *HERE, ZHOU, Nudge.CALLED_NO_ANSWER)

    first = one.presses(WANG, nudge)
    second = one.presses(WANG, nudge)

    (event,) = events(one, known)
    assert (event.kind, event.subject, event.new) == (EventKind.NUDGED, "#900", "called_no_answer")
    assert "03-10(周三)12:00 没接电话" in words(first).replace("\N{NON-BREAKING HYPHEN}", "-")
    assert "刚才已经记过了" in words(second)


def test_who_may_not_assign_sees_no_button_to_note_or_to_add_and_cannot_by_a_forged_one() -> None:
    one = office()
    before = ours(one)

    card = one.presses(LI, button(Verb.REQUEST, *HERE, ZHOU))
    people = one.presses(LI, button(Verb.PEOPLE_ASKED, *HERE, 0))
    one.presses(LI, button(Verb.NUDGE, *HERE, ZHOU, Nudge.CALLED))
    one.presses(LI, button(Verb.REMOVE_COLLEAGUE, *HERE, 900))
    one.presses(LI, button(Verb.ASK, *HERE, "colleague_name", ""))
    one.types(LI, "赵")
    one.presses(LI, button(Verb.COLLEAGUE_DEPARTMENT, "HR"), button(Verb.ADD_COLLEAGUE))

    shown = [data.partition("|")[0] for data in (*presses(card), *presses(people))]
    assert {Verb.NUDGE, Verb.REMOVE_COLLEAGUE, Verb.ASK}.isdisjoint(shown)
    assert ours(one) == before


def test_a_colleague_is_added_with_departments_and_shown_with_what_to_ask() -> None:
    one = office()
    one.presses(WANG, button(Verb.ASK, *HERE, "colleague_name", ""))
    one.types(WANG, NASTY)

    answer = one.presses(
        WANG,
        button(Verb.COLLEAGUE_DEPARTMENT, "IT"),
        button(Verb.COLLEAGUE_DEPARTMENT, "HR"),
        button(Verb.COLLEAGUE_DEPARTMENT, "IT"),
        button(Verb.ADD_COLLEAGUE),
    )

    require_sendable(answer)
    fresh = ours(one).colleagues[-1]
    assert (fresh.name, fresh.departments) == (NASTY, (Department.HR,))
    assert "社保参保人数" in words(answer)


def test_many_people_are_shown_in_pages_of_a_screen() -> None:
    one = office()
    (zhou,) = ours(one).colleagues
    many = tuple(replace(zhou, number=n, name=f"同事{n}") for n in range(1000, 1012))
    one.store.companies[ours(one).id] = replace(ours(one), colleagues=many)

    first = one.presses(WANG, button(Verb.PEOPLE_ASKED, *HERE, 0))
    last = one.presses(WANG, button(Verb.PEOPLE_ASKED, *HERE, 2))

    (card,) = messages(first)
    assert len(card.html.splitlines()) <= 12
    assert len(card.buttons) <= 8
    assert button(Verb.PEOPLE_ASKED, *HERE, 1) in presses(first)
    assert "同事1011" in words(last)


# --- the sheet ----------------------------------------------------------------------------


def test_a_sheet_says_of_each_item_what_is_wanted() -> None:
    rows = {row[0]: row[1] for row in asked_sheet(office(), "LEG").rows}

    assert rows["法定代表人"] == "文字,最多 60 字。与营业执照一致;只填姓名"
    assert rows["账号保管表"] == "请把文件发来"
    assert "另有一张表" in rows["股东及股权结构"]
    assert rows["企业性质"].startswith("选一个:")
    assert "用顿号隔开" in rows["许可证业务种类"]


def test_only_one_of_several_comes_as_a_list_to_choose_from() -> None:
    sheet = asked_sheet(office(), "LEG")

    offered = {sheet.rows[row][0] for row, _ in sheet.choices}

    assert {column for _, column in sheet.choices} == {2}
    assert "企业性质" in offered
    assert "许可证业务种类" not in offered


def test_who_is_no_member_gets_no_sheet() -> None:
    one = office()
    one.store.companies[ours(one).id] = replace(ours(one), members=ours(one).members[:1])

    answer = one.presses(LI, button(Verb.ITEMS_SHEET, *HERE, "FIN"))

    assert "注册资本" not in words(answer)


def test_a_sheet_comes_back_through_a_real_workbook(tmp_path: Path) -> None:
    one = office()
    sheet = asked_sheet(one, "LEG")
    place = [row[0] for row in sheet.rows].index("企业性质")
    chosen = sheet.choices[place, 2][0]
    rows = [(*row[:2], chosen if n == place else "", row[3]) for n, row in enumerate(sheet.rows)]
    path = tmp_path / "back.xlsx"
    path.write_bytes(make_sheet(replace(sheet, rows=tuple(rows))))

    one.does(WANG, replace(filled(), sheet=Sheet(read_cells(path))))
    one.presses(WANG, skip(), take_sheet())

    answer = given(one, "company_nature")
    assert isinstance(answer, AnswerGiven)
    assert isinstance(answer.value, Choices)
