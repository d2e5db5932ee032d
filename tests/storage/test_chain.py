"""Commits chain their events: stopped anywhere, repaired, upgraded, it is one whole chain."""

import hashlib
from collections.abc import Callable
from contextlib import suppress

import pytest

from storage.atomic import AtomicStorage, FileDamaged
from storage.chain import FIRST, Sealed, chained, text_of
from storage.codec import SCHEMA
from storage.database import to_moment
from storage.disk import Disk
from storage.trail import PAGE, rows_of
from storage.verification import Verified, verify
from tests.storage.faulty import Attempt, Fault, FaultyDisk, PowerCut, adoption, opening, tick
from tests.storage.homes import TinyHome, commit, commit_company, new_ids, read
from tests.storage.papered import company_files, stored
from tests.storage.samples import ACME, ticked
from workflow.errors import NotSaved
from workflow.events import Event, EventKind
from workflow.heads import Head
from workflow.ids import PersonId

CALLS: dict[Callable[[TinyHome], Attempt], int] = {opening: 4, tick: 7, adoption: 7}
EVERYWHERE = [
    pytest.param(prepare, call, id=f"{prepare.__name__}-{call}")
    for prepare, calls in CALLS.items()
    for call in range(1, calls + 1)
]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def verified(home: TinyHome) -> Verified | None:
    """What is found of the one company; None when there is none."""
    return next(verify(home.folder), None)


def rows(home: TinyHome) -> list[Sealed]:
    return list(rows_of(home.inbox.database, ACME))


def test_a_seal_can_be_computed_by_anybody() -> None:
    event = Event(7, to_moment(0), PersonId("1"), EventKind.NUDGED, why="没接电话")

    (sealed,) = chained(ACME, FIRST, [(7, text_of(event))], lambda: "ab" * 16)

    assert sealed.event.startswith('{"seq":7,"at":"1970-01-01T00:00:00Z","by":"1","kind":"nudged",')
    assert sealed.commitment == sha256(f"{'ab' * 16}\n{sealed.event}")
    assert sealed.link == sha256(f"{FIRST}\nacme\n7\n{sealed.commitment}")


def test_every_event_is_linked_to_the_one_before() -> None:
    salts = new_ids("salt")

    first, second = chained(ACME, FIRST, [(1, "a"), (2, "b")], salts)

    assert second.link == sha256(f"{first.link}\nacme\n2\n{second.commitment}")
    assert first.salt != second.salt


def test_commits_make_one_chain_and_the_file_bears_its_head(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280, 281)
    tiny.reopen()
    commit(tiny, ticked(read(tiny, ACME), 282))

    assert verified(tiny) == Verified(ACME, 4, rows(tiny)[-1].link, ())
    assert stored(tiny).head == rows(tiny)[-1].link
    assert stored(tiny).pending == tuple(rows(tiny)[-1:])
    assert len({row.salt for row in rows(tiny)}) == 4


def test_a_long_trail_is_read_whole(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME)
    sealed = chained(
        ACME,
        stored(tiny).head,
        ((seq, text_of(Event(seq, to_moment(0), PersonId("1"), EventKind.NUDGED)))
         for seq in range(2, PAGE * 2 + 2)),
        new_ids("salt"),
    )  # fmt: skip
    tiny.inbox.database.ask("begin")
    for row in sealed:
        tiny.inbox.database.tell(
            "insert into trail(company, seq, event, salt, commitment, link)"
            " values('acme', ?, ?, ?, ?, ?)",
            (row.seq, row.event, row.salt, row.commitment, row.link),
        )
    tiny.inbox.database.ask("commit")

    found = verified(tiny)

    assert company.event_seq == 1
    assert found is not None
    assert (found.seq, found.link) == (PAGE * 2 + 1, sealed[-1].link)
    assert found.faults == ("event 2: in the trail, and not in the company's file",)


# --- stopped ------------------------------------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.DIES_BEFORE, Fault.DIES_AFTER])
@pytest.mark.parametrize(("prepare", "call"), EVERYWHERE)
def test_a_commit_stopped_anywhere_leaves_the_chain_whole(
    tiny: TinyHome, prepare: Callable[[TinyHome], Attempt], call: int, fault: Fault
) -> None:
    attempt = prepare(tiny)
    tiny.reopen(disk := FaultyDisk(call, fault))
    with suppress(PowerCut):
        attempt.run()
    assert disk.struck
    sealed = sealed_in_file(tiny)

    tiny.reopen()

    repaired = verified(tiny)
    assert repaired is None or not [each for each in repaired.faults if each.startswith("event")]
    assert set(sealed) <= set(rows(tiny))
    if not attempt.happened():
        attempt.run()
    whole = verified(tiny)
    assert whole is not None
    assert whole.faults == ()
    assert whole.seq == attempt.outcome.company.event_seq


def sealed_in_file(home: TinyHome) -> tuple[Sealed, ...]:
    """The seals of the newest commit that reached its file, if that can be read."""
    try:
        company = company_files(home).read(ACME)
    except FileDamaged:
        return ()
    return company.pending if company else ()


@pytest.mark.parametrize("call", range(1, CALLS[tick] + 1))
def test_a_commit_in_flight_is_no_fault(tiny: TinyHome, call: int) -> None:
    attempt = tick(tiny)
    tiny.reopen(FaultyDisk(call, Fault.DIES_AFTER))
    with suppress(PowerCut):
        attempt.run()

    found = verified(tiny)

    assert found is not None
    assert found.faults == ()
    assert (found.seq, found.link) == (stored(tiny).company.event_seq, stored(tiny).head)


@pytest.mark.parametrize("call", range(1, CALLS[tick] + 1))
def test_a_commit_the_disk_refused_leaves_the_chain_whole(tiny: TinyHome, call: int) -> None:
    attempt = tick(tiny)
    tiny.reopen(FaultyDisk(call, Fault.FULL))
    with suppress(NotSaved):
        attempt.run()

    commit(tiny, ticked(read(tiny, ACME), 283))

    found = verified(tiny)
    assert found is not None
    assert found.faults == ()


# --- from before there was a chain ----------------------------------------------------------


def make_old(home: TinyHome) -> None:
    """Put the folder back into the form of schema 1: no seals anywhere."""
    storage = AtomicStorage(home.file(ACME), Disk(), schema=SCHEMA)
    tables = storage.read() or {}
    document = tables["company"]["1"]
    document["pending"] = document["company"]["recent"][-1:]
    del document["head"]
    old = AtomicStorage(home.file(ACME), Disk(), schema=1)
    home.file(ACME).unlink()
    old.write(tables)
    home.inbox.database.tell("update trail set salt = '', commitment = '', link = ''")
    home.reopen()


@pytest.fixture
def old(tiny: TinyHome) -> TinyHome:
    """A company of three events from before there was a chain."""
    commit_company(tiny, ACME, 280, 281)
    make_old(tiny)
    return tiny


def test_a_company_from_before_is_read_and_is_not_sealed_yet(old: TinyHome) -> None:
    assert read(old, ACME).event_seq == 3
    assert verified(old) == Verified(ACME, 3, "", ())
    assert list(old.store.check()) == []


def test_a_company_from_before_is_sealed_with_its_next_change(old: TinyHome) -> None:
    before = [row.event for row in rows(old)]

    commit(old, ticked(read(old, ACME), 282))

    assert verified(old) == Verified(ACME, 4, stored(old).head, ())
    assert [row.event for row in rows(old)[:3]] == before
    assert all(row.salt for row in rows(old))


def test_a_seal_stopped_on_the_way_is_gone_on_from_and_not_made_anew(old: TinyHome) -> None:
    old.reopen(FaultyDisk(1, Fault.DIES_BEFORE))
    with suppress(PowerCut):
        commit(old, ticked(read(old, ACME), 282))
    sealed = rows(old)
    old.reopen()
    between = verified(old)

    commit(old, ticked(read(old, ACME), 282))

    assert all(row.link for row in sealed)
    assert between == Verified(ACME, 3, sealed[-1].link, ())
    assert rows(old)[:3] == sealed
    assert verified(old) == Verified(ACME, 4, stored(old).head, ())


def test_seals_taken_away_are_found_by_a_head_that_was_told(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280, 281)
    told = Head(ACME, 2, rows(tiny)[1].link)
    make_old(tiny)

    (found,) = verify(tiny.folder, told=[told])

    assert found.faults == ("event 1: is not sealed, though a head was told",)
