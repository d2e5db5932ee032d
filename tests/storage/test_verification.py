"""Whatever is changed in a trail made by real commits, or in a file handed in, is found."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest

from storage.chain import Sealed, commitment_of, link_of
from storage.database import JournalUnusable
from storage.trail import rows_of
from storage.verification import Verified, verify
from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import company_files, found, stored, with_paper
from tests.storage.samples import ACME, ticked
from workflow.events import Event
from workflow.heads import Head, head_of
from workflow.ids import CompanyId

EVENTS = range(1, 6)
"""The events of the company that `with_paper` makes."""
NEWEST = max(EVENTS)
COLUMNS = {
    "company": "'nobody'",
    "seq": "seq + 100",
    "event": "event || ' '",
    "salt": "substr(salt, 2) || 'x'",
    "commitment": "substr(commitment, 2) || 'x'",
    "link": "substr(link, 2) || 'x'",
}
BLANKED = ["salt", "commitment", "link", "event"]
OTHER_VALUES = {
    "seq": 99,
    "at": "2026-01-01T00:00:00Z",
    "version": 99,
    "where": 99,
    "digests": ["0" * 64],
    "kind": "taken",
}


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    """Two companies in order; nobody has touched anything."""
    with_paper(tiny)
    return tiny


def tell(home: TinyHome, statement: str, *facts: object) -> None:
    """Change the journal behind everybody's back."""
    home.inbox.database.ask("pragma foreign_keys = off")
    home.inbox.database.tell(statement, facts)


def rows(home: TinyHome) -> list[Sealed]:
    return list(rows_of(home.inbox.database, ACME))


def forged(home: TinyHome, seq: int) -> list[Sealed]:
    """The trail with one event changed, and every seal from there on computed anew."""
    kept = rows(home)
    changed = kept[seq - 1].event.replace('"why":""', '"why":"never said"')
    assert changed != kept[seq - 1].event
    made: list[Sealed] = kept[: seq - 1]
    for row in [replace(kept[seq - 1], event=changed), *kept[seq:]]:
        commitment = commitment_of(row.salt, row.event)
        before = made[-1].link if made else "0" * 64
        link = link_of(before, ACME, row.seq, commitment)
        made.append(replace(row, commitment=commitment, link=link))
    return made


def lay_down(home: TinyHome, sealed: list[Sealed]) -> None:
    for row in sealed:
        tell(
            home,
            "update trail set event = ?, salt = ?, commitment = ?, link = ?"
            " where company = ? and seq = ?",
            row.event, row.salt, row.commitment, row.link, ACME, row.seq,
        )  # fmt: skip


def test_what_nobody_touched_is_whole(home: TinyHome) -> None:
    verified = found(home)

    assert verified == Verified(ACME, NEWEST, stored(home).head, ())
    assert list(home.store.check()) == []


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("seq", EVENTS)
def test_a_changed_column_is_found_and_its_event_named(
    home: TinyHome, seq: int, column: str
) -> None:
    tell(
        home,
        f"update trail set {column} = {COLUMNS[column]} where company = 'acme' and seq = ?",  # noqa: S608
        seq,
    )

    (fault,) = found(home).faults

    assert fault.startswith(f"event {seq}: ")


@pytest.mark.parametrize("column", BLANKED)
@pytest.mark.parametrize("seq", EVENTS)
def test_a_blanked_column_is_found_and_its_event_named(
    home: TinyHome, seq: int, column: str
) -> None:
    tell(
        home,
        f"update trail set {column} = '' where company = 'acme' and seq = ?",  # noqa: S608
        seq,
    )

    (fault,) = found(home).faults

    assert fault.startswith(f"event {seq}: ")


@pytest.mark.parametrize("field", [field.name for field in fields(Event)])
@pytest.mark.parametrize("seq", EVENTS)
def test_a_changed_field_of_an_event_is_found_and_its_event_named(
    home: TinyHome, seq: int, field: str
) -> None:
    event = json.loads(rows(home)[seq - 1].event)
    assert field in event
    event[field] = OTHER_VALUES.get(field, "never said")
    text = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
    tell(home, "update trail set event = ? where company = 'acme' and seq = ?", text, seq)

    (fault,) = found(home).faults

    assert fault == f"event {seq}: is not what was committed to"


@pytest.mark.parametrize("seq", EVENTS)
def test_a_removed_event_is_found_and_named_the_last_one_too(home: TinyHome, seq: int) -> None:
    tell(home, "delete from trail where company = 'acme' and seq = ?", seq)

    (fault,) = found(home).faults

    assert fault.startswith(f"event {seq}: missing")


@pytest.mark.parametrize("seq", EVENTS)
def test_a_cut_tail_is_found(home: TinyHome, seq: int) -> None:
    tell(home, "delete from trail where company = 'acme' and seq >= ?", seq)

    (fault,) = found(home).faults

    assert fault == f"event {seq}: missing; there was an event {NEWEST}"


@pytest.mark.parametrize("seq", range(1, NEWEST))
def test_two_events_that_changed_places_are_found(home: TinyHome, seq: int) -> None:
    first, second = rows(home)[seq - 1 : seq + 1]
    lay_down(home, [replace(second, seq=first.seq), replace(first, seq=second.seq)])

    (fault,) = found(home).faults

    assert fault.startswith(f"event {seq}: ")


def test_an_event_added_with_a_right_link_is_found(home: TinyHome) -> None:
    newest = rows(home)[-1]
    link = link_of(newest.link, ACME, NEWEST + 1, newest.commitment)
    tell(
        home,
        "insert into trail(company, seq, event, salt, commitment, link) values(?, ?, ?, ?, ?, ?)",
        ACME, NEWEST + 1, newest.event.replace('"seq":5', '"seq":6'), "", newest.commitment, link,
    )  # fmt: skip

    (fault,) = found(home).faults

    assert fault.startswith("event 6: ")


@pytest.mark.parametrize("seq", EVENTS)
def test_a_chain_computed_anew_does_not_reach_the_head_in_the_file(
    home: TinyHome, seq: int
) -> None:
    lay_down(home, forged(home, seq))

    (fault,) = found(home).faults

    assert fault == "event 5: is not the head in the company's file"


@pytest.mark.parametrize("seq", EVENTS)
def test_a_chain_and_a_file_made_anew_are_found_by_a_head_that_was_told(
    home: TinyHome, seq: int
) -> None:
    told = Head(ACME, NEWEST, stored(home).head)
    anew = forged(home, seq)
    lay_down(home, anew)
    company_files(home).replace(replace(stored(home), head=anew[-1].link))

    assert found(home).faults == ()
    assert found(home, told).faults == ("event 5: is not the one whose head was told",)


def test_a_trail_and_a_file_cut_back_together_are_found_by_a_head_that_was_told(
    home: TinyHome,
) -> None:
    told = Head(ACME, NEWEST, stored(home).head)
    home.previous(ACME).replace(home.file(ACME))
    tell(home, "delete from trail where company = 'acme' and seq = ?", NEWEST)

    assert found(home).faults == ()
    assert found(home, told).faults == ("event 5: missing; there was an event 5",)


def test_a_head_of_a_company_that_is_gone_is_found(home: TinyHome) -> None:
    told = Head(CompanyId("gone"), 3, "a" * 64)

    gone = next(each for each in verify(home.folder, told=[told]) if each.company == "gone")

    assert "event 1: missing; there was an event 3" in gone.faults


def test_heads_told_on_the_way_are_all_held(home: TinyHome) -> None:
    told = [Head(ACME, row.seq, row.link) for row in rows(home)]
    commit(home, ticked(read(home, ACME), 282))

    assert found(home, *told).faults == ()


def test_an_older_company_file_is_found(home: TinyHome) -> None:
    home.previous(ACME).replace(home.file(ACME))

    (fault,) = found(home).faults

    assert fault == "event 5: in the trail, and not in the company's file"


def test_a_changed_head_in_the_file_is_found(home: TinyHome) -> None:
    company_files(home).replace(replace(stored(home), head="a" * 64))

    assert found(home).faults == ("event 5: is not the head in the company's file",)


def test_a_damaged_company_file_is_told_beside_its_whole_trail(home: TinyHome) -> None:
    home.damage(ACME)

    verified = found(home)

    assert verified.seq == NEWEST
    assert ["does not match its checksum" in fault for fault in verified.faults] == [True]


# --- what is asked --------------------------------------------------------------------------


def test_a_head_is_read_as_it_is_written() -> None:
    head = Head(ACME, 12, "a" * 64)

    assert str(head) == f"acme:12:{'a' * 64}"
    assert head_of(str(head)) == head


@pytest.mark.parametrize("text", ["", "acme", "acme:0:" + "a" * 64, "../x:1:" + "a" * 64, "a:1:b"])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not COMPANY:NUMBER:LINK"):
        head_of(text)


def test_a_folder_without_a_journal_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(JournalUnusable, match="is not there"):
        next(verify(tmp_path))


def test_nothing_is_changed_by_looking(home: TinyHome) -> None:
    home.close()
    before = {path: path.read_bytes() for path in contents(home)}

    list(verify(home.folder))

    assert {path: path.read_bytes() for path in before} == before


def contents(home: TinyHome) -> Iterator[Path]:
    return (path for path in home.folder.rglob("*") if path.suffix in {".json", ".sqlite"})
