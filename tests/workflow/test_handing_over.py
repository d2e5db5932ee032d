"""Work and roles that are handed over from one member to another in one step."""

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
from tests.workflow.firm import (
    CUSTODY,
    FIRST,
    PACKS,
    SEATS,
    SECOND,
    STAFF,
    count,
    gave,
    with_case,
)
from workflow.cases import turn_season
from workflow.change import with_season
from workflow.checklist import season_of
from workflow.errors import NotAllowed, WorkflowError
from workflow.events import EventKind, NoticeKind
from workflow.membership import change_roles, hand_over, keepers, leave
from workflow.model import Company, Lifecycle, Outcome
from workflow.team import Department, Role
from workflow.team_errors import MayOnlyLook, NoSuchMember, NothingToHandOver


def test_everything_of_one_goes_to_another_in_one_step() -> None:
    company = having(having(crew(), FINANCE, CUSTODY, SEATS), BOSS, STAFF)

    changed = hand_over(company, PACKS, FINANCE, BOSS, by=by()).company

    assert held(changed, BOSS) == {CUSTODY, SEATS, STAFF}
    assert held(changed, FINANCE) == set()
    assert changed.members == company.members


def test_who_takes_over_is_told_how_much_and_the_trail_names_each_item() -> None:
    company = having(crew(), FINANCE, CUSTODY, SEATS)

    outcome = hand_over(company, PACKS, FINANCE, BOSS, by=by())

    assert [(e.kind, e.subject, e.old, e.new) for e in outcome.events] == [
        (EventKind.HANDED_OVER, FINANCE, "2", BOSS),
        (EventKind.ASSIGNED, CUSTODY, FINANCE, BOSS),
        (EventKind.ASSIGNED, SEATS, FINANCE, BOSS),
    ]
    assert [(n.to, n.kind, n.count, n.subject) for n in outcome.notices] == [
        (BOSS, NoticeKind.HANDED_OVER, 2, FINANCE)
    ]


def test_what_is_done_stays_theirs_and_is_not_counted() -> None:
    company = having(crew(), FINANCE, CUSTODY, SEATS, STAFF)
    company = gave(company, SEATS, count(280))

    outcome = hand_over(company, PACKS, FINANCE, BOSS, by=by())

    assert held(outcome.company, BOSS) == {CUSTODY, STAFF}
    assert held(outcome.company, FINANCE) == {SEATS}
    assert [each.subject for each in outcome.events] == [FINANCE, CUSTODY, STAFF]
    assert outcome.notices[0].count == 2


def test_where_all_is_done_there_is_nothing_to_hand_over() -> None:
    company = gave(having(crew(), FINANCE, SEATS), SEATS, count(280))

    with pytest.raises(NothingToHandOver):
        hand_over(company, PACKS, FINANCE, BOSS, by=by())


def test_seasons_at_rest_stay_as_they_are() -> None:
    company = with_case(having(crew(), FINANCE, CUSTODY), licence_no="B2-2")
    second = season_of(company, SECOND)
    both = with_season(company, replace(second, assigned={SEATS: FINANCE}))
    resting = turn_season(both, SECOND, Lifecycle.ARCHIVED, by=by()).company

    changed = hand_over(resting, PACKS, FINANCE, BOSS, by=by()).company

    assert season_of(changed, FIRST).assigned == {CUSTODY: BOSS}
    assert season_of(changed, SECOND).assigned == {SEATS: FINANCE}


def test_with_the_roles_the_last_keeper_hands_over_and_goes() -> None:
    company = having(crew(Role.CLERK), CHIEF, CUSTODY)

    handed = hand_over(company, PACKS, CHIEF, FINANCE, by=by(), with_roles=True)
    gone = leave(handed.company, by=by()).company

    assert member_of(gone, FINANCE).roles == (Role.MANAGER, Role.CONTRIBUTOR)
    assert keepers(gone) == (FINANCE,)
    assert [each.kind for each in handed.events] == [
        EventKind.HANDED_OVER,
        EventKind.MEMBER_CHANGED,
        EventKind.ASSIGNED,
    ]


def test_with_the_roles_go_the_departments() -> None:
    outcome = hand_over(crew(), PACKS, FINANCE, VIEWER, by=by(), with_roles=True)

    assert member_of(outcome.company, VIEWER).departments == (Department.FIN,)
    assert member_of(outcome.company, FINANCE).departments == (Department.FIN,)
    assert outcome.notices[0].count == 0


REFUSED_HAND_OVERS: dict[str, tuple[Callable[[Company], Outcome], type[WorkflowError]]] = {
    "nothing there": (lambda c: hand_over(c, PACKS, BOSS, LEGAL_REP, by=by()), NothingToHandOver),
    "to oneself": (lambda c: hand_over(c, PACKS, FINANCE, FINANCE, by=by()), NothingToHandOver),
    "no roles to give": (
        lambda c: hand_over(
            change_roles(c, BOSS, (Role.BOSS, Role.VIEWER), (), by=by()).company,
            PACKS,
            VIEWER,
            BOSS,
            by=by(),
            with_roles=True,
        ),
        NothingToHandOver,
    ),
    "to one who only looks": (lambda c: hand_over(c, PACKS, FINANCE, VIEWER, by=by()), MayOnlyLook),
    "from nobody": (lambda c: hand_over(c, PACKS, NEWCOMER, BOSS, by=by()), NoSuchMember),
    "to nobody": (lambda c: hand_over(c, PACKS, FINANCE, NEWCOMER, by=by()), NoSuchMember),
    "a manager's roles by a clerk": (
        lambda c: hand_over(c, PACKS, CHIEF, FINANCE, by=by(CLERK), with_roles=True),
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
