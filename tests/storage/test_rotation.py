"""Rotation: every file under the present key, however often it is stopped on its way."""

import io
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.cipher import KeyMissing, Keys, key_of
from storage.evidence import FileBox
from storage.key_record import RECORD
from storage.lock import FolderInUse, FolderLock
from storage.rotation import Rotated, rotate
from tests.storage.faulty import Fault, FaultyDisk, PowerCut
from tests.storage.homes import TinyHome, commit, commit_company, new_ids, read
from tests.storage.samples import ACME, answers, ticked
from workflow.given import FileRef
from workflow.ids import CompanyId
from workflow.model import Company

OLD, NEW = b"1" * 32, b"2" * 32
PLAIN, BEFORE, BOTH, AFTER = Keys(), Keys(OLD), Keys(NEW, [OLD]), Keys(NEW)
OFF = Keys(None, [OLD])
OTHER = CompanyId("other")
CALLS = 28
"""So many times does the rotation of `filled` call the disk."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a data folder held before it was rotated."""

    folder: Path
    companies: tuple[Company, ...]
    files: tuple[FileRef, ...]

    def require(self, keys: Keys) -> None:
        """Everything reads as it did, the copies before included, and nothing is left lying."""
        home = TinyHome(self.folder, keys=keys)
        assert tuple(read(home, company.id) for company in self.companies) == self.companies
        assert list(home.store.check()) == []
        box = FileBox(self.folder / "evidence", new_ids("x"), keys=keys)
        assert [box.read(file) for file in self.files] == [b"paper 1", b"paper 2" * 30_000]
        home.close()

    def key_ids(self) -> set[str | None]:
        """By which keys the files are sealed."""
        companies = [*(self.folder / "companies").iterdir()]
        evidence = [path for path in (self.folder / "evidence").glob("*/*") if path.is_file()]
        bodies = [path.read_bytes().partition(b"\n")[2] for path in companies]
        assert len(companies) == 3
        assert len(evidence) == 2
        return {key_of(content) for content in [*bodies, *(p.read_bytes() for p in evidence)]}


def filled(folder: Path, first: Keys, second: Keys) -> Kept:
    """Two companies, one of two generations, and two files; the second half under `second`."""
    home = TinyHome(folder, keys=first)
    company = commit_company(home, ACME, 280)
    one = put(folder, first, "one", b"paper 1")
    home.keys = second
    home.reopen()
    companies = (commit(home, ticked(company, 281)), commit_company(home, OTHER))
    two = put(folder, second, "two", b"paper 2" * 30_000)
    home.close()
    return Kept(folder, companies, (one, two))


def put(folder: Path, keys: Keys, name: str, content: bytes) -> FileRef:
    box = FileBox(folder / "evidence", new_ids(name), keys=keys)
    return box.put(io.BytesIO(content), "a.pdf", "application/pdf")


@pytest.mark.parametrize(
    ("first", "second", "keys", "changed"),
    [
        (PLAIN, PLAIN, AFTER, 5),
        (PLAIN, BEFORE, BEFORE, 2),
        (BEFORE, BEFORE, BOTH, 5),
        (BEFORE, BOTH, BOTH, 2),
        (PLAIN, BEFORE, BOTH, 5),
        (BEFORE, BEFORE, OFF, 5),
        (PLAIN, PLAIN, PLAIN, 0),
    ],
)
def test_everything_comes_under_the_present_key(
    tmp_path: Path, first: Keys, second: Keys, keys: Keys, changed: int
) -> None:
    kept = filled(tmp_path / "data", first, second)

    assert rotate(kept.folder, keys) == Rotated(changed, 5 - changed, ())

    assert kept.key_ids() == {keys.present}
    kept.require(AFTER if keys.present == AFTER.present else keys)
    assert rotate(kept.folder, keys) == Rotated(0, 5, ())


def test_the_older_key_is_needed_no_more(tmp_path: Path) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)

    rotate(kept.folder, BOTH)

    kept.require(AFTER)
    with pytest.raises(KeyMissing):
        kept.require(BEFORE)


def test_after_a_rotation_to_plain_no_key_is_needed(tmp_path: Path) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)

    rotate(kept.folder, OFF)

    kept.require(PLAIN)


def test_a_rotation_calls_the_disk_so_many_times(tmp_path: Path) -> None:
    last = filled(tmp_path / "data", BEFORE, BEFORE)
    rotate(last.folder, BOTH, disk := FaultyDisk(CALLS + 1, Fault.BROKEN))
    assert not disk.struck

    again = filled(tmp_path / "again", BEFORE, BEFORE)
    with pytest.raises(OSError, match="Input/output"):
        rotate(again.folder, BOTH, FaultyDisk(CALLS, Fault.BROKEN))


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("call", range(1, CALLS + 1))
def test_a_rotation_stopped_anywhere_loses_nothing_and_can_be_done_again(
    tmp_path: Path, call: int, fault: Fault
) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)

    disk = FaultyDisk(call, fault)
    with suppress(OSError, PowerCut):
        rotate(kept.folder, BOTH, disk)
    assert disk.struck
    # a bot may run in between: with both keys all is there
    kept.require(BOTH)
    rotate(kept.folder, BOTH)

    assert kept.key_ids() == {AFTER.present}
    kept.require(AFTER)


def test_a_company_can_be_ticked_after_its_rotation(tmp_path: Path) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)
    rotate(kept.folder, BOTH)

    home = TinyHome(kept.folder, keys=AFTER)
    commit(home, ticked(read(home, ACME), 282))

    assert answers(read(home, ACME)) == [280, 281, 282]
    home.close()


def test_damaged_files_are_told_and_left_and_the_older_key_stays_in_use(tmp_path: Path) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)
    company = kept.folder / "companies" / "other.json"
    evidence = kept.folder / "evidence" / "on" / "one-1"
    for path in (company, evidence):
        path.write_bytes(path.read_bytes()[:-1])
    damaged = (company.read_bytes(), evidence.read_bytes())

    rotated = rotate(kept.folder, BOTH)

    assert (rotated.changed, rotated.kept) == (3, 0)
    assert [line.split(": ")[0] for line in rotated.left] == [str(company), str(evidence)]
    assert (company.read_bytes(), evidence.read_bytes()) == damaged
    assert set((kept.folder / RECORD).read_text().split()) == {BEFORE.present, AFTER.present}


def test_what_a_crash_left_is_taken_away(tmp_path: Path) -> None:
    kept = filled(tmp_path / "data", PLAIN, PLAIN)
    left_over = [
        kept.folder / name
        for name in ("companies/acme.json.new", "companies/acme.json.keep", "evidence/incoming/x")
    ]
    for path in left_over:
        path.write_text("plain")
    (kept.folder / "backup.stage").mkdir()
    (kept.folder / "backup.stage" / "acme.json").write_text("plain")

    rotate(kept.folder, AFTER)

    assert [path for path in left_over if path.exists()] == []
    assert not (kept.folder / "backup.stage").exists()


@pytest.mark.parametrize("keys", [PLAIN, AFTER])
def test_a_missing_key_is_told_before_anything_is_touched(tmp_path: Path, keys: Keys) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)

    with pytest.raises(KeyMissing, match=f"{BEFORE.present}"):
        rotate(kept.folder, keys)

    kept.require(BEFORE)


@pytest.mark.parametrize("name", ["lock", "backup.lock"])
def test_a_rotation_is_refused_while_the_bot_or_a_backup_runs(tmp_path: Path, name: str) -> None:
    kept = filled(tmp_path / "data", BEFORE, BEFORE)

    with FolderLock(kept.folder, name), pytest.raises(FolderInUse):
        rotate(kept.folder, BOTH)

    assert kept.key_ids() == {BEFORE.present}
