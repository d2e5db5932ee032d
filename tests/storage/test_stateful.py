"""Whatever is done to the store on disk, and whenever it stops, it equals the one in memory."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from storage.disk import Disk
from tests.storage.across_contract import GLANCE, remember, signs
from tests.storage.faulty import Fault, FaultyDisk, PowerCut
from tests.storage.homes import Home, MemoryHome, TinyHome
from tests.storage.samples import (
    MANAGER,
    NOON,
    bound,
    given_to,
    opened,
    telling,
    ticked,
    update,
)
from workflow.errors import NoSuchCompany, NotSaved
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Outcome
from workflow.ports import Acquaintance, ChatId, RowId, Work
from workflow.posting import Outbox

NAMES = st.sampled_from([CompanyId("a"), CompanyId("b"), CompanyId("c")])
CHATS = st.sampled_from([ChatId(1), ChatId(-2)])
WORDS = st.sampled_from(["", "asked", "坐席?"])

PEOPLE = st.sampled_from(["wang", "li"])
ITEMS = st.sampled_from(["i05", "i12", "plain"])
Fate: TypeAlias = Callable[[Outbox, str], None]
FATES: tuple[Fate, ...] = (
    lambda outbox, key: outbox.sent(key, 7, NOON),
    lambda outbox, key: outbox.not_sent(key, NOON),
    lambda outbox, key: outbox.unknown(key, NOON),
    lambda outbox, key: outbox.dead(key, "blocked", NOON),
    lambda _, __: None,
)
"""What became of a send; of the last one nobody ever heard."""


class BothStores(RuleBasedStateMachine):
    """Every rule is done to both; a stopped commit is done to the model if it happened."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.tiny = TinyHome(self.folder)
        self.model = MemoryHome()
        self.updates = 0

    def teardown(self) -> None:
        self.tiny.close()
        shutil.rmtree(self.folder)

    @rule()
    def an_update_comes_in(self) -> None:
        self.updates += 1
        self.tiny.inbox.take_in([update(self.updates)], NOON)
        self.model.inbox.take_in([update(self.updates)], NOON)

    @precondition(lambda self: self.tiny.inbox.open_rows())
    @rule()
    def the_oldest_row_is_finished(self) -> None:
        row = self.tiny.inbox.open_rows()[0].id
        self.tiny.inbox.finish(row)
        self.model.inbox.finish(row)

    @rule(name=NAMES, chat=CHATS, note=WORDS)
    def a_company_is_ticked(self, name: CompanyId, chat: ChatId, note: str) -> None:
        row, outcome = self.next_row(), telling(self.next_outcome(name), "wang", "li")
        do(self.tiny, row, outcome, chat, note)
        do(self.model, row, outcome, chat, note)

    @rule(name=NAMES, item=ITEMS, person=PEOPLE)
    def open_work_changes(self, name: CompanyId, item: str, person: str) -> None:
        company = present(self.tiny, name)
        if company is not None:
            self.both(given_to(company, **{item: person, "i30": "wang"}))

    @rule(name=NAMES, count=st.integers(0, 2))
    def groups_are_bound(self, name: CompanyId, count: int) -> None:
        company = present(self.tiny, name)
        if company is not None:
            self.both(bound(company, *(-10 * ord(name) - n for n in range(count))))

    @rule(person=PEOPLE, blocked=st.booleans())
    def somebody_blocks_or_comes_back(self, person: str, *, blocked: bool) -> None:
        known = Acquaintance(PersonId(person), person, "en", seen=NOON, blocked=blocked)
        remember(self.tiny, known)
        remember(self.model, known)

    @precondition(lambda self: self.tiny.outbox.due(NOON, 1))
    @rule(fate=st.sampled_from(FATES))
    def a_notice_is_sent(self, fate: Fate) -> None:
        key = self.tiny.outbox.due(NOON, 1)[0].notice.key
        for outbox in (self.tiny.outbox, self.model.outbox):
            outbox.claim(key, NOON)
            fate(outbox, key)

    @precondition(lambda self: self.tiny.boards.stale(1))
    @rule(late=st.booleans())
    def a_board_is_shown(self, *, late: bool) -> None:
        (board,) = self.tiny.boards.stale(1)
        board = replace(board, message=7, shown="it", edited=NOON, change=board.change - late)
        self.tiny.boards.shown(board)
        self.model.boards.shown(board)

    @rule()
    def a_day_begins(self) -> None:
        self.tiny.boards.all_stale()
        self.model.boards.all_stale()

    @rule(chat=CHATS, note=WORDS)
    def a_talk_goes_on(self, chat: ChatId, note: str) -> None:
        row = self.next_row()
        do(self.tiny, row, None, chat, note)
        do(self.model, row, None, chat, note)

    @rule(name=NAMES, chat=CHATS)
    def a_work_is_left_without_commit(self, name: CompanyId, chat: ChatId) -> None:
        outcome = self.next_outcome(name)
        with self.tiny.store.begin(self.next_row()) as work:
            say_all(work, outcome, chat, "never")

    @rule()
    def it_starts_again(self) -> None:
        self.restart()

    @rule(name=NAMES, call=st.integers(1, 8), fault=st.sampled_from(Fault), restarts=st.booleans())
    def a_commit_is_stopped(
        self, name: CompanyId, call: int, fault: Fault, *, restarts: bool
    ) -> None:
        row, outcome = self.next_row(), telling(self.next_outcome(name), "wang")
        self.restart(disk := FaultyDisk(call, fault))
        try:
            do(self.tiny, row, outcome, ChatId(1), "stopped")
        except PowerCut:
            restarts = True
        except NotSaved:
            pass
        if restarts or not disk.struck:
            self.restart(Disk())
        if present(self.tiny, name) == outcome.company:
            do(self.model, row, outcome, ChatId(1), "stopped")

    @invariant()
    def both_read_the_same(self) -> None:
        assert everything(self.tiny) == everything(self.model)
        assert list(self.tiny.store.check()) == []

    def both(self, outcome: Outcome) -> None:
        do(self.tiny, None, outcome, ChatId(1), "")
        do(self.model, None, outcome, ChatId(1), "")

    def restart(self, disk: Disk | None = None) -> None:
        self.tiny.reopen(disk)
        self.model.restart()

    def next_row(self) -> RowId | None:
        rows = self.tiny.inbox.open_rows()
        return rows[-1].id if rows else None

    def next_outcome(self, name: CompanyId) -> Outcome:
        company = present(self.tiny, name)
        return opened(name, f"公司{name}") if company is None else ticked(company, 280)


def do(home: Home, row: RowId | None, outcome: Outcome | None, chat: ChatId, note: str) -> None:
    with home.store.begin(row) as work:
        say_all(work, outcome, chat, note)
        work.commit()


def say_all(work: Work, outcome: Outcome | None, chat: ChatId, note: str) -> None:
    if outcome is not None:
        work.save(outcome)
    work.keep_note(chat, note)
    work.remember(Acquaintance(MANAGER, note, "en"))


def present(home: Home, name: CompanyId) -> Company | None:
    try:
        with home.store.begin(None) as work:
            return work.company(name)
    except NoSuchCompany:
        return None


def everything(home: Home) -> list[object]:
    """All that can be read through the ports."""
    with home.store.begin(None) as work:
        cards = work.companies_of(MANAGER)
        facts: list[object] = [(work.company(card.id), work.events(card.id, 99)) for card in cards]
        facts += [work.note(ChatId(1)), work.note(ChatId(-2)), work.acquaintance(MANAGER)]
        facts += [work.mine(PersonId(person), 0, 9) for person in ("wang", "li")]
        facts += [signs(work), work.standings_of(GLANCE), work.company_of_group(ChatId(-970))]
    facts += [home.outbox.due(NOON, 99), home.outbox.resting(99), home.boards.stale(99)]
    return [*facts, cards, home.inbox.open_rows()]


TestBothStores = BothStores.TestCase
TestBothStores.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
