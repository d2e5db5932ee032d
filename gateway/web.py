"""The bot's own small web server: private calendar feeds, and whether the bot is well."""

import asyncio
import math
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from hashlib import sha256

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from gateway.guesses import Guesses
from gateway.web_config import WebSection

MakeFeed = Callable[[str], bytes | None]
"""The calendar behind a secret, None if there is none; runs in a thread."""
Age = Callable[[], float]
"""Seconds since the last wake-up that was completed."""

ILL_AFTER = 120.0
AT_ONCE = 2
"""So many calendars are made side by side; who comes later waits."""
STOP_SECONDS = 2
_MOST_CONNECTIONS = 100
_PROXIES = ["127.0.0.1", "::1"]
"""Whom we believe when they say for whom they ask."""
_PRIVATE = {
    "Cache-Control": "private, no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Pages:
    """What can be asked for."""

    def __init__(self, make_feed: MakeFeed, age: Age, guesses: Guesses | None = None) -> None:
        self._make_feed = make_feed
        self._age = age
        self._guesses = guesses or Guesses()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def feed(self, request: Request) -> Response:
        """A calendar; one that was revoked and one that never was look the same."""
        host = request.client.host if request.client else ""
        wait = self._guesses.wait_of(host)
        if wait:
            return PlainTextResponse(
                "Too Many Requests", 429, {"Retry-After": str(math.ceil(wait))}
            )
        async with self._turns:
            content = await asyncio.to_thread(self._make_feed, request.path_params["secret"])
        if content is None:
            self._guesses.add(host)
            return PlainTextResponse("Not Found", 404)
        return _calendar(content, request.headers.get("if-none-match", ""))

    async def health(self, _: Request) -> Response:
        """Whether wake-ups are completed; 503 when none was for two minutes."""
        age = self._age()
        is_well = age <= ILL_AFTER
        facts = {"ok": is_well, "last_wake_seconds": round(age, 1)}
        return JSONResponse(facts, 200 if is_well else 503, {"Cache-Control": "no-store"})


def _calendar(content: bytes, known: str) -> Response:
    """The bytes, or word that the asker has them already."""
    tag = f'"{sha256(content).hexdigest()[:32]}"'
    headers = {**_PRIVATE, "ETag": tag}
    if tag in (each.strip().removeprefix("W/") for each in known.split(",")):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type="text/calendar", headers=headers)


def pages_app(pages: Pages) -> Starlette:
    """The addresses."""
    app = Starlette(
        routes=[Route("/feed/{secret}.ics", pages.feed), Route("/health", pages.health)]
    )
    # A redirection to the address without a slash would say the secret once more.
    app.router.redirect_slashes = False
    return app


@asynccontextmanager
async def web_served(section: WebSection, app: Starlette) -> AsyncIterator[str]:
    """Serve in the running loop while inside; the address, empty where the section says off.

    OSError if the port is taken. What is being answered when it ends is finished first.
    """
    if not section.is_on:
        yield ""
        return
    listening = _listen(section.host, section.port)
    server = _Server(_config(app))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await server.ready.wait()
        host = f"[{section.host}]" if ":" in section.host else section.host
        yield f"http://{host}:{listening.getsockname()[1]}"
    finally:
        server.leave.set()
        await serving


class _Server(uvicorn.Server):
    """uvicorn inside our loop: signals are the gateway's business, which drains."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.leave = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        await self.leave.wait()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle off; without, every answer costs 40 ms.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError:
        listening.close()
        raise
    return listening


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        access_log=False,  # it would write secrets down
        log_config=None,
        proxy_headers=True,
        forwarded_allow_ips=_PROXIES,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=STOP_SECONDS,
        server_header=False,
        date_header=False,
    )
