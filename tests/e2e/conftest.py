"""The whole bot behind the local chat, over real HTTP, and people who talk to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from localchat.server import LocalChat
from tests.e2e.house import serving
from tests.e2e.talker import Talker, open_case


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[LocalChat]:
    async with serving(tmp_path / "data") as serving_chat:
        yield serving_chat


@pytest.fixture
def stranger(chat: LocalChat) -> Talker:
    """Somebody the door is closed to."""
    return Talker(chat, 1002)


@pytest.fixture
def wang(chat: LocalChat) -> Talker:
    """Somebody who may open a company and has none yet."""
    return Talker(chat, 1001)


@pytest.fixture
async def manager(wang: Talker) -> Talker:
    """王经理 with a fresh season."""
    await wang.starts("年报管家")
    await open_case(wang)
    return wang
