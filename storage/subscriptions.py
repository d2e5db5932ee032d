"""Whose a calendar feed is, and which companies they are in: asked beside the working bot."""

from storage.people import acquaintance_of
from storage.trail import Asked
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance


def subscriber(journal: Asked, digest: str) -> Acquaintance | None:
    """Whose feed has the address of that secret, by its SHA-256; None for one that is not live."""
    rows = journal.ask("select facts from people where feed = ?", (digest,))
    return acquaintance_of(rows)


def known(journal: Asked, person: PersonId) -> Acquaintance | None:
    """What is remembered of a person."""
    return acquaintance_of(journal.ask("select facts from people where person = ?", (person,)))


def companies_of(journal: Asked, person: PersonId) -> tuple[CompanyId, ...]:
    """The active companies a person is a member of, by id; their files have the last word."""
    rows = journal.ask(
        "select company from membership join directory using (company)"
        " where person = ? and lifecycle = ? order by company",
        (person, Lifecycle.ACTIVE),
    )
    return tuple(CompanyId(company) for (company,) in rows)
