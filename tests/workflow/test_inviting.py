"""One-time links: who may give one out, who comes in by it, and what is wrong with a bad one."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.workflow.crew import (
    CHIEF,
    CLERK,
    CREW,
    FINANCE,
    NEWCOMER,
    by,
    crew,
    member_of,
)
from workflow.cases import turn_company
from workflow.change import Doer
from workflow.errors import AlreadyGiven, Archived, NotAllowed, ReasonNeeded, TooLong, WorkflowError
from workflow.events import EventKind, NoticeKind
from workflow.ids import PersonId
from workflow.inviting import (
    MOST_INVITATIONS,
    MOST_MEMBERS,
    digest_of,
    invitation_of,
    invite,
    join,
    open_invitations,
    revoke,
)
from workflow.membership import change_roles, remove
from workflow.model import Company, Lifecycle
from workflow.team import Department, Member, Role
from workflow.team_errors import (
    AlreadyMember,
    ClosedToNewcomers,
    InvitationExpired,
    InvitationRevoked,
    InvitationUsed,
    NoSuchInvitation,
    OwnInvitation,
    TooMany,
)

LINK = "c2VjcmV0IGVub3VnaCBmb3IgdXM"
DIGEST = digest_of(LINK)
WEEK = timedelta(days=7)
NOW = by().at
FOR_FINANCE = (Role.CONTRIBUTOR, (Department.FIN,))


def inviting(
    company: Company,
    role: Role = Role.CONTRIBUTOR,
    *departments: Department,
    digest: str = DIGEST,
    who: PersonId = CHIEF,
) -> Company:
    return invite(company, role, departments, digest, NOW + WEEK, by=by(who)).company


def later(person: PersonId, wait: timedelta) -> Doer:
    return replace(by(person), at=NOW + wait)


# --- giving out -------------------------------------------------------------------------


def test_a_link_is_kept_as_a_digest_only() -> None:
    company = inviting(crew())

    assert re.fullmatch("[0-9a-f]{64}", company.invitations[0].digest)
    assert LINK not in repr(company)


def test_invitations_count_one_two_three_and_say_who_for_what_and_until_when() -> None:
    company = inviting(inviting(crew()), Role.BOSS, digest=digest_of("other"))

    second = company.invitations[1]

    assert [each.number for each in company.invitations] == [1, 2]
    assert (second.role, second.by) == (Role.BOSS, CHIEF)
    assert (second.at, second.expires) == (NOW, NOW + WEEK)


def test_the_trail_tells_of_an_invitation_but_not_its_digest() -> None:
    outcome = invite(crew(), *FOR_FINANCE, DIGEST, NOW + WEEK, by=by())

    event = outcome.events[0]

    assert (event.kind, event.subject, event.new) == (EventKind.INVITED, "1", "contributor FIN")
    assert DIGEST not in repr(event)
    assert outcome.notices == ()


def test_departments_stand_once_and_in_their_order() -> None:
    given = (Department.FIN, Department.IT, Department.FIN)

    company = inviting(crew(), Role.CONTRIBUTOR, *given)

    assert company.invitations[0].departments == (Department.IT, Department.FIN)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.CLERK])
def test_only_a_manager_invites_those_who_may_invite(role: Role) -> None:
    company = crew()

    with pytest.raises(NotAllowed):
        inviting(company, role, who=CLERK)
    assert inviting(company, role).invitations[0].role is role


def test_where_there_is_no_manager_a_clerk_may_invite_one() -> None:
    company = crew(Role.MANAGER)

    invited = inviting(company, Role.MANAGER, who=CLERK)

    assert invited.invitations[0].role is Role.MANAGER


def test_an_archived_company_gives_out_no_links() -> None:
    company = turn_company(crew(), Lifecycle.ARCHIVED, by=by()).company

    with pytest.raises(Archived):
        inviting(company)


def test_fifty_links_may_be_open_and_a_spent_one_makes_room() -> None:
    one = inviting(crew()).invitations[0]
    fifty = tuple(replace(one, number=n) for n in range(1, MOST_INVITATIONS + 1))
    company = replace(crew(), invitations=fifty)

    with pytest.raises(TooMany) as refused:
        inviting(company)
    room = revoke(company, 1, by=by()).company

    assert refused.value.facts == {"what": "invitations", "most": 50}
    assert len(inviting(room).invitations) == MOST_INVITATIONS + 1


# --- taking back ------------------------------------------------------------------------


def test_a_link_that_was_taken_back_is_open_no_more() -> None:
    outcome = revoke(inviting(crew()), 1, by=by())

    assert open_invitations(outcome.company, NOW) == ()
    assert [(each.kind, each.subject) for each in outcome.events] == [
        (EventKind.INVITATION_REVOKED, "1")
    ]


def test_what_is_taken_back_is_there_not_used_and_not_taken_back_before() -> None:
    company = inviting(crew())
    used = join(company, DIGEST, "小钱", by=by(NEWCOMER)).company
    revoked = revoke(company, 1, by=by()).company

    with pytest.raises(NoSuchInvitation):
        revoke(company, 2, by=by())
    with pytest.raises(InvitationUsed):
        revoke(used, 1, by=by())
    with pytest.raises(AlreadyGiven):
        revoke(revoked, 1, by=by())


def test_open_links_are_those_by_which_somebody_can_still_come_in() -> None:
    company = inviting(inviting(crew(), digest=digest_of("other")))
    used = join(company, DIGEST, "小钱", by=by(NEWCOMER)).company

    assert [each.number for each in open_invitations(company, NOW)] == [1, 2]
    assert [each.number for each in open_invitations(used, NOW)] == [1]
    assert open_invitations(company, NOW + WEEK) == ()


# --- coming in --------------------------------------------------------------------------


def test_a_newcomer_is_a_member_with_the_role_and_departments_of_the_link() -> None:
    company = inviting(crew(), *(Role.CONTRIBUTOR, Department.FIN))

    outcome = join(company, DIGEST, "  小  钱 ", by=by(NEWCOMER))

    assert member_of(outcome.company, NEWCOMER) == Member(
        NEWCOMER, "小 钱", (Role.CONTRIBUTOR,), (Department.FIN,)
    )
    assert outcome.company.invitations[0].used_by == NEWCOMER


def test_who_invited_is_told_who_came_in() -> None:
    outcome = join(inviting(crew()), DIGEST, "小钱", by=by(NEWCOMER))

    event, notice = outcome.events[0], outcome.notices[0]

    assert (event.kind, event.subject, event.by) == (EventKind.MEMBER_JOINED, NEWCOMER, NEWCOMER)
    assert (event.old, event.new) == ("", "contributor")
    assert (notice.to, notice.kind, notice.by) == (CHIEF, NoticeKind.JOINED, NEWCOMER)
    assert notice.key == f"c1:{event.seq}:{CHIEF}"


def test_a_member_keeps_name_and_roles_and_gains_what_the_link_gives() -> None:
    company = inviting(crew(), Role.VIEWER, Department.LEG)

    outcome = join(company, DIGEST, "别名", by=by(FINANCE))

    assert member_of(outcome.company, FINANCE) == Member(
        FINANCE, "小李", (Role.CONTRIBUTOR, Role.VIEWER), (Department.FIN, Department.LEG)
    )
    assert outcome.events[0].old == "contributor FIN"
    assert outcome.events[0].new == "contributor viewer FIN LEG"


def test_a_link_that_gives_a_member_nothing_new_is_not_used_up() -> None:
    company = inviting(crew(), Role.CONTRIBUTOR, Department.FIN)

    with pytest.raises(AlreadyMember):
        join(company, DIGEST, "小李", by=by(FINANCE))

    assert join(company, DIGEST, "小钱", by=by(NEWCOMER)).company.invitations[0].used_by == NEWCOMER


def test_who_was_removed_comes_back_as_a_member_and_is_former_no_more() -> None:
    gone = remove(crew(), FINANCE, by=by()).company

    back = join(inviting(gone), DIGEST, "小李", by=by(FINANCE)).company

    assert member_of(back, FINANCE).name == "小李"
    assert [each.person for each in gone.former] == [FINANCE]
    assert back.former == ()


@pytest.mark.parametrize(
    ("name", "refusal"), [(" ", ReasonNeeded), ("长" * 81, TooLong)], ids=["blank", "long"]
)
def test_a_name_has_one_to_eighty_signs(name: str, refusal: type[WorkflowError]) -> None:
    with pytest.raises(refusal):
        join(inviting(crew()), DIGEST, name, by=by(NEWCOMER))


def test_a_company_has_two_hundred_members_at_most() -> None:
    others = (Member(PersonId(f"x{n}"), "某", (Role.VIEWER,)) for n in range(MOST_MEMBERS - 1))
    full = replace(crew(), members=(CREW[Role.MANAGER], *others))

    with pytest.raises(TooMany) as refused:
        join(inviting(full), DIGEST, "小钱", by=by(NEWCOMER))
    inside = join(inviting(full), DIGEST, "某", by=by(PersonId("x7"))).company

    assert refused.value.facts == {"what": "members", "most": 200}
    assert member_of(inside, PersonId("x7")).roles == (Role.CONTRIBUTOR, Role.VIEWER)


# --- links that are no good -------------------------------------------------------------


BAD: dict[str, tuple[Callable[[Company], Company], timedelta, type[WorkflowError]]] = {
    "used": (
        lambda c: join(c, DIGEST, "小孙", by=by(PersonId("p8"))).company,
        timedelta(),
        InvitationUsed,
    ),
    "revoked": (lambda c: revoke(c, 1, by=by()).company, timedelta(), InvitationRevoked),
    "over at its last moment": (lambda c: c, WEEK, InvitationExpired),
    "of another company": (
        lambda c: replace(c, invitations=()),
        timedelta(),
        NoSuchInvitation,
    ),
    "of an archived company": (
        lambda c: turn_company(c, Lifecycle.ARCHIVED, by=by()).company,
        timedelta(),
        ClosedToNewcomers,
    ),
}


@pytest.mark.parametrize(("turn", "wait", "refusal"), BAD.values(), ids=BAD)
def test_each_bad_link_says_what_is_wrong_with_it(
    turn: Callable[[Company], Company], wait: timedelta, refusal: type[WorkflowError]
) -> None:
    company = turn(inviting(crew()))

    with pytest.raises(refusal):
        join(company, DIGEST, "小钱", by=later(NEWCOMER, wait))
    with pytest.raises(refusal):
        invitation_of(company, DIGEST, now=NOW + wait)


def test_a_link_is_good_until_its_last_moment() -> None:
    last: datetime = NOW + WEEK - timedelta(seconds=1)

    assert invitation_of(inviting(crew()), DIGEST, now=last).number == 1


def test_who_gave_the_link_out_does_not_use_it_up_by_trying_it() -> None:
    company = inviting(crew())

    with pytest.raises(OwnInvitation):
        join(company, DIGEST, "王经理", by=by())


def test_a_second_tap_on_the_link_one_came_in_by_is_told_so() -> None:
    inside = join(inviting(crew()), DIGEST, "小钱", by=by(NEWCOMER)).company

    with pytest.raises(AlreadyMember):
        join(inside, DIGEST, "小钱", by=by(NEWCOMER))


def test_a_removed_member_cannot_come_back_by_the_link_they_came_in_by() -> None:
    inside = join(inviting(crew()), DIGEST, "小钱", by=by(NEWCOMER)).company
    outside = remove(inside, NEWCOMER, by=by()).company

    with pytest.raises(InvitationUsed):
        join(outside, DIGEST, "小钱", by=by(NEWCOMER))


TURNS_WHO_INVITED: dict[str, Callable[[Company], Company]] = {
    "removed": lambda c: remove(c, CLERK, by=by()).company,
    "a viewer now": lambda c: change_roles(c, CLERK, (Role.VIEWER,), (), by=by()).company,
}


@pytest.mark.parametrize("turn", TURNS_WHO_INVITED.values(), ids=TURNS_WHO_INVITED)
def test_a_link_is_worth_what_the_one_who_gave_it_out_may_give(
    turn: Callable[[Company], Company],
) -> None:
    company = turn(inviting(crew(), Role.VIEWER, who=CLERK))

    with pytest.raises(InvitationRevoked):
        join(company, DIGEST, "小钱", by=by(NEWCOMER))
    assert open_invitations(company, NOW) == ()
