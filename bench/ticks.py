"""A durable tick: with 10 and with 10,000 companies stored, and beside the bare disk work."""

import itertools
import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from bench import homes
from bench.desks import FolderDesk
from workflow.ids import CompanyId, ItemKey, PersonId

TICKS = 200
PERSON = 7
ITEM = "it|b00000|1|company_name"
"""The button under the card that every answer replies to."""


class Ticker:
    """A manager who answers the same field again and again, with another number each time."""

    def __init__(self, folder: Path, companies: int) -> None:
        homes.fill(folder, companies, lambda number: PersonId(str(PERSON if not number else 8)))
        self._desk = FolderDesk(folder)
        self.file = folder / "companies" / "b00000.json"

    def says(self, text: str) -> None:
        """One update through the inbox and the desk, on disk when it returns."""
        self._desk.says(PERSON, text, (ITEM,))

    def must_have_ticked(self) -> None:
        """Refused answers would be a fine figure for nothing."""
        answered = self._desk.company(CompanyId("b00000")).facts[0].items[ItemKey("company_name")]
        if answered.version != TICKS:
            message = f"{answered.version} of {TICKS} ticks were kept"
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
