"""The authority gives another term: its step, its reminders and the return's term go along."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.firm import COLLEAGUE, FIRST, doer, first_season, look
from tests.workflow.test_authority import BACK, CALLED, STEP, TERM, TOLD, WORK, told, turned, undone
from workflow.errors import AlreadyGiven, NoSuchMatter, NothingToUndo
from workflow.events import EventKind, NoticeKind
from workflow.filing import live_filings
from workflow.matter_terms import set_term
from workflow.matters import MatterState
from workflow.model import Company

LATER, LATEST = date(2027, 3, 26), date(2027, 4, 2)


def moved(company: Company, to: date = LATER) -> Company:
    return set_term(company, FIRST, 1, to, by=doer(CALLED)).company


def term(company: Company) -> date | None:
    return first_season(company).matters[0].due


def step_day(company: Company) -> date | None:
    step = look(company, CALLED).plan.step(STEP)
    return step.internal.day if step and step.internal else None


def test_the_step_is_due_on_the_new_term() -> None:
    company = moved(told())

    assert (term(company), step_day(company)) == (LATER, LATER)


def test_where_no_term_was_set_there_is_one_now() -> None:
    company = moved(told(what=replace(TOLD, due=None)))

    assert (term(company), step_day(company)) == (LATER, LATER)


def test_the_return_told_along_has_the_same_term() -> None:
    company = moved(told(what=BACK))

    assert [each.due for each in live_filings(first_season(company))] == [LATER]


def test_who_signs_and_who_keeps_it_hear_of_it() -> None:
    outcome = set_term(told(), FIRST, 1, LATER, by=doer(CALLED, COLLEAGUE))

    assert [(each.kind, each.old, each.new) for each in outcome.events] == [
        (EventKind.MATTER_TERM_SET, TERM.isoformat(), LATER.isoformat())
    ]
    assert {each.kind for each in outcome.notices} == {NoticeKind.AUTHORITY}
    assert {each.subject for each in outcome.notices} == {STEP}


def test_taken_back_step_by_step_it_is_as_it_was_told() -> None:
    company = moved(moved(told(what=BACK)), LATEST)

    once = undone(company)
    twice = undone(once)

    assert (term(once), step_day(once)) == (LATER, LATER)
    assert (term(twice), step_day(twice)) == (TERM, TERM)
    assert first_season(twice).moved == {}
    assert [each.due for each in live_filings(first_season(twice))] == [TERM]


def test_taken_back_where_there_was_none_the_company_s_own_day_stands() -> None:
    company = undone(moved(told(what=replace(TOLD, due=None))))

    assert (term(company), step_day(company)) == (None, WORK.day)


def test_what_another_set_since_is_not_taken_back() -> None:
    other = set_term(moved(told()), FIRST, 1, LATEST, by=doer(CALLED, COLLEAGUE)).company

    with pytest.raises(NothingToUndo):
        undone(other)


def test_the_same_day_and_one_that_is_closed_are_refused() -> None:
    with pytest.raises(AlreadyGiven):
        moved(told(), TERM)
    with pytest.raises(NoSuchMatter):
        moved(turned(told(), MatterState.CLOSED))
