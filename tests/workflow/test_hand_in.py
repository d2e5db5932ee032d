"""Handing in: each kind of item takes what is meant for it, and every version is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    MANAGER,
    OPENED,
    PLEDGE,
    REGIME,
    SEATS,
    SIGNATURE,
    count,
    doer,
    gave,
    opened,
    paper,
    says,
    task,
)
from workflow.actions import hand_in
from workflow.cases import turn_company, turn_season
from workflow.errors import (
    AlreadyGiven,
    Archived,
    DayGone,
    ItemChanged,
    NoSuchItem,
    NoSuchSeason,
    OutOfRange,
    ReasonNeeded,
    WorkflowError,
    WrongKind,
)
from workflow.events import EventKind
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Entry,
    FilesGiven,
    Given,
    NotApplicable,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.ids import ItemKey, PersonId, SeasonId
from workflow.model import Lifecycle

REGIME_LINES = AnswerGiven(Rows(((Words("王工"), None, Choices(("l2",)), None),)))
CONFIRMED = Confirmed("王经理")
TOMORROW = OPENED + timedelta(days=1)
NONE_SUCH = NotApplicable("没有码号")
WAITING = WaitingUntil(TOMORROW, "审计未完")


@pytest.mark.parametrize(
    ("key", "given"),
    [
        (CUSTODY, paper()),
        (SEATS, count(280)),
        (SEATS, count(280, estimate=True)),
        (PLEDGE, CONFIRMED),
        (SIGNATURE, CONFIRMED),
        (SIGNATURE, paper("扫描.pdf")),
        (REGIME, REGIME_LINES),
        (REGIME, paper("制度.pdf")),
        (CUSTODY, NONE_SUCH),
        (SEATS, WAITING),
        (SEATS, WaitingUntil(OPENED, "")),
    ],
)
def test_an_item_takes_what_is_meant_for_it(key: ItemKey, given: Given) -> None:
    company = opened()

    done = hand_in(company, FIRST, CALL_CENTRE, key, given, by=doer())

    entries = task(done.company, key).state.entries
    assert entries == (Entry(1, MANAGER, doer().at, given),)
    assert [event.kind for event in done.events] == [EventKind.HANDED_IN]


@pytest.mark.parametrize(
    ("key", "given", "refusal"),
    [
        (CUSTODY, count(1), WrongKind),
        (CUSTODY, CONFIRMED, WrongKind),
        (PLEDGE, says("是"), WrongKind),
        (PLEDGE, paper("承诺书.png"), WrongKind),
        (SEATS, paper(), WrongKind),
        (SEATS, CONFIRMED, WrongKind),
        (SEATS, says("很多"), WrongKind),
        (SEATS, count(-1), OutOfRange),
        (REGIME, CONFIRMED, WrongKind),
        (SEATS, NotApplicable("  "), ReasonNeeded),
        (SEATS, WaitingUntil(OPENED - timedelta(days=1), ""), DayGone),
        (SEATS, WaitingUntil(date.max, ""), OutOfRange),
        (ItemKey("nothing"), paper(), NoSuchItem),
    ],
)
def test_what_is_not_meant_for_an_item_is_refused(
    key: ItemKey, given: Given, refusal: type[WorkflowError]
) -> None:
    company = opened()

    with pytest.raises(refusal):
        hand_in(company, FIRST, CALL_CENTRE, key, given, by=doer())


def test_a_season_the_company_does_not_have_is_refused() -> None:
    company = opened()

    with pytest.raises(NoSuchSeason):
        hand_in(company, SeasonId("7"), CALL_CENTRE, SEATS, count(1), by=doer())


# --- versions ---------------------------------------------------------------------------


def test_a_second_paper_is_version_two_and_the_first_is_kept() -> None:
    company = gave(opened(), CUSTODY, paper("一.pdf"))

    company = gave(company, CUSTODY, paper("二.pdf"))

    entries = task(company, CUSTODY).state.entries
    assert [entry.version for entry in entries] == [1, 2]
    assert [entry.given for entry in entries] == [paper("一.pdf"), paper("二.pdf")]


def test_the_trail_tells_old_and_new_without_words() -> None:
    company = gave(opened(), SEATS, count(400))

    (event,) = hand_in(company, FIRST, CALL_CENTRE, SEATS, count("280.0"), by=doer()).events

    assert (event.subject, event.version, event.old, event.new) == (SEATS, 2, "400", "280.0")
    assert (event.season, event.by, event.at) == (FIRST, MANAGER, doer().at)


@pytest.mark.parametrize(
    ("key", "given", "told"),
    [
        (CUSTODY, paper("a.pdf"), "a.pdf"),
        (ItemKey("calls_in"), count("1E+6"), "1000000"),
        (ItemKey("licence_valid_to"), AnswerGiven(Day(date(2030, 5, 1))), "2030-05-01"),
        (ItemKey("coverage"), AnswerGiven(Choices(("11", "44"))), "11, 44"),
        (REGIME, REGIME_LINES, "王工 |  | l2 | "),
        (PLEDGE, CONFIRMED, "王经理"),
        (SEATS, WAITING, TOMORROW.isoformat()),
        (SEATS, NONE_SUCH, "没有码号"),
    ],
)
def test_the_trail_keeps_what_was_handed_in_exactly(key: ItemKey, given: Given, told: str) -> None:
    (event,) = hand_in(opened(), FIRST, CALL_CENTRE, key, given, by=doer()).events

    assert event.new == told


@pytest.mark.parametrize(
    ("key", "given"), [(SEATS, count(280)), (CUSTODY, paper()), (PLEDGE, CONFIRMED)]
)
def test_the_same_again_is_already_given(key: ItemKey, given: Given) -> None:
    company = gave(opened(), key, given)

    with pytest.raises(AlreadyGiven):
        hand_in(company, FIRST, CALL_CENTRE, key, given, by=doer())


def test_the_same_file_under_another_name_is_already_given() -> None:
    company = gave(opened(), CUSTODY, paper("a.pdf"))
    (file,) = paper("a.pdf").files

    with pytest.raises(AlreadyGiven):
        gave(company, CUSTODY, FilesGiven((replace(file, name="b.pdf"),)))


def test_an_estimate_can_be_made_final_with_the_same_number() -> None:
    company = gave(opened(), SEATS, count(280, estimate=True))

    company = gave(company, SEATS, count(280))

    assert task(company, SEATS).state.version == 2


def test_somebody_who_saw_an_older_version_is_told_of_the_newer_one() -> None:
    company = gave(opened(), SEATS, count(400))

    with pytest.raises(ItemChanged):
        hand_in(company, FIRST, CALL_CENTRE, SEATS, count(280), by=doer(), seen=0)


def test_somebody_who_saw_the_newest_version_goes_on() -> None:
    company = gave(opened(), SEATS, count(400))

    done = hand_in(company, FIRST, CALL_CENTRE, SEATS, count(280), by=doer(), seen=1)

    assert task(done.company, SEATS).state.version == 2


# --- albums -----------------------------------------------------------------------------


def test_the_parts_of_an_album_join_one_version() -> None:
    company = gave(opened(), CUSTODY, paper("1.jpg", "A"))

    company = gave(company, CUSTODY, paper("2.jpg", "A"))

    (entry,) = task(company, CUSTODY).state.entries
    assert isinstance(entry.given, FilesGiven)
    assert [file.name for file in entry.given.files] == ["1.jpg", "2.jpg"]
    assert [event.version for event in company.recent[-2:]] == [1, 1]


@pytest.mark.parametrize(
    ("second", "person"),
    [
        (paper("2.jpg", "B"), MANAGER),
        (paper("2.jpg"), MANAGER),
        (paper("2.jpg", "A"), COLLEAGUE),
    ],
)
def test_what_is_not_of_the_album_is_a_version_of_its_own(
    second: FilesGiven, person: PersonId
) -> None:
    company = gave(opened(), CUSTODY, paper("1.jpg", "A"))

    company = gave(company, CUSTODY, second, by=doer(person=person))

    assert [entry.version for entry in task(company, CUSTODY).state.entries] == [1, 2]


def test_an_album_beside_the_lines_of_a_form_is_a_version_of_its_own() -> None:
    company = gave(opened(), REGIME, REGIME_LINES)

    company = gave(company, REGIME, paper("1.jpg", "A"))

    assert [entry.version for entry in task(company, REGIME).state.entries] == [1, 2]


def test_two_files_without_an_album_do_not_join() -> None:
    company = gave(opened(), CUSTODY, paper("1.jpg"))

    company = gave(company, CUSTODY, paper("2.jpg"))

    assert task(company, CUSTODY).state.version == 2


# --- archived ---------------------------------------------------------------------------


def test_nothing_is_handed_in_to_an_archived_season() -> None:
    company = turn_season(opened(), FIRST, Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        hand_in(company, FIRST, CALL_CENTRE, SEATS, count(1), by=doer())


def test_nothing_is_handed_in_to_an_archived_company() -> None:
    company = turn_company(opened(), Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        hand_in(company, FIRST, CALL_CENTRE, SEATS, count(1), by=doer())
