"""The local chat put together: settings, the HTTP server on loopback, its start and its stop."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from localchat import groupacts
from localchat.botapi import BotApi, ConnectionLost
from localchat.chats import Group
from localchat.clock import ShiftedClock
from localchat.exchange import Exchange
from localchat.faults import Faults
from localchat.guards import refusal
from localchat.limits import Limits
from localchat.pageapi import page_app
from localchat.pageview import clock_view
from localchat.people import DEFAULT_PEOPLE, BotIdentity, Persona
from localchat.places import Place
from localchat.store import Store

STOP_SECONDS = 2
KEEP_ALIVE_SECONDS = 75


@dataclass(frozen=True, slots=True)
class Settings:
    """What one can choose: where to serve, what to keep, whom one can be."""

    host: str = "127.0.0.1"
    port: int = 0  # 0: any free one
    state: Path | None = None  # folder for all that is kept over a restart; None: only in memory
    token: str = "1:local"  # noqa: S105 - not a secret, it opens nothing but this stand-in
    people: tuple[Persona, ...] = DEFAULT_PEOPLE
    zone: str = "Asia/Shanghai"  # in which the page shows the clock
    bot_name: str = "年报管家"
    bot_username: str = "nianbao_bot"
    keeps_limits: bool = False  # refuse what is too much, as Telegram does


class LocalChat:
    """A Bot API server and a chat page on one port; the state is open from the constructor on.

    `url`, `base_url` and `base_file_url` hold the port after `start`.
    """

    def __init__(self, settings: Settings, clock: ShiftedClock) -> None:
        self.settings = settings
        self.clock = clock
        self.faults = Faults()
        self.limits = Limits() if settings.keeps_limits else None
        self.url = ""
        self._store = Store(settings.state)
        clock.shift(timedelta(seconds=self._store.note("clock_offset", 0.0)))
        bot = BotIdentity(
            int(settings.token.partition(":")[0]),
            settings.bot_name,
            settings.bot_username,
        )
        self.exchange = Exchange(self._store, clock, settings.people, bot)
        clock.on_move(lambda _old, _new: self._clock_moved())
        self._is_open = True

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as base_url."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as base_file_url."""
        return f"{self.url}/file/bot"

    def create_group(
        self,
        title: str,
        people: Sequence[int],
        *,
        with_bot: bool = True,
        as_super: bool = False,
        is_forum: bool = False,
    ) -> Group:
        """A group as it is now, by the first of the people; a forum is a supergroup.

        The bot comes into a basic group with its making, into a supergroup right after.
        """
        if not (as_super or is_forum):
            return groupacts.create(self.exchange, title, people, with_bot=with_bot)
        group = groupacts.create_super(self.exchange, title, people, is_forum=is_forum)
        place = Place(people[0], group.id)
        return groupacts.add(self.exchange, place, self.exchange.bot.id) if with_bot else group

    def app(self) -> ASGIApp:
        """What is served, for whoever asks it without a port."""
        bot_side = BotApi(self.exchange, self.settings.token, self.faults, self.limits)
        return _Door(bot_side, page_app(self.exchange, self.settings.zone), self.settings.host)

    async def start(self) -> None:
        """Serve in the running loop; raises OSError if the port is taken."""
        listening = _listen(self.settings.host, self.settings.port)
        host = f"[{self.settings.host}]" if ":" in self.settings.host else self.settings.host
        self.url = f"http://{host}:{listening.getsockname()[1]}"
        self._server = _Server(_config(self.app()))
        self._serving = asyncio.create_task(self._server.serve(sockets=[listening]))
        await self._server.ready.wait()

    async def stop(self) -> None:
        """Let everybody who waits go, close the port and the state."""
        self.clock.stop()
        self.exchange.updates.close()
        self.exchange.watch.close()
        self._server.leave.set()
        await self._serving
        self.close()

    def close(self) -> None:
        """Close the state; what `stop` does last, for those who never started."""
        self._is_open = False
        self._store.close()

    def _clock_moved(self) -> None:
        if not self._is_open:
            return
        self._store.keep_note("clock_offset", self.clock.offset.total_seconds())
        shown = clock_view(self.clock, ZoneInfo(self.settings.zone))
        self.exchange.watch.tell_pages({"kind": "clock", "clock": shown})


class _Protocol(H11Protocol):
    """HTTP on a connection that the application may reset: it finds the way in its scope."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn's own
        super().connection_made(transport)
        self.app_state = {**self.app_state, "abort": transport.abort}


class _Server(uvicorn.Server):
    """uvicorn inside somebody else's loop: signals are the host program's business."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()
        self.leave = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        """Wait to be told to leave; uvicorn's own loop looks around ten times a second."""
        await self.leave.wait()


class _Door:
    """The one ASGI application: sends bots to the Bot API and people to the page."""

    def __init__(self, bot_side: BotApi, page: Starlette, host: str) -> None:
        self._bot_side = bot_side
        self._page = page
        self._host = host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        is_bot = scope["path"].startswith(("/bot", "/file/bot"))
        refused = refusal(request, self._host, is_page=not is_bot)
        if refused is not None:
            await refused(scope, receive, send)
        elif is_bot:
            await self._serve_bot(request, scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _serve_bot(
        self,
        request: Request,
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        response: Response
        try:
            if scope["path"].startswith("/file/"):
                response = await self._bot_side.download(request)
            else:
                response = await self._bot_side.answer(request)
        except ConnectionLost:
            await _cut(scope, receive)
            return
        except ClientDisconnect:
            return  # the bot died with its request half sent
        await response(scope, receive, send)


async def _cut(scope: Scope, receive: Receive) -> None:
    """Reset the connection, and stay until the server has seen that it is gone."""
    scope["state"]["abort"]()
    while (await receive())["type"] != "http.disconnect":
        pass


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


def _config(door: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        door,
        http=_Protocol,
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        # Longer than clients keep idle connections: else a call meets one that is just closed.
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
        server_header=False,
        date_header=False,
    )
