"""Inline queries at the edge: answered at once or never, nothing of them on disk, the newest counts."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

import pytest

from chat.inline import Found, Inquiry
from gateway.failures import TokenRevoked
from gateway.inline import LATE_SECONDS, MOST_AT_ONCE, Inquiries
from gateway.pacing import UNPACED, Limits
from localchat.faults import Drop, Fault, When
from localchat.inquiries import Answer
from localchat.person import Person
from tests.gateway.stage import PEOPLE, Stage, found
from workflow.errors import NotSaved

pytestmark = pytest.mark.anyio

WANG = PEOPLE[0].id


@dataclass
class Edge:
    """Only the lane of inline queries, in a task group of its own; updates are handed to it."""

    stage: Stage
    inquiries: Inquiries

    async def asks(self, text: str, person: int = 0) -> str:
        """Somebody types; the update is handed over."""
        who = self.stage.person(person)
        query = await who.ask(text)
        self.inquiries.put(update(text, who.id, query))
        return query


@asynccontextmanager
async def at_the_edge(stage: Stage, limits: Limits = UNPACED) -> AsyncIterator[Edge]:
    """Leaving waits until nobody is answered any more."""
    inquiries = Inquiries(await stage.calls(limits), stage.desk, stage.clock, stage.time)
    async with asyncio.TaskGroup() as tasks:
        inquiries.start(tasks)
        yield Edge(stage, inquiries)


async def answer_to(person: Person, query: str) -> Answer:
    await person.until(lambda: person.found(query) is not None)
    answer = person.found(query)
    assert answer is not None
    return answer


# --- through the whole gateway --------------------------------------------------------------


async def test_a_query_is_answered_and_nothing_of_it_is_kept(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    query = await wang.ask("云呼")
    answer = await answer_to(wang, query)
    await wang.next_reply(after=await wang.say("one"))

    (result,) = answer.results
    assert (result.title, result.description) == ("云呼", "about it")
    assert result.message["text"] == "云呼"
    assert [update.body for _, update, _ in stage.inbox.taken if "inline" in update.body] == []
    assert stage.desk.texts == ["one"]
    assert [one.speaker.person for one in stage.desk.inquiries] == [str(wang.id)]


async def test_queries_are_confirmed_to_the_server_though_they_are_not_kept(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    await answer_to(wang, await wang.ask("云呼"))
    await answer_to(wang, await wang.ask("云呼2"))
    await wang.next_reply(after=await wang.say("one"))

    assert texts(stage) == ["云呼", "云呼2"]


async def test_where_nothing_is_found_a_button_leads_into_the_private_chat(stage: Stage) -> None:
    wang = stage.person()
    stage.run()

    answer = await answer_to(wang, await wang.ask(""))

    assert (answer.results, answer.button, answer.start) == ((), "nothing there", "start")


async def test_what_was_found_by_us_is_not_taken_for_something_said_to_us(stage: Stage) -> None:
    wang = stage.person()
    await wang.start()
    stage.run()
    query = await wang.ask("280")
    await answer_to(wang, query)

    await wang.choose(query, "0")
    await wang.next_reply(after=await wang.say("two"))

    assert stage.desk.texts == ["/start", "two"]


async def test_the_log_says_at_the_start_where_botfather_has_it_off(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    bot = stage.chat.exchange.bot
    stage.chat.exchange.bot = replace(bot, is_inline=False)
    stage.run()

    wang = stage.person()
    await wang.next_reply(after=await wang.say("one"))

    assert "inline mode is off: @BotFather turns it on with /setinline" in caplog.messages


# --- the lane alone -------------------------------------------------------------------------


async def test_the_answer_is_for_the_asker_alone_and_soon_forgotten(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        query = await edge.asks("云呼")

    answer = stage.person().found(query)
    assert answer is not None
    assert answer.is_personal
    assert answer.cached <= 5


async def test_of_one_who_types_on_only_the_newest_query_is_looked_up(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        early = await edge.asks("云")
        await edge.asks("云呼")
        await edge.asks("甲", person=1)
        newest = await edge.asks("云呼科")

    assert sorted(texts(stage)) == ["云呼科", "甲"]
    assert stage.person().found(newest) is not None
    assert stage.person().found(early) is None


async def test_what_came_while_the_one_before_was_answered_is_answered_next(stage: Stage) -> None:
    wang = stage.person()
    later = await wang.ask("云呼")

    async with at_the_edge(stage) as edge:

        def types_on(inquiry: Inquiry) -> Found:
            if inquiry.text == "云":
                edge.inquiries.put(update("云呼", wang.id, later))
            return Found((), inquiry.text)

        stage.desk.finds = types_on
        await edge.asks("云")

    answer = wang.found(later)
    assert answer is not None
    assert answer.button == "云呼"


async def test_an_answer_whose_turn_comes_late_is_not_sent(stage: Stage) -> None:
    one_slot = Limits(slots=1, rest=LATE_SECONDS + 1, spacing=0, burst=1)

    async with at_the_edge(stage, one_slot) as edge:
        await edge.asks("云")
        late = await edge.asks("呼", person=1)

    assert texts(stage) == ["云"]
    assert stage.person(1).found(late) is None


@pytest.mark.parametrize(
    "fault", [Fault(429, retry_after=3), Fault(502), Drop(When.BEFORE), Drop(When.AFTER)]
)
async def test_an_answer_that_fails_is_not_repeated(stage: Stage, fault: Fault | Drop) -> None:
    stage.chat.faults.plan("answerInlineQuery", fault)

    async with at_the_edge(stage) as edge:
        await edge.asks("云")
    async with at_the_edge(stage) as edge:
        query = await edge.asks("云呼")

    assert texts(stage) == ["云", "云呼"]
    assert stage.time.slept == []
    assert stage.person().found(query) is not None


async def test_a_query_that_is_too_old_is_nobodys_fault(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    async with at_the_edge(stage) as edge:
        edge.inquiries.put(update("云", WANG, query="777"))

    told = [each for each in caplog.records if "inline" in each.message]
    assert [(each.levelname, each.message) for each in told] == [
        ("INFO", "inline query not answered")
    ]


async def test_a_fault_of_the_desk_stops_nobody(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(inquiry: Inquiry) -> Found:
        if inquiry.text == "云":
            raise NotSaved
        return found(inquiry)

    stage.desk.finds = breaks

    async with at_the_edge(stage) as edge:
        await edge.asks("云")
    async with at_the_edge(stage) as edge:
        query = await edge.asks("云呼")

    assert stage.person().found(query) is not None
    assert "inline query not answered" in caplog.messages


@pytest.mark.parametrize(
    "broken", [{"id": 7}, {"id": "7", "from": 5, "query": "x", "offset": ""}, "text", None]
)
async def test_a_query_that_cannot_be_read_stops_nobody(stage: Stage, broken: object) -> None:
    async with at_the_edge(stage) as edge:
        edge.inquiries.put({"update_id": 1, "inline_query": broken})
        edge.inquiries.put({"inline_query": broken})
        await edge.asks("云")

    assert texts(stage) == ["云"]


async def test_a_flood_of_people_is_not_answered_whole(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        for number in range(MOST_AT_ONCE + 20):
            edge.inquiries.put(update("云", 5000 + number))

    assert len(texts(stage)) == MOST_AT_ONCE


async def test_half_an_emoji_is_looked_up_as_something_a_disk_could_hold(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        edge.inquiries.put(update("\ud83d云"))

    assert texts(stage) == ["?云"]


async def test_nobody_is_answered_once_it_stops(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        await edge.asks("云")
        edge.inquiries.stop()
        await edge.asks("呼", person=1)

    assert texts(stage) == []


async def test_a_refused_token_ends_it_all(stage: Stage) -> None:
    with pytest.raises(ExceptionGroup) as ended:
        await _ask_with_a_refused_token(stage)

    assert ended.group_contains(TokenRevoked)


async def _ask_with_a_refused_token(stage: Stage) -> None:
    async with at_the_edge(stage) as edge:
        stage.chat.faults.plan("answerInlineQuery", Fault(401))
        stage.chat.faults.plan("getMe", Fault(401))
        await edge.asks("云")


def texts(stage: Stage) -> list[str]:
    """What the desk was asked."""
    return [one.text for one in stage.desk.inquiries]


def update(text: str, person: int = WANG, query: str = "7") -> dict[str, object]:
    """A query as the server tells it."""
    user = {"id": person, "is_bot": False, "first_name": "P"}
    asked = {"id": query, "from": user, "query": text, "offset": ""}
    return {"update_id": person, "inline_query": asked}
