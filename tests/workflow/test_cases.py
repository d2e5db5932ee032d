"""Opening companies and their seasons, and putting right what was said wrong."""

from collections.abc import Callable

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    MANAGER,
    MULTI_PARTY,
    OPENED,
    SECOND,
    USCC,
    doer,
    first_season,
    founded,
    gave,
    opened,
    paper,
    task,
    with_case,
)
from workflow.cases import (
    correct_company,
    correct_season,
    open_company,
    open_season,
    switch_profile,
    turn_company,
)
from workflow.errors import (
    AlreadyGiven,
    Archived,
    BadCreditCode,
    NoSuchItem,
    NoSuchProfile,
    ReasonNeeded,
    TooLong,
    WorkflowError,
)
from workflow.events import EventKind
from workflow.ids import CompanyId
from workflow.model import Company, Coverage, Lifecycle, Outcome
from workflow.team import Role

OTHER_USCC = "91310000MA1FL0YK3X"


# --- opening ----------------------------------------------------------------------------


def test_who_opens_a_company_is_its_manager() -> None:
    done = open_company(CompanyId("c7"), "  甲  公司 ", USCC, by=doer(), called="王经理")

    (member,) = done.company.members
    assert (member.person, member.name, member.roles) == (MANAGER, "王经理", (Role.MANAGER,))
    assert (done.company.name, done.company.uscc, done.company.id) == ("甲 公司", USCC, "c7")
    assert [(event.seq, event.kind) for event in done.events] == [(1, EventKind.COMPANY_OPENED)]


@pytest.mark.parametrize(
    ("name", "uscc", "refusal"),
    [
        (" ", USCC, ReasonNeeded),
        ("长" * 81, USCC, TooLong),
        ("甲公司", "9144030071526726XX", BadCreditCode),
    ],
)
def test_a_company_that_cannot_be_one_is_not_opened(
    name: str, uscc: str, refusal: type[WorkflowError]
) -> None:
    with pytest.raises(refusal):
        open_company(CompanyId("c7"), name, uscc, by=doer(), called="王经理")


def test_the_longest_name_is_eighty_signs() -> None:
    done = open_company(CompanyId("c7"), "长" * 80, USCC, by=doer(), called="王经理")

    assert len(done.company.name) == 80


def test_a_season_keeps_what_it_was_opened_with() -> None:
    done = open_season(
        founded(),
        CALL_CENTRE,
        "statutory",
        2026,
        licence_no="京B2-1",
        coverage=Coverage("11"),
        by=doer(),
    )

    season = first_season(done.company)
    assert (season.pack, season.profile, season.year) == ("call_centre@1", "statutory", 2026)
    assert (season.licence_no, season.coverage.province) == ("京B2-1", "11")
    assert season.opened_on == OPENED
    assert not season.coverage.is_nationwide
    (event,) = done.events
    assert (event.kind, event.season, event.seq) == (EventKind.SEASON_OPENED, FIRST, 2)


def test_the_same_licence_and_year_is_opened_once() -> None:
    with pytest.raises(AlreadyGiven):
        with_case(opened(), profile="statutory")


def test_another_year_licence_or_pack_is_another_case() -> None:
    company = with_case(opened(), year=2027)
    company = with_case(company, licence_no="B2-2")
    company = with_case(company, MULTI_PARTY)

    assert [season.id for season in company.seasons] == ["1", "2", "3", "4"]


def test_a_profile_the_pack_does_not_have_is_refused() -> None:
    with pytest.raises(NoSuchProfile):
        with_case(founded(), profile="half")


def test_no_season_is_opened_for_an_archived_company() -> None:
    company = turn_company(founded(), Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        with_case(company)


# --- correcting -------------------------------------------------------------------------


def test_a_name_and_a_code_are_put_right() -> None:
    done = correct_company(founded(), name="乙公司", uscc=OTHER_USCC, by=doer())

    assert (done.company.name, done.company.uscc) == ("乙公司", OTHER_USCC)
    (event,) = done.events
    assert (event.old, event.new) == (f"甲公司 {USCC}", f"乙公司 {OTHER_USCC}")


def test_what_is_not_put_right_stays() -> None:
    renamed = correct_company(founded(), name="乙公司", by=doer()).company

    recoded = correct_company(renamed, uscc=OTHER_USCC, by=doer()).company

    assert (recoded.name, recoded.uscc) == ("乙公司", OTHER_USCC)


def test_a_licence_number_and_the_coverage_are_put_right() -> None:
    done = correct_season(opened(), FIRST, licence_no="B2-9", coverage=Coverage("31"), by=doer())

    season = first_season(done.company)
    assert (season.licence_no, season.coverage) == ("B2-9", Coverage("31"))
    assert done.events[0].kind is EventKind.SEASON_CORRECTED
    assert done.events[0].old != done.events[0].new


def test_the_licence_number_stays_when_the_coverage_is_put_right() -> None:
    before = first_season(opened()).licence_no

    company = correct_season(opened(), FIRST, coverage=Coverage("31"), by=doer()).company

    assert first_season(company).licence_no == before


def test_the_profile_is_switched_and_what_was_handed_in_is_kept() -> None:
    company = gave(opened(), CUSTODY, paper())

    less = switch_profile(company, FIRST, CALL_CENTRE, "statutory", by=doer()).company
    back = switch_profile(less, FIRST, CALL_CENTRE, "full", by=doer()).company

    with pytest.raises(NoSuchItem):
        task(less, CUSTODY)
    assert task(back, CUSTODY).state.version == 1


CORRECTIONS: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "the same name": (lambda c: correct_company(c, name="甲公司", by=doer()), AlreadyGiven),
    "nothing": (lambda c: correct_company(c, by=doer()), AlreadyGiven),
    "a blank name": (lambda c: correct_company(c, name="  ", by=doer()), ReasonNeeded),
    "a long name": (lambda c: correct_company(c, name="长" * 81, by=doer()), TooLong),
    "a wrong code": (lambda c: correct_company(c, uscc="9" * 18, by=doer()), BadCreditCode),
    "the same licence": (
        lambda c: correct_season(c, FIRST, licence_no="B2-20170206", by=doer()),
        AlreadyGiven,
    ),
    "the licence of another case": (
        lambda c: correct_season(c, SECOND, licence_no="B2-20170206", by=doer()),
        AlreadyGiven,
    ),
    "the same profile": (
        lambda c: switch_profile(c, FIRST, CALL_CENTRE, "full", by=doer()),
        AlreadyGiven,
    ),
    "no profile": (
        lambda c: switch_profile(c, FIRST, CALL_CENTRE, "half", by=doer()),
        NoSuchProfile,
    ),
}


@pytest.mark.parametrize(("act", "refusal"), CORRECTIONS.values(), ids=CORRECTIONS)
def test_a_correction_that_corrects_nothing_is_refused(
    act: Callable[[Company], Outcome], refusal: type[WorkflowError]
) -> None:
    company = with_case(opened(), licence_no="B2-2")

    with pytest.raises(refusal):
        act(company)


def test_nothing_is_corrected_while_it_is_archived() -> None:
    company = turn_company(opened(), Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        correct_company(company, name="乙公司", by=doer())
    with pytest.raises(Archived):
        correct_season(company, FIRST, licence_no="B2-9", by=doer())
    with pytest.raises(Archived):
        switch_profile(company, FIRST, CALL_CENTRE, "statutory", by=doer())
