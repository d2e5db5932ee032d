"""Colleagues who are not on Telegram, and the notes of who was asked in WeChat or by telephone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.crew import CHIEF, FINANCE, NEWCOMER, by, crew
from tests.workflow.firm import FIRST, OPENED, SECOND, doer, with_case
from workflow.cases import turn_company, turn_season
from workflow.colleagues import (
    MOST_COLLEAGUES,
    Nudge,
    Nudged,
    add_colleague,
    colleague_key,
    last_nudges,
    nudge,
    remove_colleague,
)
from workflow.errors import AlreadyGiven, Archived, ReasonNeeded, TooLong
from workflow.events import EventKind
from workflow.model import Company, Lifecycle
from workflow.team import Colleague, Department
from workflow.team_errors import NoSuchColleague, TooMany

FIN, HR = Department.FIN, Department.HR


def with_colleague(company: Company, name: str = "张会计", *departments: Department) -> Company:
    return add_colleague(company, name, departments or (FIN,), by=by()).company


def test_a_colleague_is_noted_with_a_clean_name_and_departments_in_order() -> None:
    outcome = add_colleague(crew(), " 张  会计 ", (FIN, HR, FIN), by=by())

    colleague, event = outcome.company.colleagues[0], outcome.events[0]

    assert (colleague.name, colleague.departments) == ("张 会计", (HR, FIN))
    assert (event.kind, event.subject) == (EventKind.COLLEAGUE_ADDED, colleague_key(colleague))
    assert event.new == "张 会计 HR FIN"


def test_two_colleagues_may_have_one_name_but_not_the_same_departments_too() -> None:
    company = with_colleague(crew(), "张会计", FIN)

    both = with_colleague(company, "张会计", HR)

    assert len({each.number for each in both.colleagues}) == 2
    with pytest.raises(AlreadyGiven):
        with_colleague(both, "张会计", FIN)


def test_a_colleague_is_called_something() -> None:
    with pytest.raises(ReasonNeeded):
        with_colleague(crew(), " ")
    with pytest.raises(TooLong):
        with_colleague(crew(), "长" * 81)


def test_two_hundred_colleagues_are_enough() -> None:
    known = tuple(Colleague(number, f"同事{number}", ()) for number in range(MOST_COLLEAGUES))
    company = replace(crew(), colleagues=known)

    with pytest.raises(TooMany) as refused:
        with_colleague(company)

    assert refused.value.facts == {"what": "colleagues", "most": 200}


def test_a_number_is_never_given_again() -> None:
    company = with_colleague(crew())
    first = company.colleagues[0].number

    again = with_colleague(remove_colleague(company, first, by=by()).company)

    assert again.colleagues[0].number > first
    with pytest.raises(NoSuchColleague):
        remove_colleague(again, first, by=by())


def test_who_is_struck_off_is_named_in_the_trail() -> None:
    company = with_colleague(crew())

    outcome = remove_colleague(company, company.colleagues[0].number, by=by())

    assert outcome.company.colleagues == ()
    assert (outcome.events[0].kind, outcome.events[0].old) == (
        EventKind.COLLEAGUE_REMOVED,
        "张会计 FIN",
    )


# --- asking outside ---------------------------------------------------------------------


def asked(company: Company, whom: str, how: Nudge = Nudge.WECHAT_SENT, days: int = 0) -> Company:
    return nudge(company, FIRST, whom, how, by=doer(OPENED + timedelta(days), CHIEF)).company


def test_a_department_a_member_and_a_colleague_can_be_asked() -> None:
    company = with_colleague(crew())
    key = colleague_key(company.colleagues[0])

    all_asked = asked(asked(asked(company, HR), FINANCE), key)

    assert set(last_nudges(all_asked, FIRST)) == {"HR", FINANCE, key}


def test_each_time_counts_and_the_last_is_shown() -> None:
    company = asked(asked(crew(), FIN), FIN)

    called = asked(company, FIN, Nudge.CALLED_NO_ANSWER, days=1)

    last = doer(OPENED + timedelta(days=1))
    assert [each.kind for each in called.recent[-3:]] == [EventKind.NUDGED] * 3
    assert last_nudges(called, FIRST) == {"FIN": Nudged(Nudge.CALLED_NO_ANSWER, last.at, CHIEF)}


def test_each_season_has_its_own() -> None:
    company = with_case(crew(), licence_no="B2-2")

    called = nudge(company, SECOND, FIN, Nudge.CALLED, by=by()).company

    assert set(last_nudges(called, SECOND)) == {"FIN"}
    assert last_nudges(called, FIRST) == {}


@pytest.mark.parametrize("whom", ["", "IT2", "#999", NEWCOMER])
def test_who_is_not_there_was_not_asked(whom: str) -> None:
    with pytest.raises(NoSuchColleague):
        nudge(crew(), FIRST, whom, Nudge.CALLED, by=by())


def test_nothing_is_noted_while_it_is_archived() -> None:
    company = with_colleague(crew())
    resting = turn_season(company, FIRST, Lifecycle.ARCHIVED, by=by()).company
    archived = turn_company(company, Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(Archived):
        nudge(resting, FIRST, FIN, Nudge.CALLED, by=by())
    with pytest.raises(Archived):
        with_colleague(archived, "李会计")
    with pytest.raises(Archived):
        remove_colleague(archived, archived.colleagues[0].number, by=by())
