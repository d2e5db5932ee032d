"""The page's side over HTTP: what it shows, what it does, whom it turns away."""

import json
from datetime import timedelta
from typing import Any

import httpx
import pytest

from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.calling import Api
from tests.localchat.pictures import png

pytestmark = pytest.mark.anyio


async def _state(http: httpx.AsyncClient, chat: LocalChat, person: int = 1001) -> Any:  # noqa: ANN401 - JSON
    return (await http.get(f"{chat.url}/api/state", params={"person": person})).json()


@pytest.mark.parametrize("path", ["/", "/app.js", "/style.css", "/words.js"])
async def test_the_page_is_served_with_its_guards(
    http: httpx.AsyncClient, chat: LocalChat, path: str
) -> None:
    answer = await http.get(chat.url + path)

    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/server.py", "/page/app.js", "/%2e%2e/server.py", "/api/files/x"]
)
async def test_nothing_else_is_served(http: httpx.AsyncClient, chat: LocalChat, path: str) -> None:
    answer = await http.get(chat.url + path)

    assert answer.status_code == 404


async def test_a_foreign_name_for_this_machine_reads_nothing(
    http: httpx.AsyncClient, chat: LocalChat
) -> None:
    answer = await http.get(f"{chat.url}/api/state", headers={"Host": "evil.example"})

    assert answer.status_code == 421


@pytest.mark.parametrize("path", ["/api/say", "/api/clock", "/bot1:local/sendMessage"])
async def test_another_site_can_do_nothing(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person, path: str
) -> None:
    body = {"person": 1001, "chat_id": 1001, "text": "x"}

    answer = await http.post(chat.url + path, json=body, headers={"Origin": "https://evil.example"})

    assert answer.status_code == 403
    assert wang.messages == []


async def test_the_first_person_opens_by_default(http: httpx.AsyncClient, chat: LocalChat) -> None:
    state = (await http.get(f"{chat.url}/api/state")).json()

    assert state["person"] == 1001
    assert [person["first_name"] for person in state["people"]] == [
        *("王经理", "路人", "Grace", "李雷", "韩梅梅"),
    ]
    assert state["chat"]["started"] is False


async def test_what_people_do_on_the_page_reaches_the_chat(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    await http.post(f"{chat.url}/api/start", json={"person": 1001, "payload": "abc"})
    said = (await http.post(f"{chat.url}/api/say", json={"person": 1001, "text": "一"})).json()
    edit = {"person": 1001, "message_id": said["message_id"], "text": "二"}
    await http.post(f"{chat.url}/api/edit", json=edit)
    await http.post(f"{chat.url}/api/voice", json={"person": 1001})
    form = {"person": "1001", "caption": "图", "as_photo": "true"}
    files = {"file": ("a.png", png(2, 2))}
    await http.post(f"{chat.url}/api/send", data=form, files=files)

    assert [bubble.text for bubble in wang.messages] == ["/start abc", "二", "", "图"]


async def test_of_a_file_too_big_for_a_bot_only_the_size_is_told(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    big = {"person": 1001, "name": "录音.zip", "size": 60_000_000}

    await http.post(f"{chat.url}/api/send", json=big)

    assert wang.messages[0].wire["document"]["file_size"] == 60_000_000


@pytest.mark.parametrize(
    ("act", "values", "why"),
    [
        ("say", {"text": " "}, "empty"),
        ("say", {"text": "x" * 4097}, "too_long"),
        ("edit", {"message_id": 99, "text": "x"}, "gone"),
        ("press", {"message_id": 99, "data": "x"}, "gone"),
    ],
)
async def test_what_a_messenger_would_not_do_is_refused_with_a_word(
    http: httpx.AsyncClient,
    chat: LocalChat,
    act: str,
    values: dict[str, Any],
    why: str,
) -> None:
    answer = await http.post(f"{chat.url}/api/{act}", json={"person": 1001, **values})

    assert (answer.status_code, answer.json()) == (409, {"why": why})


async def test_who_has_blocked_the_bot_cannot_write_to_it(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    await wang.start()
    await http.post(f"{chat.url}/api/block", json={"person": 1001, "blocked": True})

    answer = await http.post(f"{chat.url}/api/say", json={"person": 1001, "text": "x"})

    assert answer.json() == {"why": "blocked"}


async def test_unread_is_what_the_bot_wrote_since_one_looked(
    http: httpx.AsyncClient, chat: LocalChat, api: Api, wang: Person
) -> None:
    await wang.start()
    sent = await api.result("sendMessage", chat_id=1001, text="x")
    before = await _state(http, chat, 1003)

    await http.post(f"{chat.url}/api/read", json={"person": 1001, "message_id": sent["message_id"]})

    after = await _state(http, chat, 1003)
    assert [person["id"] for person in before["people"] if person["unread"]] == [1001]
    assert [person["id"] for person in after["people"] if person["unread"]] == []


async def test_each_person_sees_the_commands_of_their_language(
    http: httpx.AsyncClient, chat: LocalChat, api: Api
) -> None:
    await api.result("setMyCommands", commands=[{"command": "list", "description": "清单"}])
    english = [{"command": "list", "description": "steps"}]
    scope = {"type": "all_private_chats"}
    await api.result("setMyCommands", commands=english, language_code="en", scope=scope)

    wang, grace = await _state(http, chat, 1001), await _state(http, chat, 1003)

    assert wang["chat"]["commands"][0]["description"] == "清单"
    assert grace["chat"]["commands"][0]["description"] == "steps"


async def test_the_clock_is_moved_from_the_page(
    http: httpx.AsyncClient, chat: LocalChat, clock: ShiftedClock
) -> None:
    await http.post(f"{chat.url}/api/clock", json={"shift": 3600})
    shifted = clock.offset
    await http.post(f"{chat.url}/api/clock", json={"moment": "2027-03-01T09:00"})
    there = clock()
    await http.post(f"{chat.url}/api/clock", json={})

    assert shifted == timedelta(hours=1)
    assert there.isoformat().startswith("2027-03-01T01:00")
    assert clock.offset == timedelta()


async def test_older_messages_are_loaded_by_the_page(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    first = await wang.say("一")
    second = await wang.say("二")

    older = await http.get(f"{chat.url}/api/older", params={"person": 1001, "before": second})

    assert [message["message_id"] for message in older.json()["messages"]] == [first]


async def test_changes_stream_to_an_open_page(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    async with http.stream("GET", f"{chat.url}/api/events") as stream:
        lines = stream.aiter_lines()
        hello = await anext(lines)
        await wang.say("一")
        await anext(lines)
        event = json.loads((await anext(lines)).removeprefix("data: "))

    assert "hello" in hello
    assert (event["kind"], event["person"], event["message"]["text"]) == ("message", 1001, "一")


async def test_pictures_are_shown_and_all_else_is_only_downloaded(
    http: httpx.AsyncClient, chat: LocalChat, wang: Person
) -> None:
    picture = wang.message(await wang.send_file("a.png", png(2, 2), as_photo=True)).wire["photo"][0]
    page = wang.message(await wang.send_file("a.html", b"<script>")).wire["document"]

    shown = await http.get(f"{chat.url}/api/files/{picture['file_id']}")
    kept = await http.get(f"{chat.url}/api/files/{page['file_id']}")

    assert (shown.headers["content-type"], shown.headers["content-disposition"]) == (
        "image/png",
        "inline",
    )
    assert kept.headers["content-type"] == "application/octet-stream"
    assert kept.headers["content-disposition"] == "attachment"
