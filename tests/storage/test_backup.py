"""Backups taken while the bot runs, and their way back."""

import io
from pathlib import Path

import pytest

from storage.backup import BackupRefused, backup, copy_journal, moment, restore, verify
from storage.evidence import FileBox
from storage.lock import FolderInUse, FolderLock
from tests.storage.faulty import Fault, FaultyDisk, PowerCut, tick
from tests.storage.homes import TinyHome, commit, commit_company, new_ids, read
from tests.storage.samples import ACME, NOON, answers, ticked, update


@pytest.fixture
def box(tiny: TinyHome) -> FileBox:
    return FileBox(tiny.folder / "evidence", new_ids("file"))


def test_a_backup_brings_back_everything(tiny: TinyHome, box: FileBox, tmp_path: Path) -> None:
    company = commit_company(tiny, ACME, 280)
    rows = tiny.inbox.take_in([update(1)], NOON)
    file = box.put(io.BytesIO(b"paper"), "a.pdf", "application/pdf")

    backup(tiny.folder, tmp_path / "copy")
    aside = restore(tmp_path / "copy", tmp_path / "back", NOON)

    home = TinyHome(tmp_path / "back")
    assert aside is None
    assert read(home, ACME) == company
    assert home.inbox.open_rows() == rows
    assert FileBox(tmp_path / "back" / "evidence", new_ids("x")).read(file) == b"paper"
    assert list(home.store.check()) == []
    home.close()


def test_a_restore_moves_the_present_folder_aside(tiny: TinyHome, tmp_path: Path) -> None:
    company = commit_company(tiny, ACME, 280)
    backup(tiny.folder, tmp_path / "copy")
    commit(tiny, ticked(company, 281))
    tiny.close()

    aside = restore(tmp_path / "copy", tiny.folder, NOON)

    assert aside == tmp_path / "data.before-1"
    tiny.reopen()
    assert answers(read(tiny, ACME)) == [280]
    other = TinyHome(aside)
    assert answers(read(other, ACME)) == [280, 281]
    other.close()


def test_a_restore_is_refused_while_the_bot_runs(tiny: TinyHome, tmp_path: Path) -> None:
    commit_company(tiny, ACME)
    backup(tiny.folder, tmp_path / "copy")

    with FolderLock(tiny.folder), pytest.raises(FolderInUse):
        restore(tmp_path / "copy", tiny.folder, NOON)

    assert answers(read(tiny, ACME)) == []


def test_a_commit_that_was_under_way_is_ended_after_the_restore(
    tiny: TinyHome, tmp_path: Path
) -> None:
    attempt = tick(tiny)
    tiny.reopen(FaultyDisk(7, Fault.DIES_AFTER))
    with pytest.raises(PowerCut):
        attempt.run()

    backup(tiny.folder, tmp_path / "copy")
    tiny.close()
    restore(tmp_path / "copy", tiny.folder, NOON)

    tiny.reopen()
    assert attempt.happened()


def test_a_commit_after_the_moment_is_not_in_it(tiny: TinyHome, tmp_path: Path) -> None:
    company = commit_company(tiny, ACME, 280)
    (tmp_path / "then" / "companies").mkdir(parents=True)

    with moment(tiny.folder, tmp_path / "then" / "companies") as journal:
        commit(tiny, ticked(company, 281))
        copy_journal(journal, tmp_path / "then" / "journal.sqlite")

    home = TinyHome(tmp_path / "then")
    assert answers(read(home, ACME)) == [280]
    assert list(home.store.check()) == []
    home.close()


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("companies/acme.json", "companies/acme.json is damaged"),
        ("journal.sqlite", "journal.sqlite is damaged"),
        ("manifest.json", "manifest.json is missing or damaged"),
    ],
)
def test_a_damaged_backup_is_refused(tiny: TinyHome, tmp_path: Path, name: str, fault: str) -> None:
    commit_company(tiny, ACME)
    backup(tiny.folder, tmp_path / "copy")
    damaged = tmp_path / "copy" / name
    damaged.write_bytes(damaged.read_bytes()[:-3])

    with pytest.raises(BackupRefused) as caught:
        restore(tmp_path / "copy", tmp_path / "back", NOON)

    assert caught.value.why == fault
    assert not (tmp_path / "back").exists()


def test_missing_and_foreign_files_are_told(tiny: TinyHome, tmp_path: Path) -> None:
    commit_company(tiny, ACME)
    backup(tiny.folder, tmp_path / "copy")
    (tmp_path / "copy/companies/acme.json").rename(tmp_path / "copy/companies/acne.json")

    assert sorted(verify(tmp_path / "copy")) == [
        "companies/acme.json is missing",
        "companies/acne.json is not in the manifest",
    ]


def test_a_name_that_is_taken_is_refused(tiny: TinyHome, tmp_path: Path) -> None:
    (tmp_path / "copy").mkdir()

    with pytest.raises(BackupRefused):
        backup(tiny.folder, tmp_path / "copy")


def test_a_folder_without_a_journal_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BackupRefused):
        backup(tmp_path / "nothing", tmp_path / "copy")


def test_what_an_interrupted_backup_left_is_no_hindrance(tiny: TinyHome, tmp_path: Path) -> None:
    commit_company(tiny, ACME)
    (tmp_path / "copy.partial" / "companies").mkdir(parents=True)
    (tmp_path / "copy.partial" / "companies" / "old.json").write_text("x")
    (tiny.folder / "backup.stage").mkdir()
    (tiny.folder / "backup.stage" / "old.json").write_text("x")

    backup(tiny.folder, tmp_path / "copy")

    assert sorted(verify(tmp_path / "copy")) == []
    assert [each.name for each in (tmp_path / "copy/companies").iterdir()] == ["acme.json"]
    assert not (tiny.folder / "backup.stage").exists()
