"""我的事 and 进度 of a clerk with 1,000 companies, beside those of somebody with one."""

import itertools
import statistics
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bench import homes
from chat.desk import Desk
from chat.session import Access, Door, House
from chat.talk import Incoming, Speaker, Typed
from messages.catalogue import load_catalogue
from running.rooms import HOLIDAYS, PACKS
from storage.holidays import load_calendar
from storage.journal import Journal
from storage.packs import load_packs
from storage.tiny import TinyStore
from workflow.ids import PersonId
from workflow.ports import ChatId, RawUpdate

COMPANIES = 1_000
ROUNDS = 40
CLERK, ALONE = 7, 8
WORDS = ("我的事", "进度")


@dataclass(frozen=True, slots=True)
class Asked:
    """Median milliseconds of one question, for somebody with one company and for the clerk."""

    one: float
    thousand: float

    @property
    def ratio(self) -> float:
        """The clerk's as a multiple of the other's."""
        return self.thousand / self.one


class Office:
    """One home with both: the clerk's companies, and the one of somebody else."""

    def __init__(self, folder: Path) -> None:
        homes.fill(folder, COMPANIES + 1, lambda n: PersonId(str(CLERK if n else ALONE)))
        ids = (f"t{number}" for number in itertools.count())
        self._journal = Journal(folder / "journal.sqlite", homes.SERVER)
        house = House(
            load_catalogue(),
            load_packs(PACKS),
            load_calendar((HOLIDAYS,)),
            Access(Door.ANYBODY),
            ZoneInfo("Asia/Shanghai"),
            "zh-CN",
            lambda: next(ids),
        )
        drawing = homes.drawing(folder)
        store = TinyStore(folder, self._journal, lambda: next(ids), projector=drawing)
        self._desk = Desk(house, store)
        self._updates = itertools.count(1)

    def asks(self, person: int, text: str) -> float:
        """Milliseconds until the answer is ready, with all that an update writes."""
        number = next(self._updates)
        at = homes.AT + timedelta(seconds=number)
        (row,) = self._journal.take_in([RawUpdate(number, ChatId(person), "{}")], at)
        speaker = Speaker(PersonId(str(person)), "代理", "zh")
        incoming = Incoming(row.id, ChatId(person), speaker, at, Typed(text))
        began = time.perf_counter()
        answer = self._desk.receive(incoming)
        taken = (time.perf_counter() - began) * 1000
        if not answer:
            message = f"{text} was not answered"
            raise AssertionError(message)
        self._journal.finish(row.id)
        return taken


def measure(folder: Path) -> dict[str, Asked]:
    """Both questions, asked in turns."""
    office = Office(folder)
    taken: dict[tuple[int, str], list[float]] = {
        (person, text): [] for text in WORDS for person in (ALONE, CLERK)
    }
    for (person, text), times in itertools.chain.from_iterable(
        itertools.repeat(tuple(taken.items()), ROUNDS)
    ):
        times.append(office.asks(person, text))
    return {
        text: Asked(
            statistics.median(taken[ALONE, text]),
            statistics.median(taken[CLERK, text]),
        )
        for text in WORDS
    }
