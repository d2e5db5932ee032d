"""The record as a person sees it, and what has it filled."""

from collections.abc import Sequence
from dataclasses import replace
from html import unescape

from chat.buttons import Verb
from chat.talk import Edit, Outgoing, Send, Toast
from tests.chat.stage import (
    NOON,
    OURS,
    WANG,
    Stage,
    button,
)
from workflow.change import Doer, Done, outcome
from workflow.ids import CompanyId, PersonId
from workflow.model import Company
from workflow.team import Department, Member, Role


def text(answer: Sequence[Outgoing]) -> str:
    """What stands on the cards of an answer."""
    shown = [each.message.html for each in answer if isinstance(each, Send | Edit)]
    return unescape("\n".join(shown)).replace("\N{NON-BREAKING HYPHEN}", "-")


def toast(answer: Sequence[Outgoing]) -> str:
    return next(each.text for each in answer if isinstance(each, Toast))


def record(one: Stage, sort: str = "all", page: int = 0, person: int = WANG) -> str:
    return text(one.presses(person, button(Verb.AUDIT, OURS, sort, page)))


def ours(one: Stage) -> Company:
    return one.store.companies[CompanyId(OURS)]


def joined(one: Stage, person: int, *roles: Role) -> None:
    """Let them be one of ours."""
    company = ours(one)
    member = Member(PersonId(str(person)), "李会计", roles, (Department.FIN,))
    one.store.companies[company.id] = replace(company, members=(*company.members, member))


def happens(one: Stage, *done: Done, by: str = str(WANG)) -> None:
    """Write events as an action would."""
    with one.store.begin(None) as work:
        doer = Doer(PersonId(by), NOON, NOON.date())
        work.save(outcome(ours(one), doer, *done))
        work.commit()
