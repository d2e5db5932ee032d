"""Erasing a person: no byte of theirs stays on the disk, the trail stays whole."""

import json
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from storage.cipher import Keys
from storage.erasure import Erased, ErasureRefused, Opened, erase_person
from storage.forgotten import MARK
from storage.lock import FolderInUse, FolderLock
from tests.storage.faulty import Fault, FaultyDisk, PowerCut
from tests.storage.homes import TinyHome, commit, new_ids, read
from tests.storage.papered import OTHER, PAPER, evidence, found, handed_in, put
from tests.storage.peopled import (
    BOSS,
    FEED,
    HOOK,
    M1,
    M2,
    MAIL,
    NAME,
    SAID,
    SIGNS,
    WHO,
    peopled_home,
)
from tests.storage.samples import ACME, MANAGER, NOON, answers, ticked
from workflow.change import Done, outcome
from workflow.channels import Address, ChannelKind
from workflow.events import EventKind
from workflow.given import AnswerGiven, FileRef, FilesGiven, Number, Origin
from workflow.ids import FileId, PersonId
from workflow.model import MovedDue, Word
from workflow.ports import ChatId, RawUpdate
from workflow.reminders import End, Ending, Recipient
from workflow.team import Department, Member, Robot, Role

TEXTS = (WHO, NAME, SAID, MAIL, MAIL.upper(), HOOK, SIGNS, FEED)
CANARIES = [text.encode(how) for text in TEXTS for how in ("utf-8", "unicode_escape", "utf-16-le")]


@pytest.fixture
def home(tiny: TinyHome) -> TinyHome:
    return peopled_home(tiny)


def erase(home: TinyHome, *files: FileId, person: PersonId = WHO) -> Erased:
    opened = Opened(home.folder, home.inbox.database, home.store, new_ids("e"), home.keys or Keys())
    return erase_person(opened, person, NOON, files)


def bytes_on_disk(home: TinyHome) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.folder.rglob("*") if path.is_file()}


def sightings(home: TinyHome) -> Iterator[str]:
    for path, content in bytes_on_disk(home).items():
        yield from (f"{path.name}: {canary!r}" for canary in CANARIES if canary in content)


def card(home: TinyHome) -> FileRef:
    given = read(home, ACME).seasons[0].items[PAPER].entries[-1].given
    assert isinstance(given, FilesGiven)
    return given.files[0]


def test_the_disk_is_full_of_them_before(home: TinyHome) -> None:
    names = {line.split(":")[0] for line in sightings(home)}

    everything = b"".join(bytes_on_disk(home).values())
    ways = ("utf-8", "unicode_escape")
    unseen = [text for text in TEXTS if not any(text.encode(how) in everything for how in ways)]
    assert unseen == []
    assert {"acme.json", "acme.json.prev", "acme.aside.json"} <= names
    assert names & {"journal.sqlite", "journal.sqlite-wal"}


def test_no_byte_of_theirs_is_left_on_the_disk(home: TinyHome) -> None:
    erased = erase(home)

    assert list(sightings(home)) == []
    assert erased.left == ()
    assert erased.companies == (ACME,)
    home.reopen()
    commit(home, ticked(read(home, ACME), 283))
    assert list(sightings(home)) == []


def test_the_trail_stays_whole_and_says_that_they_were_erased(home: TinyHome) -> None:
    newest = found(home).seq

    erased = erase(home)

    assert found(home).faults == ()
    assert list(home.store.check()) == []
    with home.store.begin(None) as work:
        events = {event.seq: event for event in work.events(ACME, 99)}
    said = events[newest + 1]
    assert (said.kind, said.subject, said.by) == (EventKind.ERASED, erased.alias, "operator")
    assert said not in read(home, ACME).recent
    gone = [events[int(number)] for number in said.new.split()]
    assert erased.events == len(gone) == 9
    assert {event.by for event in gone} == {erased.alias, MANAGER}
    assert [event.why for event in gone if event.by == MANAGER] == [f"{MARK} 的表不对"]


def test_the_companys_own_record_stays(home: TinyHome) -> None:
    erased = erase(home)

    company = read(home, ACME)
    assert answers(company) == [280, 281, 282]
    assert [each.person for each in company.members] == [MANAGER]
    assert company.former == (Member(erased.alias, MARK, (Role.CONTRIBUTOR,), (Department.FIN,)),)
    assert company.seasons[0].assigned == {}
    assert company.seasons[0].filings[0].by == erased.alias
    assert evidence(home, card(home)).read_bytes() == b"their identity card"


def test_what_was_changed_of_the_season_stays_without_their_words(home: TinyHome) -> None:
    erased = erase(home)

    season, day = read(home, ACME).seasons[0], NOON.date()
    assert season.moved == {
        M1: MovedDue(day, erased.alias),
        M2: MovedDue(day, MANAGER, f"等 {MARK}"),
    }
    assert season.words == {
        M1: Word(day, erased.alias, handles=True),
        M2: Word(day, MANAGER, handles=False, note=f"{MARK} 病了"),
    }
    assert season.tailoring.dropped_items == {"idle": MARK, "other": f"{MARK} 说不用"}
    assert season.tailoring.dropped_steps == {"M5": MARK, "M6": f"{MARK} 说不用"}
    assert season.tailoring.added[0].title == f"{MARK} 的社保"


def test_figures_of_earlier_years_stay_without_who_gave_them(home: TinyHome) -> None:
    erased = erase(home)

    (state,) = read(home, ACME).seasons[0].earlier[2025].values()
    origin = Origin(f"{MARK} 的台账", f"照 {MARK} 的口径")
    assert [(each.by, each.behalf, each.reason) for each in state.entries] == [
        (erased.alias, MARK, ""),
        (MANAGER, MARK, f"{MARK} 说的"),
    ]
    assert [each.given for each in state.entries] == [
        AnswerGiven(Number(Decimal(400)), origin=origin)
    ] * 2


def test_their_mailbox_hears_nothing_any_more_and_the_company_is_told(home: TinyHome) -> None:
    newest = found(home).seq

    erase(home)

    assert [each.name for each in read(home, ACME).robots] == [f"{MARK} 建的群"]
    with home.store.begin(None) as work:
        (told,) = [event for event in work.events(ACME, 9) if event.seq == newest + 2]
    assert (told.kind, told.subject) == (EventKind.ROBOT_REMOVED, "#1")
    assert (told.by, told.old) == ("operator", f"mail {MARK} 的邮箱")


def test_the_key_of_the_team_s_robot_is_told_and_left_though_they_heard_by_it(
    home: TinyHome,
) -> None:
    company = read(home, ACME)
    robot = Robot(3, "群", Address(ChannelKind.DINGTALK, HOOK))
    done = Done(EventKind.ROBOT_ADDED, subject="#3", new="dingtalk 群")
    commit(home, outcome(replace(company, robots=(*company.robots, robot)), BOSS, done))

    erased = erase(home)

    assert robot in read(home, ACME).robots
    (line,) = erased.left
    assert line.endswith("company.robots.1.address.target names them")


def test_the_work_of_others_goes_on(home: TinyHome) -> None:
    erase(home)
    home.reopen()

    (row,) = home.inbox.open_rows()
    assert "\\u522b\\u7684\\u4e8b" in row.body
    with home.store.begin(None) as work:
        assert work.note(ChatId(2)) == '{"kept": true}'
        assert work.acquaintance(WHO) is None
        assert [each.id for each in work.companies_of(MANAGER)] == [ACME, OTHER]
    (notice,) = home.inbox.database.ask("select notice from outbox")
    assert json.loads(notice[0])["to"] == MANAGER


def test_what_others_are_owed_is_owed_on(home: TinyHome) -> None:
    erased = erase(home)
    home.reopen()

    lines = home.record.told(ACME, 0, 9)
    assert [line.owed.to for line in lines] == ["acme#1", MANAGER, MANAGER]
    bounced = End(Ending.UNREACHABLE, f"550 <{MARK}>: no such mailbox")
    assert [line.end for line in lines] == [bounced, End(Ending.DONE, f"{MARK} 交了"), None]
    (waits,) = home.ledger.pending(Recipient(MANAGER), NOON)
    assert waits.owed.instead_of == erased.alias


def test_an_update_taken_out_is_not_taken_in_again(home: TinyHome) -> None:
    erase(home)

    assert home.inbox.take_in([RawUpdate(0, ChatId(int(WHO)), SAID)], NOON) == ()


def test_files_that_are_listed_go_with_them(home: TinyHome) -> None:
    file = card(home)

    erased = erase(home, file.id)

    assert not evidence(home, file).exists()
    assert card(home).name == MARK
    assert found(home).faults == ()
    assert erased.left == ()


def test_a_file_that_goes_without_an_erasure_is_still_found(home: TinyHome) -> None:
    file = card(home)
    erase(home)

    evidence(home, file).unlink()

    assert found(home).faults == (f"file {file.id}: missing",)


@pytest.mark.parametrize("column", ["event", "salt", "commitment", "link"])
def test_what_is_left_of_an_erased_event_cannot_be_changed_either(
    home: TinyHome, column: str
) -> None:
    newest = found(home).seq
    erase(home)
    number = newest - 1
    home.inbox.database.tell(
        f"update trail set {column} = replace({column} || 'x', '\"version\":2', '\"version\":3')"  # noqa: S608
        " where company = 'acme' and seq = ?",
        (number,),
    )

    (fault,) = found(home).faults

    assert fault.startswith(f"event {number}: ")


def test_words_taken_away_by_hand_are_no_erasure(home: TinyHome) -> None:
    erase(home)
    home.inbox.database.tell("update trail set salt = '', event = replace(event, 'nudged', 'taken')"
                             " where company = 'acme' and event like '%nudged%'")  # fmt: skip

    (fault,) = found(home).faults

    assert fault == "event 5: its words are gone, and no erasure says so"


def test_erasing_twice_and_erasing_the_next_one_leave_it_whole(home: TinyHome) -> None:
    erase(home)
    again = erase(home)
    company = read(home, ACME)
    keeper = Member(PersonId("22222222"), "新经理", (Role.MANAGER,))
    done = Done(EventKind.MEMBER_JOINED, subject="22222222")
    commit(home, outcome(replace(company, members=(*company.members, keeper)), BOSS, done))
    other = read(home, OTHER)
    commit(home, outcome(replace(other, members=(keeper,)), BOSS, done))

    second = erase(home, person=MANAGER)

    assert (again.companies, again.events) == ((), 0)
    assert second.companies == (ACME, OTHER)
    assert found(home).faults == ()


def test_who_alone_looks_after_a_company_is_not_erased(home: TinyHome) -> None:
    before = read(home, ACME)

    with pytest.raises(ErasureRefused, match="nobody else looks after acme, other"):
        erase(home, person=MANAGER)

    assert read(home, ACME) == before


def test_a_file_name_of_the_companys_record_is_told_and_left(home: TinyHome) -> None:
    file = replace(put(home, b"x", "x.pdf"), name=f"{NAME}.pdf")
    commit(home, handed_in(read(home, ACME), file))

    erased = erase(home)

    (line,) = erased.left
    assert line.endswith("company.seasons.0.items.paper.entries.2.given.files.0.name names them")


def test_a_damaged_company_is_told_and_left(home: TinyHome) -> None:
    home.damage(ACME)
    damaged = home.file(ACME).read_bytes()

    erased = erase(home)

    assert [line.endswith("put it right and erase again") for line in erased.left] == [True]
    assert home.file(ACME).read_bytes() == damaged


def test_an_update_of_somebody_else_that_waits_is_told_and_left(home: TinyHome) -> None:
    body = json.dumps({"message": {"text": f"把 {NAME} 移交"}})
    (row,) = home.inbox.take_in([RawUpdate(77, ChatId(1), body)], NOON)

    erased = erase(home)

    assert [line.startswith(f"inbox row {row.id}: ") for line in erased.left] == [True]
    assert home.inbox.open_rows()[-1] == row


def test_nobody_is_erased_while_a_backup_is_taken(home: TinyHome) -> None:
    with FolderLock(home.folder, "backup.lock"), pytest.raises(FolderInUse):
        erase(home)


@pytest.mark.parametrize("call", range(1, 18))
def test_an_erasure_stopped_anywhere_is_done_by_the_next(home: TinyHome, call: int) -> None:
    home.reopen(disk := FaultyDisk(call, Fault.DIES_AFTER))
    opened = Opened(home.folder, home.inbox.database, home.store, new_ids("e"), Keys(), disk)
    with pytest.raises(PowerCut):
        erase_person(opened, WHO, NOON)
    home.reopen()
    assert found(home).faults == ()

    erase(home)

    assert list(sightings(home)) == []
    assert found(home).faults == ()


def test_sealed_files_are_sealed_again_without_them(tmp_path: Path) -> None:
    home = peopled_home(TinyHome(tmp_path / "data", keys=Keys(bytes(range(32)))))

    erase(home)

    assert list(sightings(home)) == []
    assert found(home).faults == ()
    assert MARK in [each.name for each in read(home, ACME).former]
    home.close()
