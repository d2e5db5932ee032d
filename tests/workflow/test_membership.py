"""Roles that change, members who go, work that is handed over; somebody always keeps the team."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.workflow.crew import (
    BOSS,
    CHIEF,
    CLERK,
    FINANCE,
    LEGAL_REP,
    NEWCOMER,
    VIEWER,
    by,
    crew,
    having,
    held,
    member_of,
)
from tests.workflow.firm import CUSTODY, FIRST, SEATS, SECOND, STAFF, with_case
from workflow.cases import turn_company, turn_season
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, Archived, NotAllowed, WorkflowError
from workflow.events import EventKind, NoticeKind
from workflow.ids import PersonId
from workflow.membership import change_roles, hand_over, is_keeper, keepers, leave, remove
from workflow.model import Company, Lifecycle, Outcome
from workflow.team import Department, Member, Role
from workflow.team_errors import LastKeeper, MayOnlyLook, NoRole, NoSuchMember, NothingToHandOver

ALONE = tuple(role for role in Role if role is not Role.MANAGER)
"""Left out, so that the manager is alone."""


def told(outcome: Outcome) -> list[tuple[PersonId, NoticeKind]]:
    return [(each.to, each.kind) for each in outcome.notices]


def kinds(outcome: Outcome) -> list[EventKind]:
    return [each.kind for each in outcome.events]


@pytest.mark.parametrize("role", Role)
def test_managers_and_clerks_keep_the_team(role: Role) -> None:
    who = Member(NEWCOMER, "小钱", (Role.VIEWER, role))

    assert is_keeper(who) == (role in {Role.MANAGER, Role.CLERK})


# --- roles ------------------------------------------------------------------------------


def test_roles_and_departments_are_replaced_each_once_and_in_order() -> None:
    roles, departments = (Role.VIEWER, Role.BOSS, Role.BOSS), (Department.LEG, Department.IT)

    company = change_roles(crew(), FINANCE, roles, departments, by=by()).company

    assert member_of(company, FINANCE) == Member(
        FINANCE, "小李", (Role.BOSS, Role.VIEWER), (Department.IT, Department.LEG)
    )


def test_the_person_is_told_and_the_trail_says_what_they_were_and_are() -> None:
    outcome = change_roles(crew(), FINANCE, (Role.CONTRIBUTOR,), (Department.HR,), by=by())

    event = outcome.events[0]

    assert (event.kind, event.subject) == (EventKind.MEMBER_CHANGED, FINANCE)
    assert (event.old, event.new) == ("contributor FIN", "contributor HR")
    assert told(outcome) == [(FINANCE, NoticeKind.ROLE_CHANGED)]


def test_nobody_is_told_what_they_did_themselves() -> None:
    outcome = change_roles(crew(), CHIEF, (Role.MANAGER, Role.BOSS), (), by=by())

    assert outcome.notices == ()


def test_who_may_only_look_from_now_on_keeps_no_items() -> None:
    company = having(crew(), FINANCE, CUSTODY)

    outcome = change_roles(company, FINANCE, (Role.VIEWER,), (), by=by())

    assert held(outcome.company, FINANCE) == set()
    assert kinds(outcome) == [EventKind.MEMBER_CHANGED, EventKind.UNASSIGNED]


def test_who_may_still_hand_in_keeps_the_items() -> None:
    company = having(crew(), FINANCE, CUSTODY)

    changed = change_roles(company, FINANCE, (Role.BOSS,), (), by=by()).company

    assert held(changed, FINANCE) == {CUSTODY}


REFUSED_CHANGES: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "no role left": (lambda c: change_roles(c, FINANCE, (), (), by=by()), NoRole),
    "nobody there": (
        lambda c: change_roles(c, NEWCOMER, (Role.VIEWER,), (), by=by()),
        NoSuchMember,
    ),
    "the same": (
        lambda c: change_roles(c, FINANCE, (Role.CONTRIBUTOR,), (Department.FIN,), by=by()),
        AlreadyGiven,
    ),
    "a clerk makes a clerk": (
        lambda c: change_roles(c, FINANCE, (Role.CLERK,), (), by=by(CLERK)),
        NotAllowed,
    ),
    "a clerk makes himself manager": (
        lambda c: change_roles(c, CLERK, (Role.CLERK, Role.MANAGER), (), by=by(CLERK)),
        NotAllowed,
    ),
    "a clerk unmakes a manager": (
        lambda c: change_roles(c, CHIEF, (Role.VIEWER,), (), by=by(CLERK)),
        NotAllowed,
    ),
}


@pytest.mark.parametrize(("act", "refusal"), REFUSED_CHANGES.values(), ids=REFUSED_CHANGES)
def test_a_change_of_roles_is_refused(
    act: Callable[[Company], Outcome], refusal: type[WorkflowError]
) -> None:
    company = crew()

    with pytest.raises(refusal):
        act(company)


def test_a_clerk_may_lay_down_their_own_role_but_no_last_keeper_may() -> None:
    changed = change_roles(crew(), CLERK, (Role.VIEWER,), (), by=by(CLERK)).company

    assert keepers(changed) == (CHIEF,)
    with pytest.raises(LastKeeper):
        change_roles(changed, CHIEF, (Role.BOSS,), (), by=by())


def test_no_role_is_changed_while_the_company_is_archived() -> None:
    company = turn_company(crew(), Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(Archived):
        change_roles(company, FINANCE, (Role.VIEWER,), (), by=by())
    with pytest.raises(Archived):
        hand_over(having(company, FINANCE, CUSTODY), FINANCE, CHIEF, by=by())


# --- going ------------------------------------------------------------------------------


def test_a_removed_member_is_told_and_their_name_is_still_known() -> None:
    outcome = remove(crew(), FINANCE, by=by())

    assert FINANCE not in {each.person for each in outcome.company.members}
    assert [each.name for each in outcome.company.former] == ["小李"]
    assert told(outcome) == [(FINANCE, NoticeKind.REMOVED)]


def test_what_was_theirs_is_the_departments_again_in_archived_seasons_too() -> None:
    company = having(having(crew(), FINANCE, CUSTODY, SEATS), BOSS, STAFF)
    archived = turn_season(company, FIRST, Lifecycle.ARCHIVED, by=by()).company

    outcome = remove(archived, FINANCE, by=by())

    assert season_of(outcome.company, FIRST).assigned == {STAFF: BOSS}
    assert [(e.kind, e.subject, e.old, e.new) for e in outcome.events] == [
        (EventKind.MEMBER_REMOVED, FINANCE, "contributor FIN", ""),
        (EventKind.UNASSIGNED, CUSTODY, FINANCE, ""),
        (EventKind.UNASSIGNED, SEATS, FINANCE, ""),
    ]


def test_who_leaves_needs_no_leave_and_the_keepers_are_told() -> None:
    outcome = leave(crew(), by=by(VIEWER))

    assert kinds(outcome) == [EventKind.MEMBER_LEFT]
    assert told(outcome) == [(CHIEF, NoticeKind.LEFT), (CLERK, NoticeKind.LEFT)]


def test_removing_oneself_is_leaving() -> None:
    outcome = remove(crew(), CLERK, by=by(CLERK))

    assert kinds(outcome) == [EventKind.MEMBER_LEFT]
    assert told(outcome) == [(CHIEF, NoticeKind.LEFT)]


def test_one_can_go_while_the_company_is_archived() -> None:
    company = turn_company(crew(), Lifecycle.ARCHIVED, by=by()).company

    assert kinds(leave(company, by=by(VIEWER))) == [EventKind.MEMBER_LEFT]
    assert kinds(remove(company, VIEWER, by=by())) == [EventKind.MEMBER_REMOVED]


def test_the_last_keeper_cannot_go() -> None:
    company = crew(Role.CLERK)

    with pytest.raises(LastKeeper):
        leave(company, by=by())


def test_a_clerk_removes_no_manager_and_nobody_removes_who_is_not_there() -> None:
    company = crew()

    with pytest.raises(NotAllowed):
        remove(company, CHIEF, by=by(CLERK))
    with pytest.raises(NoSuchMember):
        remove(company, NEWCOMER, by=by())


# --- handing over -----------------------------------------------------------------------


def test_everything_of_one_goes_to_another_in_one_step() -> None:
    company = having(having(crew(), FINANCE, CUSTODY, SEATS), BOSS, STAFF)

    changed = hand_over(company, FINANCE, BOSS, by=by()).company

    assert held(changed, BOSS) == {CUSTODY, SEATS, STAFF}
    assert held(changed, FINANCE) == set()
    assert changed.members == company.members


def test_who_takes_over_is_told_how_much_and_the_trail_names_each_item() -> None:
    company = having(crew(), FINANCE, CUSTODY, SEATS)

    outcome = hand_over(company, FINANCE, BOSS, by=by())

    assert [(e.kind, e.subject, e.old, e.new) for e in outcome.events] == [
        (EventKind.HANDED_OVER, FINANCE, "2", BOSS),
        (EventKind.ASSIGNED, CUSTODY, FINANCE, BOSS),
        (EventKind.ASSIGNED, SEATS, FINANCE, BOSS),
    ]
    assert [(n.to, n.kind, n.count, n.subject) for n in outcome.notices] == [
        (BOSS, NoticeKind.HANDED_OVER, 2, FINANCE)
    ]


def test_seasons_at_rest_stay_as_they_are() -> None:
    company = with_case(having(crew(), FINANCE, CUSTODY), licence_no="B2-2")
    second = season_of(company, SECOND)
    both = with_season(company, replace(second, assigned={SEATS: FINANCE}))
    resting = turn_season(both, SECOND, Lifecycle.ARCHIVED, by=by()).company

    changed = hand_over(resting, FINANCE, BOSS, by=by()).company

    assert season_of(changed, FIRST).assigned == {CUSTODY: BOSS}
    assert season_of(changed, SECOND).assigned == {SEATS: FINANCE}


def test_with_the_roles_the_last_keeper_hands_over_and_goes() -> None:
    company = having(crew(Role.CLERK), CHIEF, CUSTODY)

    handed = hand_over(company, CHIEF, FINANCE, by=by(), with_roles=True)
    gone = leave(handed.company, by=by()).company

    assert member_of(gone, FINANCE).roles == (Role.MANAGER, Role.CONTRIBUTOR)
    assert keepers(gone) == (FINANCE,)
    assert kinds(handed) == [
        EventKind.HANDED_OVER,
        EventKind.MEMBER_CHANGED,
        EventKind.ASSIGNED,
    ]


def test_with_the_roles_go_the_departments() -> None:
    outcome = hand_over(crew(), FINANCE, VIEWER, by=by(), with_roles=True)

    assert member_of(outcome.company, VIEWER).departments == (Department.FIN,)
    assert member_of(outcome.company, FINANCE).departments == (Department.FIN,)
    assert outcome.notices[0].count == 0


REFUSED_HAND_OVERS: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "nothing there": (lambda c: hand_over(c, BOSS, LEGAL_REP, by=by()), NothingToHandOver),
    "to oneself": (lambda c: hand_over(c, FINANCE, FINANCE, by=by()), NothingToHandOver),
    "no roles to give": (
        lambda c: hand_over(
            change_roles(c, BOSS, (Role.BOSS, Role.VIEWER), (), by=by()).company,
            VIEWER,
            BOSS,
            by=by(),
            with_roles=True,
        ),
        NothingToHandOver,
    ),
    "to one who only looks": (lambda c: hand_over(c, FINANCE, VIEWER, by=by()), MayOnlyLook),
    "from nobody": (lambda c: hand_over(c, NEWCOMER, BOSS, by=by()), NoSuchMember),
    "to nobody": (lambda c: hand_over(c, FINANCE, NEWCOMER, by=by()), NoSuchMember),
    "a manager's roles by a clerk": (
        lambda c: hand_over(c, CHIEF, FINANCE, by=by(CLERK), with_roles=True),
        NotAllowed,
    ),
}


@pytest.mark.parametrize(("act", "refusal"), REFUSED_HAND_OVERS.values(), ids=REFUSED_HAND_OVERS)
def test_a_hand_over_is_refused(
    act: Callable[[Company], Outcome], refusal: type[WorkflowError]
) -> None:
    company = having(crew(), FINANCE, CUSTODY)

    with pytest.raises(refusal):
        act(company)
