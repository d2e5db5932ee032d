"""Roles that change, members who go, work that is handed over; somebody always keeps the team."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.workflow.crew import (
    BOSS,
    CHIEF,
    CLERK,
    FINANCE,
    NEWCOMER,
    VIEWER,
    by,
    crew,
    having,
    held,
    member_of,
)
from tests.workflow.firm import CUSTODY, FIRST, PACKS, SEATS, STAFF
from workflow.cases import turn_company, turn_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, Archived, NotAllowed, WorkflowError
from workflow.events import EventKind, Notice, NoticeKind
from workflow.ids import PersonId
from workflow.membership import (
    change_roles,
    hand_over,
    is_keeper,
    is_told_later,
    keepers,
    leave,
    remove,
)
from workflow.model import Company, Lifecycle, Outcome
from workflow.team import Department, Member, Role
from workflow.team_errors import LastKeeper, NoRole, NoSuchMember

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
        hand_over(having(company, FINANCE, CUSTODY), PACKS, FINANCE, CHIEF, by=by())


# --- of many changes the last is told -----------------------------------------------------


def notice_of(outcome: Outcome) -> Notice:
    (notice,) = outcome.notices
    return notice


def test_changed_roles_are_told_after_a_minute() -> None:
    outcome = change_roles(crew(), FINANCE, (Role.BOSS,), (), by=by())

    assert notice_of(outcome).not_before == by().at + timedelta(minutes=1)


def test_a_change_that_was_changed_again_is_told_with_the_later_one() -> None:
    first = change_roles(crew(), FINANCE, (Role.BOSS,), (), by=by())
    second = change_roles(first.company, FINANCE, (Role.VIEWER,), (), by=by(CLERK))

    assert is_told_later(second.company, notice_of(first))
    assert not is_told_later(second.company, notice_of(second))


def test_a_notice_from_before_events_were_kept_with_it_is_told() -> None:
    changed = change_roles(crew(), FINANCE, (Role.BOSS,), (), by=by())

    assert not is_told_later(changed.company, replace(notice_of(changed), event=0))


def test_what_happened_to_others_or_by_oneself_or_with_a_hand_over_is_not_told_later() -> None:
    first = change_roles(crew(), CLERK, (Role.MANAGER,), (), by=by())
    others = change_roles(first.company, FINANCE, (Role.VIEWER,), (), by=by())
    own = change_roles(others.company, CLERK, (Role.MANAGER, Role.VIEWER), (), by=by(CLERK))
    heir = hand_over(own.company, PACKS, BOSS, CLERK, by=by(), with_roles=True)

    assert not is_told_later(heir.company, notice_of(first))


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
