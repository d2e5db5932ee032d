"""/status while documents are being made, beside /status without: no chat waits for a paper."""

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bench import homes
from bench.status import ours, running
from chat.buttons import Verb, encode, ref
from chat.documents import PaperFormat
from localchat.bubbles import Bubble
from localchat.clock import ShiftedClock
from localchat.people import Persona
from localchat.person import Person
from localchat.server import LocalChat, Settings
from workflow.ids import PersonId
from workflow.papers import PaperKind

PEOPLE = 8
"""A company each; all of them ask for /status again as soon as they are answered."""
WRITERS = 3
"""So many of them have papers made all the while, each the next as soon as one has come."""
ROUNDS = 25
PAPERS = 2
"""At least so many come while the questions are asked: a paper gives way to whoever waits in a chat."""
PAIRS = 3
FIRST_PERSON = 2_000
PATIENCE = 120.0
SEASON = "1"


@dataclass(frozen=True, slots=True)
class Asked:
    """The 95th percentile of the time to an answer, in milliseconds."""

    without: float
    meanwhile: float
    papers: int
    """That came while the questions of `meanwhile` were asked."""

    @property
    def ratio(self) -> float:
        """While papers are being made, as a multiple of without."""
        return self.meanwhile / self.without


async def measure(folder: Path) -> Asked:
    """Of three pairs the one in the middle; each is asked of the same bot, one after the other."""
    homes.fill(folder, PEOPLE, lambda n: PersonId(str(FIRST_PERSON + n)))
    people = tuple(Persona(FIRST_PERSON + n, f"P{n}") for n in range(PEOPLE))
    chat = LocalChat(Settings(people=people), ShiftedClock())
    await chat.start()
    try:
        async with running(await ours(chat, folder)):
            everybody = [Person(chat, persona.id) for persona in people]
            await _all_ask(everybody, 2)
            pairs = [await _pair(everybody) for _ in range(PAIRS)]
    finally:
        await chat.stop()
    return sorted(pairs, key=lambda pair: pair.ratio)[PAIRS // 2]


async def _pair(everybody: Sequence[Person]) -> Asked:
    without = await _all_ask(everybody, ROUNDS)
    writers = everybody[:WRITERS]
    before = sum(map(_papers, writers))

    def came() -> int:
        return sum(map(_papers, writers)) - before

    orders = [asyncio.create_task(_orders(number, who)) for number, who in enumerate(writers)]
    meanwhile = await _all_ask(everybody, ROUNDS, lambda: came() >= PAPERS)
    papers = came()
    await _ended(orders)
    return Asked(_p95(without), _p95(meanwhile), papers)


async def _orders(number: int, writer: Person) -> None:
    """One draft after the other: the longest paper, in the format that takes longest."""
    press = ref(Verb.PAPER_AS, f"b{number:05}", SEASON, PaperKind.DRAFT, PaperFormat.PDF)
    under = writer.replies[-1].id
    while True:
        had = _papers(writer)
        await writer.forge(under, encode(press))
        await writer.until(partial(_has_more, writer, had), PATIENCE)


async def _ended(orders: Sequence[asyncio.Task[None]]) -> None:
    for order in orders:
        order.cancel()
    ended = await asyncio.gather(*orders, return_exceptions=True)
    for each in ended:
        if not isinstance(each, asyncio.CancelledError) and isinstance(each, BaseException):
            raise each


async def _all_ask(
    everybody: Sequence[Person], rounds: int, enough: Callable[[], bool] = lambda: True
) -> Sequence[float]:
    taken = await asyncio.gather(*(_ask(person, rounds, enough) for person in everybody))
    return [each for one in taken for each in one]


async def _ask(person: Person, rounds: int, enough: Callable[[], bool]) -> Sequence[float]:
    """Milliseconds; a paper that comes meanwhile is no answer."""
    taken: list[float] = []
    while len(taken) < rounds or not enough():
        began = time.perf_counter()
        asked = await person.say("/status")
        await person.until(partial(_is_answered, person, asked), PATIENCE)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def _is_answered(person: Person, asked: int) -> bool:
    return any(not _is_paper(reply) for reply in person.replies_after(asked))


def _has_more(person: Person, had: int) -> bool:
    return _papers(person) > had


def _papers(person: Person) -> int:
    return sum(_is_paper(reply) for reply in person.replies)


def _is_paper(reply: Bubble) -> bool:
    return "document" in reply.wire


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
