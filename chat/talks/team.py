"""/members, /invite, a link that brings somebody in, roles, handing over, leaving."""

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.screens.door import nothing_yet_card
from chat.screens.team import (
    LIFE,
    hand_over_card,
    invitations_card,
    invite_card,
    invited_card,
    member_card,
    members_card,
    roles_card,
    sure_card,
)
from chat.session import Session
from messages.say import say
from workflow.ids import CompanyId, PersonId
from workflow.inviting import digest_of, invite, revoke
from workflow.membership import change_roles, hand_over, leave, remove
from workflow.model import Company
from workflow.permissions import Action, may, member, require
from workflow.team import Department, Member, Role

SECRET_PARTS = 3
"""Ids put together to a secret: 150 bits."""


def _company(s: Session, company: str) -> Company:
    return s.company(CompanyId(company))


def _member(company: Company, person: str) -> Member:
    """The member; NoSuchCompany reads as for any stranger."""
    return member(PersonId(person), company)


def members(s: Session, company: str, page: int) -> Replies:
    """The team of a company."""
    return (members_card(s, _company(s, company), page),)


def typed_members(s: Session) -> Replies:
    """/members: of the company on the screen."""
    case = s.current()
    if case is None:
        return (nothing_yet_card(s),)
    return (members_card(s, case.company, 0),)


def typed_invite(s: Session) -> Replies:
    """/invite: into the company on the screen."""
    case = s.current()
    return typed_members(s) if case is None else begin_invite(s, case.company.id)


def one_member(s: Session, company: str, person: str) -> Replies:
    """One member."""
    found = _company(s, company)
    return (member_card(s, found, _member(found, person)),)


# --- inviting ---------------------------------------------------------------------------


def begin_invite(s: Session, company: str) -> Replies:
    """Ask as what."""
    found = _company(s, company)
    require(s.me.person, Action.INVITE, found)
    return (invite_card(s, found),)


def invite_as(
    s: Session, company: str, role: Role, departments: tuple[Department, ...], made: int
) -> Replies:
    """Make the link; its secret is shown this once and kept nowhere."""
    found = _company(s, company)
    if len(found.invitations) != made:  # tapped twice, or somebody else invited meanwhile
        return (Toasted(say("toast-invited-already")), *invitations(s, company))
    secret = "".join(s.house.new_id() for _ in range(SECRET_PARTS))
    expires = s.incoming.at + LIFE
    outcome = invite(found, role, departments, digest_of(secret), expires, by=s.doer)
    s.save(outcome)
    fresh = outcome.company.invitations[-1]
    return (invited_card(outcome.company, fresh, s.house.identity.link(f"i{secret}")),)


def invitations(s: Session, company: str) -> Replies:
    """The links that can still be used."""
    found = _company(s, company)
    require(s.me.person, Action.INVITE, found)
    return (invitations_card(s, found),)


def take_back_invitation(s: Session, company: str, number: int) -> Replies:
    """The link is good for nothing from now on."""
    outcome = revoke(_company(s, company), number, by=s.doer)
    s.save(outcome)
    return (invitations_card(s, outcome.company, say("said-revoked", number=number)),)


# --- roles ------------------------------------------------------------------------------


def begin_roles(s: Session, company: str, person: str) -> Replies:
    """Ask which roles and departments."""
    found = _company(s, company)
    require(s.me.person, Action.INVITE, found)
    return (roles_card(s, found, _member(found, person)),)


def turn_role(s: Session, company: str, person: str, role: Role, *, on: bool) -> Replies:
    """Put a role on or take it off."""
    found = _company(s, company)
    them = _member(found, person)
    roles = tuple(each for each in Role if (on if each is role else each in them.roles))
    return _changed(s, found, them, roles, them.departments)


def turn_department(
    s: Session, company: str, person: str, department: Department, *, on: bool
) -> Replies:
    """Put a department on or take it off."""
    found = _company(s, company)
    them = _member(found, person)
    chosen = tuple(
        each for each in Department if (on if each is department else each in them.departments)
    )
    return _changed(s, found, them, them.roles, chosen)


def _changed(
    s: Session,
    company: Company,
    them: Member,
    roles: tuple[Role, ...],
    departments: tuple[Department, ...],
) -> Replies:
    outcome = change_roles(company, them.person, roles, departments, by=s.doer)
    s.save(outcome)
    return (roles_card(s, outcome.company, _member(outcome.company, them.person)),)


# --- going ------------------------------------------------------------------------------


def begin_hand_over(s: Session, company: str, person: str) -> Replies:
    """Ask to whom."""
    found = _company(s, company)
    require(s.me.person, Action.INVITE, found)
    return (hand_over_card(s, found, _member(found, person)),)


def handed_over(s: Session, company: str, person: str, to: str) -> Replies:
    """Everything of one person to another, in one step: their items, roles and departments."""
    found = _company(s, company)
    them = _member(found, to)
    giver = _member(found, person)
    outcome = hand_over(
        found,
        s.house.packs,
        giver.person,
        them.person,
        with_roles=True,
        by=s.doer,
    )
    s.save(outcome)
    lead = say("said-handed-over", name=giver.name, to=them.name)
    return (member_card(s, outcome.company, _member(outcome.company, person), lead),)


def begin_remove(s: Session, company: str, person: str) -> Replies:
    """Ask whether they are sure."""
    found = _company(s, company)
    require(s.me.person, Action.INVITE, found)
    them = _member(found, person)
    yes = Tap(say("tap-remove-sure"), ref(Verb.REMOVE_SURE, company, person))
    no = Tap(say("tap-cancel"), ref(Verb.MEMBER, company, person))
    return (sure_card(found, say("remove-ask", name=them.name), yes, no),)


def removed(s: Session, company: str, person: str) -> Replies:
    """They are out; what was theirs goes back to the departments, what they did stays."""
    found = _company(s, company)
    them = _member(found, person)
    outcome = remove(found, them.person, by=s.doer)
    s.save(outcome)
    return (members_card(s, outcome.company, 0, say("said-removed", name=them.name)),)


def begin_leave(s: Session, company: str) -> Replies:
    """Ask whether they are sure. The last one who may invite has to hand over first."""
    found = _company(s, company)
    yes = Tap(say("tap-leave-sure"), ref(Verb.LEAVE_SURE, company))
    no = Tap(say("tap-cancel"), ref(Verb.MEMBERS, company, 0))
    rows = say("leave-ask-keeper" if may(s.me.person, Action.INVITE, found) else "leave-ask")
    return (sure_card(found, rows, yes, no),)


def left(s: Session, company: str) -> Replies:
    """Out."""
    found = _company(s, company)
    s.save(leave(found, by=s.doer))
    return (Card((say("said-left", company=found.name),)),)
