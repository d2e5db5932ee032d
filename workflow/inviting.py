"""One-time links into a company: given out, taken back, and used to come in."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from workflow.cases import company_name
from workflow.change import Doer, Done, outcome, require_active
from workflow.errors import AlreadyGiven
from workflow.events import EventKind, NoticeKind
from workflow.membership import may_give, place, placed, require_may_give, with_member
from workflow.model import Company, Lifecycle, Outcome
from workflow.notify import telling
from workflow.permissions import Action, require
from workflow.team import Department, Invitation, Member, Role
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

MOST_INVITATIONS = 50
"""Open at a time."""
MOST_MEMBERS = 200


def digest_of(secret: str) -> str:
    """What is kept of a link's secret: its SHA-256 in hex."""
    return sha256(secret.encode()).hexdigest()


def invite(
    company: Company,
    role: Role,
    departments: Iterable[Department],
    digest: str,
    expires: datetime,
    *,
    by: Doer,
) -> Outcome:
    """Give out a link for one newcomer, good until `expires`; `digest` is `digest_of` its secret.

    Raises NotAllowed as `membership.require_may_give` says, TooMany while 50 are open.
    """
    require_may_give((role,), company, by=by.person)
    require_active(company)
    if len(open_invitations(company, by.at)) >= MOST_INVITATIONS:
        raise TooMany(what="invitations", most=MOST_INVITATIONS)
    guest = placed(Member(by.person, "", ()), (role,), departments)
    number = len(company.invitations) + 1
    fresh = Invitation(number, digest, role, guest.departments, by.person, by.at, expires)
    changed = replace(company, invitations=(*company.invitations, fresh))
    return outcome(changed, by, Done(EventKind.INVITED, subject=f"{number}", new=place(guest)))


def open_invitations(company: Company, now: datetime) -> tuple[Invitation, ...]:
    """The links by which somebody can still come in, oldest first."""
    return tuple(each for each in company.invitations if _is_open(each, company, now))


def _is_open(invitation: Invitation, company: Company, now: datetime) -> bool:
    spent = invitation.used_by is not None or now >= invitation.expires
    return not spent and not _is_revoked(invitation, company)


def _is_revoked(invitation: Invitation, company: Company) -> bool:
    """Taken back; or who gave it out has gone, or may not give that role any more."""
    return invitation.revoked or not may_give((invitation.role,), company, by=invitation.by)


def revoke(company: Company, number: int, *, by: Doer) -> Outcome:
    """Take a link back; NoSuchInvitation, InvitationUsed, AlreadyGiven if that was done before."""
    require(by.person, Action.INVITE, company)
    for each in company.invitations:
        if each.number == number:
            return _revoked(company, each, by)
    raise NoSuchInvitation


def _revoked(company: Company, invitation: Invitation, by: Doer) -> Outcome:
    if invitation.used_by is not None:
        raise InvitationUsed
    if invitation.revoked:
        raise AlreadyGiven
    changed = _with_invitation(company, replace(invitation, revoked=True))
    done = Done(EventKind.INVITATION_REVOKED, subject=f"{invitation.number}")
    return outcome(changed, by, done)


def _with_invitation(company: Company, invitation: Invitation) -> Company:
    invitations = tuple(
        invitation if each.number == invitation.number else each for each in company.invitations
    )
    return replace(company, invitations=invitations)


# --- coming in --------------------------------------------------------------------------


def join(company: Company, digest: str, name: str, *, by: Doer) -> Outcome:
    """Come in by a link under that name (1 to 80 signs); who gave it out is told.

    A member keeps the name they have and gains the link's role and departments. The event says
    what they were (old; empty for a newcomer) and are (new). Raises what `invitation_of` raises,
    OwnInvitation, AlreadyMember where nothing would change, TooMany, ReasonNeeded, TooLong.
    """
    old = next((each for each in company.members if each.person == by.person), None)
    if old and _came_in_by(digest, company, by):
        raise AlreadyMember  # the second tap on the same link
    invitation = invitation_of(company, digest, now=by.at)
    if invitation.by == by.person:
        raise OwnInvitation
    before = old or Member(by.person, company_name(name), ())
    roles = (*before.roles, invitation.role)
    after = placed(before, roles, (*before.departments, *invitation.departments))
    if after == old:
        raise AlreadyMember
    if old is None and len(company.members) >= MOST_MEMBERS:
        raise TooMany(what="members", most=MOST_MEMBERS)
    used = _with_invitation(company, replace(invitation, used_by=by.person))
    done = Done(EventKind.MEMBER_JOINED, subject=by.person, old=place(before), new=place(after))
    joined = outcome(with_member(used, after), by, done)
    return telling(joined, [invitation.by], NoticeKind.JOINED)


def _came_in_by(digest: str, company: Company, by: Doer) -> bool:
    return any((each.digest, each.used_by) == (digest, by.person) for each in company.invitations)


def invitation_of(company: Company, digest: str, *, now: datetime) -> Invitation:
    """The link of that digest, if somebody can still come in by it.

    Raises NoSuchInvitation, ClosedToNewcomers, InvitationUsed, InvitationRevoked,
    InvitationExpired: what is wrong with it, in words for the one who opens it.
    """
    found = next((each for each in company.invitations if each.digest == digest), None)
    if found is None:
        raise NoSuchInvitation
    if company.lifecycle is not Lifecycle.ACTIVE:
        raise ClosedToNewcomers
    if found.used_by is not None:
        raise InvitationUsed
    if _is_revoked(found, company):
        raise InvitationRevoked
    if now >= found.expires:
        raise InvitationExpired
    return found
