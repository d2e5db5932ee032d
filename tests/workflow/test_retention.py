"""How long evidence is kept: until its term is over, never under a hold."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.crew import BOSS, CLERK, by, crew
from tests.workflow.firm import CUSTODY, FIRST, first_season, gave, paper, with_case
from workflow.cases import turn_season
from workflow.change import with_season
from workflow.errors import AlreadyGiven, NotAllowed, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.evidence_errors import NoSuchTerm
from workflow.given import FilesGiven
from workflow.ids import PersonId
from workflow.model import Company, Filing, FilingFact, Lifecycle, YearFacts
from workflow.record import ERASED_NAME
from workflow.retention import TERMS, expired, hold, keep_for, kept_until, lift_hold

OVER = date(2032, 3, 31)
"""Five years after the end of the filing of 2026."""
THE_DAY_AFTER = date(2032, 4, 1)


def over(company: Company | None = None) -> Company:
    """A paper in a season that was archived."""
    company = company or gave(crew(), CUSTODY, paper())
    return turn_season(company, FIRST, Lifecycle.ARCHIVED, by=by()).company


def names(company: Company, today: date = THE_DAY_AFTER) -> list[str]:
    """The files that may go."""
    return [one.file.name for one in expired(company, today)]


# --- the term ---------------------------------------------------------------------------


def test_evidence_of_a_season_that_is_over_is_kept_to_the_last_day_of_its_term() -> None:
    assert names(over(), OVER) == []
    assert names(over(), THE_DAY_AFTER) == ["a.pdf"]


def test_what_is_still_worked_on_is_kept() -> None:
    assert names(gave(crew(), CUSTODY, paper()), date(2099, 1, 1)) == []


def test_a_reported_season_is_over_and_its_last_fact_counts() -> None:
    company = gave(crew(), CUSTODY, paper())
    doer = by()
    filings = (
        Filing(FilingFact.REPORTED, date(2027, 3, 20), doer.person, doer.at),
        Filing(FilingFact.PUBLISHED, date(2027, 6, 9), doer.person, doer.at),
    )
    company = with_season(company, replace(first_season(company), filings=filings))

    assert kept_until(company, first_season(company)) == date(2032, 6, 9)


def test_a_fact_of_29_february_has_a_day_in_every_year() -> None:
    doer = by()
    fact = Filing(FilingFact.DELISTED, date(2028, 2, 29), doer.person, doer.at)
    company = over()
    season = replace(first_season(company), filings=(fact,))

    assert kept_until(company, season) == date(2033, 3, 1)


def test_a_file_that_another_season_names_stays() -> None:
    company = over()
    reused = with_case(company, year=2027)
    newer = replace(reused.seasons[1], items=first_season(company).items)

    assert names(with_season(reused, newer)) == []


def test_papers_of_the_year_go_with_the_last_of_its_seasons() -> None:
    company = over()
    shared = {CUSTODY: first_season(company).items[CUSTODY]}
    bare = with_season(company, replace(first_season(company), items={}))
    year = replace(bare, facts=(YearFacts(2026, shared),))
    another = with_case(year, licence_no="B2-9")

    assert names(year) == ["a.pdf"]
    assert names(another) == []


def test_what_was_erased_is_not_named_again() -> None:
    company = gave(crew(), CUSTODY, FilesGiven(paper(ERASED_NAME).files))

    assert names(over(company)) == []


# --- the hold ---------------------------------------------------------------------------


def test_under_a_hold_nothing_goes() -> None:
    held = hold(over(), "某案 需要", by=by())

    assert names(held.company, date(2099, 1, 1)) == []
    assert (held.events[0].kind, held.events[0].why) == (EventKind.HOLD_SET, "某案 需要")


def test_a_lifted_hold_lets_the_term_count_again() -> None:
    held = hold(over(), "某案", by=by()).company

    lifted = lift_hold(held, by=by())

    assert names(lifted.company) == ["a.pdf"]
    assert (lifted.events[0].kind, lifted.events[0].old) == (EventKind.HOLD_LIFTED, "某案")


def test_a_hold_is_set_once_and_lifted_once() -> None:
    held = hold(crew(), "某案", by=by()).company

    with pytest.raises(AlreadyGiven):
        hold(held, "又一案", by=by())
    with pytest.raises(AlreadyGiven):
        lift_hold(crew(), by=by())


@pytest.mark.parametrize(("reason", "error"), [("  ", ReasonNeeded), ("长" * 201, TooLong)])
def test_a_hold_has_a_short_reason(reason: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        hold(crew(), reason, by=by())


# --- the choice -------------------------------------------------------------------------


def test_another_term_is_counted_at_once() -> None:
    shorter = keep_for(over(), 3, by=by())

    assert names(shorter.company, date(2030, 4, 1)) == ["a.pdf"]
    assert (shorter.events[0].old, shorter.events[0].new) == ("5", "3")


@pytest.mark.parametrize(("years", "error"), [(5, AlreadyGiven), (0, NoSuchTerm), (4, NoSuchTerm)])
def test_only_the_terms_on_offer_can_be_chosen(years: int, error: type[Exception]) -> None:
    assert 5 in TERMS
    with pytest.raises(error):
        keep_for(crew(), years, by=by())


@pytest.mark.parametrize("person", [BOSS, CLERK])
def test_only_a_manager_decides_about_keeping(person: PersonId) -> None:
    doer = replace(by(), person=person)

    with pytest.raises(NotAllowed):
        keep_for(crew(), 3, by=doer)
    with pytest.raises(NotAllowed):
        hold(crew(), "某案", by=doer)
    with pytest.raises(NotAllowed):
        lift_hold(crew(), by=doer)
