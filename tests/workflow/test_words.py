"""今天处理 and a sentence for the boss; and how a company departs from what its packs remind of."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.crew import BOSS, FINANCE, crew
from tests.workflow.firm import CALL_CENTRE, FIRST, OPENED, doer, first_season
from tests.workflow.reminding import M1, M6, ONE_DAY
from workflow.change import Doer
from workflow.errors import AlreadyGiven, Blank, NoSuchMilestone, NotAllowed, TooLong
from workflow.events import EventKind
from workflow.ids import MilestoneKey
from workflow.model import Company, Outcome, Word
from workflow.own_policy import set_policy
from workflow.policy import OwnPolicy, Shared
from workflow.reminder_errors import BadRungs, LegalRungsNeeded
from workflow.tailoring import drop_step
from workflow.words import say_word


def says(
    company: Company,
    *,
    handles: bool = False,
    note: str = "",
    by: Doer | None = None,
    key: MilestoneKey = M6,
) -> Outcome:
    return say_word(company, FIRST, CALL_CENTRE, key, handles=handles, note=note, by=by or doer())


def word(company: Company) -> Word:
    return first_season(company).words[M6]


# --- words ------------------------------------------------------------------------------


def test_who_sees_to_it_today_has_said_so() -> None:
    done = says(crew(), handles=True)

    assert word(done.company) == Word(OPENED, doer().person, handles=True)
    (event,) = done.events
    assert (event.kind, event.subject, event.new) == (EventKind.WORD_SAID, M6, "1")


def test_both_can_be_said_on_one_day_in_any_order() -> None:
    one = says(says(crew(), handles=True).company, note=" 周五  前交 ").company
    other = says(says(crew(), note="周五 前交").company, handles=True).company

    assert word(one) == word(other) == Word(OPENED, doer().person, handles=True, note="周五 前交")


def test_another_day_another_word() -> None:
    company = says(crew(), handles=True, note="昨天的话").company

    company = says(company, note="今天的话", by=doer(OPENED + ONE_DAY)).company

    assert word(company) == Word(OPENED + ONE_DAY, doer().person, handles=False, note="今天的话")


def test_the_same_word_twice_is_said_already() -> None:
    company = says(crew(), handles=True).company

    with pytest.raises(AlreadyGiven):
        says(company, handles=True)


def test_nothing_said_is_no_word() -> None:
    with pytest.raises(Blank):
        says(crew(), note="  ")


def test_a_sentence_is_short() -> None:
    with pytest.raises(TooLong):
        says(crew(), note="长" * 201)


def test_there_is_no_word_on_a_step_that_is_not_there() -> None:
    company = drop_step(crew(), FIRST, CALL_CENTRE, M1, "没有", by=doer()).company

    with pytest.raises(NoSuchMilestone):
        says(company, handles=True, key=M1)
    with pytest.raises(NoSuchMilestone):
        says(company, handles=True, key=MilestoneKey("M9"))


def test_only_who_runs_the_work_says_it() -> None:
    with pytest.raises(NotAllowed):
        says(crew(), handles=True, by=doer(person=BOSS))


# --- the company's own policy -----------------------------------------------------------


def test_a_company_reminds_as_it_wants() -> None:
    own = OwnPolicy((1, 7, 1), (0, 30), tells_boss=False, monthly=True, shared=Shared.LAW)
    told = "7,1 30,0 0 1 law"

    done = set_policy(crew(), own, by=doer())

    assert done.company.policy == replace(own, internal=(7, 1), statutory=(30, 0))
    (event,) = done.events
    assert (event.kind, event.old, event.new) == (EventKind.POLICY_SET, "* * 1 0 all", told)


def test_inner_dates_need_not_be_told_of_before() -> None:
    assert set_policy(crew(), OwnPolicy(internal=()), by=doer()).company.policy.internal == ()


@pytest.mark.parametrize("days", [(-1,), (121,), tuple(range(11))])
def test_what_is_no_ladder_is_refused(days: tuple[int, ...]) -> None:
    with pytest.raises(BadRungs):
        set_policy(crew(), OwnPolicy(internal=days), by=doer())


@pytest.mark.parametrize("days", [(), (60, 30, 8)])
def test_the_law_s_last_days_are_never_silent(days: tuple[int, ...]) -> None:
    with pytest.raises(LegalRungsNeeded):
        set_policy(crew(), OwnPolicy(statutory=days), by=doer())


def test_what_it_is_already_is_not_set_again() -> None:
    with pytest.raises(AlreadyGiven):
        set_policy(crew(), OwnPolicy(), by=doer())


def test_only_who_administers_the_company_sets_it() -> None:
    with pytest.raises(NotAllowed):
        set_policy(crew(), OwnPolicy(monthly=True), by=doer(date(2027, 1, 5), FINANCE))
