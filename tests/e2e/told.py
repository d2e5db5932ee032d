"""What people were reminded of as the server counts it, held against the ledger on the disk."""

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from localchat.server import LocalChat
from localchat.wire import Wire
from storage.database import Cells, JournalReader, to_number
from workflow.reminders import Ending

HEADING = re.compile(r"🔔 (?P<day>.+)的提醒 · 编号 (?P<ref>\w{8})")
REPEATED = "可能重复"
PATIENCE = 60.0
EVERYTHING = 1_000_000
"""How far the counting may fall behind: a burst must not be taken for a loss."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """A digest as it stands in a chat."""

    person: int
    day: str
    ref: str
    is_repeat: bool


class Told:
    """Every reminder that came to stand in a chat, in the order in which they came."""

    def __init__(self, chat: LocalChat) -> None:
        self._watch = chat.exchange.watch
        self._found: dict[int, Reminder] = {}
        """By the number of the message."""
        self._news = asyncio.Event()

    @property
    def all(self) -> Sequence[Reminder]:
        return tuple(self._found.values())

    def __len__(self) -> int:
        """How many have come."""
        return len(self._found)

    async def until(self, count: int, seconds: float = PATIENCE) -> None:
        """Wait until so many have come; TimeoutError."""
        async with asyncio.timeout(seconds):
            while len(self) < count:
                self._news.clear()
                await self._news.wait()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """All that comes meanwhile is counted."""
        listening = asyncio.create_task(self._listen())
        try:
            yield
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening

    async def _listen(self) -> None:
        with self._watch.stream(EVERYTHING) as stream:
            while (event := await stream.next()) is not None:
                self._hear(event)
            message = "more came at once than can be counted"
            raise AssertionError(message)

    def _hear(self, event: Wire) -> None:
        message = event.get("message", {})
        heading = HEADING.search(message.get("text", ""))
        if heading:
            self._found[message["message_id"]] = Reminder(
                event["person"], heading["day"], heading["ref"], REPEATED in message["text"]
            )
            self._news.set()


@dataclass(frozen=True, slots=True)
class Settled:
    """How a rung ended, and the reference of the send that settled it."""

    person: int
    at: int
    ending: Ending
    ref: str


class Books:
    """The ledger, read while the bot is at it or lies dead."""

    def __init__(self, data: Path) -> None:
        self._path = data / "journal.sqlite"

    def on_their_way(self) -> set[tuple[int, str]]:
        """To whom, and under which reference, sends are claimed and not settled."""
        question = "select recipient, ref from sends where state = 'claimed'"
        return {(int(person), ref) for person, ref in self._ask(question)}

    def doubts(self) -> int:
        """How many sends may have arrived, for all the bot knows."""
        ((count,),) = self._ask("select count(*) from sends where state = 'unknown'")
        return int(count)

    def unsettled(self, by: datetime) -> int:
        """How many rungs are to be told by then, or are just being told."""
        question = "select count(*) from rungs where state != 'ended' and next_at <= ?"
        ((count,),) = self._ask(question, to_number(by))
        return int(count)

    def settled(self) -> Sequence[Settled]:
        """All rungs that ended."""
        question = (
            "select rungs.recipient, at, ending, coalesce(ref, '')"
            " from rungs left join sends on sends.id = rungs.send where rungs.state = 'ended'"
        )
        return [
            Settled(int(person), at, Ending(ending), ref)
            for person, at, ending, ref in self._ask(question)
        ]

    async def until_settled(self, by: datetime) -> None:
        """Wait until nothing is to be told by then."""
        async with asyncio.timeout(PATIENCE):
            while self.unsettled(by):  # noqa: ASYNC110 - the disk tells nobody of it
                await asyncio.sleep(0.02)

    def ended(self, *endings: Ending) -> Sequence[Settled]:
        """All that ended in one of these ways."""
        return [each for each in self.settled() if each.ending in endings]

    def faults(self) -> list[str]:
        """What SQLite finds wrong."""
        return [line for (line,) in self._ask("pragma integrity_check") if line != "ok"]

    def _ask(self, question: str, *facts: object) -> list[Cells]:
        reader = JournalReader(self._path)
        try:
            return reader.ask(question, facts)
        finally:
            reader.close()


# --- what must hold ---------------------------------------------------------------------


def lost(told: Told, books: Books) -> Sequence[Settled]:
    """What the ledger calls told and nobody heard."""
    heard = {(each.person, each.ref) for each in told.all}
    settled = books.ended(Ending.SENT, Ending.FOLDED)
    return [each for each in settled if (each.person, each.ref) not in heard]


def unmarked_doubles(told: Told) -> Sequence[tuple[int, str]]:
    """Who heard twice on one day and was not told that the second may be a copy."""
    heard = Counter((each.person, each.day) for each in told.all if not each.is_repeat)
    return [one for one, times in heard.items() if times > 1]


def repeated(told: Told) -> Collection[tuple[int, str]]:
    """Of which messages a copy came that says that it may be one."""
    return {(each.person, each.ref) for each in told.all if each.is_repeat}


def true_doubles(told: Told) -> int:
    """Of how many of them the first had arrived."""
    first = {(each.person, each.ref) for each in told.all if not each.is_repeat}
    return len(first.intersection(repeated(told)))


def unheard(told: Told, people: Sequence[int], mornings: int) -> Sequence[int]:
    """Who was told nothing on one of so many days."""
    days = {(each.person, each.day) for each in told.all}
    heard = Counter(person for person, _ in days)
    return [person for person in people if heard[person] < mornings]
