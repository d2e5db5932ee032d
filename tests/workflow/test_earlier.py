"""Figures of the two years before: taken over, corrected by versions, never in place of a report."""

from dataclasses import replace

import pytest

from tests.workflow.crew import CREW, crew
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    SEATS,
    STAFF,
    count,
    doer,
    first_season,
    opened,
    with_case,
)
from workflow.actions import hand_in, undo
from workflow.checklist import facts_of
from workflow.earlier import earlier_task, take_back_earlier, take_over
from workflow.errors import AlreadyGiven, ItemChanged, NothingToUndo, OutOfRange
from workflow.events import EventKind
from workflow.figure_errors import NoSuchYear, OwnReport
from workflow.figures import Figures
from workflow.given import AnswerGiven, Origin
from workflow.ids import ItemKey
from workflow.model import Company, Lifecycle
from workflow.rules import Year
from workflow.team import Role
from workflow.team_errors import NotYours


def took(company: Company, year: int, key: ItemKey, given: AnswerGiven) -> Company:
    return take_over(company, FIRST, CALL_CENTRE, year, key, given, by=doer()).company


def last(company: Company, key: ItemKey, year: Year = Year.LAST) -> object:
    return Figures(company, first_season(company), CALL_CENTRE).answer(key, year)


def test_a_figure_of_last_year_stands_beside_this_years() -> None:
    company = took(took(opened(), 2025, SEATS, count(400)), 2024, SEATS, count(380))

    assert (last(company, SEATS), last(company, SEATS, Year.BEFORE)) == (count(400), count(380))
    assert last(company, SEATS, Year.THIS) is None


def test_a_correction_is_a_version_and_the_one_before_stays() -> None:
    company = took(took(opened(), 2025, SEATS, count(400)), 2025, SEATS, count(410))

    state = first_season(company).earlier[2025][SEATS]
    assert [(each.version, each.given) for each in state.entries] == [
        (1, count(400)),
        (2, count(410)),
    ]


def test_what_the_company_answers_once_is_kept_for_all_its_reports() -> None:
    company = took(opened(), 2025, STAFF, count(300))

    assert facts_of(company, 2025)[STAFF].live[-1].given == count(300)
    assert STAFF not in facts_of(company, 2026)


def test_the_same_again_is_no_version_but_where_it_is_from_is() -> None:
    company = took(opened(), 2025, SEATS, count(400))

    with pytest.raises(AlreadyGiven):
        took(company, 2025, SEATS, count(400))
    said = took(company, 2025, SEATS, replace(count(400), origin=Origin("年报 2025")))
    assert earlier_task(said, first_season(said), CALL_CENTRE, SEATS, 2025).state.version == 2


def test_it_fits_as_this_years_answer_would() -> None:
    with pytest.raises(OutOfRange):
        took(opened(), 2025, SEATS, count(-1))


@pytest.mark.parametrize("year", [2023, 2026, 2027])
def test_only_the_two_years_before_are_taken(year: int) -> None:
    with pytest.raises(NoSuchYear):
        took(opened(), year, SEATS, count(400))


def two_reports() -> Company:
    """This bot carries the report of 2025, too, and it answered the seats."""
    company = with_case(opened(), year=2025)
    season = company.seasons[-1].id
    return hand_in(company, season, CALL_CENTRE, SEATS, count(390), by=doer()).company


@pytest.mark.parametrize("key", [SEATS, STAFF])
def test_a_report_that_is_kept_here_speaks_for_its_year(key: ItemKey) -> None:
    with pytest.raises(OwnReport):
        took(two_reports(), 2025, key, count(400))


def test_what_that_report_does_not_say_may_be_taken_over() -> None:
    own = ItemKey("seats_self")

    company = took(two_reports(), 2025, own, count(120))

    assert (last(company, own), last(company, SEATS)) == (count(120), count(390))


def test_a_removed_report_and_another_licences_speak_for_nothing() -> None:
    company = two_reports()
    gone = replace(company.seasons[-1], lifecycle=Lifecycle.REMOVED)
    other = replace(company.seasons[-1], licence_no="B2-20999999")
    first = company.seasons[0]

    for seasons in ((first, gone), (first, other)):
        taken = took(replace(company, seasons=seasons), 2025, SEATS, count(400))
        assert last(taken, SEATS) == count(400)


def test_it_stands_in_the_trail_with_its_year_and_what_stood_before() -> None:
    first = take_over(opened(), FIRST, CALL_CENTRE, 2025, SEATS, count(400), by=doer())
    done = take_over(first.company, FIRST, CALL_CENTRE, 2025, SEATS, count(410), by=doer())

    told = [(each.old, each.new, each.version) for each in (*first.events, *done.events)]
    assert told == [("2025", "400", 1), ("2025 400", "410", 2)]
    assert {each.kind for each in done.events} == {EventKind.EARLIER_GIVEN}


@pytest.mark.parametrize("key", [SEATS, STAFF])
def test_undo_lets_the_figure_before_stand_again_and_goes_on_year_by_year(key: ItemKey) -> None:
    company = took(took(opened(), 2024, key, count(380)), 2025, key, count(400))
    company = took(company, 2025, key, count(410))

    seen: list[object] = []
    for _ in range(3):
        done = undo(company, lambda _: CALL_CENTRE, CALENDAR, by=doer())
        company = done.company
        seen.append((done.events[0].kind, done.events[0].old))
        seen.append([_stands(company, key, year) for year in (2024, 2025)])

    gone = EventKind.EARLIER_WITHDRAWN
    assert seen == [
        *((gone, "2025 410"), [count(380), count(400)]),
        *((gone, "2025 400"), [count(380), None]),
        *((gone, "2024 380"), [None, None]),
    ]


def _stands(company: Company, key: ItemKey, year: int) -> object:
    task = earlier_task(company, company.seasons[0], CALL_CENTRE, key, year)
    return task.newest.given if task.newest else None


def test_only_ones_own_newest_is_taken_back() -> None:
    company = took(took(opened(), 2025, SEATS, count(400)), 2025, SEATS, count(410))
    other = doer(person=CREW[Role.CONTRIBUTOR].person)
    joined = replace(company, members=crew().members)

    with pytest.raises(NothingToUndo):
        take_back_earlier(company, FIRST, CALL_CENTRE, 2025, SEATS, 1, by=doer())
    with pytest.raises(NothingToUndo):
        take_back_earlier(joined, FIRST, CALL_CENTRE, 2025, SEATS, 2, by=other)


def test_what_that_years_own_report_says_by_now_is_not_taken_back_here() -> None:
    company = took(opened(), 2025, SEATS, count(400))
    reported = with_case(company, year=2025)
    season = reported.seasons[-1].id
    answered = hand_in(reported, season, CALL_CENTRE, SEATS, count(390), by=doer()).company

    with pytest.raises((OwnReport, NothingToUndo)):
        take_back_earlier(answered, FIRST, CALL_CENTRE, 2025, SEATS, 1, by=doer())


def test_another_version_since_it_was_looked_at_is_told() -> None:
    company = took(opened(), 2025, SEATS, count(400))

    with pytest.raises(ItemChanged):
        take_over(company, FIRST, CALL_CENTRE, 2025, SEATS, count(410), by=doer(), seen=0)


def test_a_contributor_takes_over_what_is_theirs_alone() -> None:
    finance = doer(person=CREW[Role.CONTRIBUTOR].person)

    with pytest.raises(NotYours):
        take_over(crew(), FIRST, CALL_CENTRE, 2025, SEATS, count(400), by=finance)
    taken = take_over(
        *(crew(), FIRST, CALL_CENTRE, 2025, ItemKey("revenue_total"), count(1860)), by=finance
    )
    assert taken.events
