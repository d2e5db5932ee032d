"""我的事 and 进度 of a clerk with 1,000 companies, beside those of somebody with one."""

import itertools
import statistics
import time
from dataclasses import dataclass
from pathlib import Path

from bench import homes
from bench.desks import FolderDesk
from workflow.ids import PersonId

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
        self._desk = FolderDesk(folder)

    def asks(self, person: int, text: str) -> float:
        """Milliseconds until the answer is ready, with all that the desk writes."""
        incoming = self._desk.takes_in(person, text)
        began = time.perf_counter()
        answer = self._desk.answers(incoming)
        taken = (time.perf_counter() - began) * 1000
        self._desk.finishes(incoming)
        if not answer:
            message = f"{text} was not answered"
            raise AssertionError(message)
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
