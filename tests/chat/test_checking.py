"""The pre-check in the chat: what was found, who may see and say what, and one number everywhere."""

import re
from dataclasses import replace

from chat.buttons import Verb
from chat.check_notes import Judging
from chat.note import read_note
from tests.chat.found import ADD_UP, DOWN, SEATS, after_400_seats, finding, season, with_findings
from tests.chat.markup import messages, presses, words
from tests.chat.office import HERE, filled, office, ours, take
from tests.chat.papers import labels
from tests.chat.stage import LI, OURS, WANG, Stage, button, gives, sent
from workflow.change import with_season
from workflow.findings import FindingState
from workflow.ids import CompanyId, ItemKey
from workflow.ports import ChatId

CHECK = button(Verb.CHECK, *HERE, 0)


def shows(one: Stage, person: int, key: str = DOWN) -> str:
    return words(one.presses(person, button(Verb.FINDING, *HERE, key)))


def explains(one: Stage, person: int, *texts: str) -> str:
    one.presses(person, button(Verb.EXPLAIN_FINDING, *HERE, DOWN))
    return words(one.types(person, *texts))


def hides(one: Stage, key: str) -> None:
    """The item is an internal matter from now on."""
    now = season(one)
    tailoring = replace(now.tailoring, sensitive={ItemKey(key): True})
    one.store.companies[CompanyId(OURS)] = with_season(ours(one), replace(now, tailoring=tailoring))


# --- at once ----------------------------------------------------------------------------


def test_a_figure_is_told_beside_last_years_with_what_it_calls_for() -> None:
    one = after_400_seats()
    one.presses(WANG, button(Verb.ITEM, *HERE, SEATS))

    answer = one.types(WANG, "280")

    assert "去年 400 席,−30.0 %" in words(answer)
    assert "需要《人员去向说明》" in words(answer)
    assert button(Verb.ITEM, *HERE, "leaving_note") in presses(answer)
    assert button(Verb.EXPLAIN_FINDING, *HERE, DOWN) in presses(answer)


def test_an_uploaded_sheet_says_in_one_line_what_came_of_it() -> None:
    one = with_findings()
    one.does(WANG, filled(("坐席总数", "260")))

    answer = one.presses(WANG, take())

    assert "消除差异 1 项" in words(answer)
    assert CHECK in presses(answer)


# --- in consistent words ----------------------------------------------------------------


def test_what_is_wrong_is_never_called_by_the_rule_that_it_breaks() -> None:
    one = with_findings()

    shown = (words(one.presses(WANG, CHECK)), shows(one, WANG, ADD_UP))

    assert all("坐席总数 280 席,自营加外包是 260 席" in told for told in shown)
    assert not any("坐席合计等于分项之和" in told for told in shown)


def test_what_is_put_right_is_called_by_the_rule_that_is_kept_again() -> None:
    one = with_findings()
    gives(one, WANG, HERE, {"seats_self": "220"})

    shown = shows(one, WANG, ADD_UP)

    assert "坐席合计等于分项之和" in shown
    assert "自营加外包是" not in shown


# --- one number -------------------------------------------------------------------------


def test_a_button_names_a_figure_that_is_asked_for() -> None:
    one = with_findings()
    every = labels(one.presses(WANG, CHECK))
    now = season(one)
    tailoring = replace(now.tailoring, dropped_items={SEATS: "没有坐席"})
    one.store.companies[CompanyId(OURS)] = with_season(ours(one), replace(now, tailoring=tailoring))

    fewer = labels(one.presses(WANG, CHECK))

    assert any(each.endswith(":坐席总数") for each in every)
    assert not any(each.endswith(":坐席总数") for each in fewer)
    assert any(each.endswith(":自营坐席数") for each in fewer)


def test_progress_and_pre_check_say_the_same_number() -> None:
    one = with_findings()

    told = [words(one.types(WANG, text)) for text in ("/status", "/check", "还差什么")]

    numbers = {re.findall("还不能报:差 ([0-9]+) 项", each)[0] for each in told}
    assert len(numbers) == 1


def test_what_is_filed_is_filed_whatever_was_found() -> None:
    one = with_findings()

    answer = one.presses(WANG, button(Verb.FACT_ON, *HERE, "reported", "2027-03-09"))

    assert "已报" in words(answer)
    assert finding(one, ADD_UP) is not None


# --- said -------------------------------------------------------------------------------


def test_a_reason_with_a_paper_explains_it() -> None:
    one = with_findings()
    one.presses(WANG, button(Verb.EXPLAIN_FINDING, *HERE, DOWN))
    one.does(WANG, sent("合同.pdf"))

    answer = one.types(WANG, "合同到期")

    found = finding(one, DOWN)
    assert found is not None
    assert found.record is not None
    assert found.record.judgement is not None
    assert [file.name for file in found.record.judgement.evidence] == ["合同.pdf"]
    assert "合同到期(附 1 份材料)" in words(answer)


def test_a_thank_you_is_no_reason() -> None:
    one = with_findings()

    explains(one, WANG, "收到")

    found = finding(one, DOWN)
    assert found is not None
    assert found.state is FindingState.OPEN


def test_a_reason_that_is_too_long_is_asked_again() -> None:
    one = with_findings()

    answer = explains(one, WANG, "长" * 301)

    assert "请写一句为什么是这样" in answer
    assert isinstance(read_note(one.store.notes[ChatId(WANG)]), Judging)


def test_other_figures_ask_for_another_reason() -> None:
    one = with_findings()
    explains(one, WANG, "合同到期")

    gives(one, WANG, HERE, {SEATS: "270"})

    assert "数据已变,要重新说明" in shows(one, WANG)


def test_a_block_has_no_button_to_accept_it_and_a_forged_one_is_refused() -> None:
    one = with_findings()
    accept = button(Verb.ACCEPT_FINDING, *HERE, ADD_UP)

    card = one.presses(WANG, button(Verb.FINDING, *HERE, ADD_UP))
    refused = words(one.presses(WANG, accept))

    assert accept not in presses(card)
    assert "不能接受" in refused


def test_what_was_accepted_can_be_taken_back() -> None:
    one = with_findings()
    one.presses(WANG, button(Verb.ACCEPT_FINDING, *HERE, DOWN))
    accepted = words(one.types(WANG, "老板知情"))

    back = words(one.presses(WANG, button(Verb.RETRACT_FINDING, *HERE, DOWN)))

    assert "已接受" in accepted
    assert "未处理" in back


# --- who --------------------------------------------------------------------------------


def test_a_colleague_of_another_department_looks_and_says_nothing() -> None:
    one = with_findings()

    card = one.presses(LI, button(Verb.FINDING, *HERE, DOWN))
    refused = explains(one, LI, "合同到期")

    assert button(Verb.EXPLAIN_FINDING, *HERE, DOWN) not in presses(card)
    assert "已记下说明" not in refused


def test_a_finding_of_an_internal_matter_is_only_counted_for_who_may_not_see_it() -> None:
    one = with_findings()
    hides(one, "seats_self")

    list_of_li, card = words(one.presses(LI, CHECK)), shows(one, LI, ADD_UP)

    assert "另有内部事项 1 项" in list_of_li
    assert "自营加外包" not in list_of_li
    assert "自营加外包" not in card
    assert "自营加外包" in words(one.presses(WANG, CHECK))


def test_the_record_hides_it_as_well() -> None:
    one = with_findings()
    hides(one, "seats_self")

    history = words(one.presses(LI, button(Verb.FINDING_HISTORY, *HERE, ADD_UP)))

    assert "坐席合计" not in history


# --- not checked ------------------------------------------------------------------------


def test_what_is_not_checked_names_the_figures_it_lacks() -> None:
    one = after_400_seats()

    answer = one.presses(WANG, button(Verb.UNCHECKED, *HERE, 0))

    assert "未检查" in words(answer)
    assert any(each.startswith(button(Verb.ITEM, *HERE, "")) for each in presses(answer))


def test_the_figures_it_lacks_are_asked_one_by_one_and_skipped() -> None:
    one = after_400_seats()
    first = words(one.presses(WANG, button(Verb.FILL_INPUTS, *HERE)))
    skip = next(
        each
        for each in presses(one.presses(WANG, button(Verb.FILL_INPUTS, *HERE)))
        if each.startswith(Verb.SKIP)
    )

    second = words(one.presses(WANG, skip))

    assert "逐项填报" in first
    assert "逐项填报" in second
    assert first != second


def test_a_card_keeps_to_one_screen() -> None:
    one = with_findings()

    answers = [one.presses(WANG, button(Verb.FINDING, *HERE, key)) for key in (DOWN, ADD_UP)]

    assert all(len(each.html.splitlines()) <= 12 for one in answers for each in messages(one))


def test_a_paper_that_is_not_there_is_uploaded_where_a_figure_is_changed() -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "faults_major"))
    one.types(WANG, "1")

    lacking = labels(one.presses(WANG, button(Verb.FINDING, *HERE, "r04")))

    assert "📎 上传:重大故障报告" in lacking
    assert "✏️ 修改:重大故障次数" in lacking
