"""Files handed in are proved by the trail: what is changed, missing or unnamed is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.cipher import Keys
from storage.verification import Verified
from tests.storage.homes import TinyHome, commit, read
from tests.storage.papered import (
    PAPER,
    company_files,
    evidence,
    found,
    handed_in,
    put,
    stored,
    with_paper,
)
from tests.storage.samples import ACME, MANAGER, NOON
from workflow.change import Doer, Done, outcome
from workflow.events import EventKind
from workflow.given import FileRef
from workflow.model import Company


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    with_paper(tiny)
    return tiny


@pytest.fixture
def paper(home: TinyHome) -> FileRef:
    """A file that the trail vouches for."""
    file = put(home, b"another paper" * 100, "other.pdf")
    commit(home, handed_in(read(home, ACME), file))
    return file


@pytest.mark.parametrize("at", [0, 700, 1299])
def test_a_flipped_bit_of_a_file_is_found(home: TinyHome, paper: FileRef, at: int) -> None:
    content = bytearray(evidence(home, paper).read_bytes())
    content[at] ^= 1
    evidence(home, paper).write_bytes(content)

    (fault,) = found(home).faults

    assert fault == f"{evidence(home, paper)}: is not what was handed in"


def test_a_missing_file_is_found(home: TinyHome, paper: FileRef) -> None:
    evidence(home, paper).unlink()

    assert found(home).faults == (f"file {paper.id}: missing",)


def test_a_file_changed_together_with_its_record_is_found(home: TinyHome, paper: FileRef) -> None:
    evidence(home, paper).write_bytes(b"forged")
    other = put(home, b"forged", "forged.pdf")
    forged_file = replace(paper, sha256=other.sha256)
    company = handed_in(home_before(home), forged_file).company
    company_files(home).replace(replace(stored(home), company=company))

    (fault,) = found(home).faults

    assert fault == "event 6: the company's file no longer names its file"


def home_before(home: TinyHome) -> Company:
    copy = company_files(home).read_previous(ACME)
    assert copy is not None
    return copy.company


def test_sealed_files_are_proved_with_their_key(tmp_path: Path) -> None:
    home = TinyHome(tmp_path / "data", keys=Keys(bytes(range(32))))
    file = with_paper(home)

    assert found(home).faults == ()
    content = bytearray(evidence(home, file).read_bytes())
    content[-1] ^= 1
    evidence(home, file).write_bytes(content)
    assert [str(evidence(home, file)) in fault for fault in found(home).faults] == [True]
    home.close()


def test_what_was_signed_is_no_file(home: TinyHome) -> None:
    season = read(home, ACME).seasons[0]
    signed = Done(EventKind.SIGNED, season, PAPER, 2, new="赵总", digests=("5ea1" * 16,))

    commit(home, outcome(read(home, ACME), Doer(MANAGER, NOON, NOON.date()), signed))

    assert found(home).faults == ()


def test_the_trail_goes_on_whole_from_a_previous_copy(home: TinyHome) -> None:
    company = read(home, ACME)
    commit(home, handed_in(company, put(home, b"lost with the file", "lost.pdf")))
    home.damage(ACME)

    with home.store.begin(None) as work:
        copy = work.previous_copy(ACME)
        counted = replace(copy.company, event_seq=copy.missing[-1].seq)
        done = Done(EventKind.COPY_ADOPTED, new=str(len(copy.missing)))
        work.adopt_previous(outcome(counted, Doer(MANAGER, NOON, NOON.date()), done))
        work.commit()

    assert found(home) == Verified(ACME, 7, stored(home).head, ())
