"""Who may do what: one table."""

from collections.abc import Mapping
from enum import StrEnum

from workflow.errors import NoSuchCompany, NotAllowed
from workflow.ids import PersonId
from workflow.model import Company
from workflow.team import Member, Role


class Action(StrEnum):
    """What can be done to a company."""

    LOOK = "look"
    LOOK_SENSITIVE = "look_sensitive"
    """See internal matters (内部事项) of any department, and the files in them."""
    HAND_IN_MINE = "hand_in_mine"
    """Hand in what was given to one, or is one's department's."""
    HAND_IN = "hand_in"
    """Hand in anything, also for somebody else."""
    ASSIGN = "assign"
    REVIEW = "review"
    RECORD_FILING = "record_filing"
    TAILOR = "tailor"
    BIND_GROUP = "bind_group"
    INVITE = "invite"
    """Invite, change roles, remove, hand over."""
    AUDIT = "audit"
    ADMINISTER = "administer"
    KEEP_EVIDENCE = "keep_evidence"
    """Legal hold, retention, erasing a person."""


_EVERYTHING = frozenset(Action)
_OWN_WORK = frozenset({Action.LOOK, Action.HAND_IN_MINE})
_OVERSIGHT = frozenset({Action.LOOK, Action.LOOK_SENSITIVE, Action.AUDIT})

TABLE: Mapping[Role, frozenset[Action]] = {
    Role.MANAGER: _EVERYTHING,
    Role.CLERK: _EVERYTHING - {Action.KEEP_EVIDENCE},
    Role.BOSS: _OVERSIGHT | {Action.HAND_IN_MINE, Action.REVIEW, Action.RECORD_FILING},
    Role.LEGAL_REP: _OVERSIGHT | {Action.HAND_IN_MINE},
    Role.CONTRIBUTOR: _OWN_WORK,
    Role.VIEWER: frozenset({Action.LOOK}),
}


def member(person: PersonId, company: Company) -> Member:
    """The person's place in the company; NoSuchCompany for a stranger: no hint that it exists."""
    for each in company.members:
        if each.person == person:
            return each
    raise NoSuchCompany


def may(person: PersonId, action: Action, company: Company) -> bool:
    """Whether any of the person's roles allows it; NoSuchCompany for a stranger."""
    roles = member(person, company).roles
    return any(action in TABLE[role] for role in roles)


def require(person: PersonId, action: Action, company: Company) -> None:
    """Raise NotAllowed (or NoSuchCompany) unless the person may."""
    if not may(person, action, company):
        raise NotAllowed
