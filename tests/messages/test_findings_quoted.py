"""A finding says what it judged: numbers and texts, in both languages, short and harmless."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest

from messages.catalogue import load_catalogue
from messages.findings import tell_message
from messages.quotes import CUT, LONGEST, shortened
from messages.wording import Wording
from tests.workflow.firm import PACKS
from tests.workflow.golden import Row, checked, golden_rows, told
from workflow.checks import Check, Verdict, run
from workflow.given import Words
from workflow.ids import PackRef
from workflow.looking import Look, looked_at
from workflow.pack import Pack
from workflow.rules import Rule

NEWEST = [pack for ref, pack in PACKS.items() if ref.endswith("@2")]
RULES = [rule for pack in NEWEST for rule in pack.rules]
FIRED = [row for row in golden_rows() if row.expected == "触发"]
NAMED = re.compile(r"\{([a-z]+)\}")


CATALOGUE = load_catalogue()


def in_words(locale: str) -> Wording:
    return Wording(CATALOGUE, locale, ZoneInfo("Asia/Shanghai"))


def message(figures: str, rule: str, pack: str = "call_centre@2", locale: str = "zh-CN") -> str:
    check = one_check(figures, rule, PACKS[PackRef(pack)])
    return tell_message(check, PACKS[PackRef(pack)], in_words(locale))


def one_check(figures: str, rule: str, pack: Pack) -> Check:
    company, season = told(pack, figures)
    return next(each for each in run(company, season, pack) if each.rule.key == rule)


def judged(rule: Rule) -> Iterator[Look]:
    """The figures that decide whether it fires; what is only taken for granted decides nothing."""
    return (look for look in looked_at(rule.fires) if look.is_needed and not look.is_paper)


def read_out(rule: Rule) -> set[tuple[str, str]]:
    looks = (look for said in rule.says.values() for look in looked_at(said.value))
    return {(look.item, look.year) for look in looks}


# --- all rules ----------------------------------------------------------------------------


def test_every_figure_that_is_judged_is_read_out() -> None:
    silent = {
        (rule.key, look.item, look.year)
        for rule in RULES
        for look in judged(rule)
        if (look.item, look.year) not in read_out(rule)
    }

    assert not silent


def test_what_is_read_out_stands_in_the_sentence_of_both_languages() -> None:
    silent = [
        (rule.key, text)
        for rule in RULES
        for text in (rule.message.zh, rule.message.en)
        if set(NAMED.findall(text)) != set(rule.says)
    ]

    assert not silent


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("row", FIRED, ids=lambda row: f"{row.rule}: {row.situation}")
def test_a_fired_rule_tells_every_text_it_read(row: Row, locale: str) -> None:
    check = checked(row)
    texts = [each.value for each in check.quotes.values()]

    said = tell_message(check, row.pack, in_words(locale))

    assert not NAMED.findall(said)
    assert not [each.text for each in texts if isinstance(each, Words) and each.text not in said]


# --- words --------------------------------------------------------------------------------


def test_two_texts_are_told_as_they_stand_there() -> None:
    figures = "企业名称=甲公司; 营业执照上的企业名称=甲集团公司"

    said = [message(figures, "r25_name", locale=locale) for locale in ("zh-CN", "en")]

    assert "「甲公司」" in said[0]
    assert "「甲集团公司」" in said[0]
    assert "“甲公司”" in said[1]
    assert "“甲集团公司”" in said[1]


def test_texts_that_part_late_are_shown_from_there() -> None:
    street = "北京市海淀区中关村大街甲一号科技大厦北区东侧综合楼"
    figures = f"注册住所={street}十八层; 营业执照上的住所={street}十九层"

    said = message(figures, "r25_address")

    assert "十八层」" in said
    assert "十九层」" in said


def test_a_long_text_is_cut() -> None:
    told_as = shortened(["甲" * 60, "乙" * 60])

    assert [len(each) for each in told_as] == [LONGEST, LONGEST]
    assert all(each.endswith(CUT) for each in told_as)


def test_the_same_long_text_twice_is_cut_at_its_end() -> None:
    assert shortened(["甲" * 60, "甲" * 60])[0].startswith("甲")


def test_braces_that_somebody_typed_name_nothing() -> None:
    said = message("企业名称={b}; 营业执照上的企业名称=甲公司", "r25_name")

    assert "「{b}」" in said


def test_a_text_that_turns_the_others_round_is_put_straight() -> None:
    said = message("企业名称=甲\u202e公司; 营业执照上的企业名称=乙", "r25_name")

    assert "\u202e" not in said


def test_on_a_card_signs_of_markup_are_words() -> None:
    said = message("企业名称=<b>甲</b>; 营业执照上的企业名称=乙", "r25_name")

    assert "&lt;b&gt;甲&lt;/b&gt;" in in_words("zh-CN").html(said)


# --- lists and tables ---------------------------------------------------------------------


def test_of_a_list_those_outside_are_named() -> None:
    figures = "实际开展业务地区=北京、上海; 许可证载明的地区=北京"

    said = message(figures, "f28")

    assert "「上海」" in said
    assert "「北京」" in said


def test_of_a_table_the_rows_are_named_that_the_rule_is_about() -> None:
    figures = "服务器部署情况=北京,甲机房,甲公司,1.1.1.1,是/香港,乙机房,甲公司,2.2.2.2,否"

    said = message(figures, "f_mainland", "multi_party@2")

    assert "「香港 乙机房 2.2.2.2」" in said
    assert "甲机房" not in said


def test_of_a_table_that_changed_the_rows_are_named_that_are_new_or_gone() -> None:
    figures = (
        "股东及股权结构=甲,自然人,60/丙,自然人,40; 去年股东及股权结构=甲,自然人,60/乙,自然人,40"
    )

    said = message(figures, "equity")

    assert "「2 项:乙 40 %」" in said
    assert "「2 项:丙 40 %」" in said


def test_a_server_of_which_nobody_said_where_it_stands_is_asked_for() -> None:
    pack = PACKS[PackRef("multi_party@2")]

    check = one_check("服务器部署情况=北京,甲机房,甲公司,1.1.1.1", "f_mainland", pack)

    assert check.verdict is Verdict.UNCHECKED
    assert [item for item, _ in check.missing] == ["mp_servers"]


def test_what_is_read_out_does_not_reopen_what_was_said() -> None:
    pack = PACKS[PackRef("call_centre@2")]
    check = one_check("投诉电话拨测=2027-01-03,否", "f40", pack)
    other = one_check("投诉电话拨测=2027-01-03,否; 客户服务投诉电话=01066778899", "f40", pack)

    assert check.stands_on == other.stands_on
