"""A running local chat on a free port, the people in it, and a bot over real HTTP."""

from collections.abc import AsyncIterator

import httpx
import pytest
from telegram import Bot

from localchat.clock import ShiftedClock
from localchat.person import Person
from localchat.server import LocalChat, Settings
from tests.localchat.calling import Api


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> ShiftedClock:
    return ShiftedClock()


@pytest.fixture
async def chat(clock: ShiftedClock) -> AsyncIterator[LocalChat]:
    serving = LocalChat(Settings(), clock)
    await serving.start()
    yield serving
    await serving.stop()


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(trust_env=False, timeout=10) as client:
        yield client


@pytest.fixture
def api(http: httpx.AsyncClient, chat: LocalChat) -> Api:
    return Api(http, chat)


@pytest.fixture
def wang(chat: LocalChat) -> Person:
    return Person(chat, 1001)


@pytest.fixture
async def bot(chat: LocalChat) -> AsyncIterator[Bot]:
    serving = Bot("1:local", base_url=chat.base_url, base_file_url=chat.base_file_url)
    async with serving:
        yield serving
