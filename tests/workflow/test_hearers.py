"""Who hears of a rung: whose it is, the next in the chain, the group; and never nobody."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, NEWCOMER, crew, having
from tests.workflow.firm import CALL_CENTRE, SEATS, doer, gave
from tests.workflow.reminding import (
    EARS,
    EVERYBODY,
    M1,
    M3,
    M6,
    S2,
    STATUTORY,
    ZONE,
    done_with,
    ears,
    hearing,
    kinds,
    on,
    told_to,
    with_places,
)
from workflow.checklist import checklist
from workflow.given import WaitingUntil
from workflow.habits import Habit, Wants
from workflow.hearers import NOT_PASSED_ON, Ears, robot_of
from workflow.ids import ItemKey, PersonId
from workflow.owing import next_in_chain
from workflow.policy import OwnPolicy
from workflow.reminders import Owed, Rung, RungKind
from workflow.team import Department, Member, Role

LAW = {RungKind.STATUTORY}
MORNING = date(2027, 3, 12)  # Friday: the filing's -3 of its inner date
BEFORE = date(2027, 1, 20)


def first_for(some: tuple[Owed, ...], to: str) -> Owed:
    """The first of them that is theirs."""
    return next(each for each in some if str(each.to) == to)


# --- who --------------------------------------------------------------------------------


def test_an_inner_date_is_told_to_those_whose_items_stand_in_the_step() -> None:
    company = having(done_with(crew(), M1), FINANCE, SEATS)

    told = on(company, date(2027, 1, 28))

    assert (RungKind.INTERNAL, M3, -7) in told_to(told, FINANCE)
    assert (RungKind.INTERNAL, M3, -7) not in told_to(told, BOSS)


def test_the_law_s_date_is_told_to_the_managers_then_to_all_who_owe_then_to_the_boss() -> None:
    def who(left: int) -> set[str]:
        some = on(crew(), STATUTORY - timedelta(days=left))
        return {to for _, to in kinds([each for each in some if each.rung.subject == M6], of=LAW)}

    assert who(14) == {CHIEF, CLERK}
    assert who(7) == {CHIEF, CLERK, FINANCE}
    assert who(1) == {CHIEF, CLERK, FINANCE, BOSS, LEGAL_REP}
    assert who(-1) == who(0) == who(1)


def test_who_owes_the_number_report_alone_is_not_told_of_the_filing() -> None:
    company = having(crew(), LEGAL_REP, ItemKey("number_report"))

    told = told_to(on(company, STATUTORY - timedelta(days=7)), LEGAL_REP)

    assert [each for each in told if each[0] in LAW] == [("statutory", S2, -7)]


def test_who_has_only_to_sign_is_not_asked_two_weeks_before() -> None:
    early, late = on(crew(), date(2027, 2, 12)), on(crew(), date(2027, 2, 23))

    assert told_to(early, BOSS) == []
    assert told_to(late, BOSS) == [(RungKind.INTERNAL, "M4", -3)]


def test_a_boss_who_wants_everything_hears_of_inner_dates_too() -> None:
    eager = ears(habits={BOSS: Habit(wants=Wants.EVERYTHING)})

    assert (RungKind.INTERNAL, M3, -7) in told_to(on(crew(), date(2027, 1, 28), eager), BOSS)


def test_nobody_is_asked_for_what_they_wait_for_until_its_day() -> None:
    helper = Member(NEWCOMER, "小孙", (Role.CONTRIBUTOR,))
    company = having(replace(crew(), members=(*crew().members, helper)), NEWCOMER, SEATS)
    day, everybody = date(2027, 2, 24), Ears(EVERYBODY | {NEWCOMER})

    waits = gave(company, SEATS, WaitingUntil(day, "审计"), by=doer(person=NEWCOMER))

    assert told_to(on(company, date(2027, 2, 3), everybody), NEWCOMER) == [("internal", M3, -1)]
    assert told_to(on(waits, date(2027, 2, 3), everybody), NEWCOMER) == []
    assert told_to(on(waits, day, everybody), NEWCOMER) == [("internal", M3, 0)]


def test_the_boss_is_spared_his_line_where_he_hears_of_something_else() -> None:
    quiet, busy = on(crew(), date(2027, 3, 1)), on(crew(), date(2027, 4, 1))

    assert (RungKind.MONTH, BOSS) in kinds(quiet, of={RungKind.MONTH})
    assert kinds(busy, of={RungKind.MONTH}) == []
    assert kinds(busy, of=LAW) != []


def test_the_count_day_is_for_managers_and_for_those_who_count() -> None:
    counter = Member(NEWCOMER, "小孙", (Role.CONTRIBUTOR,), (Department.HR,))
    company = replace(crew(), members=(*crew().members, counter))

    told = on(company, date(2027, 12, 1), Ears(EVERYBODY | {NEWCOMER}))

    assert hearing(told) == {CHIEF, CLERK, NEWCOMER}


def test_the_monthly_duty_is_the_managers_own() -> None:
    company = replace(crew(), policy=OwnPolicy(monthly=True))

    told = kinds(on(company, date(2027, 3, 5)), of={RungKind.MONTHLY})

    assert told == [(RungKind.MONTHLY, CHIEF), (RungKind.MONTHLY, CLERK)]


# --- groups and robots ------------------------------------------------------------------


def test_groups_and_robots_hear_what_is_near_each_at_its_hour() -> None:
    company = with_places(crew())
    robot = robot_of(company.id, company.robots[0])

    near, far = on(company, date(2027, 3, 12)), on(company, date(2027, 3, 3))

    assert ("internal", M6, -3) in told_to(near, "-100")
    assert ("internal", M6, -14) not in told_to(far, "-100")
    assert {each.at.astimezone(ZONE).hour for each in near if each.to == robot} == {10}


def test_a_group_hears_of_the_law_from_two_weeks_on() -> None:
    company = with_places(crew())

    assert ("statutory", M6, -14) in told_to(on(company, date(2027, 3, 17)), "-100")
    assert ("statutory", M6, -30) not in told_to(on(company, date(2027, 3, 1)), "-100")


def test_where_nobody_is_asked_the_group_hears_nothing() -> None:
    company = done_with(with_places(crew()))

    assert told_to(on(company, date(2027, 1, 28)), "-100") == []


def test_what_everybody_waits_for_is_no_matter_for_the_group() -> None:
    company = with_places(crew())
    for task in checklist(company, company.seasons[0], CALL_CENTRE):
        if task.item.milestone == M1:
            company = gave(company, task.item.key, WaitingUntil(date(2027, 3, 1), "等"))

    told = on(company, date(2027, 1, 15))

    assert [each for each in told if each.rung.subject == M1] == []


# --- never nobody -----------------------------------------------------------------------


def test_who_cannot_be_reached_is_passed_over_up_the_chain() -> None:
    company = done_with(having(crew(), FINANCE, SEATS), M1)

    told = [
        each for each in on(company, date(2027, 1, 28), ears(FINANCE)) if each.rung.subject == M3
    ]

    heard = [(str(each.to), each.is_reachable) for each in told]
    assert sorted(heard) == [(CHIEF, True), (FINANCE, False), (CLERK, True)]


def test_with_no_manager_in_reach_the_boss_hears_and_else_whoever_works_there() -> None:
    def instead(*deaf: PersonId) -> set[str]:
        told = on(crew(), date(2027, 3, 1), ears(*deaf))
        return hearing(each for each in told if each.is_reachable and each.rung.subject == M6)

    assert instead(CHIEF, CLERK) == {BOSS, LEGAL_REP}
    assert instead(CHIEF, CLERK, BOSS, LEGAL_REP) == {FINANCE}
    assert instead(*EVERYBODY) == set()


@settings(deadline=None, max_examples=40)
@given(st.sets(st.sampled_from(sorted(EVERYBODY))), st.integers(0, 120))
def test_while_anybody_can_be_reached_somebody_hears(deaf: set[PersonId], after: int) -> None:
    day = date(2027, 1, 4) + timedelta(days=after)

    told = on(crew(), day, ears(*deaf))

    things: dict[Rung, list[Owed]] = {}
    for each in told:
        things.setdefault(each.rung, []).append(each)
    passed = [some for rung, some in things.items() if rung.kind not in NOT_PASSED_ON]
    unheard = [some for some in passed if not any(each.is_reachable for each in some)]
    assert unheard == [] or deaf == EVERYBODY


@pytest.mark.parametrize("to", [FINANCE, CHIEF])
def test_what_somebody_refused_goes_to_the_next_in_the_chain(to: PersonId) -> None:
    company = crew()
    refused = first_for(on(company, date(2027, 1, 28)), to)

    passed = next_in_chain(company, refused, EARS)

    assert hearing(passed) == {CHIEF, CLERK} - {to}
    assert {each.instead_of for each in passed} == {to}
    assert {each.rung for each in passed} == {refused.rung}


def test_what_was_passed_on_and_refused_again_goes_further_up() -> None:
    company = crew()
    refused = first_for(on(company, date(2027, 1, 28)), FINANCE)
    (first, *_) = next_in_chain(company, refused, ears(FINANCE, CLERK))

    further = next_in_chain(company, first, ears(FINANCE, CLERK, CHIEF))

    assert hearing(further) == {BOSS, LEGAL_REP}
    assert {each.instead_of for each in further} == {FINANCE}


def test_what_a_group_refuses_goes_to_nobody() -> None:
    company = with_places(crew())
    refused = first_for(on(company, MORNING), "-100")

    assert next_in_chain(company, refused, EARS) == ()


def test_keeping_the_moment_the_next_in_the_chain_hears_at_once() -> None:
    company = crew()
    refused = first_for(on(company, date(2027, 1, 28)), FINANCE)

    assert {each.at for each in next_in_chain(company, refused, EARS)} == {
        datetime.combine(date(2027, 1, 28), time(9), ZONE)
    }
