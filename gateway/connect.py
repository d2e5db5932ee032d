"""The connection to the server: the library's Bot, with timeouts and pools that fit us."""

import os

import httpx
from telegram import Bot
from telegram.request import HTTPXRequest

from gateway.config import TelegramSection

_READ_SECONDS = 30.0
_UPLOAD_SECONDS = 60.0
_CONNECT_SECONDS = 5.0
_POOL_SECONDS = 60.0

NO_PROXY: dict[str, httpx.AsyncBaseTransport | None] = {
    "all://127.0.0.1": None,
    "all://localhost": None,
    "all://[::1]": None,
}
"""A proxy of the environment never serves the machine's own addresses."""


def make_bot(section: TelegramSection, connections: int) -> Bot:
    """A bot that may have so many calls under way at once."""
    # Without it the library warns at every RetryAfter that its seconds will be a timedelta.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    request = HTTPXRequest(
        connection_pool_size=connections,
        read_timeout=_READ_SECONDS,
        write_timeout=_READ_SECONDS,
        media_write_timeout=_UPLOAD_SECONDS,
        connect_timeout=_CONNECT_SECONDS,
        pool_timeout=_POOL_SECONDS,
        httpx_kwargs={"mounts": NO_PROXY},
    )
    return Bot(
        section.token.get_secret_value(),
        base_url=section.base_url,
        base_file_url=section.base_file_url,
        request=request,
        # Never used, since updates are fetched raw; without it the library opens one more client.
        get_updates_request=request,
    )
