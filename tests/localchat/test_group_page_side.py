"""The page's side of groups over HTTP: whose chats it shows, what it does, what it streams."""

import json
from typing import Any

import httpx
import pytest

from localchat.person import Person
from localchat.server import LocalChat

pytestmark = pytest.mark.anyio


async def _state(http: httpx.AsyncClient, chat: LocalChat, person: int, open_chat: int) -> Any:  # noqa: ANN401 - JSON
    where = {"person": person, "chat": open_chat}
    return (await http.get(f"{chat.url}/api/state", params=where)).json()


class _Page:
    """A page that does things and tells what was answered."""

    def __init__(self, http: httpx.AsyncClient, url: str) -> None:
        self._http = http
        self._url = url

    async def act(self, act: str, **values: object) -> Any:  # noqa: ANN401 - JSON
        return (await self._http.post(f"{self._url}/api/{act}", json=values)).json()


@pytest.fixture
def page(http: httpx.AsyncClient, chat: LocalChat) -> _Page:
    return _Page(http, chat.url)


async def test_a_group_made_on_the_page_is_seen_by_its_people_only(
    http: httpx.AsyncClient, chat: LocalChat, page: _Page
) -> None:
    given = {"title": "年报群", "people": [1004], "with_bot": True}
    made = (await page.act("new_group", person=1001, **given))["chat"]

    member = await _state(http, chat, 1004, made)
    outsider = await _state(http, chat, 1002, made)

    assert [one["id"] for one in member["chats"]] == [1004, made]
    assert member["chat"]["group"]["manages"] is False
    assert outsider["chat"]["id"] == 1002
    assert [one["id"] for one in outsider["chats"]] == [1002]


async def test_every_setting_of_the_sheet_does_what_it_says(
    page: _Page, chat: LocalChat, wang: Person
) -> None:
    here = wang.at(chat.create_group("年报群", [1001, 1004]).id)
    where = {"person": 1001, "chat": here.place.chat}

    await page.act("add", **where, user=1005)
    await page.act("remove", **where, user=1004)
    await page.act("promote", **where, user=1, may_pin=False)
    await page.act("let_all_pin", **where, allowed=True)
    before = here.group.now
    await page.act("demote", **where, user=1)
    moved = await page.act("migrate", **where, is_forum=True)
    there = {**where, "chat": moved["chat"]}
    topic = await page.act("open_topic", **there, name="财务")
    said = await page.act("say", **there, text="在话题里", thread=topic["thread"])

    assert before.here == (1001, 1, 1005)
    assert before.all_may_pin
    assert before.member(1).manages
    assert not before.member(1).may_pin
    assert not chat.exchange.group(moved["chat"]).member(1).manages
    assert said["message_thread_id"] == topic["thread"]


async def test_messages_are_pinned_unpinned_and_taken_away_from_the_page(
    http: httpx.AsyncClient, chat: LocalChat, page: _Page, wang: Person
) -> None:
    here = wang.at(chat.create_group("年报群", [1001, 1004]).id)
    where = {"person": 1001, "chat": here.place.chat, "message_id": await here.say("看板")}

    await page.act("pin", **where)
    pinned = (await _state(http, chat, 1004, here.place.chat))["chat"]["pinned"]
    await page.act("unpin", **where)
    left = here.pinned
    await page.act("delete", **where)

    assert [message["text"] for message in pinned] == ["看板"]
    assert left == []
    assert [seen.text for seen in here.messages if seen.text] == []


@pytest.mark.parametrize(
    ("act", "values", "why"),
    [
        ("say", {"person": 1002, "text": "x"}, "not_in_group"),
        ("say", {"person": 1004, "text": "x", "voice": "group"}, "not_admin"),
        ("migrate", {"person": 1004}, "not_admin"),
        ("open_topic", {"person": 1001, "name": "x"}, "not_here"),
        ("new_group", {"person": 1001, "title": " "}, "empty"),
        ("add", {"person": 1001, "user": 7}, "Bad Request: user not found"),
    ],
)
async def test_what_cannot_be_done_in_a_group_is_refused_with_a_word(
    chat: LocalChat, page: _Page, act: str, values: dict[str, Any], why: str
) -> None:
    group = chat.create_group("年报群", [1001, 1004])

    answer = await page.act(act, chat=group.id, **values)

    assert answer == {"why": why}


async def test_changes_stream_with_the_chat_they_are_in_once_for_each_person(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    here = wang.at(chat.create_group("年报群", [1001, 1004]).id)

    async with http.stream("GET", f"{chat.url}/api/events") as stream:
        lines = (line async for line in stream.aiter_lines() if line)
        await anext(lines)
        await here.say("一")
        events = [json.loads((await anext(lines)).removeprefix("data: ")) for _ in range(2)]

    assert [(event["person"], event["chat"]) for event in events] == [
        (1001, here.place.chat),
        (1004, here.place.chat),
    ]
