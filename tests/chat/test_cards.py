"""What cards say and offer: a signature, a confirmation, a large count, a department's request."""

import pytest

from chat.buttons import Verb
from tests.chat.markup import presses, words
from tests.chat.stage import OURS, SEASON, WANG, Stage, button, stage

HERE = (OURS, SEASON)


def requested(one: Stage, *departments: str) -> str:
    """All that these departments are asked for."""
    asked = (button(Verb.REQUEST, *HERE, each) for each in departments)
    return " ".join(words(one.presses(WANG, data)) for data in asked)


def test_a_signature_reads_as_signed_not_as_confirmed() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ASK, *HERE, "sign_name", "sign_differences"))

    answer = one.types(WANG, "王建国")

    assert "已签:王建国" in words(answer)
    assert "已确认" not in words(answer)


def test_what_is_confirmed_offers_no_button_to_confirm_it() -> None:
    one = stage()
    before = one.presses(WANG, button(Verb.ITEM, *HERE, "custodians_named"))

    one.presses(WANG, button(Verb.CONFIRM, *HERE, "custodians_named", 0))
    after = one.presses(WANG, button(Verb.ITEM, *HERE, "custodians_named"))

    assert button(Verb.CONFIRM, *HERE, "custodians_named", 0) in presses(before)
    assert not [data for data in presses(after) if data.startswith(Verb.CONFIRM)]
    assert "点下面的按钮" not in words(after)


@pytest.mark.parametrize(("typed", "is_doubted"), [("9999999", False), ("999999999", True)])
def test_a_large_count_is_taken_and_doubted(typed: str, *, is_doubted: bool) -> None:
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, "staff_rd"))

    answer = one.types(WANG, typed)

    assert "✅" in words(answer)
    assert ("再核对" in words(answer)) is is_doubted


def test_a_number_beyond_all_companies_is_refused_with_the_bound() -> None:
    one = stage()
    one.presses(WANG, button(Verb.ITEM, *HERE, "staff_rd"))
    before = one.kept(OURS)

    answer = one.types(WANG, "99999999999")

    assert one.kept(OURS) == before
    assert "不能大于" in words(answer)


def test_departments_are_asked_for_no_signature_and_for_nothing_after_the_filing() -> None:
    asked = requested(stage(), "LEG", "AUD", "OPS", "IT")

    wanted = ("年报初稿 PDF", "系统导出的年报 PDF", "两名保管人已指定", "主要服务行业")
    later = ("老板签字", "公示信息核对", "客户触达效率白皮书", "投资人专区", "已报状态截图")
    assert [title for title in wanted if title not in asked] == []
    assert [title for title in later if title in asked] == []


def test_once_it_is_filed_departments_are_asked_for_what_comes_after() -> None:
    one = stage()
    one.presses(WANG, button(Verb.FACT_ON, *HERE, "reported", "2027-03-09"))

    assert "投资人专区更新对照" in requested(one, "IT")
