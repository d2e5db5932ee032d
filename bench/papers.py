"""/status while documents are being made, beside /status without: no chat waits for a paper."""

import asyncio
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

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
    writers = [Writer.of(number, who) for number, who in enumerate(everybody[:WRITERS])]

    def came() -> int:
        return sum(writer.papers for writer in writers)

    enough = asyncio.Event()
    async with asyncio.TaskGroup() as orders:
        for writer in writers:
            orders.create_task(writer.orders(enough))
        meanwhile = await _all_ask(everybody, ROUNDS, lambda: came() >= PAPERS)
        papers = came()
        enough.set()
    return Asked(_p95(without), _p95(meanwhile), papers)


@dataclass(slots=True)
class Writer:
    """Somebody who has papers made; reads each message once: the server that is asked runs here."""

    person: Person
    press: str
    """The longest paper, in the format that takes longest."""
    read_up_to: int
    papers: int = 0
    """That came."""

    @classmethod
    def of(cls, number: int, person: Person) -> Self:
        """The manager of that company, at the end of their chat."""
        press = ref(Verb.PAPER_AS, f"b{number:05}", SEASON, PaperKind.DRAFT, PaperFormat.PDF)
        return cls(person, encode(press), person.replies[-1].id)

    async def orders(self, enough: asyncio.Event) -> None:
        """One draft after the other; the last has come when it returns."""
        under = self.read_up_to
        while not enough.is_set():
            wanted = self.papers + 1
            await self.person.forge(under, self.press)
            await self.person.until(partial(self._has, wanted), PATIENCE)

    def _has(self, papers: int) -> bool:
        for reply in self.person.replies_after(self.read_up_to):
            self.read_up_to = reply.id
            self.papers += _is_paper(reply)
        return self.papers >= papers


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


def _is_paper(reply: Bubble) -> bool:
    return "document" in reply.wire


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
