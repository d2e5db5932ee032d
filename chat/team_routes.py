"""Presses and commands of the team."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Args, Route
from chat.screens.team import rights_card
from chat.session import Session
from chat.talks import joining, team
from workflow.team import Department, Role


def _invite_as(s: Session, args: Args) -> Replies:
    departments = (args.read(2, Department),) if args[2] else ()
    return team.invite_as(s, args[0], args.read(1, Role), departments, args.number(3))


TEAM_PRESSES: Mapping[Verb, Route] = {
    Verb.RIGHTS: Route(0, lambda _, __: (rights_card(),)),
    Verb.MEMBERS: Route(2, lambda s, a: team.members(s, a[0], a.number(1))),
    Verb.MEMBER: Route(2, lambda s, a: team.one_member(s, a[0], a[1])),
    Verb.INVITE: Route(1, lambda s, a: team.begin_invite(s, a[0])),
    Verb.INVITE_AS: Route(4, _invite_as),
    Verb.INVITATIONS: Route(1, lambda s, a: team.invitations(s, a[0])),
    Verb.REVOKE: Route(2, lambda s, a: team.take_back_invitation(s, a[0], a.number(1))),
    Verb.JOIN_AS: Route(0, lambda s, _: joining.join_as_me(s)),
    Verb.ROLES: Route(2, lambda s, a: team.begin_roles(s, a[0], a[1])),
    Verb.ROLE: Route(
        4, lambda s, a: team.turn_role(s, a[0], a[1], a.read(2, Role), on=a[3] == "on")
    ),
    Verb.DEPARTMENT: Route(
        4, lambda s, a: team.turn_department(s, a[0], a[1], a.read(2, Department), on=a[3] == "on")
    ),
    Verb.HAND_OVER: Route(2, lambda s, a: team.begin_hand_over(s, a[0], a[1])),
    Verb.HAND_OVER_TO: Route(3, lambda s, a: team.handed_over(s, *a)),
    Verb.REMOVE_MEMBER: Route(2, lambda s, a: team.begin_remove(s, a[0], a[1])),
    Verb.REMOVE_SURE: Route(2, lambda s, a: team.removed(s, a[0], a[1])),
    Verb.LEAVE: Route(1, lambda s, a: team.begin_leave(s, a[0])),
    Verb.LEAVE_SURE: Route(1, lambda s, a: team.left(s, a[0])),
}

TEAM_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {
    "members": team.typed_members,
    "invite": team.typed_invite,
}
