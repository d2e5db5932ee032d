"""Outbox, boards and what is looked up across companies keep their promises on the disk."""

from dataclasses import replace

import pytest

from tests.storage.across_contract import (
    LI,
    PERSON,
    WANG,
    MineContract,
    StandingsContract,
    TeamContract,
    items,
    mine,
    remember,
    signs_now,
    with_work,
)
from tests.storage.drawing import PROJECTOR, drawn
from tests.storage.held_contract import HeldContract
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.posting_contract import GROUP, BoardsContract, OutboxContract, in_groups
from tests.storage.samples import ACME, NOON, given_to, opened, telling, ticked
from tests.storage.turning_contract import TurningContract
from workflow.across import MinePage, Projection, Projector, Sign
from workflow.ids import CompanyId
from workflow.model import Company


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    return tiny


class TestTinyOutbox(OutboxContract, HeldContract):
    pass


class TestTinyBoards(BoardsContract):
    pass


class TestTinyTurning(TurningContract):
    pass


class TestTinyTeam(TeamContract):
    pass


class TestTinyMine(MineContract):
    pass


class TestTinyStandings(StandingsContract):
    pass


# --- when everything is drawn anew --------------------------------------------------------


def all_of_li(company: Company) -> Projection:
    """Drawn by other rules: all work is LI's."""
    before = drawn(company)
    return replace(before, work=frozenset(replace(row, person=LI) for row in before.work))


def test_other_rules_draw_every_company_anew_at_the_next_start(tiny: TinyHome) -> None:
    with_work(tiny, "a", i01=WANG)
    with_work(tiny, "b", i02=WANG)

    tiny.projector = Projector(all_of_li, "other rules")
    tiny.reopen()

    assert items(mine(tiny, LI)) == ["a.i01", "b.i02"]
    assert mine(tiny, WANG) == MinePage((), 0)


def test_the_same_rules_are_not_gone_through_again(tiny: TinyHome) -> None:
    with_work(tiny, "a", i01=WANG)

    tiny.projector = Projector(all_of_li, PROJECTOR.digest)
    tiny.reopen()

    assert items(mine(tiny, WANG)) == ["a.i01"]


def test_what_changed_in_a_store_without_rules_is_drawn_by_the_next(tiny: TinyHome) -> None:
    company = with_work(tiny, "a", i01=WANG)
    tiny.projector = None
    tiny.reopen()
    commit(tiny, given_to(company, i02=WANG))

    tiny.projector = PROJECTOR
    tiny.reopen()

    assert items(mine(tiny, WANG)) == ["a.i02"]


def test_a_company_that_rests_keeps_what_was_drawn_and_hinders_no_other(tiny: TinyHome) -> None:
    with_work(tiny, "a", i01=WANG)
    with_work(tiny, "b", i02=WANG)
    tiny.damage(CompanyId("a"))

    tiny.projector = Projector(all_of_li, "other rules")
    tiny.reopen()

    assert items(mine(tiny, WANG)) == ["a.i01"]
    assert items(mine(tiny, LI)) == ["b.i02"]


def test_a_company_that_cannot_be_drawn_is_not_written(tiny: TinyHome) -> None:
    company = with_work(tiny, "a", i01=WANG)
    tiny.projector = Projector(fails_after_two_events, PROJECTOR.digest)
    tiny.reopen()

    with pytest.raises(ZeroDivisionError):
        commit(tiny, ticked(company, 280))

    assert read(tiny, CompanyId("a")) == company
    commit_company(tiny, ACME)


def fails_after_two_events(company: Company) -> Projection:
    """A mistake in the rules that shows with some companies only."""
    if company.event_seq > 2:
        raise ZeroDivisionError
    return drawn(company)


def test_a_tick_that_leaves_open_work_as_it_is_writes_none_of_it(tiny: TinyHome) -> None:
    company = with_work(tiny, "a", i01=WANG, i02=LI)
    for table in ("open_work", "loads", "membership", "standings"):
        for deed in ("insert", "update", "delete"):
            tiny.inbox.database.tell(
                f"create temp trigger no_{deed}_{table} before {deed} on {table}"
                " begin select raise(abort, 'written'); end"
            )

    company = commit(tiny, ticked(company, 280))

    assert read(tiny, company.id) == company


# --- data of earlier versions -------------------------------------------------------------


def test_a_journal_from_before_is_brought_up_to_date(tiny: TinyHome) -> None:
    with_work(tiny, "a", i01=WANG)
    with_work(tiny, "b", i02="stranger")
    remember(tiny, PERSON)
    tell = tiny.inbox.database.tell
    for table in (
        "invitations",
        "groups",
        "outbox",
        "open_work",
        "loads",
        "standings",
        "heads_told",
        "heads_told_on",
        "rungs",
        "sends",
        "watches",
        "restored",
    ):
        tell(f"drop table {table}")
    tell("drop table projected")
    tell("drop index inbox_open_of")
    tell("alter table people drop column reachable")
    tell("drop index people_feed")
    tell("alter table people drop column feed")
    tell("pragma user_version = 2")

    tiny.reopen()

    assert items(mine(tiny, WANG)) == ["a.i01"]
    assert signs_now(tiny)[Sign.UNREACHABLE] == ["b"]
    in_groups(tiny, GROUP)
    assert [board.chat for board in tiny.boards.stale(9)] == [GROUP]


def test_a_commit_begun_by_an_earlier_version_is_ended(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME)
    rest = '{"row": null, "people": [], "notes": [[7, "asked"]]}'
    tiny.inbox.database.tell(
        "insert into intents(company, seq, rest) values(?, ?, ?)", (ACME, company.event_seq, rest)
    )

    tiny.reopen()

    assert tiny.inbox.database.ask("select * from intents") == []
    assert read(tiny, ACME) == company


def test_notices_outlive_a_restart_with_all_that_they_say(tiny: TinyHome) -> None:
    outcome = telling(opened(), "wang", "li")
    commit(tiny, outcome)

    tiny.reopen()

    assert tuple(owed.notice for owed in tiny.outbox.due(NOON, 9)) == outcome.notices
