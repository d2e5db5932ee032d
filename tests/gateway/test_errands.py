"""Errands of the desk over real HTTP: a message is taken away where we may, an address is tried out."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta

import pytest

from chat.errands import TakeAway, TryOut
from chat.talk import Incoming, Outgoing
from gateway.errands import MOST, WINDOW
from localchat.person import Person
from tests.gateway.channels.robots import Answer, RobotServer
from tests.gateway.stage import Stage
from workflow.channels import Address, ChannelKind

pytestmark = pytest.mark.anyio

KEY = "0123456789abcdef0123456789abcdef"
DINGTALK = Address(ChannelKind.DINGTALK, KEY)
MAIL = Address(ChannelKind.MAIL, "wang@example.com")


@pytest.fixture
async def robots(anyio_backend: str) -> AsyncIterator[RobotServer]:
    """All robots under one roof."""
    assert anyio_backend == "asyncio"
    made = RobotServer()
    await made.start()
    yield made
    await made.stop()


# --- taken away -------------------------------------------------------------------------


def takes_away(incoming: Incoming) -> Sequence[Outgoing]:
    """Whatever somebody writes; joining a group is no message."""
    if not incoming.message:
        return []
    return [TakeAway(incoming.chat, incoming.message, "<b>gone</b>", "stays")]


async def said(person: Person) -> tuple[int, str]:
    """Something was written: its number, and what was answered."""
    number = await person.say("/key")
    return number, (await person.next_reply(after=number)).text


def stands(person: Person, number: int) -> bool:
    """Whether the message is still in the chat."""
    return any(each.id == number for each in person.messages)


async def test_in_private_the_message_is_deleted_and_it_is_said(stage: Stage) -> None:
    wang = stage.person()
    stage.desk.script = takes_away
    stage.run()

    number, answer = await said(wang)

    assert answer == "gone"
    assert not stands(wang, number)


async def test_what_the_person_deleted_meanwhile_is_gone_too(stage: Stage) -> None:
    wang = stage.person()
    stage.desk.script = lambda incoming: [*takes_away(incoming), *takes_away(incoming)]
    stage.run()

    await wang.say("/key")

    await wang.until(lambda: [each.text for each in wang.replies] == ["gone", "gone"])


async def test_what_is_older_than_the_server_lets_us_delete_stays_and_is_asked_for(
    stage: Stage,
) -> None:
    wang = stage.person()

    def two_days_late(incoming: Incoming) -> Sequence[Outgoing]:
        stage.clock.shift(timedelta(hours=49))
        return takes_away(incoming)

    stage.desk.script = two_days_late
    stage.run()

    number, answer = await said(wang)

    assert answer == "stays"
    assert stands(wang, number)


@pytest.mark.parametrize(("rights", "answer"), [([], "stays"), (["admin"], "gone")])
async def test_in_a_group_it_is_deleted_only_with_the_right_to(
    stage: Stage, rights: Sequence[str], answer: str
) -> None:
    wang = stage.person().at(stage.chat.create_group("team", [stage.person().id]).id)
    for _ in rights:
        await wang.group.promote_bot()
    stage.desk.script = takes_away
    stage.run()

    number, told = await said(wang)

    assert told == answer
    assert stands(wang, number) is (answer == "stays")


# --- tried out --------------------------------------------------------------------------


def runs(stage: Stage, robots: RobotServer, address: Address = DINGTALK) -> Person:
    """Whatever Wang writes has the address tried out."""

    def tries(incoming: Incoming) -> Sequence[Outgoing]:
        person = incoming.speaker.person
        return [TryOut(incoming.chat, person, address, "年报提醒", "测试")]

    stage.desk.script = tries
    stage.run(stage.gateway(stage.config.model_copy(update={"channels": robots.hosts})))
    return stage.person()


async def test_one_real_text_is_posted_and_it_is_told_that_it_was_taken(
    stage: Stage, robots: RobotServer
) -> None:
    wang = runs(stage, robots)

    _, told = await said(wang)

    assert told == "taken 0"
    assert robots.texts == ["年报提醒\n测试"]
    assert robots.got[0].query["access_token"] == KEY


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (Answer({"errcode": 310000, "errmsg": "no keyword"}), "refused 310000 310000 no keyword"),
        (Answer({"errcode": 130101, "errmsg": "too fast"}), "busy 130101 130101 too fast"),
        (Answer({}, status=502), "unknown 0 status 502"),
    ],
)
async def test_what_the_robot_answers_is_handed_on_with_its_code(
    stage: Stage, robots: RobotServer, answer: Answer, told: str
) -> None:
    robots.answer(answer)
    wang = runs(stage, robots)

    assert (await said(wang))[1] == told


async def test_a_robot_whose_server_is_not_there_is_not_reached(
    stage: Stage, robots: RobotServer
) -> None:
    wang = runs(stage, robots)
    await robots.stop()

    assert (await said(wang))[1] == "unreached 0 ConnectError"


async def test_without_a_mail_server_no_letter_is_tried(stage: Stage, robots: RobotServer) -> None:
    wang = runs(stage, robots, MAIL)

    assert (await said(wang))[1] == "no_way 0"


async def test_nobody_can_flood_an_address_and_after_a_while_they_may_again(
    stage: Stage, robots: RobotServer
) -> None:
    wang = runs(stage, robots)
    for _ in range(MOST):
        await said(wang)

    refused = (await said(wang))[1]
    li_s = (await said(stage.person(1)))[1]
    stage.time.seconds += WINDOW
    again = (await said(wang))[1]

    assert (refused, li_s, again) == ("too_often 0", "taken 0", "taken 0")
    assert len(robots.got) == MOST + 2
