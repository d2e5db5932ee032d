"""A robot's key that somebody pasted: taken out of the chat, and of nothing else is anything taken."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.errands import TakeAway
from chat.setting_notes import Setting, Typing
from chat.talk import Incoming, Outgoing, Room, Typed
from tests.chat.office import office, ours
from tests.chat.stage import LI, OURS, WANG, Stage, button, incoming
from workflow.channels import Address, ChannelKind
from workflow.ids import CompanyId
from workflow.ports import ChatId
from workflow.team import Group, Robot

GROUP = ChatId(-100123)
KEY = "693a91f6-7aaa-4bc4-97a0-0ec2aaaabbbb"
WECOM = f"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={KEY}"
ROBOT = Robot(900, "财务群", Address(ChannelKind.DINGTALK, KEY))
NUMBER = 77


def team() -> Stage:
    """The office has a group and a robot."""
    one = office()
    group = Group(GROUP, "年报群", has_outsiders=False)
    one.store.companies[CompanyId(OURS)] = replace(ours(one), groups=(group,), robots=(ROBOT,))
    return one


def wrote(text: str, person: int = WANG, *, edited: bool = False) -> Incoming:
    """A message of that number."""
    return replace(incoming(person, Typed(text, edited=edited)), message=NUMBER)


def taken(answer: Sequence[Outgoing]) -> list[TakeAway]:
    """What is taken out of the chat."""
    return [each for each in answer if isinstance(each, TakeAway)]


def test_the_message_with_a_key_is_taken_away_and_it_is_said_why() -> None:
    one = team()
    one.presses(WANG, button(Verb.ADD_ROBOT, OURS))

    answer = one.desk.receive(wrote(WECOM))

    (errand,) = taken(answer)
    assert (errand.chat, errand.message_id) == (WANG, NUMBER)
    assert "我删掉了:里面有机器人的密钥" in errand.gone
    assert "请长按删除" in errand.stays
    assert answer[-1] is errand


@pytest.mark.parametrize("text", [f"看这个 {WECOM} 行吗", f"{WECOM} SECab12ab12", f"{WECOM}!"])
def test_a_key_is_taken_away_though_nobody_asked_for_it_or_it_was_refused(text: str) -> None:
    one = team()

    unasked = taken(one.desk.receive(wrote(text)))
    one.presses(WANG, button(Verb.ADD_ROBOT, OURS))
    refused = taken(one.desk.receive(wrote(f"{text} {text} {text}")))

    assert len(unasked) == len(refused) == 1


def test_so_is_one_in_a_message_that_was_changed() -> None:
    assert taken(team().desk.receive(wrote(WECOM, edited=True)))


def test_a_signing_secret_is_taken_away_when_it_was_asked_for() -> None:
    one = team()
    one.asks(WANG, Typing(Setting.SIGNATURE, OURS, "900"))

    assert taken(one.desk.receive(wrote("SECab12ab12ab12")))
    assert not taken(one.desk.receive(wrote("SECab12ab12ab12")))


@pytest.mark.parametrize("text", ["/status", "Progress", "取消", "wang@example.com"])
def test_what_is_no_secret_stays(text: str) -> None:
    one = team()
    one.asks(WANG, Typing(Setting.SIGNATURE, OURS, "900"))

    assert not taken(one.desk.receive(wrote(text)))


@pytest.mark.parametrize(
    "text", ["你好", "https://example.com/?key=0123456789abcdef", WECOM.partition("=")[0] + "="]
)
def test_what_holds_no_key_of_a_robot_stays(text: str) -> None:
    assert not taken(team().desk.receive(wrote(text)))


def test_what_was_lost_in_a_crash_is_taken_away_afterwards() -> None:
    assert taken(team().desk.again(wrote(WECOM)))


def test_in_a_group_of_ours_it_is_tried_and_said_there() -> None:
    one = team()
    in_topic = replace(wrote(WECOM, LI), chat=GROUP, room=Room("年报群", topic=5))

    (errand,) = one.desk.receive(in_topic)

    assert isinstance(errand, TakeAway)
    assert (errand.chat, errand.topic) == (GROUP, 5)


def test_in_a_stranger_s_group_nothing_is_done() -> None:
    elsewhere = replace(wrote(WECOM), chat=ChatId(-5), room=Room("别人的群"))

    assert list(team().desk.receive(elsewhere)) == []
