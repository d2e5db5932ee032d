"""Looking through the record of notices; for those who may look through the record (Action.AUDIT)."""

from chat.card import Replies
from chat.screens.told import (
    all_lines,
    lines_of_step,
    lines_to,
    told_card,
    told_people_card,
    told_steps_card,
)
from chat.session import Case, Session
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.permissions import Action, require


def whole(s: Session, company: str, page: int) -> Replies:
    """All lines."""
    found = _open_to(s, company)
    return (told_card(s, found, all_lines(found), page),)


def to(s: Session, company: str, key: str, page: int) -> Replies:
    """What one person, group or robot was told."""
    found = _open_to(s, company)
    return (told_card(s, found, lines_to(found, key), page),)


def of_step(s: Session, case: Case, step: str, page: int) -> Replies:
    """What was told of one step."""
    found = _open_to(s, case.company.id)
    return (told_card(s, found, lines_of_step(case, step), page),)


def people(s: Session, company: str, page: int) -> Replies:
    """Ask told whom."""
    return (told_people_card(_open_to(s, company), page),)


def steps(s: Session, company: str, page: int) -> Replies:
    """Ask told of which step."""
    return (told_steps_card(s, _open_to(s, company), page),)


def _open_to(s: Session, company: str) -> Company:
    found = s.company(CompanyId(company))
    require(s.me.person, Action.AUDIT, found)
    return found
