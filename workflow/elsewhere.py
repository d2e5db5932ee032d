"""Which of their companies somebody's `@us` shows in other chats: a person's own choice. Values only."""

from enum import StrEnum

from workflow.ids import PersonId
from workflow.model import Company
from workflow.team import Role


class Elsewhere(StrEnum):
    """Whose progress may be dropped into chats that we know nothing of."""

    OWN = "own"
    """Their companies, but not those they keep for clients: an agency's chats are full of others."""
    ALL = "all"
    """Clients as well."""
    NOTHING = "nothing"


def shows_elsewhere(person: PersonId, company: Company, chosen: Elsewhere) -> bool:
    """Whether the person's `@us` shows that company."""
    return {
        Elsewhere.OWN: not is_client(person, company),
        Elsewhere.ALL: True,
        Elsewhere.NOTHING: False,
    }[chosen]


def is_client(person: PersonId, company: Company) -> bool:
    """Whether the person is an agency's clerk there, whatever else they are."""
    return any(Role.CLERK in each.roles for each in company.members if each.person == person)
