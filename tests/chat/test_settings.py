"""提醒规则, robots, one's own addresses: what is pressed and typed becomes what the company does."""

from dataclasses import replace
from datetime import date, time

import pytest

from chat.buttons import Verb
from chat.screens.robots import mark_of
from chat.setting_notes import Setting, Typing
from tests.chat.markup import words
from tests.chat.office import office, ours
from tests.chat.papers import text, toast
from tests.chat.stage import LI, NASTY, OURS, WANG, Stage, button
from workflow.channels import Address, ChannelKind
from workflow.ids import CompanyId, PersonId
from workflow.policy import OwnPolicy, Shared
from workflow.team import Group, Robot

GROUP = -100123
KEY = "693a91f6-7aaa-4bc4-97a0-0ec2aaaabbbb"
WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"
ROBOT = Robot(900, "财务群", Address(ChannelKind.DINGTALK, KEY))


def team() -> Stage:
    """The office has a group and a robot."""
    one = office()
    group = Group(GROUP, f"{NASTY}群", has_outsiders=False)
    one.store.companies[CompanyId(OURS)] = replace(ours(one), groups=(group,), robots=(ROBOT,))
    return one


# --- rules --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pressed", "policy"),
    [
        (button(Verb.LADDER, OURS, "internal", "few"), OwnPolicy(internal=(7, 1, 0))),
        (button(Verb.LADDER, OURS, "statutory", "few"), OwnPolicy(statutory=(30, 7, 1, 0))),
        (button(Verb.TELLS_BOSS, OURS, 0), OwnPolicy(tells_boss=False)),
        (button(Verb.MONTHLY, OURS, 1), OwnPolicy(monthly=True)),
        (button(Verb.SHARED, OURS, "law"), OwnPolicy(shared=Shared.LAW)),
        (button(Verb.SHARED, OURS, "nothing"), OwnPolicy(shared=Shared.NOTHING)),
    ],
)
def test_a_press_departs_from_the_packs_in_one_thing(pressed: str, policy: OwnPolicy) -> None:
    one = team()

    one.presses(WANG, pressed)

    assert ours(one).policy == policy


def test_what_groups_hear_is_shown_with_what_else_they_could() -> None:
    one = team()

    before = one.presses(WANG, button(Verb.SETTINGS, OURS))
    after = one.presses(WANG, button(Verb.SHARED, OURS, "law"))

    assert "群里提醒:全部" in text(before)
    assert "群里提醒:只提法定" in text(after)
    assert "群里只提法定" not in words(after)
    assert "群里全部提" in words(after)
    assert "群里不提" in words(after)


def test_a_choice_for_groups_that_was_never_offered_changes_nothing() -> None:
    one = team()
    before = one.kept(OURS)

    answer = one.presses(WANG, button(Verb.SHARED, OURS, "everything"))

    assert "过时" in toast(answer)
    assert one.kept(OURS) == before


def test_the_licence_s_own_rules_can_be_had_again() -> None:
    one = team()
    one.presses(WANG, button(Verb.LADDER, OURS, "internal", "few"))

    one.presses(WANG, button(Verb.LADDER, OURS, "internal", "pack"))

    assert ours(one).policy == OwnPolicy()


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("14、7、3、1、当天", (14, 7, 3, 1, 0)),
        ("提前10天和2天", (10, 2)),
        ("3,10, 3", (10, 3)),
        ("５ 和当日", (5, 0)),
        ("2 days before and on the day", (2, 0)),
    ],
)
def test_days_can_be_typed(typed: str, days: tuple[int, ...]) -> None:
    one = team()
    one.presses(WANG, button(Verb.LADDERS, OURS, "internal"))

    one.types(WANG, typed)

    assert ours(one).policy == OwnPolicy(internal=days)


@pytest.mark.parametrize(("typed", "told"), [("1", ": 1 day before"), ("2", ": 2 days before")])
def test_one_day_before_is_told_as_one(typed: str, told: str) -> None:
    one = team()
    one.presses(WANG, button(Verb.SPEAK, "en"), button(Verb.LADDERS, OURS, "internal"))

    assert told in words(one.types(WANG, typed))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("随便", "没看懂是哪几天"),
        ("99999", "没看懂是哪几天"),
        ("300", "每个在 0 到 120 天"),
        ("30", "7 天内"),
    ],
)
def test_what_is_no_ladder_is_asked_again(typed: str, told: str) -> None:
    one = team()
    one.presses(WANG, button(Verb.LADDERS, OURS, "statutory"))

    shown = text(one.types(WANG, typed))

    assert told in shown
    assert "提前几天提醒?" in shown
    assert ours(one).policy == OwnPolicy()


@pytest.mark.parametrize("place", [f"{GROUP}", "r900"])
def test_the_hour_of_a_group_or_robot_holds_from_tomorrow(place: str) -> None:
    one = team()
    one.presses(WANG, button(Verb.PLACE_HOURS, OURS, place))

    shown = text(one.types(WANG, "8点半"))

    company = ours(one)
    habits = {company.groups[0].habit, company.robots[0].habit}
    (changed,) = [each for each in habits if each.hour == time(8, 30)]
    assert len(habits) == 2
    assert "从 03-11(周四) 起 8:30 早报" in shown
    assert changed.hour_on(date(2027, 3, 10)) == time(9)


@pytest.mark.parametrize(("typed", "told"), [("晚点", "没看懂是几点"), ("23:00", "6:00 到 22:00")])
def test_what_is_no_hour_for_a_group_is_asked_again(typed: str, told: str) -> None:
    one = team()
    one.presses(WANG, button(Verb.PLACE_HOURS, OURS, GROUP))
    before = one.kept(OURS)

    assert told in text(one.types(WANG, typed))
    assert one.kept(OURS) == before


@pytest.mark.parametrize(
    "pressed",
    [
        button(Verb.SETTINGS, OURS),
        button(Verb.LADDERS, OURS, "internal"),
        button(Verb.LADDER, OURS, "internal", "few"),
        button(Verb.TELLS_BOSS, OURS, 0),
        button(Verb.MONTHLY, OURS, 1),
        button(Verb.SHARED, OURS, "nothing"),
        button(Verb.PLACE_HOUR, OURS, GROUP, "0800"),
        button(Verb.ROBOTS, OURS),
        button(Verb.ROBOT, OURS, 900),
        button(Verb.ADD_ROBOT, OURS),
        button(Verb.RENAME_ROBOT, OURS, 900),
        button(Verb.REMOVE_ROBOT_SURE, OURS, 900),
        button(Verb.TRY_ROBOT, OURS, 900),
        button(Verb.TOLD, OURS, 0),
        button(Verb.TOLD_TO, OURS, WANG, 0),
        button(Verb.TOLD_PEOPLE, OURS, 0),
    ],
)
def test_a_contributor_sees_and_sets_nothing_of_the_company_s(pressed: str) -> None:
    one = team()
    before = one.kept(OURS)

    answer = one.presses(LI, pressed)

    assert "没有做这件事的权限" in toast(answer)
    assert "财务群" not in words(answer)
    assert one.kept(OURS) == before


@pytest.mark.parametrize(
    "note", [Typing(Setting.ROBOT, OURS), Typing(Setting.LADDER, OURS, "internal")]
)
def test_who_may_not_set_any_more_is_not_heard_out(note: Typing) -> None:
    one = team()
    one.asks(LI, note)
    before = one.kept(OURS)

    one.types(LI, f"{WECOM}9")
    one.types(LI, "7")

    assert one.kept(OURS) == before


# --- robots -------------------------------------------------------------------------------


def test_a_pasted_robot_is_kept_and_its_key_shown_to_nobody() -> None:
    one = team()
    one.presses(WANG, button(Verb.ADD_ROBOT, OURS))

    answer = one.types(WANG, WECOM)

    assert ours(one).robots[-1].address == Address(ChannelKind.WECOM, KEY)
    assert "加好了" in text(answer)
    shown = [answer, one.presses(WANG, button(Verb.ROBOTS, OURS)), one.types(WANG, "/audit")]
    assert KEY not in "".join(map(words, shown))
    assert KEY not in "".join(one.store.notes.values())
    assert KEY not in repr(one.store.trail)


def test_an_address_of_somebody_else_is_not_posted_to() -> None:
    one = team()
    one.presses(WANG, button(Verb.ADD_ROBOT, OURS))

    shown = text(one.types(WANG, f"https://example.com/?key={KEY}"))

    assert "不是企业微信、钉钉或飞书群机器人的官方地址" in shown
    assert ours(one).robots == (ROBOT,)


def test_a_robot_is_removed_after_a_question_and_once() -> None:
    one = team()
    (sure,) = (button(Verb.REMOVE_ROBOT_SURE, OURS, 900),)
    asked = one.presses(WANG, button(Verb.REMOVE_ROBOT, OURS, 900))
    assert "删除「财务群」?" in text(asked)
    assert ours(one).robots == (ROBOT,)

    one.presses(WANG, sure)
    again = one.presses(WANG, sure)

    assert ours(one).robots == ()
    assert "没有这个机器人或邮箱" in toast(again)


# --- one's own addresses ------------------------------------------------------------------


def mine(one: Stage, person: int) -> tuple[Address, ...]:
    known = one.store.people.get(PersonId(str(person)))
    return () if known is None else known.addresses


def pastes(one: Stage, person: int, *typed: str) -> str:
    """Each as one more address; what came of the last."""
    shown = ""
    for each in typed:
        one.presses(person, button(Verb.ADD_ADDRESS))
        shown = text(one.types(person, each))
    return shown


def test_addresses_are_tried_in_the_order_that_is_chosen() -> None:
    one = team()
    pastes(one, LI, "li@corp.cn", WECOM)
    mail, wecom = mine(one, LI)
    first = button(Verb.FIRST_ADDRESS, mark_of(wecom))

    one.presses(LI, first, first)

    assert mine(one, LI) == (wecom, mail)
    assert mine(one, WANG) == ()


def test_a_mailbox_is_shown_by_its_first_letter_and_a_key_not_at_all() -> None:
    one = team()

    shown = pastes(one, LI, "li@corp.cn", WECOM)

    assert "1. 邮箱 l…@corp.cn\n2. 企业微信机器人" in shown
    assert KEY not in shown


def test_an_address_is_dropped_once_however_often_it_is_pressed() -> None:
    one = team()
    pastes(one, LI, "li@corp.cn", "li2@corp.cn")
    drop = button(Verb.DROP_ADDRESS, mark_of(mine(one, LI)[0]))

    one.presses(LI, drop)
    again = one.presses(LI, drop)

    assert [each.target for each in mine(one, LI)] == ["li2@corp.cn"]
    assert "过时" in toast(again)


def test_three_addresses_are_enough_and_the_same_one_is_kept_once() -> None:
    one = team()
    pastes(one, LI, "a1@corp.cn", "a2@corp.cn", "a3@corp.cn")

    fourth, same = pastes(one, LI, "a4@corp.cn"), pastes(one, LI, "a1@corp.cn")

    assert "到上限了" in fourth
    assert "没有记入" in same
    assert len(mine(one, LI)) == 3
