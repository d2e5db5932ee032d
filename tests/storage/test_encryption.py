"""A store and an evidence box with a key: nothing readable on the disk, all promises kept."""

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.atomic import AtomicStorage, FileDamaged
from storage.backup import backup, restore
from storage.cipher import KeyMissing, Keys, key_of
from storage.codec import SCHEMA
from storage.companies import CompanyFiles
from storage.disk import Disk
from storage.evidence import EvidenceDamaged, FileBox
from storage.key_record import RECORD
from tests.storage.contract import DamageContract, StoreContract
from tests.storage.faulty import Fault, FaultyDisk, PowerCut, tick
from tests.storage.homes import TinyHome, commit, commit_company, new_ids, read
from tests.storage.samples import ACME, NOON, answers, opened, ticked
from workflow.errors import CompanyDamaged
from workflow.given import FileRef
from workflow.ids import CompanyId

KEYS, OTHER = Keys(b"1" * 32), Keys(b"2" * 32)
CANARY = "金丝雀有限公司"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[TinyHome]:
    home = TinyHome(tmp_path / "data", keys=KEYS)
    yield home
    home.close()


@pytest.fixture
def box(home: TinyHome) -> FileBox:
    return FileBox(home.folder / "evidence", new_ids("file"), keys=KEYS)


class TestSealedStore(StoreContract):
    pass


class TestSealedDamage(DamageContract):
    pass


def put(box: FileBox, content: bytes) -> FileRef:
    return box.put(io.BytesIO(content), "a.pdf", "application/pdf")


def place(home: TinyHome, file: FileRef) -> Path:
    return home.folder / "evidence" / file.id[:2] / file.id


def holding(folder: Path, text: str) -> list[str]:
    kept = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in kept if text.encode() in path.read_bytes()]


def test_what_is_handed_in_is_nowhere_readable_on_the_disk(home: TinyHome, box: FileBox) -> None:
    company = commit(home, opened(name=CANARY))
    for answer in (280, 281):
        company = commit(home, ticked(company, answer))
    file = put(box, CANARY.encode() * 50_000)

    assert holding(home.folder / "companies", CANARY) == []
    assert holding(home.folder / "evidence", CANARY) == []
    assert len(list((home.folder / "companies").iterdir())) == 2
    home.reopen()
    assert read(home, ACME) == company
    assert box.read(file) == CANARY.encode() * 50_000


def test_size_and_sum_are_those_of_the_file_handed_in(home: TinyHome, box: FileBox) -> None:
    plain = FileBox(home.folder / "plain", new_ids("file"))

    assert put(box, b"paper") == put(plain, b"paper")


def test_plain_and_sealed_files_live_side_by_side(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME, 280)
    file = put(FileBox(tiny.folder / "evidence", new_ids("plain")), b"paper")
    tiny.keys = KEYS
    tiny.reopen()
    box = FileBox(tiny.folder / "evidence", new_ids("sealed"), keys=KEYS)

    commit(tiny, ticked(read(tiny, ACME), 281))
    second = put(box, b"second")

    assert (box.read(file), box.read(second)) == (b"paper", b"second")
    files = CompanyFiles(tiny.folder, Disk(), KEYS)
    previous = files.read_previous(ACME)
    assert previous is not None
    assert previous.company == company
    assert holding(tiny.folder / "companies", company.name) == ["acme.json.prev"]


@pytest.mark.parametrize("keys", [None, OTHER])
def test_a_start_without_the_key_is_refused_and_changes_nothing(
    home: TinyHome, keys: Keys | None
) -> None:
    commit_company(home, ACME, 280)
    before = {path: path.read_bytes() for path in (home.folder / "companies").iterdir()}
    home.keys = keys

    with pytest.raises(KeyMissing, match=f"{RECORD}: needs the key {KEYS.present}, which is"):
        home.reopen()

    assert {path: path.read_bytes() for path in (home.folder / "companies").iterdir()} == before
    assert (home.folder / RECORD).read_text().split() == [KEYS.present]
    home.keys = KEYS
    home.reopen()
    assert answers(read(home, ACME)) == [280]


def test_a_file_that_needs_another_key_is_no_damage(home: TinyHome) -> None:
    company = commit_company(home, ACME, 280)
    (home.folder / RECORD).unlink()
    home.keys = OTHER
    home.reopen()

    with home.store.begin(None) as work:
        with pytest.raises(KeyMissing):
            work.company(ACME)
        with pytest.raises(KeyMissing):
            work.previous_copy(ACME)

    lines = list(home.store.check())
    assert len(lines) == 2
    assert all(f"needs the key {KEYS.present}" in line for line in lines)
    assert list((home.folder / "quarantine").iterdir()) == []
    home.keys = Keys(b"2" * 32, [b"1" * 32])
    home.reopen()
    assert read(home, ACME) == company


def test_a_commit_under_way_waits_for_its_key_and_hinders_nobody(home: TinyHome) -> None:
    attempt = tick(home)
    home.reopen(FaultyDisk(7, Fault.DIES_AFTER))
    with pytest.raises(PowerCut):
        attempt.run()
    (home.folder / RECORD).unlink()

    home.keys = OTHER
    home.reopen()
    other = commit_company(home, CompanyId("other"))
    assert read(home, CompanyId("other")) == other

    home.keys = Keys(b"1" * 32, [b"2" * 32])
    home.reopen()
    assert attempt.happened()


def test_evidence_says_which_key_it_needs(home: TinyHome, box: FileBox) -> None:
    file = put(box, b"paper")

    with pytest.raises(KeyMissing, match=f"evidence/{file.id}: needs the key {KEYS.present}"):
        FileBox(home.folder / "evidence", new_ids("x")).read(file)


def test_evidence_in_the_place_of_another_is_refused(home: TinyHome, box: FileBox) -> None:
    one, two = put(box, b"one"), put(box, b"one")

    place(home, two).replace(place(home, one))

    with pytest.raises(EvidenceDamaged):
        box.read(one)


def test_every_flipped_bit_and_cut_of_sealed_evidence_is_refused(
    home: TinyHome, box: FileBox
) -> None:
    file = put(box, b"paper")
    whole = place(home, file).read_bytes()
    flips = [
        whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :]
        for at in range(len(whole))
        for bit in range(8)
    ]

    for content in [*flips, *(whole[:length] for length in range(len(whole)))]:
        place(home, file).write_bytes(content)
        with pytest.raises((EvidenceDamaged, KeyMissing)):
            box.read(file)


def test_a_plain_file_in_the_place_of_a_sealed_one_is_refused(home: TinyHome, box: FileBox) -> None:
    file = put(box, b"paper")

    place(home, file).write_bytes(b"forged")

    with pytest.raises(EvidenceDamaged):
        box.read(file)


def test_a_company_in_the_place_of_another_is_damage(home: TinyHome) -> None:
    commit_company(home, ACME)
    commit_company(home, CompanyId("other"))
    home.file(ACME).write_bytes(home.file(CompanyId("other")).read_bytes())
    home.reopen()

    with pytest.raises(CompanyDamaged):
        read(home, ACME)
    assert "its key does not open it" in next(home.store.check())


@pytest.mark.parametrize(("schema", "seq"), [(SCHEMA, 3), (SCHEMA - 1, 2)])
def test_a_sealed_body_under_another_header_is_damage(
    home: TinyHome, schema: int, seq: int
) -> None:
    commit_company(home, ACME, 280)
    _, _, body = home.file(ACME).read_bytes().partition(b"\n")
    digest = hashlib.sha256(b"%d %d\n" % (schema, seq) + body).hexdigest()
    header = f'{{"schema":{schema},"seq":{seq},"sha256":"{digest}"}}\n'

    home.file(ACME).write_bytes(header.encode() + body)

    with pytest.raises(FileDamaged, match="its key does not open it"):
        CompanyFiles(home.folder, Disk(), KEYS).read(ACME)


def test_damage_shows_without_the_key(home: TinyHome) -> None:
    commit_company(home, ACME, 280)
    home.file(ACME).write_bytes(home.file(ACME).read_bytes()[:-1])

    with pytest.raises(FileDamaged, match="does not match its checksum"):
        AtomicStorage(home.file(ACME), Disk(), SCHEMA).read()


def test_a_new_key_is_written_down_before_it_seals_anything(tmp_path: Path) -> None:
    disk = FaultyDisk(1, Fault.FULL)
    home = TinyHome(tmp_path / "data")
    home.keys = KEYS

    with pytest.raises(OSError, match="No space left"):
        home.reopen(disk)

    home.reopen()
    assert (tmp_path / "data" / RECORD).read_text() == f"{KEYS.present}\n"
    home.close()


def test_a_backup_holds_the_sealed_files_and_the_ids_of_their_keys(
    home: TinyHome, box: FileBox, tmp_path: Path
) -> None:
    company = commit_company(home, ACME, 280)
    file = put(box, b"paper")

    backup(home.folder, tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "back", NOON)

    with pytest.raises(KeyMissing):
        TinyHome(tmp_path / "back")
    back = TinyHome(tmp_path / "back", keys=KEYS)
    assert read(back, ACME) == company
    assert key_of(place(back, file).read_bytes()) == KEYS.present
    assert FileBox(back.folder / "evidence", new_ids("x"), keys=KEYS).read(file) == b"paper"
    back.close()
