"""Evidence past its term: listed, deleted with an event, never under a hold, and verify knows."""

import contextlib
from dataclasses import replace
from datetime import date

import pytest

from storage.cipher import Keys
from storage.erasure import Opened
from storage.lock import FolderInUse, FolderLock
from storage.retention import Overdue, delete, overdue
from tests.storage.faulty import Fault, FaultyDisk, PowerCut
from tests.storage.homes import TinyHome, commit, commit_company, new_ids, read
from tests.storage.papered import (
    OTHER,
    PAPER,
    company_files,
    evidence,
    found,
    handed_in,
    put,
    with_paper,
)
from tests.storage.samples import ACME, MANAGER, NOON, happened
from workflow.change import Doer
from workflow.events import EventKind
from workflow.given import FileRef, FilesGiven
from workflow.ids import SeasonId
from workflow.model import Company, Lifecycle
from workflow.record import ERASED_NAME, OPERATOR
from workflow.retention import hold

LATER = date(2099, 1, 1)


def over(home: TinyHome) -> FileRef:
    """A company whose season is archived, with one file; the file."""
    file = with_paper(home)
    archive(home)
    return file


def archive(home: TinyHome) -> None:
    company = read(home, ACME)
    season = replace(company.seasons[0], lifecycle=Lifecycle.ARCHIVED)
    archived = replace(company, seasons=(season,))
    commit(home, happened(archived, EventKind.SEASON_ARCHIVED))


def opened(home: TinyHome) -> Opened:
    return Opened(home.folder, home.inbox.database, home.store, new_ids("r"), home.keys or Keys())


def listed(home: TinyHome, today: date = LATER) -> list[str]:
    companies = overdue(home.folder, home.keys or Keys(), today)
    past = [each for each in companies if isinstance(each, Overdue)]
    return [one.file.name for each in past for one in each.files]


def name_of(company: Company) -> str:
    given = company.seasons[0].items[PAPER].entries[-1].given
    assert isinstance(given, FilesGiven)
    return given.files[0].name


def test_what_is_past_its_term_is_listed_and_nothing_is_changed(tiny: TinyHome) -> None:
    file = over(tiny)

    assert listed(tiny, date(2027, 6, 1)) == []
    assert listed(tiny) == ["paper.pdf"]
    assert evidence(tiny, file).exists()
    assert read(tiny, ACME).recent[-1].kind is EventKind.SEASON_ARCHIVED


def test_deleting_takes_the_bytes_and_leaves_an_event_that_verify_knows(tiny: TinyHome) -> None:
    file = over(tiny)

    (deleted,) = delete(opened(tiny), NOON, LATER)

    assert isinstance(deleted, Overdue)
    assert [each.file for each in deleted.files] == [file]
    assert not evidence(tiny, file).exists()
    assert name_of(read(tiny, ACME)) == ERASED_NAME
    with tiny.store.begin(None) as work:
        (newest,) = work.events(ACME, 1)
    assert (newest.kind, newest.by, newest.new) == (EventKind.FILE_ERASED, OPERATOR, file.id)
    assert found(tiny).faults == ()


def test_the_previous_copy_names_the_file_no_more(tiny: TinyHome) -> None:
    over(tiny)

    delete(opened(tiny), NOON, LATER)

    previous = company_files(tiny).read_previous(ACME)
    assert previous is not None
    assert name_of(previous.company) == ERASED_NAME


def test_done_twice_it_does_nothing_more(tiny: TinyHome) -> None:
    over(tiny)
    delete(opened(tiny), NOON, LATER)
    before = read(tiny, ACME)

    assert delete(opened(tiny), NOON, LATER) == ()
    assert read(tiny, ACME) == before


def test_under_a_hold_nothing_is_listed_and_nothing_deleted(tiny: TinyHome) -> None:
    file = over(tiny)
    commit(tiny, hold(read(tiny, ACME), "某案", by=Doer(MANAGER, NOON, NOON.date())))

    assert listed(tiny) == []
    assert delete(opened(tiny), NOON, LATER) == ()
    assert evidence(tiny, file).exists()


def test_a_file_of_a_season_still_worked_on_is_left_alone(tiny: TinyHome) -> None:
    file = with_paper(tiny)

    assert delete(opened(tiny), NOON, LATER) == ()
    assert evidence(tiny, file).exists()


def test_a_company_that_cannot_be_read_is_told_and_hides_no_other(tiny: TinyHome) -> None:
    file = over(tiny)
    tiny.file(OTHER).write_bytes(b"torn")
    tiny.reopen()

    deleted, told = delete(opened(tiny), NOON, LATER)

    assert isinstance(deleted, Overdue)
    assert isinstance(told, str)
    assert str(tiny.file(OTHER)) in told
    assert not evidence(tiny, file).exists()


def test_it_waits_for_a_backup(tiny: TinyHome) -> None:
    over(tiny)

    with FolderLock(tiny.folder, "backup.lock"), pytest.raises(FolderInUse):
        delete(opened(tiny), NOON, LATER)


@pytest.mark.parametrize("call", range(1, 40, 3))
def test_stopped_anywhere_it_is_simply_done_again(tiny: TinyHome, call: int) -> None:
    file = over(tiny)
    tiny.reopen(disk := FaultyDisk(call, Fault.DIES_AFTER))
    at_hand = replace(opened(tiny), disk=disk)
    with contextlib.suppress(PowerCut):
        delete(at_hand, NOON, LATER)
    tiny.reopen()

    delete(opened(tiny), NOON, LATER)

    assert not evidence(tiny, file).exists()
    assert name_of(read(tiny, ACME)) == ERASED_NAME
    assert found(tiny).faults == ()


def test_a_file_used_again_elsewhere_stays(tiny: TinyHome) -> None:
    commit_company(tiny, OTHER)
    company = commit_company(tiny, ACME)
    file = put(tiny, b"the paper")
    company = commit(tiny, handed_in(company, file))
    season = company.seasons[0]
    older = replace(season, lifecycle=Lifecycle.ARCHIVED)
    two = replace(company, seasons=(older, replace(season, id=SeasonId("s2"))))
    commit(tiny, happened(two, EventKind.SEASON_OPENED))

    assert listed(tiny) == []
