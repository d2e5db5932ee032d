"""团队: who works on a company, who can be reached, and the links that bring people in."""

from collections.abc import Iterable
from datetime import timedelta

from chat.buttons import Verb, ref
from chat.card import AnyTap, Card, CopyTap, Tap
from chat.screens.steps import page_taps
from chat.session import Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.ids import PersonId
from workflow.inviting import open_invitations
from workflow.membership import may_give
from workflow.model import Company
from workflow.permissions import TABLE, Action, may
from workflow.team import Department, Invitation, Member, Role

MEMBERS_A_PAGE = 6
LIFE = timedelta(days=7)
"""How long an invitation can be used."""
TWO = 2


def company_line(company: Company) -> Say:
    """The company, first on every card of its team."""
    return say("team-heading", company=company.name)


def role_name(role: Role) -> Say:
    """What people call the role."""
    return say(f"role-{role.replace('_', '-')}")


def department_name(department: Department) -> Say:
    """What people call the department."""
    return say(f"department-{department.lower()}")


def standing_of(roles: Iterable[Role], departments: Iterable[Department]) -> Fact:
    """「经办人(财务)」: roles, then departments."""
    told: Fact = Listed(tuple(role_name(role) for role in roles))
    named = tuple(department_name(each) for each in departments)
    return say("team-standing", roles=told, departments=Listed(named)) if named else told


def members_card(s: Session, company: Company, page: int, lead: Fact | None = None) -> Card:
    """Everybody with roles, last seen, and whether a message would reach them."""
    first = page * MEMBERS_A_PAGE
    shown = company.members[first : first + MEMBERS_A_PAGE]
    lines: list[Fact] = [company_line(company)]
    lines += [] if lead is None else [lead]
    lines.append(say("team-count", count=len(company.members)))
    lines += [_member_line(s, each) for each in shown]
    taps = tuple((Tap(each.name, ref(Verb.MEMBER, company.id, each.person)),) for each in shown)
    turn = page_taps(
        page, len(company.members), MEMBERS_A_PAGE, lambda to: ref(Verb.MEMBERS, company.id, to)
    )
    return Card(tuple(lines), (*taps, turn, *_team_rows(s, company)))


def _member_line(s: Session, member: Member) -> Say:
    return say(
        "team-line",
        name=member.name,
        standing=standing_of(member.roles, member.departments),
        reach=reach_of(s, member.person),
    )


def reach_of(s: Session, person: PersonId) -> Say:
    """Whether a message would reach them, and when they were last here."""
    known = s.work.acquaintance(person)
    if known is None:
        return say("reach-never")
    if known.blocked:
        return say("reach-blocked")
    if known.seen is None:
        return say("reach-known")
    return say("reach-seen", day=ShortDay(known.seen.astimezone(s.house.zone).date()))


def _team_rows(s: Session, company: Company) -> tuple[tuple[AnyTap, ...], ...]:
    if not may(s.me.person, Action.INVITE, company):
        return ((Tap(say("tap-leave"), ref(Verb.LEAVE, company.id)),),)
    waiting = open_invitations(company, s.incoming.at)
    row = [Tap(say("tap-invite"), ref(Verb.INVITE, company.id))]
    if waiting:
        tap = Tap(say("tap-invitations", count=len(waiting)), ref(Verb.INVITATIONS, company.id))
        row.append(tap)
    return (tuple(row),)


def member_card(s: Session, company: Company, member: Member, lead: Fact | None = None) -> Card:
    """One member, and what can be changed about them."""
    lines = [company_line(company), *([] if lead is None else [lead]), _member_line(s, member)]
    team = (Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0)),)
    here = (company.id, member.person)
    if not may(s.me.person, Action.INVITE, company):
        leave = Tap(say("tap-leave"), ref(Verb.LEAVE, company.id))
        return Card(tuple(lines), (((leave,),) if _is_me(s, member) else ()) + (team,))
    last: tuple[Tap, ...] = ()
    if _is_me(s, member):
        last = (Tap(say("tap-leave"), ref(Verb.LEAVE, company.id)),)
    elif may_give(member.roles, company, by=s.me.person):
        last = (Tap(say("tap-remove-member"), ref(Verb.REMOVE_MEMBER, *here)),)
    change = Tap(say("tap-change-role"), ref(Verb.ROLES, *here))
    give = Tap(say("tap-hand-over"), ref(Verb.HAND_OVER, *here))
    return Card(tuple(lines), ((change, give), last, team))


def _is_me(s: Session, member: Member) -> bool:
    return member.person == s.me.person


def roles_card(s: Session, company: Company, member: Member) -> Card:
    """Roles and departments, each put on or taken off by a tap, as far as the speaker may."""
    here = (company.id, member.person)
    roles = [
        _switch(role_name(each), Verb.ROLE, (*here, each), is_on=each in member.roles)
        for each in Role
        if _may_turn(s, company, member, each)
    ]
    departments = [
        _switch(
            department_name(each), Verb.DEPARTMENT, (*here, each), is_on=each in member.departments
        )
        for each in Department
    ]
    standing = standing_of(member.roles, member.departments)
    lines = (company_line(company), say("roles-ask", name=member.name, standing=standing))
    done = (Tap(say("tap-roles-done"), ref(Verb.MEMBER, *here)),)
    return Card(lines, (*in_rows(roles, TWO), *in_rows(departments, TWO + 1), done))


def _may_turn(s: Session, company: Company, member: Member, role: Role) -> bool:
    """One's own roles may always be laid down."""
    is_own = _is_me(s, member) and role in member.roles
    return is_own or may_give((role,), company, by=s.me.person)


def _switch(name: Say, verb: Verb, here: tuple[str, ...], *, is_on: bool) -> Tap:
    """Ticked or not; a tap says which it shall be, so that ten taps are one."""
    label = say("option-picked", title=name) if is_on else name
    return Tap(label, ref(verb, *here, "off" if is_on else "on"))


def in_rows(taps: list[Tap], width: int) -> tuple[tuple[Tap, ...], ...]:
    """So many buttons a row."""
    return tuple(tuple(taps[n : n + width]) for n in range(0, len(taps), width))


# --- invitations ------------------------------------------------------------------------


def invite_card(s: Session, company: Company) -> Card:
    """Whom to invite? One tap, and the link is there; ten taps make one link."""
    made = len(company.invitations)
    contributors = [
        Tap(
            say("invite-contributor", department=department_name(each)),
            ref(Verb.INVITE_AS, company.id, Role.CONTRIBUTOR, each, made),
        )
        for each in Department
    ]
    others = [
        Tap(role_name(role), ref(Verb.INVITE_AS, company.id, role, "", made))
        for role in Role
        if role is not Role.CONTRIBUTOR and may_give((role,), company, by=s.me.person)
    ]
    team = (Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0)),)
    lines = (company_line(company), say("invite-ask"))
    return Card(lines, (*in_rows(contributors, TWO), *in_rows(others, TWO), team))


def invited_card(company: Company, invitation: Invitation, link: str) -> Card:
    """The link, to be copied to whom it is for; it is shown this once."""
    standing = standing_of((invitation.role,), invitation.departments)
    facts: dict[str, Fact] = {
        "company": company.name,
        "standing": standing,
        "link": link,
        "until": invitation.expires,
    }
    copy = CopyTap(say("tap-copy-invitation"), say("invitation-text", **facts))
    revoke = Tap(say("tap-revoke"), ref(Verb.REVOKE, company.id, invitation.number))
    team = Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0))
    lines = (company_line(company), say("invited", **facts))
    return Card(lines, ((copy,), (revoke, team)))


INVITATIONS_SHOWN = 6


def invitations_card(s: Session, company: Company, lead: Fact | None = None) -> Card:
    """The links that can still be used, newest first; each can be taken back."""
    waiting = open_invitations(company, s.incoming.at)[::-1]
    lines = [company_line(company), *([] if lead is None else [lead])]
    lines.append(say("invitations-count", count=len(waiting)))
    lines += [_invitation_line(each) for each in waiting[:INVITATIONS_SHOWN]]
    taps = tuple(
        (
            Tap(
                say("tap-revoke-number", number=each.number),
                ref(Verb.REVOKE, company.id, each.number),
            ),
        )
        for each in waiting[:INVITATIONS_SHOWN]
    )
    team = (Tap(say("tap-team"), ref(Verb.MEMBERS, company.id, 0)),)
    return Card(tuple(lines), (*taps, team))


def _invitation_line(each: Invitation) -> Say:
    standing = standing_of((each.role,), each.departments)
    return say("invitation-line", number=each.number, standing=standing, until=each.expires)


def joining_card(s: Session, company: Company, invitation: Invitation) -> Card:
    """Who invites one to what; how one wants to be called is the only question."""
    inviter = next((m.name for m in company.members if m.person == invitation.by), "")
    facts: dict[str, Fact] = {
        "company": company.name,
        "standing": standing_of((invitation.role,), invitation.departments),
        "inviter": inviter or say("somebody"),
    }
    mine = Tap(say("tap-join-as", name=s.me.name), ref(Verb.JOIN_AS))
    return Card((say("joining-ask", **facts),), ((mine,),) if s.me.name else ())


# --- what each may do -----------------------------------------------------------------------


def rights_card() -> Card:
    """What each role may do: the table itself, in words."""
    lines = [
        say("rights-line", role=role_name(role), rights=Listed(_rights(role))) for role in Role
    ]
    return Card((say("rights-title"), *lines), ((Tap(say("tap-help"), ref(Verb.HELP)),),))


def _rights(role: Role) -> tuple[Fact, ...]:
    if TABLE[role] == frozenset(Action):
        return (say("rights-all"),)
    return tuple(say(f"right-{each.replace('_', '-')}") for each in Action if each in TABLE[role])


# --- handing over, leaving ----------------------------------------------------------------


def hand_over_card(s: Session, company: Company, member: Member) -> Card:
    """Asks to whom everything of this person goes, their roles too."""
    others = [
        each
        for each in company.members
        if each.person != member.person
        and may_give(set(member.roles) - set(each.roles), company, by=s.me.person)
    ]
    taps = tuple(
        (Tap(each.name, ref(Verb.HAND_OVER_TO, company.id, member.person, each.person)),)
        for each in others[:MEMBERS_A_PAGE]
    )
    back = (Tap(say("tap-cancel"), ref(Verb.MEMBER, company.id, member.person)),)
    line = say("hand-over-ask", name=member.name) if taps else say("hand-over-nobody")
    return Card((company_line(company), line), (*taps, back))


def sure_card(company: Company, line: Say, yes: Tap, no: Tap) -> Card:
    """What cannot be taken back is asked once more."""
    return Card((company_line(company), line), ((yes, no),))
