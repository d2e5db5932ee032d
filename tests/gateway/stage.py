"""A stage for the edge: the local chat on one side, a desk that does as told on the other."""

import asyncio
import itertools
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from telegram import Bot

from chat.boards import BoardView
from chat.documents import CalendarFile, SheetToFill, TrailExport
from chat.errands import Tried, TryOut
from chat.inline import Article, Found, Inquiry
from chat.talk import Incoming, Message, Outgoing, Send, Sheet, SheetUnreadable, Typed
from chat.unasked import Notified
from gateway.app import Gateway
from gateway.calls import Calls
from gateway.config import Config
from gateway.connect import make_bot
from gateway.failures import News
from gateway.files import Files, rules_of
from gateway.given import Given
from gateway.pacing import UNPACED, Limits, Pace
from gateway.ports import Reminding
from gateway.sender import Sender
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from storage.evidence import FileBox
from storage.memory import MemoryInbox
from workflow.ids import PersonId
from workflow.ledger import PeopleTold
from workflow.ports import ChatId
from workflow.posting import Board, Boards, Outbox, OwedNotice

TOKEN = "123456:This-is-a-secret-of-tests"  # noqa: S105 - opens nothing but the local chat
PEOPLE = tuple(Persona(1001 + n, f"P{n}") for n in range(50))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class VirtualTime:
    """Seconds that pass only when somebody sleeps them."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []
        self.meanwhile: dict[int, Callable[[], Awaitable[None]]] = {}
        """By number of the sleep, from 1: what happens during it."""

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds
        await self.meanwhile.get(len(self.slept), lambda: asyncio.sleep(0))()


def send(chat: int, html: str) -> Send:
    return Send(ChatId(chat), Message(html))


class ScriptedDesk:
    """Answers as the test says; without a script it repeats a text."""

    def __init__(self, inbox: MemoryInbox) -> None:
        self.inbox = inbox
        self.received: list[Incoming] = []
        self.script: Callable[[Incoming], Sequence[Outgoing]] = echo
        self.outages: list[ChatId] = []
        self.doubtful: list[ChatId] = []
        """Of whom it was asked what they are told who may have pressed in vain."""
        self.rests: dict[ChatId, datetime] = {}
        """Who is not to be disturbed, and until when."""
        self.says: Callable[[OwedNotice], Send | None] = lambda _: None
        """What a notice says."""
        self.tells: Callable[[Sequence[OwedNotice]], Notified] = self.tell_first
        """What is told of several that one person is owed."""
        self.boards: dict[ChatId, BoardView] = {}
        self.pages: list[int] = []
        """Which page of a board was asked for, one after the other."""
        self.pieces: list[Callable[[], Sequence[Outgoing]]] = []
        """What is done at each `go_on`, one after the other."""
        self.inquiries: list[Inquiry] = []
        """What was asked inline."""
        self.finds: Callable[[Inquiry], Found] = found
        self.met = asyncio.Event()

    def receive(self, incoming: Incoming) -> Sequence[Outgoing]:
        self.received.append(incoming)
        self.met.set()
        answers = self.script(incoming)
        self.inbox.apply(incoming.row)
        return answers

    def again(self, incoming: Incoming) -> Sequence[Outgoing]:
        return [send(incoming.chat, "here we stood")]

    def after_outage(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        assert at.tzinfo is not None
        self.outages.append(chat)
        return [send(int(person), "press again, please")]

    def maybe_missed(self, chat: ChatId, at: datetime) -> Notified:
        assert at.tzinfo is not None
        self.doubtful.append(chat)
        until = self.rests.get(chat, at)
        if until > at:
            return Notified(not_before=until)
        return Notified(send=send(chat, "did you press?"))

    def inquired(self, inquiry: Inquiry) -> Found:
        self.inquiries.append(inquiry)
        return self.finds(inquiry)

    def fault(self, incoming: Incoming, number: str) -> Sequence[Outgoing]:
        return [send(incoming.chat, f"fault {number}")]

    def tried(self, errand: TryOut, tried: Tried, at: datetime) -> Send:
        assert at.tzinfo is not None
        return send(errand.chat, f"{tried.came} {tried.code} {tried.said}".strip())

    def go_on(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        assert at.tzinfo is not None
        assert int(person) == chat
        return self.pieces.pop(0)()

    def notices(self, owed: Sequence[OwedNotice], at: datetime) -> Notified:
        assert at.tzinfo is not None
        assert len({one.notice.to for one in owed}) == 1
        return self.tells(owed)

    def tell_first(self, owed: Sequence[OwedNotice]) -> Notified:
        send, key = self.says(owed[0]), owed[0].notice.key
        return Notified(over=(key,)) if send is None else Notified((key,), send=send)

    def board(self, board: Board, at: datetime) -> BoardView | None:
        assert board.company
        self.pages.append(board.page)
        assert at.tzinfo is not None
        return self.boards.get(board.chat)

    @property
    def texts(self) -> list[str]:
        return [one.what.text for one in self.received if isinstance(one.what, Typed)]


def echo(incoming: Incoming) -> Sequence[Outgoing]:
    text = incoming.what.text if isinstance(incoming.what, Typed) else type(incoming.what).__name__
    return [send(incoming.chat, text)]


def made(document: SheetToFill | TrailExport | CalendarFile) -> bytes:
    return f"made {document.name}".encode()


def found(inquiry: Inquiry) -> Found:
    """One result that says what was asked; of nothing there is none."""
    if not inquiry.text:
        return Found((), "nothing there", "start")
    return Found((Article(inquiry.text, "about it", Message(f"<b>{inquiry.text}</b>")),))


class SheetReader:
    """Reads nothing, remembers by which names it was asked."""

    def __init__(self) -> None:
        self.endings: list[str] = []

    async def __call__(self, path: Path) -> Sheet | SheetUnreadable:
        self.endings.append(path.suffix)
        assert path.exists()  # noqa: ASYNC240
        return Sheet((("a",),))


class Stage:
    """All parts over real HTTP; time in the parts made here is virtual."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = ShiftedClock()
        self.chat = LocalChat(Settings(token=TOKEN, people=PEOPLE), self.clock)
        self.time = VirtualTime()
        self.inbox = MemoryInbox()
        self.desk = ScriptedDesk(self.inbox)
        numbers = itertools.count(1)
        self.box = FileBox(folder / "evidence", lambda: f"file{next(numbers):08}")
        self.read_sheet = SheetReader()
        self.wakes: list[datetime] = []
        self.woken = asyncio.Event()
        self.news: list[tuple[ChatId, News]] = []
        self.unreachable: list[ChatId] = []
        self.usernames: list[str] = []
        self.outbox: Outbox | None = None
        self.boards: Boards | None = None
        self.reminding: Reminding | None = None
        self.people_told: PeopleTold | None = None
        self.held = ExitStack()
        """What is to be closed when nothing runs any more."""
        self._bots: list[Bot] = []
        self._files: list[Files] = []
        self._running: asyncio.Task[None] | None = None
        os.environ["PTB_TIMEDELTA"] = "1"

    @property
    def config(self) -> Config:
        written = {"data": {"folder": str(self.folder / "data")}, "limits": {"pace": False}}
        config = Config.model_validate(written)
        return config.on_server(TOKEN, self.chat.base_url, self.chat.base_file_url)

    def person(self, number: int = 0) -> Person:
        return Person(self.chat, PEOPLE[number].id)

    async def calls(self, limits: Limits = UNPACED) -> Calls:
        calls = self.calls_unmet(limits)
        await calls.bot.initialize()
        return calls

    def calls_unmet(self, limits: Limits = UNPACED, server: str = "") -> Calls:
        """Without having met the server, which need not be there yet."""
        url = server or self.chat.url
        config = self.config.on_server(TOKEN, f"{url}/bot", f"{url}/file/bot")
        bot = make_bot(config.telegram, 10)
        self._bots.append(bot)
        return Calls(bot, Pace(limits, self.time, self.time.sleep), self.time.sleep)

    async def sender(self) -> Sender:
        return self.sender_over(await self.calls())

    def sender_over(self, calls: Calls) -> Sender:
        return Sender(calls, self.box, made, self.tell)

    def tell(self, chat: ChatId, news: News) -> None:
        self.news.append((chat, news))

    async def files(self) -> Files:
        files = Files(
            await self.calls(),
            rules_of(self.config.files),
            self.box,
            self.read_sheet,
            self.folder / "arriving",
            self.time.sleep,
        )
        files.open()
        self._files.append(files)
        return files

    def gateway(self, config: Config | None = None) -> Gateway:
        numbers = itertools.count(1)
        given = Given(
            desk=self.desk,
            inbox=self.inbox,
            box=self.box,
            make_document=made,
            read_sheet=self.read_sheet,
            clock=self.clock,
            new_number=lambda: f"n{next(numbers):05}",
            commands={"zh-CN": (("start", "one"),), "en": (("start", "two"),)},
            group_commands={"zh-CN": (("board", "three"),), "en": (("board", "four"),)},
            wake=self._wake,
            met=self.usernames.append,
            unreachable=self.unreachable.append,
            outbox=self.outbox,
            boards=self.boards,
            reminding=self.reminding,
            people_told=self.people_told,
        )
        return Gateway(config or self.config, given, self.time.sleep, self.time)

    def run(self, gateway: Gateway | None = None) -> asyncio.Task[None]:
        self._running = asyncio.create_task((gateway or self.gateway()).run())
        return self._running

    def keep(self, files: Files) -> None:
        self._files.append(files)

    async def close(self) -> None:
        """Everything down; a gateway that still runs is cut off, as kill -9 would."""
        if self._running and not self._running.done():
            self._running.cancel()
            await asyncio.wait([self._running])
        for files in self._files:
            await files.close()
        for bot in self._bots:
            await bot.shutdown()
        await self.chat.stop()
        self.held.close()

    async def _wake(self, now: datetime) -> None:
        self.wakes.append(now)
        self.woken.set()
