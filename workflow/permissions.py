"""Who may do what: one table."""

from collections.abc import Mapping
from enum import StrEnum

from workflow.errors import NoSuchCompany, NotAllowed
from workflow.ids import PersonId
from workflow.model import Company, Member, Role


class Action(StrEnum):
    """What can be done to a company."""

    LOOK = "look"
    HAND_IN = "hand_in"
    RECORD_FILING = "record_filing"
    TAILOR = "tailor"
    ADMINISTER = "administer"


TABLE: Mapping[Role, frozenset[Action]] = {
    Role.MANAGER: frozenset(Action),
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
