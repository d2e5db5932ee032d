"""The ledger on disk keeps the promises."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path

import pytest

from storage.backup import backup, restore
from storage.database import Cells, Database
from storage.doubts import morning_after
from storage.ledger import SqliteLedger
from storage.notice_record import SqliteNoticeRecord
from storage.watches import SqliteWatches
from tests.storage.homes import SHANGHAI, TinyHome, commit, commit_company
from tests.storage.ledger_contract import OwingContract, SendingContract
from tests.storage.record_contract import RecordContract
from tests.storage.reminding import (
    DAY,
    EVER,
    LI,
    MINUTE,
    MORNING,
    REF,
    SECOND,
    WANG,
    awake,
    claimed,
    doubted,
    look,
    near,
    owed,
    sending,
    waiting,
)
from tests.storage.samples import ACME, NOON, happened, opened, telling
from tests.storage.watches_contract import MomentsContract, WakingContract, WatchesContract
from workflow.errors import NotSaved
from workflow.events import EventKind
from workflow.ids import PersonId
from workflow.reminders import End, Ending, Looked, RungKind, Waking


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    return tiny


class TestTinyOwing(OwingContract):
    pass


class TestTinySending(SendingContract):
    pass


class TestTinyRecord(RecordContract):
    pass


class TestTinyWatches(WatchesContract):
    pass


class TestTinyWaking(WakingContract):
    pass


class TestTinyMoments(MomentsContract):
    pass


# --- what the contract cannot see ---------------------------------------------------------


class Explaining(Database):
    """The real journal, noting how SQLite would go about each statement."""

    def __init__(self, path: Path) -> None:
        self.plans: list[str] = []
        super().__init__(path)

    def ask(self, question: str, facts: Sequence[object] = ()) -> list[Cells]:
        self._explain(question, facts)
        return super().ask(question, facts)

    def tell(self, statement: str, facts: Sequence[object] = ()) -> int:
        self._explain(statement, facts)
        return super().tell(statement, facts)

    def scans(self) -> list[str]:
        """Where it would read a table or an index from one end to the other.

        An index that holds the answer and nothing else may be.
        """
        scans = [line for line in self.plans if line.startswith("SCAN")]
        return [line for line in scans if not line.endswith("rungs_failed")]

    def _explain(self, statement: str, facts: Sequence[object]) -> None:
        self.plans += [row[-1] for row in super().ask(f"explain query plan {statement}", facts)]


@dataclass(frozen=True, slots=True)
class Explained:
    """The ledger of a journal that explains itself, with one message on its way."""

    journal: Explaining
    ledger: SqliteLedger
    watches: SqliteWatches
    record: SqliteNoticeRecord


@pytest.fixture
def explained(tiny: TinyHome) -> Iterator[Explained]:
    journal = Explaining(tiny.folder / "journal.sqlite")
    home = Explained(
        journal,
        SqliteLedger(journal, SHANGHAI),
        SqliteWatches(journal),
        SqliteNoticeRecord(journal),
    )
    home.watches.owe([near(), owed(), owed(WANG)])
    assert home.ledger.claim(sending(near(), folds=(owed(),)), NOON)
    journal.plans.clear()
    yield home
    journal.close()


WAKING = Waking(ACME, NOON)
QUESTIONS: dict[str, Callable[[Explained], object]] = {
    "due": lambda home: home.ledger.due(NOON, 9),
    "pending": lambda home: home.ledger.pending(LI, NOON),
    "end": lambda home: home.ledger.end({owed(WANG).key: End(Ending.DONE)}, NOON),
    "put off": lambda home: home.ledger.put_off([owed(WANG).key], NOON),
    "claim": lambda home: home.ledger.claim(sending(owed(WANG), ref=SECOND), NOON),
    "sent": lambda home: home.ledger.sent(REF, 7, NOON),
    "not sent": lambda home: home.ledger.not_sent(REF, NOON),
    "unknown": lambda home: home.ledger.unknown(REF, NOON, MORNING),
    "refused": lambda home: home.ledger.refused(REF, End(Ending.UNREACHABLE), NOON),
    "waking": lambda home: home.watches.waking(NOON, 9),
    "looked": lambda home: home.watches.looked(WAKING, Looked((owed(),), None), NOON),
    "again": lambda home: home.watches.again(WAKING, NOON),
    "told": lambda home: home.record.told(ACME, 0, 9),
    "failed": lambda home: home.record.failed(9),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_reads_more_than_its_answer(explained: Explained, name: str) -> None:
    QUESTIONS[name](explained)

    assert explained.journal.plans != []
    assert explained.journal.scans() == []


def test_the_next_moment_is_read_from_the_ends_of_two_indexes(explained: Explained) -> None:
    explained.watches.next_moment(NOON)

    plans = explained.journal.plans
    assert [line for line in plans if "rungs" in line or "watches" in line] == [
        "SEARCH watches USING COVERING INDEX watches_next (next_at>?)",
        "SEARCH rungs USING INDEX rungs_due (next_at>?)",
    ]


def test_a_question_without_an_index_is_seen(explained: Explained) -> None:
    explained.journal.ask("select * from rungs where why = ?", ("moved",))

    assert explained.journal.scans() == ["SCAN rungs"]


def test_a_journal_from_before_reminders_watches_every_company(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME, 280)
    late = happened(company, EventKind.NUDGED)
    event = replace(late.events[0], at=NOON + DAY)
    commit(tiny, replace(late, events=(event,)))
    look(tiny)
    tiny.inbox.database.tell("delete from watches")

    tiny.reopen()

    assert [(one.company, one.looked) for one in tiny.watches.waking(NOON, 9)] == [
        (ACME, NOON + DAY)
    ]
    look(tiny, again_at=NOON + 9 * DAY)
    tiny.reopen()
    assert awake(tiny) == []


def test_what_is_owed_outlives_a_restart_with_all_that_it_says(tiny: TinyHome) -> None:
    told = replace(owed(), instead_of=PersonId("zhao"), is_reachable=False)
    noon = replace(told.rung, kind=RungKind.LAST_NOTE, at=time(12), later=2)
    tiny.watches.owe([told, replace(told, rung=noon)])

    tiny.reopen()

    assert waiting(tiny) == [told, replace(told, rung=noon)]


def test_a_disk_that_refuses_leaves_what_is_owed_as_it_is(tmp_path: Path) -> None:
    home = TinyHome(tmp_path / "data", patience=0)
    home.watches.owe([owed()])
    busy = sqlite3.connect(home.folder / "journal.sqlite", isolation_level=None)
    busy.execute("begin immediate")

    with pytest.raises(NotSaved):
        home.ledger.claim(sending(owed()), NOON)

    busy.execute("rollback")
    assert [one.attempts for one in home.ledger.pending(LI, NOON)] == [0]
    assert home.ledger.claim(sending(owed()), NOON)
    busy.close()
    home.close()


@pytest.mark.parametrize(("hour", "day"), [(8, 4), (9, 5), (23, 5)])
def test_far_rungs_in_doubt_wait_for_the_next_usual_morning(hour: int, day: int) -> None:
    claimed_at = datetime(2027, 1, 4, hour, tzinfo=SHANGHAI)

    assert morning_after(claimed_at, SHANGHAI) == datetime(2027, 1, day, 9, tzinfo=SHANGHAI)


# --- back from a backup -------------------------------------------------------------------


def restored(tiny: TinyHome, tmp_path: Path) -> None:
    """Back from a backup of this moment, a day later."""
    backup(tiny.folder, tmp_path / "copy")
    tiny.close()
    restore(tmp_path / "copy", tiny.folder, NOON + DAY)
    tiny.reopen()


def test_what_waited_in_a_backup_may_be_out_by_now(tiny: TinyHome, tmp_path: Path) -> None:
    tiny.watches.owe([near(), owed(WANG, at=NOON + 2 * DAY)])
    commit(tiny, telling(opened(), "zhao"))

    restored(tiny, tmp_path)

    assert [ref is not None for ref in doubted(tiny)] == [True]
    assert doubted(tiny, WANG) == [None]
    assert [one.repeated for one in tiny.outbox.due(EVER, 9)] == [True]


def test_what_is_found_of_the_time_that_was_lost_may_be_out_too(
    tiny: TinyHome, tmp_path: Path
) -> None:
    commit_company(tiny, ACME)

    restored(tiny, tmp_path)
    look(tiny, owed(at=NOON + DAY), near(WANG, at=NOON + DAY + MINUTE), now=NOON + 2 * DAY)

    assert [ref is not None for ref in doubted(tiny)] == [True]
    assert doubted(tiny, WANG) == [None]


def test_what_a_backup_knows_as_doubted_keeps_its_reference(tiny: TinyHome, tmp_path: Path) -> None:
    claimed(tiny, near())
    tiny.ledger.unknown(REF, NOON, MORNING)

    restored(tiny, tmp_path)

    assert doubted(tiny) == [REF]


def test_each_doubt_of_a_restore_has_a_reference_of_its_own(tiny: TinyHome, tmp_path: Path) -> None:
    tiny.watches.owe([near(), near(WANG)])

    restored(tiny, tmp_path)

    (mine,), (theirs,) = doubted(tiny), doubted(tiny, WANG)
    assert mine != theirs
