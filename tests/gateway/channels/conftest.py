"""What the tests of the channels share: servers, a time that passes only when somebody waits."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from gateway.channel_config import MailSection
from gateway.channels.channels import Channels
from tests.gateway.channels.robots import RobotServer
from tests.gateway.stage import VirtualTime

NOW = datetime.fromtimestamp(1764560000.123, UTC)
PATIENCE = 0.5


@pytest.fixture
async def server(anyio_backend: str) -> AsyncIterator[RobotServer]:
    """The robots' server, running."""
    assert anyio_backend == "asyncio"
    made = RobotServer()
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def time() -> VirtualTime:
    """Seconds that pass only when somebody waits them."""
    return VirtualTime()


@pytest.fixture
async def channels(server: RobotServer, time: VirtualTime) -> AsyncIterator[Channels]:
    """The channels, without a mail server."""
    made = Channels(server.hosts, MailSection(), lambda: NOW, time, time.sleep, PATIENCE)
    yield made
    await made.close()
