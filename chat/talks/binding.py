"""Binding a group: what is asked in private, and confirmed by the very same person in the group."""

from collections.abc import Iterator
from itertools import islice

from chat.buttons import Verb, ref
from chat.card import Card, Elsewhere, LinkTap, Replies, Tap, Toasted
from chat.note import Binding, read_note, write_note
from chat.screens.groups import COMPANIES_A_PAGE, Bindable, outsiders_card, which_company_card
from chat.session import Session
from messages.say import say
from workflow.errors import WorkflowError
from workflow.grouping import bind_group
from workflow.ids import CompanyId
from workflow.model import Lifecycle
from workflow.permissions import Action, may, require
from workflow.ports import ChatId, CompanyCard
from workflow.team import Group
from workflow.team_errors import NoSuchGroup


def _bindable(s: Session, start: int = 0) -> Iterator[Bindable]:
    """The speaker's companies whose board they may show, from that place of their list on.

    The one on their screen is the first. Each is read only when it is come to: there may be many.
    """
    going_on = (card for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE)
    cards = sorted(going_on, key=lambda card: card.id != s.me.company)
    for place, card in enumerate(cards[start:], start):
        if _may_bind(s, card):
            yield Bindable(place, card)


def can_bind(s: Session) -> bool:
    """Whether there is a company whose board the speaker may show."""
    return any(True for _ in _bindable(s))


def _may_bind(s: Session, card: CompanyCard) -> bool:
    try:
        return may(s.me.person, Action.BIND_GROUP, s.work.company(card.id))
    except WorkflowError:  # a damaged company rests
        return False


# --- in the group -------------------------------------------------------------------------


def to_private(s: Session) -> Card:
    """What is settled in private: which company, and whether there are outsiders.

    Who asked is kept for the group: only somebody who was there can go on from here.
    """
    s.work.keep_note(s.incoming.chat, write_note(Binding("", s.me.person, has_outsiders=False)))
    link = s.house.identity.link(f"g{s.incoming.chat}")
    return Card((say("group-hello"),), ((LinkTap(say("tap-bind-private"), link),),))


def bind_typed(s: Session) -> Replies:
    """/bind in the group."""
    return (to_private(s),) if can_bind(s) else ()


def bind_here(s: Session) -> Replies:
    """Confirmed in the group, by the very person who asked in private."""
    note = read_note(s.work.note(s.incoming.chat))
    if not isinstance(note, Binding) or not note.company or s.incoming.room is None:
        return (Toasted(say("toast-old-button")),)
    if note.by != s.me.person:
        return (Toasted(say("toast-only-the-asker")),)
    if s.work.company_of_group(s.incoming.chat) not in (None, note.company):
        return (Toasted(say("toast-group-taken")),)
    room = s.incoming.room
    group = Group(s.incoming.chat, room.title, note.has_outsiders, room.topic, s.me.locale)
    outcome = bind_group(s.company(CompanyId(note.company)), group, by=s.doer)
    s.save(outcome)
    s.work.keep_note(s.incoming.chat, "")
    return (Card((say("group-bound", company=outcome.company.name),)),)


# --- in private ---------------------------------------------------------------------------


def opened_from_group(s: Session, chat: int) -> Replies:
    """The link in the group: ask for which company."""
    first = tuple(islice(_bindable(s), 2))
    if not first or not _was_there(s, chat):
        raise NoSuchGroup
    if len(first) == 1:
        return bind_to(s, first[0].card.id, chat)
    return which_company(s, chat, 0)


def which_company(s: Session, chat: int, start: int) -> Replies:
    """A page of the companies whose board the group could show; reads those it shows."""
    if not _was_there(s, chat):
        raise NoSuchGroup
    found = tuple(islice(_bindable(s, start), COMPANIES_A_PAGE + 1))
    return (which_company_card(found, chat, start),)


def _was_there(s: Session, chat: int) -> bool:
    """Whether the speaker is the one who last asked in that group; a number proves nothing."""
    note = read_note(s.work.note(ChatId(chat)))
    return chat < 0 and isinstance(note, Binding) and note.by == s.me.person


def bind_to(s: Session, company: str, chat: int) -> Replies:
    """Ask 「群里有外部人员吗?」."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.BIND_GROUP, found)
    return (outsiders_card(found, chat),)


def bind_ask(s: Session, company: str, chat: int, outsiders: str) -> Replies:
    """All is known: ask for the confirmation in the group itself."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.BIND_GROUP, found)
    if not _was_there(s, chat):
        raise NoSuchGroup
    note = Binding(found.id, s.me.person, has_outsiders=outsiders == "yes")
    s.work.keep_note(ChatId(chat), write_note(note))
    confirm = Tap(say("tap-bind-here"), ref(Verb.BIND_HERE))
    line = say("group-confirm", name=s.me.name, company=found.name)
    return (
        Card((say("bind-asked", company=found.name),)),
        Elsewhere(ChatId(chat), Card((line,), ((confirm,),))),
    )
