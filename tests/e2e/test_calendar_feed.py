"""The feed from the button to the bytes, beside the whole bot; and a stop by SIGTERM that drains."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import icalendar
import pytest

from gateway.connect import NO_PROXY
from gateway.web_config import WebSection
from localchat.server import LocalChat
from running.serving import local_house
from storage.lock import FolderLock
from tests.e2e.house import at_work, hurried, settings, sleep
from tests.e2e.program import started
from tests.e2e.talker import NAME, Talker, open_case

pytestmark = pytest.mark.anyio


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        return int(one.getsockname()[1])


@asynccontextmanager
async def serving(folder: Path) -> AsyncIterator[LocalChat]:
    """The bot at work with its web server, which is its own public address."""
    port = free_port()
    web = WebSection(port=port, public_url=f"http://127.0.0.1:{port}")
    config = settings(folder).model_copy(update={"web": web})
    with FolderLock(folder):
        async with local_house(config, at_work(), sleep, hurried) as house:
            answering = asyncio.create_task(house.gateway.run())
            yield house.chat
            house.gateway.stop()
            await answering


async def asked(address: str) -> httpx.Response:
    async with httpx.AsyncClient(mounts=NO_PROXY, trust_env=False) as client:
        return await client.get(address)


async def test_a_feed_is_made_read_and_switched_off(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        wang = Talker(chat, 1001)
        await open_case(wang)
        await wang.says("/calendar", "提醒:关")
        told = await wang.presses("生成订阅地址", "/feed/")
        found = re.search(r"http://\S+\.ics", told.text)
        assert found
        live = await asked(found.group())
        await wang.presses("停用订阅", "已停用")
        gone = await asked(found.group())
        health = await asked(found.group().partition("/feed/")[0] + "/health")

    names = [str(e["SUMMARY"]) for e in icalendar.Calendar.from_ical(live.content).walk("VEVENT")]
    assert names
    assert all(NAME in name for name in names)
    assert gone.status_code == 404
    assert health.json()["ok"] is True


async def test_the_file_comes_through_the_chat(tmp_path: Path) -> None:
    async with serving(tmp_path / "data") as chat:
        wang = Talker(chat, 1001)
        await open_case(wang)
        sent = await wang.says("/calendar", "只有步骤和日期")
        content = wang.person.file(sent.id)

    assert content.startswith(b"BEGIN:VCALENDAR\r\n")


def test_sigterm_still_ends_the_bot_in_peace(tmp_path: Path) -> None:
    """A connection that stays open does not hold it up."""
    port = free_port()
    config = tmp_path / "config.toml"
    config.write_text(
        f"[local_chat]\nport = 0\n[web]\nport = {port}\n[data]\nfolder = 'data'\n", "utf-8"
    )

    with started(config) as program, httpx.Client(trust_env=False) as client:
        answer = client.get(f"http://127.0.0.1:{port}/health")
        program.says("/start", "王经理")
        ended = program.stop()
        log = program.log.read_text(encoding="utf-8")

    assert answer.json()["ok"] is True
    assert ended == 0
    assert "gateway.app: stopped" in log
