"""What stands on the disk when nobody runs: read without repairing, and compared with the talk."""

from pathlib import Path

from running.rooms import new_id
from storage.companies import CompanyFiles
from storage.disk import Disk
from storage.evidence import FileBox
from storage.journal import Journal
from storage.tiny import TinyStore
from storage.trail import Trail
from tests.e2e.ticking import NATURE, PAPER, SEATS, Ticker, option_of, paper
from workflow.events import EventKind
from workflow.given import AnswerGiven, Choices, Entry, FilesGiven, Number
from workflow.ids import CompanyId, ItemKey
from workflow.model import Company


def acknowledged_and_missing(folder: Path, ticker: Ticker) -> list[tuple[str, int]]:
    """Items and numbers that the person saw confirmed and that the company file lacks.

    FileDamaged if the file is not whole.
    """
    stored = CompanyFiles(folder, Disk()).read(CompanyId(ticker.company))
    assert stored is not None
    return [
        (key, number)
        for key, ticks in ticker.ticks.items()
        for number in sorted(ticks.seen - set(numbers(stored.company, key)))
    ]


def require_whole(folder: Path, tickers: list[Ticker]) -> None:
    """Every tick sent is kept once, in its order, with its event and its file; nothing is open."""
    journal = Journal(folder / "journal.sqlite", "no server")
    store = TinyStore(folder, journal, new_id)
    assert list(store.check()) == []
    assert journal.database.ask("select id from inbox where state not in ('finished')") == []
    for ticker in tickers:
        with store.begin(None) as work:
            company = work.company(CompanyId(ticker.company))
        _require_company(company, ticker)
        _require_trail(Trail(journal.database), company)
        _require_papers(FileBox(folder / "evidence", new_id), company)
    journal.close()


def _require_company(company: Company, ticker: Ticker) -> None:
    for key, ticks in ticker.ticks.items():
        sent = list(range(1, ticks.sent + 1))
        assert numbers(company, key) == sent
        assert [entry.version for entry in entries(company, key)] == sent


def _require_trail(trail: Trail, company: Company) -> None:
    events = trail.after(company.id, 0)
    assert [event.seq for event in events] == list(range(1, company.event_seq + 1))
    for key in (SEATS, PAPER, NATURE):
        told = [e.version for e in events if e.subject == key and e.kind is EventKind.HANDED_IN]
        assert told == [entry.version for entry in entries(company, key)]


def _require_papers(box: FileBox, company: Company) -> None:
    for number, entry in enumerate(entries(company, PAPER), 1):
        assert isinstance(entry.given, FilesGiven)
        assert box.read(entry.given.files[0]) == paper(number)


def entries(company: Company, key: str) -> tuple[Entry, ...]:
    """All versions of an item, wherever it is kept."""
    shelves = [each.items for each in company.seasons] + [each.items for each in company.facts]
    kept = next((items[ItemKey(key)] for items in shelves if key in items), None)
    return kept.entries if kept else ()


def numbers(company: Company, key: str) -> list[int]:
    """The numbers of the ticks that are kept for an item, in their order."""
    return [number_of(entry) for entry in entries(company, key)]


def number_of(entry: Entry) -> int:
    """The number that a tick bore: its value, its file's name, or for a choice its version."""
    match entry.given:
        case AnswerGiven(Number(number)):
            return int(number)
        case FilesGiven((file,)):
            return int(file.name.removesuffix(".pdf"))
        case AnswerGiven(Choices((option,))) if option == option_of(entry.version):
            return entry.version
        case _:
            return -1
