"""发一条试试: the text that is posted, who may have it posted, and what its answer is called."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.errands import Came, Tried, TryOut
from chat.screens.robots import mark_of
from chat.talk import Outgoing
from tests.chat.papers import text, toast
from tests.chat.stage import LI, NOON, OURS, WANG, Stage, button
from tests.chat.test_pasted import ROBOT, team
from workflow.channels import Address, ChannelKind
from workflow.ids import CompanyId, PersonId

MAIL = Address(ChannelKind.MAIL, "wang@example.com")


def errands(answer: Sequence[Outgoing]) -> list[TryOut]:
    """What is posted."""
    return [each for each in answer if isinstance(each, TryOut)]


def trying(one: Stage) -> TryOut:
    """The manager tries the robot out."""
    (errand,) = errands(one.presses(WANG, button(Verb.TRY_ROBOT, OURS, 900)))
    return errand


def with_mail(one: Stage, *, has_mail: bool) -> Stage:
    """The manager has a mailbox; letters go out, or not."""
    me = one.store.people[PersonId(str(WANG))]
    one.store.people[PersonId(str(WANG))] = replace(me, addresses=(MAIL,))
    one.desk = replace(one.desk, house=replace(one.desk.house, has_mail=has_mail))
    return one


def test_a_press_posts_one_text_that_says_what_it_is_and_of_which_company() -> None:
    one = team()
    before = one.kept(OURS)

    answer = one.presses(WANG, button(Verb.TRY_ROBOT, OURS, 900))

    (errand,) = errands(answer)
    assert toast(answer) == "正在发……"
    assert errand.address == ROBOT.address
    assert errand.subject.startswith("年报提醒:")
    assert "测试" in errand.subject
    assert "一公司" in errand.subject
    assert "不用办什么" in errand.text
    assert one.kept(OURS) == before


def test_who_may_not_set_robots_posts_nothing() -> None:
    one = team()

    answer = one.presses(LI, button(Verb.TRY_ROBOT, OURS, 900))

    assert errands(answer) == []
    assert "没有做这件事的权限" in toast(answer)


def test_nobody_tries_an_address_that_is_not_theirs() -> None:
    one = with_mail(team(), has_mail=True)

    answer = one.presses(LI, button(Verb.TRY_ADDRESS, mark_of(MAIL)))

    assert errands(answer) == []


def test_one_s_own_mailbox_is_tried_in_the_same_way() -> None:
    one = with_mail(team(), has_mail=True)

    (errand,) = errands(one.presses(WANG, button(Verb.TRY_ADDRESS, mark_of(MAIL))))
    said = text([one.desk.tried(errand, Tried(Came.TAKEN), NOON)])

    assert errand.address == MAIL
    assert "备用渠道" in said
    assert "请去收信" in said


@pytest.mark.parametrize(
    ("tried", "told"),
    [
        (Tried(Came.TAKEN), "收下了测试消息"),
        (Tried(Came.REFUSED, 310000, "310000 keywords"), "没过安全设置"),
        (Tried(Came.REFUSED, 310000, "310000 <b>"), "310000 <b>"),
        (Tried(Came.REFUSED, 19007, "19007 off"), "被停用了"),
        (Tried(Came.REFUSED, 4711, "4711 odd"), "没说清楚原因"),
        (Tried(Came.BUSY), "过十分钟再试"),
        (Tried(Came.UNREACHED, 0, "ConnectError"), "连不上"),
        (Tried(Came.UNKNOWN, 0, "ReadTimeout"), "没有回音"),
        (Tried(Came.NO_WAY), "没有设置发信"),
        (Tried(Came.TOO_OFTEN), "试得太勤了"),
    ],
)
def test_what_came_of_it_is_said_in_words_above_the_robot_s_card(tried: Tried, told: str) -> None:
    one = team()

    shown = text([one.desk.tried(trying(one), tried, NOON)])

    assert told in shown
    assert "🤖 财务群" in shown


def test_what_came_of_it_is_said_though_the_robot_is_gone() -> None:
    one = team()
    errand = trying(one)
    one.presses(WANG, button(Verb.REMOVE_ROBOT_SURE, OURS, 900))

    assert "收下了测试消息" in text([one.desk.tried(errand, Tried(Came.TAKEN), NOON)])


def test_an_errand_s_text_form_gives_no_key_away() -> None:
    assert ROBOT.address.target not in repr(trying(team()))


# --- no mail ----------------------------------------------------------------------------


@pytest.mark.parametrize("has_mail", [True, False])
def test_where_no_letters_go_out_it_is_said_wherever_a_mailbox_is_set(*, has_mail: bool) -> None:
    one = with_mail(team(), has_mail=has_mail)
    box = replace(ROBOT, address=MAIL)
    company = one.store.companies[CompanyId(OURS)]
    one.store.companies[CompanyId(OURS)] = replace(company, robots=(box,))
    presses = (
        button(Verb.ADD_ROBOT, OURS),
        button(Verb.ROBOT, OURS, 900),
        button(Verb.ADD_ADDRESS),
        button(Verb.ADDRESSES),
    )

    shown = [text(one.presses(WANG, each)) for each in presses]

    assert ["没有设置发信" in each for each in shown] == [not has_mail] * 4


def test_a_robot_s_card_says_nothing_of_mail() -> None:
    assert "发信" not in text(team().presses(WANG, button(Verb.ROBOT, OURS, 900)))
