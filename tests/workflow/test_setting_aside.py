"""Companies and seasons archived, restored, and removed where they were a mistake."""

from collections.abc import Callable

import pytest

from tests.workflow.firm import (
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    OPENED,
    SEATS,
    SECOND,
    STAFF,
    count,
    doer,
    first_season,
    gave,
    opened,
    paper,
    task,
    with_case,
)
from workflow.actions import hand_in, withdraw
from workflow.cases import is_untouched, turn_company, turn_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, NotEmpty
from workflow.events import EventKind
from workflow.ids import SeasonId
from workflow.model import Company, FilingFact, Lifecycle
from workflow.opening import fill_in_known
from workflow.records import record_filing

ACTIVE, ARCHIVED, REMOVED = Lifecycle.ACTIVE, Lifecycle.ARCHIVED, Lifecycle.REMOVED


def turned(company: Company, to: Lifecycle, season: SeasonId = FIRST) -> Company:
    return turn_season(company, season, to, by=doer()).company


def as_created() -> Company:
    """The company as 创建 leaves it: what is known already filled in."""
    company = opened()
    return fill_in_known(company, FIRST, CALL_CENTRE, by=doer()).company


# --- archiving and restoring ------------------------------------------------------------


def test_an_archived_season_is_restored_as_it_was() -> None:
    company = gave(opened(), SEATS, count(280))

    archived = turned(company, ARCHIVED)
    restored = turned(archived, ACTIVE)

    assert first_season(archived).lifecycle is ARCHIVED
    assert first_season(restored) == first_season(company)
    kinds = [event.kind for event in restored.recent[-2:]]
    assert kinds == [EventKind.SEASON_ARCHIVED, EventKind.SEASON_RESTORED]


def test_an_archived_company_is_restored_as_it_was() -> None:
    company = gave(opened(), SEATS, count(280))

    archived = turn_company(company, ARCHIVED, by=doer())
    restored = turn_company(archived.company, ACTIVE, by=doer())

    assert restored.company.lifecycle is ACTIVE
    assert restored.company.seasons == company.seasons
    assert archived.events[0].kind is EventKind.COMPANY_ARCHIVED
    assert restored.events[0].kind is EventKind.COMPANY_RESTORED


def test_archiving_twice_changes_nothing() -> None:
    with pytest.raises(AlreadyGiven):
        turned(turned(opened(), ARCHIVED), ARCHIVED)
    with pytest.raises(AlreadyGiven):
        turn_company(opened(), ACTIVE, by=doer())


# --- removing ---------------------------------------------------------------------------


def test_a_mistaken_company_is_removed_as_it_was_created() -> None:
    company = as_created()

    done = turn_company(company, REMOVED, by=doer())

    assert is_untouched(company)
    assert done.company.lifecycle is REMOVED
    assert done.events[0].kind is EventKind.COMPANY_REMOVED


def test_a_mistaken_season_is_removed_as_it_was_created() -> None:
    company = turned(as_created(), REMOVED)

    assert first_season(company).lifecycle is REMOVED


def reported(company: Company) -> Company:
    return record_filing(company, FIRST, FilingFact.OPENED, OPENED, by=doer()).company


def given_and_withdrawn(company: Company) -> Company:
    company = gave(company, SEATS, count(280))
    return withdraw(company, FIRST, CALL_CENTRE, SEATS, 1, by=doer()).company


TOUCHED: list[Callable[[Company], Company]] = [
    lambda c: gave(c, SEATS, count(280)),
    lambda c: gave(c, STAFF, count(30)),
    lambda c: gave(c, CUSTODY, paper()),
    given_and_withdrawn,
    reported,
]


@pytest.mark.parametrize("touch", TOUCHED)
def test_what_somebody_worked_on_is_not_removed_but_archived(
    touch: Callable[[Company], Company],
) -> None:
    company = touch(as_created())

    assert not is_untouched(company)
    with pytest.raises(NotEmpty):
        turn_company(company, REMOVED, by=doer())
    with pytest.raises(NotEmpty):
        turned(company, REMOVED)
    assert first_season(turned(company, ARCHIVED)).lifecycle is ARCHIVED


def test_a_season_beside_another_of_its_year_is_removed_and_the_shared_answers_stay() -> None:
    company = gave(with_case(opened(), licence_no="B2-2"), STAFF, count(30))

    company = turned(company, REMOVED, SECOND)

    assert task(company, STAFF).state.version == 1


def test_the_last_season_of_a_year_with_answers_is_not_removed() -> None:
    company = with_case(opened(), licence_no="B2-2")
    company = turned(company, REMOVED, SECOND)

    with pytest.raises(NotEmpty):
        turned(gave(company, STAFF, count(30)), REMOVED, FIRST)


def test_a_season_of_another_year_does_not_share_the_answers() -> None:
    company = with_case(gave(opened(), STAFF, count(30)), year=2027)

    with pytest.raises(NotEmpty):
        turned(company, REMOVED)


def test_a_removed_case_can_be_opened_anew() -> None:
    company = with_case(turned(opened(), REMOVED))

    assert [season.lifecycle for season in company.seasons] == [REMOVED, ACTIVE]


def test_a_removed_case_does_not_come_back_beside_the_new_one() -> None:
    company = with_case(turned(opened(), REMOVED))

    with pytest.raises(AlreadyGiven):
        turned(company, ACTIVE)


def test_a_removed_case_comes_back_where_its_place_is_free() -> None:
    assert first_season(turned(turned(opened(), REMOVED), ACTIVE)).lifecycle is ACTIVE


def test_one_archived_season_does_not_close_the_others() -> None:
    company = turned(with_case(opened(), licence_no="B2-2"), ARCHIVED)

    done = hand_in(company, SECOND, CALL_CENTRE, SEATS, count(280), by=doer())

    assert season_of(done.company, SECOND).items.keys() == {SEATS}
