"""Nine o'clock: thousands are owed a message at once, and a server that keeps Telegram's limits."""

import asyncio
import math
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
from starlette.types import ASGIApp, Receive, Scope, Send
from telegram import Bot
from telegram.request import HTTPXRequest

from bench.jumping import JumpingLoop
from chat import talk
from chat.rounds import Digest
from gateway.alarms import Alarms, nobody
from gateway.calls import AtTurn, Calls, nothing_more
from gateway.looks import Looks
from gateway.pacing import TELEGRAM, Pace, Rank
from gateway.ports import Reminding
from gateway.reminders import Reminders
from gateway.sender import Delivery, Sender
from gateway.telling import Teller
from gateway.ways import Ways
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from storage.database import Database
from storage.evidence import FileBox
from storage.ledger import SqliteLedger
from storage.watches import SqliteWatches
from workflow.channels import Address, ChannelKind
from workflow.ids import CompanyId, SeasonId
from workflow.ports import ChatId
from workflow.reminders import (
    Looked,
    Owed,
    Pending,
    Recipient,
    Rung,
    RungKind,
    SendRef,
    Waking,
)

ROUND_TRIP = 0.05
"""Seconds from a call to its answer."""
NINE = datetime(2027, 3, 1, 1, tzinfo=UTC)
ZONE = "Asia/Shanghai"
FIRST_PERSON = 100_001
A_SECOND = 30
"""Calls that Telegram takes in one."""
ANSWERS = 10
TOKEN = "1:local"  # noqa: S105 - opens nothing but the local chat


@dataclass(frozen=True, slots=True)
class Morning:
    """What became of it; seconds on the server's clock."""

    told: int
    """Chats that got exactly one message."""
    refused: int
    """Calls that were too many."""
    seconds: float
    """From the first message to the last."""
    slowest_answer: float
    """How long somebody waited who asked something meanwhile."""
    calls: int

    @property
    def ratio(self) -> float:
        """Against what the limits allow: so many at once, and again each second."""
        return self.seconds / (math.ceil(self.calls / A_SECOND) - 1)


def measure(folder: Path, people: int, groups: int) -> Morning:
    """Everybody is owed one message at nine."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        return runner.run(_morning(folder, people, groups))


async def _morning(folder: Path, people: int, groups: int) -> Morning:
    chat = LocalChat(Settings(token=TOKEN, people=_personas(people), keeps_limits=True), _clock())
    chats = [await _started(chat, persona.id) for persona in chat.settings.people]
    chats += [chat.create_group(f"G{n}", [FIRST_PERSON]).id for n in range(groups)]
    asker, *owed = chats
    before = {one: _shown(chat, one) for one in chats}
    bot = _bot(chat)
    await bot.initialize()
    calls = Calls(bot, Pace(TELEGRAM, asyncio.get_running_loop().time))
    with closing(Database(folder / "journal.sqlite")) as database:
        reminders = _reminders(folder, database, calls, owed)
        slowest, _ = await asyncio.gather(_ask(calls, ChatId(asker)), reminders.work())
    told = sum(_shown(chat, one) == before[one] + 1 for one in owed)
    await bot.shutdown()
    chat.close()
    assert chat.limits is not None  # noqa: S101 - asked for above
    moments = chat.limits.moments
    return Morning(told, chat.limits.refused, max(moments) - min(moments), slowest, len(moments))


async def _ask(calls: Calls, chat: ChatId) -> float:
    """Somebody asks something each second; the longest wait for an answer."""
    time = asyncio.get_running_loop().time
    waits = []
    for _ in range(ANSWERS):
        await asyncio.sleep(1.0)
        asked = time()
        await calls.once(chat, lambda: calls.bot.send_message(chat, "yes"))
        waits.append(time() - asked)
    return max(waits)


# --- the two sides ------------------------------------------------------------------------


def _personas(people: int) -> tuple[Persona, ...]:
    """One more than are owed something: who asks."""
    return tuple(Persona(FIRST_PERSON + n, f"P{n}") for n in range(people + 1))


async def _started(chat: LocalChat, person: int) -> int:
    await Person(chat, person).start()
    return person


def _shown(chat: LocalChat, where: int) -> int:
    person = Person(chat, where if where > 0 else FIRST_PERSON)
    return len((person if where > 0 else person.at(where)).replies)


def _clock() -> ShiftedClock:
    time = asyncio.get_running_loop().time
    return ShiftedClock(lambda: NINE + timedelta(seconds=time()))


def _bot(chat: LocalChat) -> Bot:
    """Asks without a port, and gets its answers as late as over a network."""
    transport = httpx.ASGITransport(_far_away(chat.app()))
    request = HTTPXRequest(httpx_kwargs={"transport": transport})
    return Bot(TOKEN, "http://localhost/bot", request=request, get_updates_request=request)


def _far_away(app: ASGIApp) -> ASGIApp:
    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        await asyncio.sleep(ROUND_TRIP / 2)
        await app(scope, receive, send)
        await asyncio.sleep(ROUND_TRIP / 2)

    return served


def _reminders(folder: Path, database: Database, calls: Calls, owed: Sequence[int]) -> Reminders:
    clock = _clock()
    watches = SqliteWatches(database)
    ledger = SqliteLedger(database, ZoneInfo(ZONE))
    watches.owe(_owed(chat) for chat in owed)
    reminding = Reminding(watches, ledger, _Rounds(), lambda _: (), _Zone())
    alarms = Alarms(nobody, asyncio.get_running_loop().time)
    impatient = calls.without_waiting()
    ways = Ways(
        _sender(folder, impatient.ranked(Rank.URGENT)),
        _sender(folder, impatient.ranked(Rank.USUAL)),
        _NoChannels(),
        reminding.addresses,
    )
    teller = Teller(reminding, ways, clock, ZoneInfo(ZONE), alarms)
    looks = Looks(reminding, clock, ZONE, asyncio.get_running_loop().time, alarms)
    return Reminders(reminding, looks, teller, clock)


def _sender(folder: Path, calls: Calls) -> Sender:
    box = FileBox(folder / "evidence", lambda: "file")
    return Sender(calls, box, lambda _: b"", lambda _chat, _news: None)


def _owed(chat: int) -> Owed:
    due = NINE.date() + timedelta(days=chat % 8)
    rung = Rung(SeasonId("1"), RungKind.INTERNAL, "m1", due, -(chat % 8), date(2027, 3, 1))
    return Owed(CompanyId("c1"), rung, Recipient(str(chat)), NINE)


class _Rounds:
    """Says something to everybody."""

    def look(self, waking: Waking, now: datetime) -> Looked:
        raise NotImplementedError

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest:
        del now
        keys = tuple(one.owed.key for one in pending)
        send = talk.Send(ChatId(int(to)), talk.Message("good morning"))
        return Digest(keys, ref=SendRef(f"M{to}"), send=send)

    def passed_on(self, refused: Owed) -> tuple[Owed, ...]:
        del refused
        return ()


class _Zone:
    def read(self) -> str:
        return ZONE

    def keep(self, zone: str) -> None:
        del zone


class _NoChannels:
    def serves(self, kind: ChannelKind) -> bool:
        del kind
        return False

    async def post(
        self, address: Address, subject: str, text: str, at_turn: AtTurn = nothing_more
    ) -> Delivery:
        raise NotImplementedError
