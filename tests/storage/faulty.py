"""A disk that refuses, or dies, at one call; what the store must be like afterwards."""

import errno
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from storage.disk import Disk
from tests.storage.homes import TinyHome, commit_company
from tests.storage.reminding import awake, look, owed, waiting
from tests.storage.samples import (
    ACME,
    MANAGER,
    NOON,
    answers,
    happened,
    opened,
    telling,
    ticked,
    update,
)
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.events import EventKind
from workflow.model import Company, Outcome
from workflow.ports import Acquaintance, ChatId, RowId, RowState, Work
from workflow.team import Group

CHAT = ChatId(7)
GROUP = ChatId(-100)


class Fault(StrEnum):
    FULL = "full"
    BROKEN = "broken"
    DIES_BEFORE = "dies before"
    DIES_AFTER = "dies after"


class PowerCut(BaseException):
    """The process is gone: nothing of it may run on."""


class FaultyDisk(Disk):
    """The real disk, but for its call number `call`. A dead one stays dead."""

    def __init__(self, call: int, fault: Fault) -> None:
        self._left = call
        self._fault = fault
        self.struck = False

    def write_new(self, path: Path, chunks: Iterable[bytes]) -> None:
        content = b"".join(chunks)
        try:
            self._call(lambda: super(FaultyDisk, self).write_new(path, [content]))
        except OSError:
            path.write_bytes(content[: len(content) // 2])
            raise

    def sync(self, path: Path) -> None:
        self._call(lambda: super(FaultyDisk, self).sync(path))

    def link(self, path: Path, second: Path) -> None:
        self._call(lambda: super(FaultyDisk, self).link(path, second))

    def replace(self, path: Path, target: Path) -> None:
        self._call(lambda: super(FaultyDisk, self).replace(path, target))

    def remove(self, path: Path) -> None:
        self._call(lambda: super(FaultyDisk, self).remove(path))

    def _call(self, real: Callable[[], None]) -> None:
        self._left -= 1
        if self.struck and self._fault in (Fault.DIES_BEFORE, Fault.DIES_AFTER):
            raise PowerCut
        if self._left != 0:
            real()
            return
        self.struck = True
        match self._fault:
            case Fault.FULL:
                raise OSError(errno.ENOSPC, "No space left on device")
            case Fault.BROKEN:
                raise OSError(errno.EIO, "Input/output error")
            case Fault.DIES_AFTER:
                real()
        raise PowerCut


@dataclass(frozen=True, slots=True)
class Attempt:
    """One commit that touches everything a commit can touch, and a look at what came of it."""

    home: TinyHome
    row: RowId
    outcome: Outcome
    adopts: bool = False

    def run(self) -> None:
        """Commit the outcome with a note, a person, a notice and the row."""
        outcome = telling(self.outcome, "wang")
        with self.home.store.begin(self.row) as work:
            if self.adopts:
                work.adopt_previous(outcome)
            else:
                work.save(outcome)
            work.keep_note(CHAT, "asked")
            work.remember(Acquaintance(MANAGER, "李", "zh-CN"))
            work.remind(owed())
            work.commit()

    def happened(self) -> bool:
        """Whether all of it happened; fails if a part of it did and a part did not."""
        company = self.outcome.company
        with self.home.store.begin(None) as work:
            signs = {
                "note": bool(work.note(CHAT)),
                "person": work.acquaintance(MANAGER) is not None,
                "event": work.events(company.id, 1) == self.outcome.events,
                "company": _reads_as(work, company),
                "notice": f"{company.id}:{company.event_seq}:wang" in self._owed(),
                "reminder": waiting(self.home) == [owed()],
                "watch": company.id in awake(self.home),
                "board": self.home.boards.of(GROUP) is not None,
                "row": self.home.inbox.open_rows()[0].state is RowState.APPLIED,
            }
        assert len(set(signs.values())) == 1, signs
        return signs["note"]

    def _owed(self) -> list[str]:
        return [owed.notice.key for owed in self.home.outbox.due(NOON, 9)]


def in_group(outcome: Outcome) -> Outcome:
    """The same outcome, with a group that is to show the company's board."""
    groups = (Group(GROUP, "群", has_outsiders=False),)
    return replace(outcome, company=replace(outcome.company, groups=groups))


def opening(home: TinyHome) -> Attempt:
    """A company is about to be opened."""
    return Attempt(home, _row(home), in_group(opened()))


def tick(home: TinyHome) -> Attempt:
    """A company of two generations is about to be ticked."""
    company = commit_company(home, ACME, 280, 281)
    look(home)
    return Attempt(home, _row(home), in_group(ticked(company, 282)))


def prepared(home: TinyHome) -> Attempt:
    """The tick that `tick` has prepared, seen from another process."""
    with home.store.begin(None) as work:
        company, newest = work.company(ACME), work.events(ACME, 1)
    (row,) = home.inbox.open_rows()
    if answers(company) == [280, 281, 282]:
        return Attempt(home, row.id, Outcome(company, newest))
    return Attempt(home, row.id, in_group(ticked(company, 282)))


def adoption(home: TinyHome) -> Attempt:
    """A damaged company is about to go on from its previous copy."""
    commit_company(home, ACME, 280, 281)
    look(home)
    home.damage(ACME)
    with home.store.begin(None) as work:
        copy = work.previous_copy(ACME)
    outcome = happened(copy.company, EventKind.COPY_ADOPTED, after=copy.missing[-1].seq)
    return Attempt(home, _row(home), in_group(outcome), adopts=True)


def _row(home: TinyHome) -> RowId:
    (row,) = home.inbox.take_in([update(1)], NOON)
    return row.id


def _reads_as(work: Work, company: Company) -> bool:
    try:
        return work.company(company.id) == company
    except (CompanyDamaged, NoSuchCompany):
        return False
