"""A store with its inbox as the contract wants it: one in memory, one on disk."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from storage.boards import SqliteBoards
from storage.cipher import Keys
from storage.disk import Disk
from storage.journal import Journal
from storage.ledger import SqliteLedger
from storage.memory import MemoryStore
from storage.notice_record import SqliteNoticeRecord
from storage.outbox import SqliteOutbox
from storage.tiny import TinyStore
from storage.watches import SqliteWatches
from tests.storage.drawing import PROJECTOR
from tests.storage.samples import opened, ticked
from workflow.across import Projector
from workflow.ids import CompanyId
from workflow.ledger import Ledger, NoticeRecord, Watches
from workflow.model import Company, Outcome
from workflow.ports import Inbox, RowId, Store
from workflow.posting import Boards, Outbox

SHANGHAI = ZoneInfo("Asia/Shanghai")


class Home(Protocol):
    """What the contract needs beside the ports themselves."""

    @property
    def store(self) -> Store: ...

    @property
    def inbox(self) -> Inbox: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def boards(self) -> Boards: ...

    @property
    def ledger(self) -> Ledger: ...

    @property
    def watches(self) -> Watches: ...

    @property
    def record(self) -> NoticeRecord: ...

    def restart(self) -> None: ...

    def damage(self, company: CompanyId) -> None: ...

    def project_by(self, projector: Projector) -> None: ...


class MemoryHome:
    def __init__(self) -> None:
        self.store = MemoryStore(projector=PROJECTOR)
        self.inbox = self.store.inbox
        self.outbox = self.store.outbox
        self.boards = self.store.boards
        self.ledger = self.store.ledger
        self.watches = self.store.watches
        self.record = self.store.ledger

    def restart(self) -> None:
        self.outbox.restart()
        self.ledger.restart()

    def damage(self, company: CompanyId) -> None:
        self.store.damaged.add(company)

    def project_by(self, projector: Projector) -> None:
        self.store.projector = projector


class TinyHome:
    """On disk; `reopen` is a restart, `file` and `previous` say where a company's bytes are.

    Other `keys` and another `projector` count from the next restart on.
    """

    def __init__(
        self,
        folder: Path,
        server: str = "here",
        patience: float = 10.0,
        keys: Keys | None = None,
    ) -> None:
        self.folder = folder
        self.keys = keys
        self.projector: Projector | None = PROJECTOR
        self._server = server
        self._patience = patience
        self._open("first", None)

    def reopen(self, disk: Disk | None = None) -> None:
        self.close()
        self._open("next", disk)

    def restart(self) -> None:
        self.reopen()

    def _open(self, ids: str, disk: Disk | None) -> None:
        self.inbox = Journal(self.folder / "journal.sqlite", self._server, self._patience)
        self.store = TinyStore(
            self.folder, self.inbox, new_ids(ids), disk, self.keys, self.projector
        )
        self.outbox = SqliteOutbox(self.inbox.database)
        self.boards = SqliteBoards(self.inbox.database)
        self.ledger = SqliteLedger(self.inbox.database, SHANGHAI)
        self.watches = SqliteWatches(self.inbox.database)
        self.record = SqliteNoticeRecord(self.inbox.database)

    def close(self) -> None:
        self.inbox.close()

    def project_by(self, projector: Projector) -> None:
        self.projector = projector
        self.reopen()

    def file(self, company: CompanyId) -> Path:
        return self.folder / "companies" / f"{company}.json"

    def previous(self, company: CompanyId) -> Path:
        return self.folder / "companies" / f"{company}.json.prev"

    def damage(self, company: CompanyId) -> None:
        content = self.file(company).read_bytes()
        self.file(company).unlink()
        self.file(company).write_bytes(content[:-10])
        self.reopen()


def new_ids(prefix: str) -> Callable[[], str]:
    """Ids that differ, the same in every run."""
    numbers: Iterator[int] = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def commit(home: Home, outcome: Outcome, row: RowId | None = None) -> Company:
    """Save one outcome in a work of its own."""
    with home.store.begin(row) as work:
        work.save(outcome)
        work.commit()
    return outcome.company


def commit_company(home: Home, company: CompanyId, *ticks: int) -> Company:
    """Open a company and tick its one item so many times."""
    state = commit(home, opened(company))
    for answer in ticks:
        state = commit(home, ticked(state, answer))
    return state


def read(home: Home, company: CompanyId) -> Company:
    """The company as a new work sees it."""
    with home.store.begin(None) as work:
        return work.company(company)
