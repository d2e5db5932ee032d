"""The bot at work: on Telegram, or without a token on the local chat."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from chat.session import Access, Door
from gateway.app import Gateway
from gateway.calls import Sleep
from gateway.config import Config
from gateway.given import Given
from gateway.pulse import Pulse
from gateway.web import Pages, pages_app, web_served
from localchat.clock import ShiftedClock
from localchat.server import LocalChat, Settings
from running.rooms import Rooms, given, is_local, open_rooms, real_clock
from storage.lock import FolderLock

STEP_SECONDS = 10.0
"""So long the clock waits at a moment until everything that is due has been done."""
LOCAL_GUESTS = 1
"""Of the local chat's people the second is an outsider, to see how one is refused."""


async def serve(config: Config) -> int:
    """Run until told to stop; 0."""
    with ExitStack() as stack:
        config.data.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stack.enter_context(FolderLock(config.data.folder))
        if is_local(config):
            return await _serve_locally(config)
        rooms = open_rooms(config, _access(config))
        async with _watched(config, rooms, given(rooms, real_clock)) as watched:
            await Gateway(config, watched).run()
    return 0


@asynccontextmanager
async def _watched(config: Config, rooms: Rooms, told: Given) -> AsyncIterator[Given]:
    """The web server beside the bot, which is well as long as its wake-ups are completed."""
    pulse = Pulse(told.wake)
    pages = Pages(rooms.agendas.feed, pulse.age)
    async with web_served(config.web, pages_app(pages)):
        yield replace(told, wake=pulse.wake)


async def _serve_locally(config: Config) -> int:
    """Telegram's place taken by a server of our own, with a page to talk on."""
    async with local_house(config, ShiftedClock()) as house:
        print(f"Nianbao · local chat: {house.chat.url}", flush=True)
        await house.gateway.run()
    return 0


@dataclass(frozen=True, slots=True)
class LocalHouse:
    """The local chat, serving, and the bot that will talk in it once its gateway runs."""

    chat: LocalChat
    gateway: Gateway


@asynccontextmanager
async def local_house(
    config: Config,
    clock: ShiftedClock,
    sleep: Sleep = asyncio.sleep,
    now: Callable[[], float] = time.monotonic,
) -> AsyncIterator[LocalHouse]:
    """Everything tied together without Telegram; the caller holds the folder's lock.

    `sleep` and `now` are the gateway's.
    """
    settings = Settings(
        host=config.local_chat.host,
        port=config.local_chat.port,
        # Beside the bot's data: a restore must not turn back the numbers of its updates.
        state=config.data.folder.with_name(f"{config.data.folder.name}-chat"),
        zone=config.time.zone,
    )
    rooms = open_rooms(config, _local_access(config, settings))
    chat = LocalChat(settings, clock)
    await chat.start()
    here = config.on_server(settings.token, chat.base_url, chat.base_file_url)
    try:
        async with _watched(config, rooms, given(rooms, clock)) as watched:
            gateway = Gateway(here, watched, sleep, now)
            clock.on_move(lambda _old, _new: gateway.poke())
            clock.guided_by(partial(_live, gateway))
            yield LocalHouse(chat, gateway)
    finally:
        await chat.stop()
        rooms.journal.close()


async def _live(gateway: Gateway) -> datetime | None:
    """What is due when the clock is moved on; nothing where the bot is not up to it."""
    with suppress(TimeoutError):
        async with asyncio.timeout(STEP_SECONDS):
            return await gateway.live()
    return None


def _access(config: Config) -> Access:
    return Access(
        Door(config.access.open),
        frozenset(str(person) for person in config.access.people),
        config.access.code.get_secret_value(),
    )


def _local_access(config: Config, settings: Settings) -> Access:
    """As configured; where anybody may, the local chat's outsider still stays outside."""
    access = _access(config)
    if access.door is not Door.ANYBODY:
        return access
    insiders = frozenset(
        str(person.id) for n, person in enumerate(settings.people) if n != LOCAL_GUESTS
    )
    return Access(Door.LISTED, insiders)
