"""A durable tick: with 10 and with 10,000 companies stored, and beside the bare disk work."""

import itertools
import os
import statistics
import time
from collections.abc import Callable
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
from workflow.ids import CompanyId, ItemKey, PersonId
from workflow.ports import ChatId, RawUpdate

TICKS = 200
PERSON = 7
ITEM = "it|b00000|1|company_name"
"""The button under the card that every answer replies to."""


class Ticker:
    """A manager who answers the same field again and again, with another number each time."""

    def __init__(self, folder: Path, companies: int) -> None:
        homes.fill(folder, companies, lambda number: PersonId(str(PERSON if not number else 8)))
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
        store = TinyStore(folder, self._journal, lambda: next(ids), projector=homes.drawing(folder))
        self._desk = Desk(house, store)
        self._updates = itertools.count(1)
        self.file = folder / "companies" / "b00000.json"

    def says(self, text: str) -> None:
        """One update through the inbox and the desk, on disk when it returns."""
        number = next(self._updates)
        chat = ChatId(PERSON)
        at = homes.AT + timedelta(seconds=number)
        (row,) = self._journal.take_in([RawUpdate(number, chat, "{}")], at)
        speaker = Speaker(PersonId(str(PERSON)), "经理", "zh")
        incoming = Incoming(row.id, chat, speaker, at, Typed(text), (ITEM,))
        self._desk.receive(incoming)
        self._journal.finish(row.id)

    def must_have_ticked(self) -> None:
        """Refused answers would be a fine figure for nothing."""
        with self._desk.store.begin(None) as work:
            versions = work.company(CompanyId("b00000")).facts[0].items[ItemKey("company_name")]
        if versions.version != TICKS:
            message = f"{versions.version} of {TICKS} ticks were kept"
            raise AssertionError(message)


def measure(folder: Path) -> dict[str, float]:
    """Median milliseconds of a tick in both homes, taken in turns, and of the bare disk work."""
    small, large = Ticker(folder / "small", 10), Ticker(folder / "large", 10_000)
    body = small.file.read_bytes()
    bare = folder / "bare.json"
    numbers = itertools.count(1)
    works: dict[str, Callable[[], None]] = {
        "tick with 10 companies": lambda: small.says(f"公司{next(numbers)}"),
        "tick with 10,000 companies": lambda: large.says(f"公司{next(numbers)}"),
        "write + fsync + rename": lambda: _write(bare, body),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(TICKS):
        for name, work in works.items():
            began = time.perf_counter()
            work()
            taken[name].append((time.perf_counter() - began) * 1000)
    small.must_have_ticked()
    large.must_have_ticked()
    return {name: statistics.median(times) for name, times in taken.items()}


def _write(path: Path, body: bytes) -> None:
    fresh = path.with_suffix(".new")
    with fresh.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
