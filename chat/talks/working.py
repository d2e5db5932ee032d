"""Giving and taking items, accepting and giving back, handing in for somebody, where papers are."""

from chat.card import Card, Replies, Toasted
from chat.file_notes import Answering
from chat.note import Asking, Wanted
from chat.screens.door import nothing_yet_card
from chat.screens.item import item_card
from chat.screens.progress import headed
from chat.screens.working import (
    assigned_line,
    behalf_card,
    giver_name,
    people_card,
    which_item_card,
)
from chat.session import Case, Session
from chat.talks.answering import give
from messages.say import Fact, say
from workflow.assigning import assign, take
from workflow.given import Located
from workflow.ids import PersonId
from workflow.model import Outcome
from workflow.permissions import Action, require
from workflow.reviewing import accept, give_back, set_reviewed, set_sensitive

LONGEST_NAME = 40


def _shown(s: Session, case: Case, outcome: Outcome, key: str, lead: Fact) -> Replies:
    now = s.saved(case, outcome)
    return (item_card(s, now, s.task(now, key), lead=lead),)


# --- giving and taking --------------------------------------------------------------------


def typed_assign(s: Session) -> Replies:
    """/assign: the open item, else which one."""
    note = s.note
    if isinstance(note, Answering):
        return begin_assign(s, s.case(note.company, note.season), note.key, 0)
    case = s.current()
    if case is None:
        return (nothing_yet_card(s),)
    return which_item(s, case, 0)


def which_item(s: Session, case: Case, page: int) -> Replies:
    """Ask which item."""
    require(s.me.person, Action.ASSIGN, case.company)
    return (which_item_card(s, case, page),)


def begin_assign(s: Session, case: Case, key: str, page: int) -> Replies:
    """Ask to whom."""
    require(s.me.person, Action.ASSIGN, case.company)
    return (people_card(case, s.task(case, key), page),)


def assign_to(s: Session, case: Case, key: str, person: str) -> Replies:
    """Give it to somebody, or back to its department."""
    task = s.task(case, key)
    to = PersonId(person) if person else None
    outcome = assign(case.company, case.season.id, case.pack, [task.item.key], to, by=s.doer)
    return _shown(s, case, outcome, key, assigned_line(case, task, to))


def take_it(s: Session, case: Case, key: str) -> Replies:
    """认领."""
    task = s.task(case, key)
    outcome = take(case.company, case.season.id, case.pack, task.item.key, by=s.doer)
    return _shown(s, case, outcome, key, say("said-taken", title=task.item.title))


# --- accepting ------------------------------------------------------------------------------


def accept_it(s: Session, case: Case, key: str, version: int) -> Replies:
    """验收."""
    task = s.task(case, key)
    outcome = accept(case.company, case.season.id, case.pack, task.item.key, version, by=s.doer)
    return _shown(s, case, outcome, key, say("said-accepted", title=task.item.title))


def begin_give_back(s: Session, case: Case, key: str, version: int) -> Replies:
    """Ask why."""
    require(s.me.person, Action.REVIEW, case.company)
    task = s.task(case, key)
    s.keep(Asking(Wanted.GIVE_BACK, case.company.id, case.season.id, key, str(version)))
    lines = (*headed(case, None), say("ask-give-back", title=task.item.title))
    return (Card(lines),)


def given_back(s: Session, case: Case, note: Asking, why: str) -> Replies:
    """The reason came."""
    task = s.task(case, note.subject)
    version = int(note.extra) if note.extra.isdecimal() else 0  # 0 is no version: it has changed
    outcome = give_back(
        case.company, case.season.id, case.pack, task.item.key, version, why, by=s.doer
    )
    s.keep(None)
    lead = say("said-given-back", title=task.item.title, why=why)
    return _shown(s, case, outcome, note.subject, lead)


def turn_reviewed(s: Session, case: Case, key: str, on: str) -> Replies:
    """Whether another person must accept it."""
    item = s.task(case, key).item.key
    yes = on == "yes"
    outcome = set_reviewed(case.company, case.season.id, case.pack, item, yes, by=s.doer)
    return _shown(s, case, outcome, key, say("said-reviewed" if yes else "said-not-reviewed"))


def turn_sensitive(s: Session, case: Case, key: str, on: str) -> Replies:
    """Whether it is an internal matter."""
    item = s.task(case, key).item.key
    yes = on == "yes"
    outcome = set_sensitive(case.company, case.season.id, case.pack, item, yes, by=s.doer)
    return _shown(s, case, outcome, key, say("said-sensitive" if yes else "said-not-sensitive"))


# --- for somebody -------------------------------------------------------------------------


def begin_behalf(s: Session, case: Case, key: str, page: int) -> Replies:
    """「这份谁给的?」."""
    require(s.me.person, Action.HAND_IN, case.company)
    return (behalf_card(case, s.task(case, key), page),)


def behalf_of(s: Session, case: Case, key: str, giver: str) -> Replies:
    """A known giver was pressed."""
    name = giver_name(case.company, giver)
    if not name:
        return (Toasted(say("toast-old-button")),)
    return behalf_named(s, case, key, name)


def behalf_named(s: Session, case: Case, key: str, name: str) -> Replies:
    """What comes next for this item is from them."""
    require(s.me.person, Action.HAND_IN, case.company)
    task = s.task(case, key)
    name = name[:LONGEST_NAME]
    s.keep(Answering(case.company.id, case.season.id, key, behalf=name))
    return (item_card(s, case, task, lead=say("said-behalf", name=name)),)


def located(s: Session, case: Case, note: Asking, place: str) -> Replies:
    """「只登记存放位置」: where the paper is came."""
    return give(s, case, note.subject, Located(place))
