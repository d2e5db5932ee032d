"""What the tests of the edge share: one event loop library, and a stage per test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.gateway.stage import Stage


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def stage(anyio_backend: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """A local chat with fifty people, everything of the edge beside it, nothing running yet."""
    assert anyio_backend == "asyncio"
    made = Stage(tmp_path)
    await made.chat.start()
    yield made
    await made.close()
