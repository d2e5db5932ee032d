"""`@us …` in any chat: the asker's companies, progress only, and nothing kept of it."""

from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.inline import Found
from chat.talk import Link, Press
from tests.chat.agency import agency, companies
from tests.chat.inquiring import asked, lines, renamed, titles
from tests.chat.markup import faults
from tests.chat.office import office, ours
from tests.chat.stage import LI, NASTY, OURS, SEASON, THEIRS, WANG, button, stage
from workflow.ids import PersonId

# --- what is found --------------------------------------------------------------------------


def test_a_result_says_the_company_the_verdict_and_the_days_left() -> None:
    (result,) = asked(stage(), LI).articles

    assert result.title == "李家的公司"
    assert result.about == "⛔ 还不能报:差 45 项 · 还剩 21 天"


def test_what_is_dropped_says_progress_and_when_that_was() -> None:
    (result,) = asked(stage(), LI).articles

    assert lines(result) == [
        "李家的公司",
        "呼叫中心 · 2026 年度年报",
        "⛔ 还不能报:差 45 项",
        "⚖️ 法定截止 2027-03-31(周三),还剩 21 天",
        "完成 2%",
        "2027-03-10 12:00 时的进度",
    ]
    assert result.message.buttons == (
        (Link("🔒 私聊里打开", f"https://t.me/nianbao_bot?start=c-{THEIRS}"),),
    )


def test_nothing_that_people_handed_in_or_wrote_is_dropped() -> None:
    one = office()
    company = ours(one)
    one.store.companies[company.id] = replace(company, name="云呼")

    dropped = "\n".join(repr(each) for each in asked(one, WANG).articles)
    steps = "\n".join(repr(asked(one, WANG, f"第{n}步")) for n in range(1, 9))

    assert len(asked(one, WANG).articles) == 2
    for known in (NASTY, "李会计", "周会计", "010-12345678", "1860", str(WANG)):
        assert known not in dropped + steps
    assert not any(isinstance(each, Press) for a in asked(one, WANG).articles
                   for row in a.message.buttons for each in row)  # fmt: skip


def test_a_reported_season_says_so_and_counts_no_days() -> None:
    one = stage()
    one.presses(LI, button(Verb.FACT_ON, THEIRS, SEASON, "reported", "2027-03-09"))

    (result,) = asked(one, LI).articles

    assert result.about.startswith("📨 已报 03-09(周二)")
    assert result.about.endswith(" · 完成 2%")


def test_of_several_reports_each_is_told_apart_the_one_on_the_screen_first() -> None:
    one = stage()
    one.presses(WANG, button(Verb.STATUS, OURS, "2"))

    found = titles(asked(one, WANG))

    assert [each.rpartition(" · ")[2] for each in found] == [
        "国内多方通信服务 2026",
        "呼叫中心 2026",
    ]


def test_names_that_hold_signs_of_markup_are_sent_as_they_are_read() -> None:
    for result in asked(stage(), WANG).articles:
        assert result.title.startswith(f"{NASTY}一公司")
        assert faults(result.message.html) == []


def test_it_is_told_in_the_askers_own_language() -> None:
    one = stage()
    me = one.store.people[PersonId(str(LI))]
    one.store.people[me.person] = replace(me, locale="en")

    (result,) = asked(one, LI, "step 3").articles

    assert asked(one, LI).articles[0].about == "⛔ Not ready: 45 items missing · 21 days left"
    assert result.about.startswith("▫️ Step 3 ")


# --- what is meant --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["第三步", "第3步", "步骤三", "step 3", "李家的公司 第三步", "第三步李家", "李家 底表抽取"],
)
def test_a_step_is_found_by_its_number_or_title_with_or_without_a_company(text: str) -> None:
    (result,) = asked(stage(), LI, text).articles

    assert result.title == "李家的公司"
    assert result.about == "▫️ 第3步 46 张底表抽取与交叉校验:内部 03-19(周五),暂定,9 天后(2/57)"
    assert result.about in lines(result)[2]


@pytest.mark.parametrize("text", ["", "  ", "进度", "进度怎么样", "status"])
def test_whoever_asks_for_progress_or_for_nothing_gets_all_the_one_on_the_screen_first(
    text: str,
) -> None:
    one = renamed(agency(3), "甲", "乙", "丙")
    shown = companies(one)[1]
    one.presses(WANG, button(Verb.OPEN_CLIENT, shown.id))

    found = titles(asked(one, WANG, text))

    assert found[0] == shown.name
    assert sorted(found) == sorted(["甲", "乙", "丙"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云呼", ["云呼", "云呼科技", "北京云呼"]),
        ("北京", ["北京云呼"]),
        ("雲呼", ["云呼", "云呼科技", "北京云呼"]),
        ("云忽科技", ["云呼科技"]),
        ("上海", []),
    ],
)
def test_a_name_is_found_whole_first_then_at_its_beginning_then_inside(
    text: str, names: list[str]
) -> None:
    one = renamed(agency(3), "北京云呼", "云呼科技", "云呼")

    assert titles(asked(one, WANG, text)) == names


def test_a_company_called_like_a_step_is_still_a_company() -> None:
    one = renamed(agency(2), "第三步科技", "进度软件")

    assert titles(asked(one, WANG, "第三步")) == ["第三步科技"]
    assert titles(asked(one, WANG, "进度")) == ["第三步科技", "进度软件"]


def test_where_nothing_is_called_so_a_button_leads_into_the_private_chat() -> None:
    assert asked(stage(), LI, "没有这家") == Found((), "没有找到:打开年报管家", "start")


def test_a_step_of_the_companys_own_keeps_its_name_to_itself() -> None:
    one = stage()
    for wanted, words in (("add_step", "代持清理"), ("step_day", "2027-03-22")):
        one.presses(LI, button(Verb.ASK, THEIRS, SEASON, wanted, ""))
        one.types(LI, words)
    one.presses(LI, button(Verb.ASK, THEIRS, SEASON, "rename_step", "M3"))
    one.types(LI, "处罚整改")

    own, renamed_one = asked(one, LI, "代持清理"), asked(one, LI, "处罚整改")

    for found in (own, renamed_one):
        assert "代持" not in repr(found)
        assert "处罚" not in repr(found)
    assert renamed_one.articles[0].about.startswith("▫️ 第3步 46 张底表抽取")
