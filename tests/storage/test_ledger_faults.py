"""The process dies between any two statements of the ledger: nothing is lost, no double unmarked."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pytest

from storage.database import Cells, Database
from storage.ledger import SqliteLedger
from storage.notice_record import SqliteNoticeRecord
from storage.watches import SqliteWatches
from tests.storage.faulty import PowerCut
from tests.storage.homes import SHANGHAI, TinyHome, commit_company
from tests.storage.reminding import EVER, MINUTE, MORNING, WANG, near, owed
from tests.storage.samples import ACME, NOON
from workflow.ledger import Ledger, Watches
from workflow.reminders import End, Ending, Looked, Recipient, RungKey, Sending, SendRef

FOUND = (near(), owed(), owed(WANG))
"""LI is told the first and the second along with it, WANG the third."""


class DyingDatabase(Database):
    """The real journal, until its statement number `call`, counting the end of a transaction too."""

    def __init__(self, path: Path, call: int) -> None:
        super().__init__(path)
        self._left = call
        self.has_died = False

    def ask(self, question: str, facts: Sequence[object] = ()) -> list[Cells]:
        self._call()
        return super().ask(question, facts)

    def tell(self, statement: str, facts: Sequence[object] = ()) -> int:
        self._call()
        return super().tell(statement, facts)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with super().transaction():
            yield
            self._call()
        self._call()

    def _call(self) -> None:
        self._left -= 1
        self.has_died = self.has_died or self._left == 0
        if self.has_died:
            raise PowerCut


@dataclass(slots=True)
class Chats:
    """Who has heard what, and whether it was marked as a repeat."""

    heard: list[tuple[RungKey, bool]] = field(default_factory=list)

    def hear(self, sending: Sending) -> None:
        self.heard += [(key, sending.is_repeat) for key in (*sending.covers, *sending.folds)]

    def times(self) -> Counter[RungKey]:
        return Counter(key for key, _ in self.heard)

    def unmarked(self) -> Counter[RungKey]:
        return Counter(key for key, is_repeat in self.heard if not is_repeat)


Answer = Callable[[Ledger, Sending, Chats], None]


def arrives(ledger: Ledger, sending: Sending, chats: Chats) -> None:
    chats.hear(sending)
    ledger.sent(sending.ref, 7, NOON)


def arrives_unknown(ledger: Ledger, sending: Sending, chats: Chats) -> None:
    chats.hear(sending)
    ledger.unknown(sending.ref, NOON, MORNING)


def is_held_back(ledger: Ledger, sending: Sending, chats: Chats) -> None:
    assert chats is not None
    ledger.not_sent(sending.ref, NOON + MINUTE)


def is_refused(ledger: Ledger, sending: Sending, chats: Chats) -> None:
    assert chats is not None
    ledger.refused(sending.ref, End(Ending.UNREACHABLE), NOON)


ANSWERS = (arrives, arrives_unknown, is_held_back, is_refused)


def serve(watches: Watches, ledger: Ledger, chats: Chats, answer: Answer, now: datetime) -> None:
    """Look, then say whatever is due."""
    for waking in watches.waking(now, 9):
        watches.looked(waking, Looked(FOUND, None), now)
    for to in ledger.due(now, 9):
        sending = message(ledger, to, now)
        assert ledger.claim(sending, now)
        answer(ledger, sending, chats)


def message(ledger: Ledger, to: Recipient, now: datetime) -> Sending:
    """All that somebody is owed: the nearest said, the others told along."""
    pending = sorted(ledger.pending(to, now), key=lambda one: -one.owed.rung.offset)
    keys = tuple(one.owed.key for one in pending)
    doubts = [one.doubted for one in pending if one.doubted]
    ref = doubts[0] if doubts else SendRef(f"{to}-1")
    return Sending(ref, to, "telegram", keys[:1], keys[1:], is_repeat=bool(doubts))


def died_at(path: Path, call: int, answer: Answer, chats: Chats) -> bool:
    """Serve in a process that dies there; False if it came to the end before."""
    with closing(DyingDatabase(path, call)) as journal, suppress(PowerCut):
        serve(SqliteWatches(journal), SqliteLedger(journal, SHANGHAI), chats, answer, NOON)
    return journal.has_died


def outcome_of(path: Path, call: int, answer: Answer) -> bool:
    """Die there, start again, and look at what became of each rung; whether it died at all."""
    chats = Chats()
    has_died = died_at(path, call, answer, chats)
    with closing(Database(path)) as journal:
        serve(SqliteWatches(journal), SqliteLedger(journal, SHANGHAI), chats, arrives, EVER)
        lines = SqliteNoticeRecord(journal).told(ACME, 0, 9)

    assert sorted(line.owed.key for line in lines) == sorted(one.key for one in FOUND)
    assert all(line.end is not None for line in lines)
    assert max(chats.times().values(), default=0) <= 2
    assert max(chats.unmarked().values(), default=0) <= 1
    assert {line.owed.key for line in lines if is_told(line.end)} <= chats.times().keys()
    return has_died


@pytest.fixture
def journal(tiny: TinyHome) -> Path:
    """A journal with a company that is to be looked at."""
    commit_company(tiny, ACME)
    tiny.close()
    return tiny.folder / "journal.sqlite"


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_death_anywhere_loses_nothing_and_doubles_nothing_unmarked(
    journal: Path, answer: Answer
) -> None:
    call, has_died = 0, True
    while has_died:
        call += 1
        copy = shutil.copy(journal, journal.with_suffix(f".{call}"))
        has_died = outcome_of(Path(copy), call, answer)

    assert call > len(FOUND) * 10


def is_told(end: End | None) -> bool:
    return end is not None and end.ending in (Ending.SENT, Ending.FOLDED)
