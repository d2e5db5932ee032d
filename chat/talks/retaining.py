"""How long evidence is kept, and the hold: looked at and changed by those who may."""

from chat.card import Replies
from chat.note import Asking
from chat.screens.retaining import keeping_card
from chat.session import Session
from messages.say import Fact, say
from workflow.ids import CompanyId
from workflow.model import Outcome
from workflow.permissions import Action, require
from workflow.retention import hold, keep_for, lift_hold


def keeping(s: Session, company: str) -> Replies:
    """保存与清理."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.KEEP_EVIDENCE, found)
    return (keeping_card(found),)


def kept_for(s: Session, company: str, years: int) -> Replies:
    """Another number of years."""
    outcome = keep_for(s.company(CompanyId(company)), years, by=s.doer)
    return _shown(s, outcome, say("said-keep-for", years=years))


def held(s: Session, note: Asking, reason: str) -> Replies:
    """法律保全: the reason came."""
    outcome = hold(s.company(CompanyId(note.company)), reason, by=s.doer)
    s.keep(None)
    return _shown(s, outcome, say("said-hold"))


def lifted(s: Session, company: str) -> Replies:
    """The hold is over."""
    return _shown(s, lift_hold(s.company(CompanyId(company)), by=s.doer), say("said-lift-hold"))


def _shown(s: Session, outcome: Outcome, lead: Fact) -> Replies:
    s.save(outcome)
    return (keeping_card(outcome.company, lead),)
