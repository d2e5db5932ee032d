"""Companies and seasons put right, archived, removed; the last step taken back; a copy adopted."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.screens.companies import REMOVE, case_card, companies_card, company_card
from chat.screens.steps import dropped_card, steps_card
from chat.screens.team import sure_card
from chat.session import Case, Session
from chat.talks.undone import said_undone
from messages.say import say
from workflow.actions import undo
from workflow.cases import correct_season, switch_profile, turn_company, turn_season
from workflow.change import Done, outcome
from workflow.errors import NoSuchCompany, NothingToUndo
from workflow.events import EventKind
from workflow.ids import CompanyId, ItemKey, MilestoneKey
from workflow.model import Company, Coverage, Lifecycle
from workflow.permissions import Action, require
from workflow.provinces import PROVINCES
from workflow.tailoring import restore_item, restore_step


def turn_whole_company(s: Session, company: str, to: str) -> Replies:
    """Archive, restore or remove a company."""
    if to == REMOVE:
        return _ask_to_remove_company(s, s.company(CompanyId(company)))
    if to not in set(Lifecycle):
        return (Toasted(say("toast-old-button")),)
    decided = turn_company(s.company(CompanyId(company)), Lifecycle(to), by=s.doer)
    s.save(decided)
    s.keep(None)
    lead = say(f"said-company-{to}", name=decided.company.name)
    if Lifecycle(to) is Lifecycle.REMOVED:
        return (Card((lead,), ((Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),),)),)
    return (company_card(s, decided.company, lead),)


def turn_case(s: Session, case: Case, to: str) -> Replies:
    """Archive, restore or remove one season."""
    if to == REMOVE:
        return _ask_to_remove_case(s, case)
    if to not in set(Lifecycle):
        return (Toasted(say("toast-old-button")),)
    now = s.saved(case, turn_season(case.company, case.season.id, Lifecycle(to), by=s.doer))
    s.keep(None)
    lead = say(f"said-case-{to}")
    if Lifecycle(to) is Lifecycle.REMOVED:
        return (company_card(s, now.company, lead),)
    return (case_card(s, now, lead),)


def _ask_to_remove_company(s: Session, company: Company) -> Replies:
    """Whoever may not, or has something in it, is refused now and not after the question."""
    turn_company(company, Lifecycle.REMOVED, by=s.doer)
    yes = Tap(say("tap-removal-sure"), ref(Verb.TURN_COMPANY, company.id, Lifecycle.REMOVED))
    no = Tap(say("tap-cancel"), ref(Verb.COMPANY, company.id))
    return (sure_card(company, say("company-remove-ask"), yes, no),)


def _ask_to_remove_case(s: Session, case: Case) -> Replies:
    """Refused as early as a company's."""
    turn_season(case.company, case.season.id, Lifecycle.REMOVED, by=s.doer)
    ids = (case.company.id, case.season.id)
    yes = Tap(say("tap-removal-sure"), ref(Verb.TURN_CASE, *ids, Lifecycle.REMOVED))
    no = Tap(say("tap-cancel"), ref(Verb.CASE, *ids))
    asked = say("case-remove-ask", year=str(case.season.year), licence=case.pack.title)
    return (sure_card(case.company, asked, yes, no),)


def cover(s: Session, case: Case, code: str) -> Replies:
    """Another coverage: the whole country, or one province."""
    if code != "all" and code not in PROVINCES:
        return (Toasted(say("toast-old-button")),)
    coverage = Coverage("" if code == "all" else code)
    now = s.saved(case, correct_season(case.company, case.season.id, by=s.doer, coverage=coverage))
    return (case_card(s, now, say("said-corrected")),)


def switch(s: Session, case: Case, profile: str) -> Replies:
    """Another profile: more steps, or only what the law asks."""
    now = s.saved(case, switch_profile(case.company, case.season.id, case.pack, profile, by=s.doer))
    return (case_card(s, now, say("said-corrected")),)


def restore(s: Session, case: Case, key: str, *, is_step: bool) -> Replies:
    """Take up again what was dropped."""
    if is_step:
        decided = restore_step(case.company, case.season.id, MilestoneKey(key), by=s.doer)
    else:
        decided = restore_item(case.company, case.season.id, ItemKey(key), by=s.doer)
    now = s.saved(case, decided)
    left = now.season.tailoring
    if left.dropped_items or left.dropped_steps:
        return (dropped_card(s, now), Toasted(say("said-restored")))
    return (steps_card(s, now, 0), Toasted(say("said-restored")))


def undo_seen(s: Session, company: str, newest: int) -> Replies:
    """撤销 on a card: only while nothing has happened since the card was shown."""
    case = s.current()
    if case is None or (case.company.id, case.company.event_seq) != (company, newest):
        return (Toasted(say("toast-old-button")),)
    return undo_last(s)


def undo_last(s: Session) -> Replies:
    """/undo: the speaker's own last step in the company on the screen."""
    case = s.current()
    if case is None:
        raise NothingToUndo
    decided = undo(case.company, s.pack_of, s.house.calendar, s.house.forms, by=s.doer)
    s.save(decided)
    s.keep(None)
    return said_undone(s, case, decided)


def adopt(s: Session, company: str) -> Replies:
    """Go on from the last good copy of a damaged company; what it lacks must be done again."""
    known = CompanyId(company)
    if all(card.id != known for card in s.companies()):
        return (companies_card(s, 0),)
    try:
        copy = s.work.previous_copy(known)
    except NoSuchCompany:  # it is whole, maybe by an earlier press of this very button
        return (Toasted(say("toast-old-button")), company_card(s, s.company(known)))
    require(s.me.person, Action.ADMINISTER, copy.company)
    lost = max((event.seq for event in copy.missing), default=copy.company.event_seq)
    counted = replace(copy.company, event_seq=max(lost, copy.company.event_seq))
    decided = outcome(counted, s.doer, Done(EventKind.COPY_ADOPTED, new=str(len(copy.missing))))
    s.work.adopt_previous(decided)
    return (company_card(s, decided.company, say("said-adopted", count=len(copy.missing))),)
