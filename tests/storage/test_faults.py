"""Commits stopped at every call to the disk: all of it happened, or nothing, and it can go on."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from storage.disk import Disk
from tests.storage.faulty import Attempt, Fault, FaultyDisk, PowerCut, adoption, opening, tick
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.samples import ACME, NOON, answers, happened, ticked, update
from workflow.errors import NotSaved
from workflow.events import EventKind
from workflow.ports import RowState

CALLS: dict[Callable[[TinyHome], Attempt], int] = {opening: 4, tick: 7, adoption: 7}
"""So many times does each kind of commit call the disk."""
EVERYWHERE = [
    pytest.param(prepare, call, id=f"{prepare.__name__}-{call}")
    for prepare, calls in CALLS.items()
    for call in range(1, calls + 1)
]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TinyHome]:
    """A store that waits for nobody."""
    home = TinyHome(tmp_path / "data", patience=0)
    yield home
    home.close()


def attempted(attempt: Attempt) -> bool:
    """Whether the commit said that it was done."""
    with suppress(NotSaved, PowerCut):
        attempt.run()
        return True
    return False


@pytest.mark.parametrize("prepare", CALLS)
def test_a_commit_calls_the_disk_so_many_times(
    home: TinyHome, prepare: Callable[[TinyHome], Attempt]
) -> None:
    attempt = prepare(home)
    home.reopen(disk := FaultyDisk(CALLS[prepare], Fault.DIES_AFTER))

    attempted(attempt)

    assert disk.struck
    home.reopen(disk := FaultyDisk(CALLS[prepare] + 1, Fault.DIES_AFTER))
    assert attempt.happened()


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize(("prepare", "call"), EVERYWHERE)
def test_a_restart_finds_all_of_a_stopped_commit_or_nothing(
    home: TinyHome, prepare: Callable[[TinyHome], Attempt], call: int, fault: Fault
) -> None:
    attempt = prepare(home)
    home.reopen(disk := FaultyDisk(call, fault))

    said = attempted(attempt)
    home.reopen()

    assert disk.struck
    assert leftovers(home) == []
    assert said <= attempt.happened()
    if not attempt.happened():
        attempt.run()
    assert attempt.happened()
    assert list(home.store.check()) == []


@pytest.mark.parametrize("fault", [Fault.FULL, Fault.BROKEN])
@pytest.mark.parametrize(("prepare", "call"), EVERYWHERE)
def test_a_refused_commit_needs_no_restart(
    home: TinyHome, prepare: Callable[[TinyHome], Attempt], call: int, fault: Fault
) -> None:
    attempt = prepare(home)
    home.reopen(FaultyDisk(call, fault))

    said = attempted(attempt)
    in_memory = attempt.happened()
    home.reopen()

    assert said <= in_memory
    assert attempt.happened() == in_memory


def test_a_tick_whose_file_was_damaged_before_it_was_settled_can_be_done_again(
    home: TinyHome,
) -> None:
    attempt = tick(home)
    home.reopen(FaultyDisk(CALLS[tick], Fault.DIES_AFTER))
    attempted(attempt)
    home.damage(ACME)

    with home.store.begin(None) as work:
        copy = work.previous_copy(ACME)
        work.adopt_previous(happened(copy.company, EventKind.COPY_ADOPTED))
        work.commit()
    home.reopen()

    assert copy.missing == ()
    assert answers(read(home, ACME)) == [280, 281]
    assert [row.state for row in home.inbox.open_rows()] == [RowState.NEW]
    commit(home, ticked(read(home, ACME), 282), attempt.row)
    assert [row.state for row in home.inbox.open_rows()] == [RowState.APPLIED]


def leftovers(home: TinyHome) -> list[str]:
    companies = home.folder / "companies"
    return [each.name for each in companies.iterdir() if each.suffix in (".new", ".keep")]


class Busy(Disk):
    """The real disk; once the company's file is whole, somebody keeps the journal busy."""

    def __init__(self, journal: sqlite3.Connection) -> None:
        self._journal = journal

    def replace(self, path: Path, target: Path) -> None:
        super().replace(path, target)
        if target.suffix == ".json":
            self._journal.execute("begin immediate")


@pytest.fixture
def busy(home: TinyHome) -> Iterator[sqlite3.Connection]:
    """Another connection to the journal of `home`."""
    path = home.folder / "journal.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_a_journal_that_refuses_the_last_step_gets_it_before_the_next_work(
    home: TinyHome, busy: sqlite3.Connection
) -> None:
    attempt = tick(home)
    home.reopen(Busy(busy))

    attempt.run()

    with pytest.raises(NotSaved):
        read(home, ACME)
    busy.execute("rollback")
    assert attempt.happened()


def test_a_journal_that_refuses_the_last_step_gets_it_at_the_next_start(
    home: TinyHome, busy: sqlite3.Connection
) -> None:
    attempt = tick(home)
    home.reopen(Busy(busy))
    attempt.run()
    busy.execute("rollback")

    home.reopen()

    assert attempt.happened()


def test_a_journal_that_refuses_the_first_step_leaves_the_company_alone(
    home: TinyHome, busy: sqlite3.Connection
) -> None:
    attempt = tick(home)
    busy.execute("begin immediate")

    with pytest.raises(NotSaved):
        attempt.run()

    busy.execute("rollback")
    assert not attempt.happened()
    attempt.run()
    assert attempt.happened()


def test_a_row_finished_before_the_repair_stays_finished(
    home: TinyHome, busy: sqlite3.Connection
) -> None:
    attempt = tick(home)
    home.reopen(Busy(busy))
    attempt.run()
    busy.execute("rollback")

    home.inbox.finish(attempt.row)

    assert answers(read(home, ACME)) == [280, 281, 282]
    assert home.inbox.open_rows() == ()


def test_a_full_journal_takes_nothing_in_and_forgets_nothing(home: TinyHome) -> None:
    company = commit_company(home, ACME, 280)
    before = home.inbox.take_in([update(1)], NOON)
    home.inbox.database.tell("pragma max_page_count = 1")

    with pytest.raises(NotSaved):
        home.inbox.take_in([update(number) for number in range(2, 2000)], NOON)

    assert home.inbox.open_rows() == before
    assert read(home, ACME) == company
    home.inbox.database.tell("pragma max_page_count = 1000000")
    assert len(home.inbox.take_in([update(2)], NOON)) == 1
