"""A gateway that reminds: wake-ups look, looks owe, what is owed goes out; stops, jumps and alarms."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chat.rounds import Digest
from gateway.app import Gateway
from gateway.failures import TokenRevoked
from gateway.operator_config import OperatorSection
from localchat.faults import Delay, Fault
from storage.database import Database, to_number
from tests.gateway.reminded import ACME, Reminded, journal, owed
from tests.gateway.stage import Stage
from workflow.errors import NotSaved
from workflow.reminders import Looked, Pending, Recipient, Waking

pytestmark = pytest.mark.anyio

WANG, OPERATOR = 1001, 1005
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
async def reminded(stage: Stage) -> Reminded:
    """Something is owed to Wang each day at the stage's hour."""
    database = stage.held.enter_context(journal(stage.folder, ACME))
    await stage.person(0).start()
    await stage.person(4).start()
    made = Reminded(stage, await stage.calls(), database)
    database.tell("update watches set looked = ?", (to_number(stage.clock() - DAY),))
    stage.reminding = made.reminding
    return made


def heard(stage: Stage, number: int = 0) -> list[str]:
    """What came unasked."""
    asked = ("/start", "there?", "a tick")
    return [one.text for one in stage.person(number).replies if one.text not in asked]


def days(stage: Stage) -> list[str]:
    return [text for text in heard(stage) if text.startswith("day")]


async def talking(stage: Stage, number: int = 0) -> None:
    """Until the bot has answered: it runs."""
    them = stage.person(number)
    await them.say("there?")
    await them.until(lambda: "there?" in [one.text for one in them.replies])


def operated(stage: Stage) -> Gateway:
    section = OperatorSection(chat=OPERATOR)
    return stage.gateway(stage.config.model_copy(update={"operator": section}))


async def test_what_a_wake_up_finds_goes_out(stage: Stage, reminded: Reminded) -> None:
    reminded.rounds.found[ACME] = Looked((owed(WANG, at=stage.clock()),), None)

    stage.run()

    await stage.person().until(lambda: heard(stage) == ["M1"])


async def test_an_update_alone_has_nothing_looked_at(stage: Stage, reminded: Reminded) -> None:
    gateway = stage.gateway()
    stage.run(gateway)
    await talking(stage)
    await gateway.live()
    assert len(reminded.rounds.looks) == 1
    reminded.database.tell("update watches set next_at = 0, change = change + 1")

    await stage.person().next_reply(after=await stage.person().say("a tick"))

    assert len(reminded.rounds.looks) == 1
    await gateway.live()
    assert len(reminded.rounds.looks) == 2


class EachDay:
    """Finds one thing a day, from the first look on."""

    def __init__(self, reminded: Reminded, start: datetime) -> None:
        self.rounds = reminded.rounds
        self.start = start
        self.digest = reminded.rounds.digest
        self.passed_on = reminded.rounds.passed_on

    def look(self, waking: Waking, now: datetime) -> Looked:
        days = range(1, 200)
        moments = [(day, self.start + day * DAY) for day in days]
        found = [owed(WANG, f"day{day}", at=at) for day, at in moments if waking.looked < at <= now]
        return Looked(tuple(found), next(at for _, at in moments if at > now))


async def test_a_season_goes_by_when_the_clock_is_moved_and_each_day_has_its_own_message(
    stage: Stage, reminded: Reminded
) -> None:
    stage.reminding = replace(reminded.reminding, rounds=EachDay(reminded, stage.clock()))
    gateway = stage.gateway()
    stage.run(gateway)
    await talking(stage)
    stage.clock.guided_by(gateway.live)

    await stage.clock.travel(30 * DAY + HOUR)
    await gateway.live()

    assert days(stage) == [f"day{day}" for day in range(1, 31)]


async def test_after_downtime_what_was_missed_is_merged(stage: Stage, reminded: Reminded) -> None:
    rounds = EachDay(reminded, stage.clock())
    stage.reminding = replace(reminded.reminding, rounds=rounds)
    stage.clock.shift(5 * DAY + HOUR)

    stage.run()

    await stage.person().until(lambda: len(days(stage)) == 1)
    assert days(stage) == ["day1 day2 day3 day4 day5"]


async def test_a_little_back_and_forth_nothing_is_told_twice_and_nothing_is_lost(
    stage: Stage, reminded: Reminded
) -> None:
    stage.reminding = replace(reminded.reminding, rounds=EachDay(reminded, stage.clock()))
    gateway = stage.gateway()
    stage.run(gateway)
    await talking(stage)

    for jump in (3 * DAY + HOUR, -20 * HOUR, 2 * DAY):
        stage.clock.shift(jump)
        await gateway.live()

    assert days(stage) == ["day1 day2 day3", "day4"]


async def test_what_a_clock_far_ahead_told_too_early_is_told_again_in_its_time(
    stage: Stage, reminded: Reminded
) -> None:
    stage.reminding = replace(reminded.reminding, rounds=EachDay(reminded, stage.clock()))
    gateway = stage.gateway()
    stage.run(gateway)
    await talking(stage)

    for jump in (3 * DAY + HOUR, -2 * DAY, DAY):
        stage.clock.shift(jump)
        await gateway.live()

    assert days(stage) == ["day1 day2 day3", "day2"]


async def test_a_jump_of_the_clock_is_told_to_the_operator(
    stage: Stage, reminded: Reminded
) -> None:
    assert reminded
    gateway = operated(stage)
    stage.run(gateway)
    await talking(stage, 4)

    stage.clock.shift(-2 * DAY)
    await gateway.live()

    await stage.person(4).until(lambda: heard(stage, 4)[-1] == "alarm")


async def test_a_disk_that_refuses_is_told_to_the_operator_and_what_is_owed_goes_out_after(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.rounds.found[ACME] = NotSaved()
    gateway = operated(stage)
    stage.run(gateway)
    await stage.person(4).until(lambda: heard(stage, 4) == ["alarm"])
    reminded.rounds.found[ACME] = Looked((owed(WANG, at=stage.clock()),), None)

    await gateway.live()

    assert heard(stage) == ["M1"]


async def test_reminders_go_on_by_themselves_as_soon_as_the_disk_takes_them_again(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.rounds.found[ACME] = NotSaved()
    stage.run(operated(stage))
    await stage.person(4).until(lambda: heard(stage, 4) == ["alarm"])

    reminded.rounds.found[ACME] = Looked((owed(WANG, at=stage.clock()),), None)

    await stage.person().until(lambda: heard(stage) == ["M1"])
    assert len(stage.wakes) == 1


class OneByOne:
    """Says one thing at a time."""

    def __init__(self, reminded: Reminded) -> None:
        self.rounds = reminded.rounds
        self.look = reminded.rounds.look
        self.passed_on = reminded.rounds.passed_on

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        return self.rounds.digest(to, pending[:1], now)


async def test_when_it_stops_what_is_not_begun_is_left_for_the_next_start(
    stage: Stage, reminded: Reminded
) -> None:
    reminded.owe(owed(WANG, "M1", at=stage.clock()), owed(WANG, "M2", at=stage.clock()))
    stage.reminding = replace(reminded.reminding, rounds=OneByOne(reminded))
    stage.chat.faults.plan("sendMessage", *[Delay(0.5)] * 6)
    gateway = stage.gateway()
    running = stage.run(gateway)
    async with asyncio.timeout(5):
        await reminded.ledger.claimed.wait()

    gateway.stop()
    await running

    assert [reminded.fate("M1"), reminded.fate("M2")] == [("ended", "sent"), ("pending", None)]


class InAMoment:
    """Something is due a third of a second after the first look."""

    def __init__(self, reminded: Reminded) -> None:
        self.digest = reminded.rounds.digest
        self.passed_on = reminded.rounds.passed_on
        self.at: datetime | None = None

    def look(self, waking: Waking, now: datetime) -> Looked:
        assert waking.company == ACME
        self.at = self.at or now + timedelta(seconds=0.3)
        return Looked((), self.at) if now < self.at else Looked((owed(WANG, at=self.at),), None)


async def test_it_wakes_up_when_something_is_due_and_not_only_each_minute(
    stage: Stage, reminded: Reminded
) -> None:
    stage.reminding = replace(reminded.reminding, rounds=InAMoment(reminded))

    stage.run()

    await stage.person().until(lambda: heard(stage) == ["M1"])


async def test_at_a_signal_what_is_under_way_is_finished(stage: Stage, reminded: Reminded) -> None:
    reminded.owe(owed(WANG, at=stage.clock()))
    stage.chat.faults.plan("sendMessage", Delay(0.5))
    gateway = stage.gateway()
    running = stage.run(gateway)
    async with asyncio.timeout(5):
        await reminded.ledger.claimed.wait()

    gateway.stop()
    await running

    assert reminded.fate("M1") == ("ended", "sent")


async def test_a_token_that_is_refused_ends_it_and_leaves_what_is_owed_as_it_was(
    stage: Stage, reminded: Reminded, caplog: pytest.LogCaptureFixture
) -> None:
    gateway = stage.gateway()
    running = stage.run(gateway)
    await talking(stage)
    await talking(stage, 4)
    reminded.owe(owed(WANG, at=stage.clock()))
    stage.chat.faults.plan("sendMessage", Fault(401))
    stage.chat.faults.plan("getMe", Fault(401))

    gateway.poke()

    with pytest.raises(TokenRevoked):
        await running

    assert _states(reminded.database) == [("pending", None)]
    assert "alarm" in caplog.messages


def _states(database: Database) -> list[object]:
    return list(database.ask("select state, ending from rungs"))
