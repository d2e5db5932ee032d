"""After an outage: a line to those who may have pressed in vain, once, and at their hours."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from gateway.missed import AT_ONCE, Missed
from localchat.faults import Fault
from tests.gateway.reminded import NINE
from tests.gateway.stage import PEOPLE, Stage
from workflow.ids import PersonId
from workflow.ports import ChatId, RawUpdate

pytestmark = pytest.mark.anyio

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
WANG, LI = (ChatId(PEOPLE[number].id) for number in (0, 1))
ASKED = "did you press?"


@dataclass
class Told:
    """To whom something went, and when."""

    sent: list[tuple[ChatId, datetime]] = field(default_factory=list)

    def people_told(self, start: datetime, end: datetime, limit: int) -> tuple[PersonId, ...]:
        found = [PersonId(str(chat)) for chat, at in self.sent if start <= at <= end]
        return tuple(found[:limit])


class Back:
    """We were gone from nine o'clock on, for ten minutes."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.told = Told()
        self.now = NINE + 10 * MINUTE

    async def open(self) -> "Back":
        sender = self.stage.sender_over((await self.stage.calls()).without_waiting())
        self.missed = Missed(self.stage.inbox, self.told, self.stage.desk, sender, lambda: self.now)
        await asyncio.gather(*(self.stage.person(number).start() for number in range(30)))
        return self

    def reminded(self, chat: ChatId, at: datetime = NINE - 3 * HOUR) -> None:
        self.told.sent.append((chat, at))

    def wrote(self, chat: ChatId, at: datetime) -> None:
        update = RawUpdate(len(self.stage.inbox.taken) + 1, chat, "{}")
        self.stage.inbox.take_in([update], at)

    def back(self, *others: ChatId, gone: datetime = NINE) -> None:
        self.missed.after(gone, self.now, others)

    async def later(self, passed: timedelta = MINUTE) -> float | None:
        self.now += passed
        return await self.missed.work()

    def heard(self, number: int = 0) -> list[str]:
        return [reply.text for reply in self.stage.person(number).replies]


@pytest.fixture
async def back(stage: Stage) -> Back:
    return await Back(stage).open()


async def test_who_had_a_reminder_and_wrote_nothing_is_asked_once(back: Back) -> None:
    back.reminded(WANG)

    back.back()
    await back.later()
    await back.later()

    assert back.heard() == [ASKED]


async def test_so_is_who_had_an_answer_of_the_day_before(back: Back) -> None:
    back.wrote(WANG, NINE - 23 * HOUR)

    back.back()
    await back.later()

    assert back.heard() == [ASKED]


async def test_and_who_was_sent_something_while_the_server_was_not_heard(back: Back) -> None:
    back.reminded(WANG, NINE + 2 * MINUTE)

    back.back()
    await back.later()

    assert back.heard() == [ASKED]


async def test_what_was_sent_longer_ago_is_not_thought_to_be_pressed(back: Back) -> None:
    back.reminded(WANG, NINE - 25 * HOUR)
    back.wrote(LI, NINE - 25 * HOUR)

    back.back()
    await back.later()

    assert (back.heard(0), back.heard(1)) == ([], [])


async def test_whoever_is_told_of_the_outage_anyway_is_not_asked(back: Back) -> None:
    back.reminded(WANG)

    back.back(WANG)
    await back.later()

    assert back.heard() == []


async def test_groups_are_not_disturbed(back: Back) -> None:
    back.wrote(ChatId(-100), NINE - HOUR)
    back.wrote(WANG, NINE - HOUR)

    back.back()
    await back.later()

    assert back.heard() == [ASKED]
    assert back.stage.desk.doubtful == [WANG]


async def test_what_falls_due_meanwhile_goes_first_and_makes_the_line_needless(back: Back) -> None:
    back.reminded(WANG)

    back.back()
    await back.later(MINUTE / 2)
    assert back.heard() == []
    back.reminded(WANG, back.now)
    await back.later()

    assert back.heard() == []


async def test_who_wrote_since_has_fresh_buttons(back: Back) -> None:
    back.reminded(WANG)

    back.back()
    back.wrote(WANG, back.now)
    await back.later()

    assert back.heard() == []


async def test_who_rests_hears_it_in_the_morning_and_only_if_nothing_came_meanwhile(
    back: Back,
) -> None:
    back.reminded(WANG)
    back.reminded(LI)
    back.stage.desk.rests = dict.fromkeys((WANG, LI), NINE + 10 * HOUR)

    back.back()
    await back.later()
    assert (back.heard(0), back.heard(1)) == ([], [])
    back.reminded(LI, NINE + 9 * HOUR)
    await back.later(10 * HOUR)

    assert (back.heard(0), back.heard(1)) == ([ASKED], [])


async def test_outages_that_follow_each_other_are_told_to_nobody_twice_in_a_day(
    back: Back,
) -> None:
    back.reminded(WANG)
    back.back()
    await back.later()

    back.back(gone=back.now + 5 * MINUTE)
    await back.later()
    back.reminded(WANG, back.now + 20 * HOUR)
    back.now += 25 * HOUR
    back.back(gone=back.now - 10 * MINUTE)
    await back.later()

    assert back.heard() == [ASKED, ASKED]


async def test_a_line_that_was_surely_not_sent_is_tried_again(back: Back) -> None:
    back.reminded(WANG)
    back.stage.chat.faults.plan("sendMessage", Fault(429, retry_after=30))

    back.back()
    await back.later()
    assert back.heard() == []
    await back.stage.time.sleep(60)
    await back.later()

    assert back.heard() == [ASKED]


async def test_a_crowd_is_told_in_pieces_so_that_who_comes_back_meanwhile_is_left_out(
    back: Back,
) -> None:
    crowd = [ChatId(PEOPLE[number].id) for number in range(AT_ONCE + 2)]
    for chat in crowd:
        back.reminded(chat)

    back.back()
    again = await back.later()
    back.wrote(crowd[-1], back.now)
    last = await back.later(timedelta())

    assert (again, last) == (0, None)
    assert [len(back.heard(number)) for number in range(AT_ONCE + 2)] == [1] * (AT_ONCE + 1) + [0]


async def test_after_an_outage_of_the_whole_bot_it_comes_by_itself(stage: Stage) -> None:
    wang, other = stage.person(0), stage.person(1)
    running = stage.run(first := stage.gateway())
    await wang.next_reply(after=await wang.say("one"))
    stage.clock.shift(HOUR)
    await other.next_reply(after=await other.say("two"))
    first.stop()
    await running
    stage.clock.shift(10 * MINUTE)

    stage.run(gateway := stage.gateway())
    await other.until(lambda: other.replies[-1].text == "press again, please")
    stage.clock.shift(2 * MINUTE)
    gateway.poke()

    await wang.until(lambda: wang.replies[-1].text == ASKED)
    assert stage.desk.outages == [other.id]
    assert stage.desk.doubtful == [wang.id]
