"""The store on disk keeps the promises, and its own besides."""

import stat
import threading
from pathlib import Path

import pytest

from storage.atomic import AtomicStorage
from storage.codec import SCHEMA
from storage.database import JournalUnusable
from storage.disk import Disk
from storage.journal import Journal
from storage.shelf import AT_HAND
from tests.storage.contract import DamageContract, StoreContract
from tests.storage.homes import TinyHome, commit, commit_company, read
from tests.storage.inbox_contract import InboxContract
from tests.storage.samples import ACME, MANAGER, NOON, answers, happened, opened, ticked, update
from workflow.errors import CompanyDamaged, NoSuchCompany
from workflow.events import EventKind
from workflow.ids import CompanyId
from workflow.model import Company, Outcome
from workflow.ports import RawUpdate


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    return tiny


class TestTinyStore(StoreContract):
    pass


class TestTinyDamage(DamageContract):
    pass


class TestTinyInbox(InboxContract):
    pass


class Watching(Disk):
    """The real disk, noting which names were put in place."""

    def __init__(self) -> None:
        self.placed: list[str] = []

    def replace(self, path: Path, target: Path) -> None:
        super().replace(path, target)
        self.placed.append(target.name)


def test_a_restart_changes_nothing(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME, 280, 281)
    rows = tiny.inbox.take_in([update(1)], NOON)

    tiny.reopen()

    assert read(tiny, ACME) == company
    assert tiny.inbox.open_rows() == rows
    assert list(tiny.store.check()) == []


def test_a_commit_writes_the_company_once(tiny: TinyHome) -> None:
    disk = Watching()
    tiny.reopen(disk)

    company = commit_company(tiny, ACME)
    assert disk.placed == ["acme.json"]

    commit(tiny, ticked(company, 280))
    assert disk.placed == ["acme.json", "acme.json.prev", "acme.json"]


def test_a_start_opens_no_company_file(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    tiny.file(ACME).unlink()
    tiny.file(ACME).mkdir()  # whoever tried to read it would fail

    tiny.reopen()

    with tiny.store.begin(None) as work:
        assert [card.id for card in work.companies_of(MANAGER)] == [ACME]


def test_only_some_companies_stay_at_hand_and_all_can_be_read(tiny: TinyHome) -> None:
    names = [CompanyId(f"c{number}") for number in range(AT_HAND + 2)]
    companies = [commit_company(tiny, name) for name in names]

    assert [read(tiny, name) for name in names] == companies


def test_everything_is_for_its_owner_only(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280)

    files = [path for path in tiny.folder.rglob("*") if path.is_file()]
    folders = [path for path in tiny.folder.rglob("*") if path.is_dir()]

    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in [*folders, tiny.folder]} == {0o700}
    assert {"acme.json", "acme.json.prev", "journal.sqlite"} <= {path.name for path in files}


def test_another_thread_is_refused(tiny: TinyHome) -> None:
    caught: list[BaseException] = []

    def begin() -> None:
        try:
            with tiny.store.begin(None):
                pass
        except AssertionError as error:
            caught.append(error)

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()

    assert len(caught) == 1


def test_a_missing_file_is_damage_and_not_an_empty_company(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    tiny.file(ACME).unlink()
    tiny.reopen()

    with pytest.raises(CompanyDamaged):
        read(tiny, ACME)
    assert [line.split(": ")[1] for line in tiny.store.check()] == [
        "missing, though the directory names it"
    ]


def test_an_older_file_put_in_its_place_is_noticed(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280, 281)
    tiny.previous(ACME).replace(tiny.file(ACME))
    tiny.reopen()

    with pytest.raises(CompanyDamaged):
        read(tiny, ACME)
    assert any("at event 2, the trail at 3" in line for line in tiny.store.check())


def test_the_damaged_file_is_kept_in_quarantine(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280, 281)
    tiny.damage(ACME)
    damaged = tiny.file(ACME).read_bytes()

    with tiny.store.begin(None) as work:
        copy = work.previous_copy(ACME)
        outcome = happened(copy.company, EventKind.COPY_ADOPTED, after=copy.missing[-1].seq)
        work.adopt_previous(outcome)
        work.commit()

    (kept,) = (tiny.folder / "quarantine").iterdir()
    assert kept.read_bytes() == damaged
    assert answers(read(tiny, ACME)) == [280]


def test_a_file_damaged_under_a_running_bot_is_not_overwritten(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME, 280)
    tiny.file(ACME).write_bytes(b"")

    with pytest.raises(CompanyDamaged):
        commit(tiny, ticked(company, 281))

    assert tiny.file(ACME).read_bytes() == b""
    with pytest.raises(CompanyDamaged):
        read(tiny, ACME)


def test_a_file_of_a_later_version_rests_and_nothing_older_replaces_it(tiny: TinyHome) -> None:
    commit_company(tiny, ACME, 280)
    later = AtomicStorage(tiny.file(ACME), Disk(), schema=SCHEMA + 1)
    later.write(later.read() or {})
    tiny.reopen()

    assert [f"schema {SCHEMA + 1} is newer" in line for line in tiny.store.check()] == [True]
    with tiny.store.begin(None) as work:
        with pytest.raises(CompanyDamaged):
            work.company(ACME)
        with pytest.raises(NoSuchCompany):
            work.previous_copy(ACME)


def test_a_lost_journal_stops_the_start(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    tiny.close()
    (tiny.folder / "journal.sqlite").write_bytes(b"")

    with pytest.raises(JournalUnusable):
        tiny.reopen()


def test_a_company_of_another_name_in_the_file_is_damage(tiny: TinyHome) -> None:
    commit_company(tiny, ACME)
    commit_company(tiny, CompanyId("other"))
    tiny.file(ACME).write_bytes(tiny.file(CompanyId("other")).read_bytes())
    tiny.reopen()

    with pytest.raises(CompanyDamaged):
        read(tiny, ACME)


@pytest.mark.parametrize(
    "company", [opened(CompanyId("../out")).company, opened(name="half \ud800").company]
)
def test_what_cannot_be_written_is_refused_and_the_store_goes_on(
    tiny: TinyHome, company: Company
) -> None:
    with pytest.raises((ValueError, TypeError)):
        commit(tiny, Outcome(company, company.recent))

    assert commit_company(tiny, ACME) == read(tiny, ACME)
    assert list(tiny.store.check()) == []


def test_an_inbox_of_another_server_rests(tmp_path: Path) -> None:
    here = Journal(tmp_path / "journal.sqlite", "here")
    there = Journal(tmp_path / "journal.sqlite", "there")

    (row,) = here.take_in([update(1)], NOON)
    here.heard(NOON)
    (other,) = there.take_in([update(1)], NOON)

    assert (here.open_rows(), there.open_rows()) == ((row,), (other,))
    assert there.last_heard() is None
    here.close()
    there.close()


def test_half_a_surrogate_in_an_update_is_kept_as_its_escape(tiny: TinyHome) -> None:
    (row,) = tiny.inbox.take_in([RawUpdate(1, None, '{"text":"\ud800"}')], NOON)

    assert row.body == '{"text":"\\ud800"}'


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\0" + b"x" * 5000]
)
def test_a_damaged_journal_stops_the_start_and_is_kept(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "journal.sqlite").write_bytes(content)

    with pytest.raises(JournalUnusable):
        Journal(tmp_path / "journal.sqlite", "here")

    assert (tmp_path / "journal.sqlite").read_bytes() == content


def test_a_journal_of_a_later_version_is_refused(tiny: TinyHome) -> None:
    tiny.inbox.database.tell("pragma user_version = 99")
    tiny.close()

    with pytest.raises(JournalUnusable, match="version 99 is newer"):
        tiny.reopen()


def test_what_the_directory_says_otherwise_is_a_fault(tiny: TinyHome) -> None:
    company = commit_company(tiny, ACME)
    tiny.inbox.database.tell("update directory set name = 'x'")

    assert ["the directory says otherwise" in line for line in tiny.store.check()] == [True]
    assert read(tiny, ACME) == company
