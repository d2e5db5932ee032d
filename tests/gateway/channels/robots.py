"""A stand-in for the robots' servers, over real HTTP: it keeps what it got and answers as told."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

from gateway.channel_config import ChannelsSection


@dataclass(frozen=True, slots=True)
class Got:
    """One post as it came over the wire."""

    target: str
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """The body, read."""
        read: dict[str, Any] = json.loads(self.body)
        return read

    @property
    def query(self) -> dict[str, str]:
        """The query, decoded once."""
        return {name: value for name, [value] in parse_qs(urlsplit(self.target).query).items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said to a post."""

    body: object
    status: int = 200

    @property
    def wire(self) -> bytes:
        """The whole answer; text goes as it is, all else as JSON."""
        text = self.body if isinstance(self.body, str) else json.dumps(self.body)
        head = f"HTTP/1.1 {self.status} X\r\nContent-Length: {len(text.encode())}\r\n"
        return f"{head}Location: /elsewhere\r\n\r\n{text}".encode()


class Cut(Exception):
    """Told to break the connection when the post is there."""


OK = Answer({"errcode": 0, "errmsg": "ok", "code": 0, "msg": "success"})

Script = Callable[[Got], Awaitable[Answer]]


class RobotServer:
    """All three robots under one roof, on any free port."""

    def __init__(self) -> None:
        self.got: list[Got] = []
        self.connections = 0
        self.script: Script = self._agree
        self.never = asyncio.Event()
        """Who waits for it waits until the server ends."""
        self._server: asyncio.Server | None = None
        self._port = 0

    async def start(self) -> None:
        """Serve."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """End, and let go whoever still waits for an answer."""
        self.never.set()
        assert self._server
        self._server.close()
        await self._server.wait_closed()

    @property
    def hosts(self) -> ChannelsSection:
        """The settings by which it takes the place of the official servers."""
        url = f"http://127.0.0.1:{self._port}"
        return ChannelsSection(
            wecom=f"{url}/wecom?key=",
            dingtalk=f"{url}/dingtalk?access_token=",
            feishu=f"{url}/feishu/",
        )

    def answer(self, *answers: Answer) -> None:
        """Say these, one after the other, the last to everything after."""
        left = list(answers)

        async def script(_: Got) -> Answer:
            return left.pop(0) if len(left) > 1 else left[0]

        self.script = script

    @property
    def texts(self) -> list[str]:
        """What was said, in order; each kind of robot has it in a place of its own."""
        bodies = [got.json for got in self.got]
        return [
            body["text"]["content"] if "text" in body else body["content"]["text"]
            for body in bodies
        ]

    async def _agree(self, _: Got) -> Answer:
        return OK

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        with suppress(ConnectionError, asyncio.IncompleteReadError, Cut):
            while True:
                got = await _read(reader)
                self.got.append(got)
                writer.write((await self.script(got)).wire)
                await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def _read(reader: asyncio.StreamReader) -> Got:
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    first, *fields = head.split("\r\n")
    named = dict(line.lower().split(": ", 1) for line in fields if line)
    body = await reader.readexactly(int(named["content-length"]))
    assert first.startswith("POST ")
    assert named["content-type"] == "application/json"
    return Got(first.split(" ")[1], body)
