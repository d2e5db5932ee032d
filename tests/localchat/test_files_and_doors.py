"""Files that are too big or none, and doors that are not ours: what is answered."""

import asyncio

import httpx
import pytest

from localchat.person import Person
from localchat.server import LocalChat
from tests.localchat.calling import Api

pytestmark = pytest.mark.anyio


async def test_a_file_over_20_mb_is_not_handed_out(api: Api, wang: Person) -> None:
    message = await wang.send_file("年报.zip", b"PK", declared_size=60_000_000)
    document = wang.message(message).wire["document"]

    refusal = await api.why_not("getFile", file_id=document["file_id"])

    assert document["file_size"] == 60_000_000
    assert refusal == (400, "Bad Request: file is too big")


async def test_half_a_character_is_refused(
    chat: LocalChat,
    http: httpx.AsyncClient,
    wang: Person,
) -> None:
    await wang.start()
    body = b'{"chat_id": 1001, "text": "\\ud800"}'

    answer = await http.post(
        f"{chat.base_url}1:local/sendMessage",
        content=body,
        headers={"Content-Type": "application/json"},
    )

    assert answer.json()["description"] == "Bad Request: strings must be encoded in UTF-8"


async def test_an_upload_over_50_mb_is_refused_unread(chat: LocalChat) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", int(chat.url.rpartition(":")[2]))
    head = "POST /bot1:local/sendDocument HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000000\r\n\r\n"

    writer.write(head.encode())
    status = await reader.readline()

    writer.close()
    assert status.startswith(b"HTTP/1.1 413 ")


async def test_what_is_no_picture_is_no_photo(
    chat: LocalChat, http: httpx.AsyncClient, wang: Person
) -> None:
    await wang.start()

    answer = await http.post(
        f"{chat.base_url}1:local/sendPhoto",
        data={"chat_id": "1001"},
        files={"photo": ("a.png", b"not a picture")},
    )

    assert answer.json()["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_unknown_files(api: Api, chat: LocalChat, http: httpx.AsyncClient) -> None:
    refusal = await api.why_not("getFile", file_id="nothing")
    download = await http.get(f"{chat.base_file_url}1:local/documents/file_9.pdf")

    assert refusal == (400, "Bad Request: wrong file_id or the file is temporarily unavailable")
    assert download.status_code == 404


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("/bot1:local/sendDice", 404, "Not Found"),
        ("/bot1:local/", 404, "Not Found"),
        ("/botlocal/getMe", 404, "Not Found"),
        ("/bot2:other/getMe", 401, "Unauthorized"),
        ("/file/bot2:other/documents/file_1.pdf", 401, "Unauthorized"),
    ],
)
async def test_wrong_doors(
    chat: LocalChat,
    http: httpx.AsyncClient,
    path: str,
    code: int,
    words: str,
) -> None:
    answer = await http.get(chat.url + path)

    assert answer.status_code == code
    assert answer.json() == {"ok": False, "error_code": code, "description": words}


@pytest.mark.parametrize(
    ("commands", "language", "words"),
    [
        ([{"command": "New!", "description": "x"}], "", "BOT_COMMAND_INVALID"),
        ([{"command": "new", "description": ""}], "", "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "new", "description": "x"}], "zh-hans", "BOT_COMMAND_LANGUAGE_INVALID"),
        ([{"command": "new", "description": "x"}] * 101, "", "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_that_are_not_taken(
    api: Api,
    commands: list[dict[str, str]],
    language: str,
    words: str,
) -> None:
    refusal = await api.why_not("setMyCommands", commands=commands, language_code=language)

    assert refusal == (400, f"Bad Request: {words}")
