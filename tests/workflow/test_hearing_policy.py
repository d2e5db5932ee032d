"""Who hears what, and where, as data: the house's own table, other tables, what a company leaves out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, crew, having
from tests.workflow.firm import CALL_CENTRE, look
from tests.workflow.reminding import (
    EARS,
    M1,
    M3,
    M6,
    POLICIES,
    RULES,
    S2,
    STATUTORY,
    at,
    done_with,
    ears,
    hearing,
    on,
    table,
    with_places,
)
from workflow.asking_again import Why, still
from workflow.duties import duties
from workflow.habits import Habit, Wants
from workflow.hearers import hearers
from workflow.ids import ItemKey, PersonId
from workflow.model import Company
from workflow.owing import owed
from workflow.policy import Heard, OwnPolicy, Shared, Where, Who
from workflow.reminders import Ending, Owed, RungKind
from workflow.team import Member, Role

GROUP, ROBOT = "-100", "c1#7"
POLICY = POLICIES[CALL_CENTRE.policy]
APRIL = tuple(STATUTORY + timedelta(days=late) for late in range(1, 31))
LATE = date(2027, 1, 27)
"""The first step is overdue, and it is a day on which that is told."""


def heard_with(hears: Mapping[RungKind, Heard], company: Company, day: date) -> tuple[Owed, ...]:
    """What that day brings where the pack's file says otherwise of some kinds."""
    policy = replace(POLICY, hears={**POLICY.hears, **hears})
    rules = replace(RULES, policies={CALL_CENTRE.policy: policy})
    return owed(company, rules, EARS, at(day - timedelta(days=1), 20), at(day, 20)).owed


def kinds_at(some: tuple[Owed, ...], to: str) -> set[RungKind]:
    return {each.rung.kind for each in some if each.to == to}


def days_of(company: Company, to: str, kind: RungKind, subject: str) -> list[date]:
    """On which days of April they hear of that step."""
    return [
        day
        for day in APRIL
        for each in on(company, day)
        if (each.to, each.rung.kind, each.rung.subject) == (to, kind, subject)
    ]


# --- the house's table ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "subject", "told"),
    [
        (RungKind.INTERNAL, M1, {CHIEF, CLERK, GROUP, ROBOT}),
        (RungKind.STATUTORY, M6, {CHIEF, CLERK, FINANCE, BOSS, LEGAL_REP, GROUP, ROBOT}),
        (RungKind.LAST_NOTE, M6, {CHIEF, CLERK, FINANCE, BOSS, LEGAL_REP, GROUP, ROBOT}),
        (RungKind.COUNT_DAY, "", {CHIEF, CLERK}),
        (RungKind.MONTHLY, "", {CHIEF, CLERK}),
        (RungKind.MONTH, "", {BOSS}),
        (RungKind.WARNING, M3, {CHIEF, CLERK}),
        (RungKind.TO_BOSS, M3, {BOSS}),
        (RungKind.TO_MANAGER, M3, {CHIEF, CLERK}),
        (RungKind.TO_GROUP, M1, {GROUP, ROBOT}),
        (RungKind.TO_AGENCY, M1, {CLERK}),
    ],
)
def test_of_each_kind_the_house_tells(kind: RungKind, subject: str, told: set[str]) -> None:
    fields = [task.item.key for row in look(crew()).rows if row.key == M3 for task in row.tasks]
    company = having(with_places(crew()), FINANCE, *fields)
    company = replace(company, policy=OwnPolicy(monthly=True))
    latest = table(company, kind, subject, last=date(2027, 12, 31))[-1]

    heard = hearers(duties(company, company.seasons[0], RULES), replace(latest, offset=0), EARS)

    assert {str(each.to) for each in heard} == told


def test_the_house_s_table_names_every_kind() -> None:
    assert set(POLICY.hears) == set(RungKind)


# --- the boss, past the law's date ------------------------------------------------------


@pytest.mark.parametrize("subject", [M6, S2])
@pytest.mark.parametrize("boss", [BOSS, LEGAL_REP])
def test_past_the_law_s_date_the_boss_hears_on_the_first_day_and_each_seventh_from_it(
    boss: PersonId, subject: str
) -> None:
    told = days_of(crew(), boss, RungKind.STATUTORY, subject)

    assert [(day - STATUTORY).days for day in told] == [1, 8, 15, 22, 29]


def test_managers_and_the_group_hear_of_it_day_by_day() -> None:
    company = with_places(crew())

    assert days_of(company, CHIEF, RungKind.STATUTORY, M6) == list(APRIL)
    assert days_of(company, GROUP, RungKind.STATUTORY, M6) == list(APRIL)
    assert days_of(company, FINANCE, RungKind.STATUTORY, M6) == list(APRIL)


def test_what_a_boss_owes_himself_is_not_told_him_more_often() -> None:
    company = having(crew(), LEGAL_REP, ItemKey("number_report"))

    assert len(days_of(company, LEGAL_REP, RungKind.STATUTORY, S2)) == 5


def test_a_boss_who_runs_the_work_hears_of_it_day_by_day() -> None:
    both = Member(BOSS, "老周", (Role.BOSS, Role.MANAGER))
    company = replace(crew(), members=(*crew(Role.BOSS).members, both))

    assert days_of(company, BOSS, RungKind.STATUTORY, M6) == list(APRIL)


def test_where_no_manager_can_be_reached_the_boss_hears_of_it_day_by_day() -> None:
    day = STATUTORY + timedelta(days=2)

    told = [each for each in on(crew(), day, ears(CHIEF, CLERK)) if each.rung.subject == M6]

    assert BOSS in hearing(each for each in told if each.is_reachable)


# --- other tables -----------------------------------------------------------------------


def test_a_kind_that_names_nobody_is_told_to_nobody() -> None:
    company = with_places(crew())

    told = heard_with({RungKind.INTERNAL: Heard((), frozenset())}, company, LATE)

    assert RungKind.INTERNAL in {each.rung.kind for each in on(company, LATE)}
    assert RungKind.INTERNAL not in {each.rung.kind for each in told}


@pytest.mark.parametrize(
    ("where", "places"),
    [(Where.PRIVATE, set()), (Where.GROUP, {GROUP}), (Where.ROBOT, {ROBOT})],
)
def test_only_where_the_table_says(where: Where, places: set[str]) -> None:
    one_way = Heard((Who.OWNER,), frozenset({where}))

    told = heard_with({RungKind.INTERNAL: one_way}, with_places(crew()), LATE)

    of_step = {str(each.to) for each in told if each.rung.kind is RungKind.INTERNAL}
    assert of_step & {GROUP, ROBOT} == places
    assert bool(of_step - {GROUP, ROBOT}) is (where is Where.PRIVATE)


def test_who_is_named_hears_beside_the_others() -> None:
    both = Heard((Who.OWNER, Who.SIGNERS), frozenset({Where.PRIVATE}))

    told = heard_with({RungKind.INTERNAL: both}, crew(), LATE)

    late = hearing(each for each in told if each.rung.subject == M1)
    assert late == {CHIEF, CLERK, BOSS, LEGAL_REP}


def test_who_owes_something_of_a_step_can_be_told_of_the_law_s_date_too() -> None:
    owners = Heard((Who.KEEPERS, Who.OWNER), frozenset({Where.PRIVATE}))
    company = having(crew(), LEGAL_REP, ItemKey("number_report"))

    told = heard_with({RungKind.STATUTORY: owners}, company, STATUTORY - timedelta(days=60))

    of_numbers = hearing(each for each in told if each.rung.subject == S2)
    assert of_numbers == {CHIEF, CLERK, LEGAL_REP}


def test_who_wants_everything_is_not_told_in_private_of_what_is_for_the_group_alone() -> None:
    shared = Heard((Who.OWNER,), frozenset({Where.GROUP}))
    eager = ears(habits={BOSS: Habit(wants=Wants.EVERYTHING)})
    policy = replace(POLICY, hears={**POLICY.hears, RungKind.INTERNAL: shared})
    rules = replace(RULES, policies={CALL_CENTRE.policy: policy})
    company = with_places(crew())
    late = next(each for each in table(company, RungKind.INTERNAL, M1) if each.day == LATE)

    heard = hearers(duties(company, company.seasons[0], rules), late, eager)

    assert [str(each.to) for each in heard] == [GROUP]


# --- what a company wants told in its groups --------------------------------------------


@pytest.mark.parametrize(
    ("shared", "kinds"),
    [
        (Shared.ALL, {RungKind.INTERNAL, RungKind.STATUTORY, RungKind.LAST_NOTE}),
        (Shared.LAW, {RungKind.STATUTORY, RungKind.LAST_NOTE}),
        (Shared.NOTHING, set()),
    ],
)
@pytest.mark.parametrize("place", [GROUP, ROBOT])
def test_groups_and_robots_hear_what_the_company_wants(
    place: str, shared: Shared, kinds: set[RungKind]
) -> None:
    company = replace(with_places(crew()), policy=OwnPolicy(shared=shared))

    told = (*on(company, STATUTORY), *on(company, date(2027, 3, 16)))

    assert kinds_at(told, place) == kinds
    assert kinds_at(told, CHIEF) >= {RungKind.INTERNAL, RungKind.STATUTORY, RungKind.LAST_NOTE}


def test_what_was_carried_to_the_group_is_no_matter_of_the_law() -> None:
    company = with_places(crew())
    (rung,) = table(company, RungKind.TO_GROUP, M1)

    lawful = replace(company, policy=OwnPolicy(shared=Shared.LAW))

    assert RungKind.TO_GROUP in kinds_at(on(company, rung.day), GROUP)
    assert kinds_at(on(lawful, rung.day), GROUP) == set()


@pytest.mark.parametrize("kind", [RungKind.INTERNAL, RungKind.TO_GROUP])
def test_what_waits_for_a_group_is_not_told_once_the_company_wants_it_silent(
    kind: RungKind,
) -> None:
    company = with_places(done_with(crew(), M3))
    day = next(each for each in table(company, kind, M1) if each.day >= date(2027, 1, 19)).day
    (waiting,) = [
        each
        for each in on(company, day)
        if (each.to, each.rung.kind, each.rung.subject) == (GROUP, kind, M1)
    ]

    silent = replace(company, policy=OwnPolicy(shared=Shared.NOTHING))

    assert still(company, RULES, EARS, waiting) is None
    end = still(silent, RULES, EARS, waiting)
    assert end is not None
    assert (end.ending, end.why) == (Ending.UNWANTED, Why.NOT_SHARED)
