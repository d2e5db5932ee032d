"""Alarms: each at once, of a kind one an hour, none swallowed; to a chat and by mail."""

from dataclasses import dataclass, field

import pytest

from gateway.alarms import AGAIN, HOUR, Alarms
from gateway.failures import Fate, TokenRevoked
from gateway.operator_config import OperatorSection
from gateway.operator_post import OperatorPost
from localchat.faults import Drop, Fault, When
from messages.catalogue import load_catalogue
from messages.say import Say, say
from messages.wording import Wording
from tests.gateway.reminded import SHANGHAI, Posts
from tests.gateway.stage import Stage, VirtualTime

pytestmark = pytest.mark.anyio

DISK = say("alarm-disk")
Trouble = bool | Exception


@dataclass
class Told:
    """What the operator was told; refuses, or fails, as often as the test says."""

    alarms: list[Say] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    async def __call__(self, alarm: Say) -> bool:
        trouble = self.troubles.pop(0) if self.troubles else True
        if isinstance(trouble, Exception):
            raise trouble
        if trouble:
            self.alarms.append(alarm)
        return trouble


async def test_an_alarm_is_told_at_once_and_stands_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    told, poked = Told(), list[bool]()
    alarms = Alarms(told, VirtualTime())
    alarms.poke = lambda: poked.append(True)

    alarms.tell(DISK)
    again = await alarms.work()

    assert (told.alarms, again) == ([DISK], None)
    assert poked == [True]
    assert "alarm" in caplog.messages


async def test_of_a_kind_the_next_waits_its_hour_and_counts_all_that_came() -> None:
    told, time = Told(), VirtualTime()
    alarms = Alarms(told, time)
    alarms.tell(say("alarm-failed", count=1))
    await alarms.work()
    alarms.tell(say("alarm-failed", count=2))
    alarms.tell(say("alarm-failed", count=3))

    again = await alarms.work()
    assert (len(told.alarms), again) == (1, HOUR)
    await time.sleep(HOUR)
    await alarms.work()

    assert told.alarms[1:] == [say("alarm-failed", count=5)]


async def test_a_trouble_that_lasts_is_told_once_in_its_hour_and_then_again() -> None:
    told, time = Told(), VirtualTime()
    alarms = Alarms(told, time)
    alarms.tell(DISK)
    await alarms.work()
    alarms.tell(DISK)
    alarms.tell(DISK)

    again = await alarms.work()
    await time.sleep(HOUR)
    await alarms.work()
    assert (again, told.alarms) == (None, [DISK])
    alarms.tell(DISK)
    await alarms.work()

    assert told.alarms == [DISK, DISK]


async def test_what_is_counted_is_counted_on_though_it_says_the_same() -> None:
    told, time = Told(), VirtualTime()
    alarms = Alarms(told, time)
    alarms.tell(say("alarm-look", count=1))
    await alarms.work()
    alarms.tell(say("alarm-look", count=1))
    alarms.tell(say("alarm-look", count=1))

    await time.sleep(HOUR)
    await alarms.work()

    assert told.alarms[1:] == [say("alarm-look", count=2)]


async def test_one_kind_does_not_wait_for_another() -> None:
    told = Told()
    alarms = Alarms(told, VirtualTime())
    alarms.tell(DISK)
    await alarms.work()
    alarms.tell(say("alarm-look", count=1))

    await alarms.work()

    assert [one.sentence for one in told.alarms] == ["alarm-disk", "alarm-look"]


@pytest.mark.parametrize("trouble", [False, ZeroDivisionError()])
async def test_what_could_not_be_told_is_tried_again_in_a_minute(trouble: Trouble) -> None:
    told, time = Told(troubles=[trouble]), VirtualTime()
    alarms = Alarms(told, time)
    alarms.tell(say("alarm-failed", count=2))

    again = await alarms.work()
    alarms.tell(say("alarm-failed", count=1))
    await time.sleep(AGAIN)
    await alarms.work()

    assert again == AGAIN
    assert told.alarms == [say("alarm-failed", count=3)]


async def test_a_revoked_token_gets_out() -> None:
    alarms = Alarms(Told(troubles=[TokenRevoked()]), VirtualTime())
    alarms.tell(DISK)

    with pytest.raises(TokenRevoked):
        await alarms.work()


# --- the ways to the operator -----------------------------------------------------------


async def post(stage: Stage, posts: Posts, section: OperatorSection) -> OperatorPost:
    sender = stage.sender_over((await stage.calls()).without_waiting())
    word = Wording(load_catalogue(), "zh-CN", SHANGHAI).html
    return OperatorPost(section, sender, posts, word)


async def test_the_operator_hears_in_their_chat_and_by_mail(stage: Stage) -> None:
    await stage.person().start()
    posts = Posts()
    operator = await post(stage, posts, OperatorSection(chat=1001, mail="op@example.com"))

    assert await operator.tell(say("alarm-unreachable", count=2))

    [shown] = stage.person().replies
    assert shown.text.startswith("⚠️ 年报管家运行警报\n2 条提醒")
    [(to, text)] = posts.posted
    assert to == "op@example.com"
    assert text.startswith("2 条提醒")


async def test_where_nobody_is_named_the_log_is_enough(stage: Stage) -> None:
    operator = await post(stage, Posts(), OperatorSection())

    assert await operator.tell(DISK)


async def test_it_is_told_again_only_where_it_surely_was_not_told(stage: Stage) -> None:
    await stage.person().start()
    operator = await post(stage, Posts(), OperatorSection(chat=1001))
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=1), Drop(When.BEFORE))

    assert not await operator.tell(DISK)
    assert await operator.tell(DISK)


async def test_a_letter_that_went_out_is_enough(stage: Stage) -> None:
    posts = Posts()
    operator = await post(stage, posts, OperatorSection(chat=1001, mail="op@example.com"))
    stage.chat.faults.plan("sendMessage", Fault(429, retry_after=1))

    assert await operator.tell(DISK)
    assert await operator.mail(DISK) is Fate.SENT
