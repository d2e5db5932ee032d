"""Plain words: what is surely meant is answered, a fact is said back first, and rights hold as ever."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.note import Asking, Wanted
from tests.chat.markup import presses
from tests.chat.office import events, given, office, ours
from tests.chat.papers import text, toast
from tests.chat.stage import OURS, SEASON, STRANGER, WANG, Stage, button
from workflow.given import Number, WaitingUntil
from workflow.ids import CompanyId, ItemKey
from workflow.team import Role

HERE = (OURS, SEASON)


def looking() -> Stage:
    """王 only looks."""
    one = office()
    company = ours(one)
    wang, *others = company.members
    viewer = replace(wang, roles=(Role.VIEWER,), departments=())
    one.store.companies[CompanyId(OURS)] = replace(company, members=(viewer, *others))
    return one


def test_a_fact_is_said_back_and_counts_when_it_is_pressed() -> None:
    one = office()
    before = len(events(one))

    said = one.types(WANG, "昨天已经报了")

    assert len(events(one)) == before
    (sure,) = [each for each in presses(said) if each.startswith(f"{Verb.FACT_ON}|")]
    one.presses(WANG, sure)
    assert len(events(one)) == before + 1


@pytest.mark.parametrize("words", ["昨天已经报了", "法务的我交", "王经理离职了"])
def test_who_only_looks_states_no_facts(words: str) -> None:
    one = looking()
    before = len(events(one))

    said = one.types(WANG, words)

    verbs = {each.partition("|")[0] for each in presses(said)}
    assert not verbs & {Verb.FACT_ON, Verb.TAKE_ALL, Verb.HAND_OVER}
    assert len(events(one)) == before


@pytest.mark.parametrize(
    "data",
    [
        button(Verb.TAKE_ALL, *HERE, "LEG"),
        button(Verb.WAIT_ON, *HERE, "revenue_total", "2027-03-29"),
        button(Verb.MISSING, *HERE, 0),
    ],
)
def test_a_stranger_who_forges_these_buttons_gets_nowhere(data: str) -> None:
    one = office()
    before = len(events(one))

    said = one.presses(STRANGER, data)

    assert len(events(one)) == before
    assert "一公司" not in text(said)


def test_what_a_department_owes_becomes_the_speakers_in_one_step() -> None:
    one = office()
    (take,) = [e for e in presses(one.types(WANG, "财务的我来填")) if e.startswith(Verb.TAKE_ALL)]

    one.presses(WANG, take)

    owners = set(ours(one).seasons[0].assigned.values())
    assert owners == {str(WANG)}
    assert "没有还欠着" in text(one.types(WANG, "财务的我来填"))


def test_what_the_law_wants_is_asked_for_again_before_its_date() -> None:
    one = office()
    said = one.types(WANG, "营业收入3月31日才出")
    (wait,) = [each for each in presses(said) if each.startswith(f"{Verb.WAIT_ON}|")]

    one.presses(WANG, wait)

    assert given(one, "revenue_total") == WaitingUntil(date(2027, 3, 29), "")


def test_a_sentence_is_heard_while_a_number_is_asked_and_the_question_stays() -> None:
    one = office()
    one.asks(WANG, Answering(*HERE, ItemKey("staff_total")))

    assert "还不能报" in text(one.types(WANG, "还差什么?"))
    one.types(WANG, "36")

    value = given(one, "staff_total")
    assert getattr(value, "value", None) == Number(Decimal(36))


def test_where_words_are_wanted_a_sentence_is_taken_as_it_is() -> None:
    one = office()
    one.asks(WANG, Asking(Wanted.NOT_APPLICABLE, *HERE, "staff_total"))

    one.types(WANG, "还差什么")

    assert "还差什么" in str(given(one, "staff_total"))


def test_values_in_a_row_count_only_when_they_are_pressed() -> None:
    one = office()
    said = one.types(WANG, "社保36,研发12,流星雨3")

    assert "读到 3 项:可记 2" in text(said)
    assert given(one, "insured_count") is None
    (take,) = [each for each in presses(said) if each.startswith(f"{Verb.SHEET_TAKE}|")]
    one.presses(WANG, take)

    assert [getattr(given(one, key), "value", None) for key in ("insured_count", "staff_rd")] == [
        Number(Decimal(36)),
        Number(Decimal(12)),
    ]


@pytest.mark.parametrize("meaning", ["no_such", "waiting", "item", "question-none", ""])
def test_a_meaning_that_nobody_offers_is_an_old_button(meaning: str) -> None:
    one = office()

    assert (
        toast(one.presses(WANG, button(Verb.PLAIN, meaning))) == "这个按钮已经过时,请用最新的卡片"
    )


def test_internal_matters_are_named_to_nobody_who_may_not_see_them() -> None:
    one = looking()

    assert "处罚" not in text(one.types(WANG, "处罚记录交了没"))


@pytest.mark.parametrize(
    ("title", "key"), [("股东及股权结构", "shareholders"), ("故障日志", "fault_log")]
)
def test_a_title_alone_opens_its_item_also_of_what_only_rules_need(title: str, key: str) -> None:
    one = office()

    said = one.types(WANG, title)

    assert button(Verb.TEMPLATE, *HERE, key) in presses(said)


def test_a_title_opens_its_item_while_the_rows_of_a_table_are_asked() -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "complaint_log"))

    said = one.types(WANG, "故障日志")

    assert button(Verb.TEMPLATE, *HERE, "fault_log") in presses(said)
