"""A sheet of 46 figures read, judged and recorded, and all rules held, beside a /status of the same company."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from bench import homes
from bench.desks import FolderDesk
from chat.buttons import Verb, encode, ref
from chat.talk import Pressed, SentFile, Sheet, What
from sheets.reading import read_page
from workflow.checks import run
from workflow.given import AnswerGiven, FileRef, Number
from workflow.ids import CompanyId, FileId, PersonId
from workflow.pack import Duty, Item, NumberKind, NumberSpec

FIELDS = 46
ROUNDS = 15
MANAGER = 7
COMPANY = CompanyId("b00000")
HEADINGS = ("填报项", "2025 年", "2026 年")


@dataclass(frozen=True, slots=True)
class Taken:
    """Median milliseconds of each part, and of the question beside it."""

    reading: float
    judging: float
    recording: float
    rules: float
    """Every rule of the pack held against the figures, nothing remembered."""
    check: float
    """/check: the same as a person asks for it, with the answer written."""
    status: float

    @property
    def ratio(self) -> float:
        """The whole import as a multiple of the question."""
        return (self.reading + self.judging + self.recording) / self.status

    @property
    def check_ratio(self) -> float:
        """A full check, told, as a multiple of the question."""
        return self.check / self.status


def measure(folder: Path) -> Taken:
    """In turns, other figures each time: all of them are really recorded."""
    homes.fill(folder, 1, lambda _: PersonId(str(MANAGER)))
    desk, path = FolderDesk(folder), folder / "years.xlsx"
    desk.says(MANAGER, "/status")
    rounds = [_one(desk, path, number) for number in range(1, ROUNDS + 1)]
    _require_recorded(desk)
    parts = [statistics.median(part) for part in zip(*rounds, strict=True)]
    return Taken(*parts)


def _one(desk: FolderDesk, path: Path, number: int) -> tuple[float, ...]:
    mark = f"{number:08}"
    _write(path, number)
    began = time.perf_counter()
    page = read_page(path)
    reading = (time.perf_counter() - began) * 1000
    file = FileRef(FileId(f"{mark}0000"), path.name, "application/xlsx", 9, mark.ljust(64, "0"))
    judging = _timed(desk, SentFile(file, sheet=Sheet(page.cells, page.places)))
    judging += _timed(desk, _press(Verb.SHEET_GIVER, mark, ""))
    recording = _timed(desk, _press(Verb.SHEET_TAKE, mark))
    company = desk.company(COMPANY)
    pack = homes.pack()
    rules = _clocked(lambda: run(company, company.seasons[0], pack))
    return reading, judging, recording, rules, _asked(desk, "/check"), _asked(desk, "/status")


def _press(verb: Verb, *args: str) -> Pressed:
    return Pressed(encode(ref(verb, *args)), 1, "press")


def _asked(desk: FolderDesk, text: str) -> float:
    incoming = desk.takes_in(MANAGER, text)
    taken = _clocked(lambda: desk.answers(incoming))
    desk.finishes(incoming)
    return taken


def _timed(desk: FolderDesk, what: What) -> float:
    """Until the answer is ready, with all that the desk writes."""
    incoming = desk.brings_in(MANAGER, what)
    taken = _clocked(lambda: desk.answers(incoming))
    desk.finishes(incoming)
    return taken


def _clocked(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


# --- the sheet ------------------------------------------------------------------------------


def _asked_items() -> list[Item]:
    """Counts and amounts without a ceiling: half of the figures, since each has two years."""
    found = [item for item in homes.pack().items if _is_plain(item)]
    return found[: FIELDS // 2]


def _is_plain(item: Item) -> bool:
    spec = item.spec
    if not isinstance(spec, NumberSpec) or item.opened_by:
        return False
    is_counted = spec.kind in (NumberKind.INTEGER, NumberKind.MONEY)
    return is_counted and spec.high is None and item.duty in (Duty.STATUTORY, Duty.CHECKING)


def _write(path: Path, number: int) -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.append(list(HEADINGS))
    for place, item in enumerate(_asked_items()):
        page.append([item.title.zh, 1_000 + number + place, 2_000 + number + place])
    book.save(path)


def _require_recorded(desk: FolderDesk) -> None:
    """A measurement of something that was refused would be of nothing."""
    company = desk.company(COMPANY)
    season = company.seasons[0]
    states = [
        *(state for items in season.earlier.values() for state in items.values()),
        *(state for facts in company.facts for state in facts.items.values()),
        *season.items.values(),
    ]
    count = sum(_is_large(entry.given) for state in states for entry in state.live[-1:])
    if count != FIELDS:
        message = f"{count} of {FIELDS} figures were recorded"
        raise AssertionError(message)


def _is_large(given: object) -> bool:
    """One of ours: the company it is filled into has small numbers."""
    value = given.value if isinstance(given, AnswerGiven) else None
    return isinstance(value, Number) and value.value > 1_000
