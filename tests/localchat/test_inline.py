"""Inline mode: a query, its list, what is dropped from it, and what Telegram refuses in an answer."""

from datetime import timedelta
from typing import Any

import pytest

from localchat.clock import ShiftedClock
from localchat.inquiries import Answer, Result
from localchat.person import Person
from localchat.places import ActRefused
from localchat.server import LocalChat
from tests.localchat.calling import Api
from tests.localchat.updates import news

pytestmark = pytest.mark.anyio

OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
KEYS = {"inline_keyboard": [[{"text": "看", "url": "https://t.me/nianbao_bot?start=c-1"}]]}


def article(**changed: object) -> dict[str, Any]:
    said = {"message_text": "<b>甲</b> 61%", "parse_mode": "HTML"}
    whole = {"type": "article", "id": "0", "title": "甲", "description": "还不能报"}
    return {**whole, "input_message_content": said, "reply_markup": KEYS, **changed}


async def test_a_query_comes_with_who_asks_and_where(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    group = wang.at(chat.create_group("年报群", [1001, 1004], with_bot=False).id)

    first, second = await wang.ask("北京"), await group.ask("")

    came = [one["inline_query"] for one in await news(api) if "inline_query" in one]
    assert [(one["id"], one["query"], one["chat_type"]) for one in came] == [
        (first, "北京", "sender"),
        (second, "", "group"),
    ]
    assert came[0]["from"]["id"] == 1001


async def test_what_is_chosen_is_said_by_whoever_chose_it_via_the_bot(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    here = wang.at(chat.create_group("朋友", [1001, 1004], with_bot=False).id)
    query = await here.ask("甲")
    await api.result("answerInlineQuery", inline_query_id=query, results=[article()])

    dropped = here.message(await here.choose(query, "0"))

    answer = here.found(query)
    assert answer is not None
    assert [(one.title, one.description) for one in answer.results] == [("甲", "还不能报")]
    assert (dropped.text, dropped.labels) == ("甲 61%", ["看"])
    assert dropped.wire["from"]["id"] == 1001
    assert dropped.wire["via_bot"]["username"] == "nianbao_bot"


async def test_a_bot_gets_what_was_found_by_it_though_it_gets_no_other_talk(
    api: Api, chat: LocalChat, wang: Person
) -> None:
    here = wang.at(chat.create_group("年报群", [1001, 1004]).id)
    query = await here.ask("甲")
    await api.result("answerInlineQuery", inline_query_id=query, results=[article()])
    await news(api)

    await here.say("大家好")
    await here.choose(query, "0")

    assert [one["message"]["text"] for one in await news(api)] == ["甲 61%"]


async def test_a_list_belongs_to_who_asked(api: Api, chat: LocalChat, wang: Person) -> None:
    query = await wang.ask("甲")
    await api.result("answerInlineQuery", inline_query_id=query, results=[article()])

    with pytest.raises(ActRefused):
        await Person(chat, 1002).choose(query, "0")


async def test_with_no_results_there_can_be_a_button(api: Api, wang: Person) -> None:
    query = await wang.ask("甲")
    button = {"text": "打开", "start_parameter": "start"}

    await api.result("answerInlineQuery", inline_query_id=query, results=[], button=button)

    assert wang.found(query) == Answer((), "打开", "start")


async def test_a_late_answer_is_refused_and_a_query_that_nobody_fetches_is_forgotten(
    api: Api, wang: Person, clock: ShiftedClock
) -> None:
    query = await wang.ask("甲")

    clock.shift(timedelta(seconds=31))

    assert await api.why_not("answerInlineQuery", inline_query_id=query, results=[]) == (400, OLD)
    assert await api.result("getUpdates") == []


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ("{", "can't parse results JSON object"),
        ({}, "can't parse inline query results JSON object"),
        ([article()] * 2, "RESULT_ID_DUPLICATE"),
        ([article(id=str(n)) for n in range(51)], "RESULTS_TOO_MUCH"),
        ([article(id="x" * 65)], "RESULT_ID_INVALID"),
        ([article(title=" ")], "RESULT_TITLE_EMPTY"),
        ([article(type="photo")], "can't parse inline query result: only articles are served here"),
        ([article(input_message_content={"message_text": " "})], "message text is empty"),
        (
            [article(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": ""}]]})],
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_an_answer_that_telegram_refuses_is_refused(
    results: object, words: str, api: Api, wang: Person
) -> None:
    query = await wang.ask("甲")

    refused = await api.why_not("answerInlineQuery", inline_query_id=query, results=results)

    assert refused == (400, f"Bad Request: {words}")
    assert wang.found(query) is None


async def test_a_button_starts_the_bot_with_something_a_link_can_hold(
    api: Api, wang: Person
) -> None:
    query = await wang.ask("甲")
    button = {"text": "打开", "start_parameter": "甲"}

    refused = await api.why_not(
        "answerInlineQuery", inline_query_id=query, results=[], button=button
    )

    assert refused == (400, "Bad Request: START_PARAM_INVALID")


async def test_only_the_latest_lists_are_kept(chat: LocalChat) -> None:
    kept = chat.exchange.inquiries
    first = kept.add(1001, 0)
    kept.answer(first, Answer((Result("0", "甲", "", {}),)))

    later = [kept.add(1001, 0) for _ in range(200)]

    assert kept.find(first) is None
    assert kept.find(later[0]) is not None
