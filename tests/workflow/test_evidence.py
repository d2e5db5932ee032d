"""Who had a paper sent, where the same stands, why it was replaced, and last year's used again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.crew import BOSS, CHIEF, VIEWER, by, crew
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    MULTI_PARTY,
    PACKS,
    REGIME,
    SEATS,
    count,
    first_season,
    gave,
    opened,
    paper,
    task,
    with_case,
)
from workflow.actions import hand_in, undo, withdraw
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, NoSuchCompany, NoSuchItem, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.evidence import (
    doubles,
    explain,
    file_of,
    last_years,
    may_explain,
    reuse,
    sent_out,
)
from workflow.evidence_errors import FileErased, NothingToExplain, NotLookedAt
from workflow.given import FilesGiven
from workflow.ids import FileId, ItemKey, PersonId, SeasonId
from workflow.model import Company, Lifecycle
from workflow.record import ERASED_NAME

THIS_YEAR = SeasonId("2")


def kinds(company: Company) -> Sequence[EventKind]:
    """What happened lately, oldest first."""
    return [event.kind for event in company.recent]


# --- sent -------------------------------------------------------------------------------


def test_whoever_is_sent_a_paper_stands_in_the_record() -> None:
    company = gave(crew(), CUSTODY, paper())
    given = task(company, CUSTODY).state
    file = file_of(given, 1, 0)

    sent = sent_out(company, first_season(company), CUSTODY, 1, [file], by(VIEWER))

    (event,) = sent.events
    assert (event.kind, event.by) == (EventKind.DOWNLOADED, VIEWER)
    assert (event.season, event.subject, event.version) == (FIRST, CUSTODY, 1)
    assert event.new == "a.pdf"
    assert replace(sent.company, recent=(), event_seq=0) == replace(company, recent=(), event_seq=0)


def test_ten_taps_are_noted_once_and_a_later_one_again() -> None:
    company = gave(crew(), CUSTODY, paper())
    season, file = first_season(company), file_of(task(company, CUSTODY).state, 1, 0)
    first = sent_out(company, season, CUSTODY, 1, [file], by()).company
    later = replace(by(), at=by().at + timedelta(hours=1))

    again = sent_out(first, season, CUSTODY, 1, [file], by())

    assert again.events == ()
    assert again.company is first
    assert len(sent_out(first, season, CUSTODY, 1, [file], by(VIEWER)).events) == 1
    assert len(sent_out(first, season, CUSTODY, 1, [file], later).events) == 1


def test_a_stranger_is_sent_nothing() -> None:
    company = gave(crew(), CUSTODY, paper())

    with pytest.raises(NoSuchCompany):
        sent_out(company, first_season(company), CUSTODY, 1, [], by(PersonId("p99")))


@pytest.mark.parametrize(("version", "index"), [(2, 0), (0, 0), (1, 1), (1, -1)])
def test_a_version_or_part_that_is_not_there_is_no_file(version: int, index: int) -> None:
    company = gave(opened(), CUSTODY, paper())

    with pytest.raises(NoSuchItem):
        file_of(task(company, CUSTODY).state, version, index)


def test_an_answer_is_no_file() -> None:
    company = gave(opened(), SEATS, count(280))

    with pytest.raises(NoSuchItem):
        file_of(task(company, SEATS).state, 1, 0)


def test_an_erased_file_says_so() -> None:
    company = gave(opened(), CUSTODY, paper(ERASED_NAME))

    with pytest.raises(FileErased):
        file_of(task(company, CUSTODY).state, 1, 0)


def test_a_download_is_no_step_that_undo_takes_back() -> None:
    company = gave(crew(), CUSTODY, paper())
    file = file_of(task(company, CUSTODY).state, 1, 0)
    company = sent_out(company, first_season(company), CUSTODY, 1, [file], by()).company

    undone = undo(company, lambda _: CALL_CENTRE, CALENDAR, by=by())

    assert undone.events[0].kind is EventKind.WITHDRAWN
    assert undone.events[0].subject == CUSTODY


# --- the same content -------------------------------------------------------------------


def found(company: Company, key: ItemKey, files: FilesGiven, season: SeasonId = FIRST) -> list[str]:
    """Where else the content of the files stands: season and item."""
    item = task(company, key, season).item
    twins = doubles(company, season_of(company, season), PACKS, item, files.files)
    return [f"{twin.season.id} {twin.item.key}" for twin in twins]


def sent_anew() -> FilesGiven:
    """The content of `paper()`, uploaded once more."""
    return FilesGiven((replace(paper().files[0], id=FileId("anew")),))


def test_the_same_content_at_another_item_is_found() -> None:
    company = gave(opened(), CUSTODY, paper())

    assert found(company, REGIME, sent_anew()) == ["1 account_custody"]


def test_other_content_the_same_item_and_withdrawn_papers_are_no_double() -> None:
    company = gave(opened(), CUSTODY, paper())
    withdrawn = withdraw(company, FIRST, CALL_CENTRE, CUSTODY, 1, by=by()).company

    assert found(company, REGIME, paper("b.pdf")) == []
    assert found(company, CUSTODY, sent_anew()) == []
    assert found(withdrawn, REGIME, sent_anew()) == []


def test_the_same_content_is_found_in_another_year_and_under_another_licence() -> None:
    company = gave(opened(), CUSTODY, paper())
    company = with_case(with_case(company, year=2027), MULTI_PARTY, licence_no="B2-9")
    third, key = SeasonId("3"), ItemKey("mp_user_verify")

    assert found(company, REGIME, sent_anew(), THIS_YEAR) == ["1 account_custody"]
    assert found(company, CUSTODY, sent_anew(), THIS_YEAR) == ["1 account_custody"]
    assert found(company, key, sent_anew(), third) == ["1 account_custody"]


def test_this_season_is_named_first_and_a_removed_one_never() -> None:
    company = with_case(gave(opened(), CUSTODY, paper()), year=2027)
    company = hand_in(company, THIS_YEAR, CALL_CENTRE, CUSTODY, sent_anew(), by=by()).company

    assert found(company, REGIME, sent_anew(), THIS_YEAR) == [
        "2 account_custody",
        "1 account_custody",
    ]
    assert found(removed(company), REGIME, sent_anew(), THIS_YEAR) == ["2 account_custody"]


def test_what_seasons_of_a_year_share_stands_in_one_place() -> None:
    company = gave(with_case(opened(), MULTI_PARTY, licence_no="B2-9"), REGIME, paper())

    assert found(company, REGIME, sent_anew(), THIS_YEAR) == []
    assert found(company, CUSTODY, sent_anew()) == ["1 security_regime"]


def test_what_was_used_again_from_last_year_is_no_double() -> None:
    used = reuse(looked(two_years()), THIS_YEAR, CALL_CENTRE, CUSTODY, by=by()).company

    assert found(used, CUSTODY, paper(), THIS_YEAR) == []
    assert found(used, CUSTODY, sent_anew(), THIS_YEAR) == ["1 account_custody"]


# --- why it was replaced ----------------------------------------------------------------


def replaced() -> Company:
    """A paper in its second version."""
    return gave(gave(crew(), CUSTODY, paper()), CUSTODY, paper("b.pdf"))


def test_the_reason_of_a_new_version_can_be_said_afterwards() -> None:
    company = replaced()

    told = explain(company, FIRST, CALL_CENTRE, CUSTODY, " 盖章  不清 ", by=by())

    assert [entry.reason for entry in task(told.company, CUSTODY).state.live] == ["", "盖章 不清"]
    assert (told.events[0].kind, told.events[0].why) == (EventKind.EXPLAINED, "盖章 不清")
    assert undo(told.company, lambda _: CALL_CENTRE, CALENDAR, by=by()).events[0].version == 2


def test_a_reason_said_again_keeps_the_one_before_in_the_record() -> None:
    company = explain(replaced(), FIRST, CALL_CENTRE, CUSTODY, "一", by=by()).company

    told = explain(company, FIRST, CALL_CENTRE, CUSTODY, "二", by=by())

    assert (told.events[0].old, told.events[0].why) == ("一", "二")
    with pytest.raises(AlreadyGiven):
        explain(told.company, FIRST, CALL_CENTRE, CUSTODY, "二", by=by())


@pytest.mark.parametrize("company", [crew(), gave(crew(), CUSTODY, paper())])
def test_what_replaced_nothing_needs_no_reason(company: Company) -> None:
    with pytest.raises(NothingToExplain):
        explain(company, FIRST, CALL_CENTRE, CUSTODY, "因为", by=by())


def test_somebody_elses_version_is_not_explained() -> None:
    boss = by(BOSS)

    assert not may_explain(task(replaced(), CUSTODY).state, boss)


@pytest.mark.parametrize(("reason", "error"), [(" ", ReasonNeeded), ("长" * 201, TooLong)])
def test_a_reason_is_a_short_text(reason: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        explain(replaced(), FIRST, CALL_CENTRE, CUSTODY, reason, by=by())


# --- used again -------------------------------------------------------------------------


def two_years(licence_no: str = "B2-20170206") -> Company:
    """A paper of 2026, and the season of 2027 without it."""
    company = gave(crew(), CUSTODY, paper())
    return with_case(company, year=2027, licence_no=licence_no)


def looked(company: Company, person: PersonId = CHIEF) -> Company:
    """They had last year's paper sent to them."""
    former = last_years(company, season_of(company, THIS_YEAR), task(company, CUSTODY).item)
    assert former is not None
    season, version = former.season, former.entry.version
    return sent_out(company, season, CUSTODY, version, former.files, by(person)).company


def test_last_years_paper_is_used_again_after_a_look() -> None:
    company = looked(two_years())

    used = reuse(company, THIS_YEAR, CALL_CENTRE, CUSTODY, by=by())

    newest = task(used.company, CUSTODY, THIS_YEAR).newest
    assert newest is not None
    assert newest.given == paper()
    assert [event.kind for event in used.events] == [EventKind.HANDED_IN, EventKind.REUSED]
    assert used.events[1].old == "2026"
    assert [event.seq for event in used.events] == [company.event_seq + 1, company.event_seq + 2]


def test_it_is_not_used_before_somebody_looked_at_it() -> None:
    with pytest.raises(NotLookedAt):
        reuse(two_years(), THIS_YEAR, CALL_CENTRE, CUSTODY, by=by())


def test_the_look_of_somebody_else_does_not_count() -> None:
    with pytest.raises(NotLookedAt):
        reuse(looked(two_years(), VIEWER), THIS_YEAR, CALL_CENTRE, CUSTODY, by=by())


def test_a_look_at_an_older_version_does_not_count() -> None:
    company = gave(looked(two_years()), CUSTODY, paper("b.pdf"))

    with pytest.raises(NotLookedAt):
        reuse(company, THIS_YEAR, CALL_CENTRE, CUSTODY, by=by())


def test_using_it_again_can_be_undone() -> None:
    used = reuse(looked(two_years()), THIS_YEAR, CALL_CENTRE, CUSTODY, by=by()).company

    undone = undo(used, lambda _: CALL_CENTRE, CALENDAR, by=by()).company

    assert task(undone, CUSTODY, THIS_YEAR).newest is None


def removed(company: Company) -> Company:
    """Without the season of the year before."""
    return with_season(company, replace(first_season(company), lifecycle=Lifecycle.REMOVED))


def erased(company: Company) -> Company:
    """With last year's file erased."""
    gone = hand_in(company, FIRST, CALL_CENTRE, CUSTODY, paper(ERASED_NAME), by=by())
    return gone.company


@pytest.mark.parametrize(
    "company",
    [with_case(crew(), year=2027), two_years("B2-9"), removed(two_years()), erased(two_years())],
    ids=["nothing there", "another licence", "removed", "erased"],
)
def test_there_may_be_nothing_to_use_again(company: Company) -> None:
    season = season_of(company, THIS_YEAR)

    assert last_years(company, season, task(company, CUSTODY).item) is None
    with pytest.raises(NoSuchItem):
        reuse(company, THIS_YEAR, CALL_CENTRE, CUSTODY, by=by())
