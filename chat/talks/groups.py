"""A team group: bound to one company, shown its board, and otherwise left in peace."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Elsewhere, GoOut, LinkTap, Replies, Tap, Toasted
from chat.note import Binding, read_note, write_note
from chat.screens.board import board_card
from chat.screens.groups import group_card, groups_card, outsiders_card, which_company_card
from chat.session import Session
from chat.talk import BroughtIn
from messages.say import Say, say
from workflow.errors import WorkflowError
from workflow.grouping import bind_group, change_group, lose_group, move_group, unbind_group
from workflow.ids import CompanyId
from workflow.model import Company, Lifecycle
from workflow.permissions import Action, may, require
from workflow.ports import ChatId, CompanyCard
from workflow.team import Group
from workflow.team_errors import NoSuchGroup


def _bindable(s: Session) -> tuple[CompanyCard, ...]:
    """The speaker's companies whose board they may show."""
    cards = (card for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE)
    return tuple(card for card in cards if _may_bind(s, card))


def _may_bind(s: Session, card: CompanyCard) -> bool:
    try:
        return may(s.me.person, Action.BIND_GROUP, s.work.company(card.id))
    except WorkflowError:  # a damaged company rests
        return False


def _bound(s: Session) -> tuple[Company, Group] | None:
    """The company whose board this group shows."""
    company = s.work.company_of_group(s.incoming.chat)
    if company is None:
        return None
    found = s.work.company(company)
    return next(((found, group) for group in found.groups if group.chat == s.incoming.chat), None)


# --- in the group -------------------------------------------------------------------------


def brought_in(s: Session, brought: BroughtIn) -> Replies:
    """Added to a group: by somebody who may bind it, else we go out without a word."""
    if brought.is_channel:
        return (GoOut(),)
    if brought.was_in or _bound(s) is not None:
        return ()
    if _is_ours_moving(s):
        return ()
    if not _bindable(s):
        return (GoOut(),)
    return (_to_private(s),)


def _is_ours_moving(s: Session) -> bool:
    """Whether a group of the speaker's is becoming a supergroup: the news may come out of order."""
    title = s.incoming.room.title if s.incoming.room else ""
    companies = (s.work.company(card.id) for card in s.companies())
    return any(group.title == title for each in companies for group in each.groups)


def _to_private(s: Session) -> Card:
    """What is settled in private: which company, and whether there are outsiders.

    Who asked is kept for the group: only somebody who was there can go on from here.
    """
    s.work.keep_note(s.incoming.chat, write_note(Binding("", s.me.person, has_outsiders=False)))
    link = s.house.identity.link(f"g{s.incoming.chat}")
    return Card((say("group-hello"),), ((LinkTap(say("tap-bind-private"), link),),))


def bind_typed(s: Session) -> Replies:
    """/bind in the group."""
    return (_to_private(s),) if _bindable(s) else ()


def board_asked(s: Session) -> Replies:
    """/status and /board in the group; a group that is bound to nothing is not answered."""
    bound = _bound(s)
    if bound is None:
        return bind_typed(s)
    return (board_card(_in_language_of(s, bound[1]), *bound),)


def _in_language_of(s: Session, group: Group) -> Session:
    """Said in the language of the group, whoever asked."""
    s.me = replace(s.me, locale=group.locale or s.house.default_locale)
    return s


def file_seen(s: Session) -> Replies:
    """「材料请私聊交」: nothing sent in a group is bound."""
    bound = _bound(s)
    if bound is None:
        return ()
    company, group = bound
    if all(member.person != s.me.person for member in company.members):
        return ()
    link = s.house.identity.link(f"u-{company.id}")
    tap = LinkTap(say("tap-hand-in-private"), link)
    lines = (say("group-file", company=company.name),)
    _in_language_of(s, group)
    return (Card(lines, ((tap,),)),)


def unnamed(s: Session, kind: str) -> Replies:
    """An anonymous admin, or a channel: nobody whose right could be looked up."""
    bound = _bound(s)
    if bound is None:
        return ()
    _in_language_of(s, bound[1])
    return (Card((say(f"group-unnamed-{kind}"),)),)


def put_out(s: Session) -> Replies:
    """We were removed: there is no board here any more."""
    bound = _bound(s)
    if bound is not None:
        s.save(lose_group(bound[0], s.incoming.chat, by=s.doer))
    return ()


def moved(s: Session, to: ChatId) -> Replies:
    """The group became a supergroup: the board goes on under its new number."""
    bound = _bound(s)
    if bound is not None:
        s.save(move_group(bound[0], s.incoming.chat, to, by=s.doer))
    return ()


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


def typed_bind(s: Session) -> Replies:
    """/bind in private: the groups of the company on the screen, and how to add one."""
    case = s.current()
    if case is None:
        return (Card((say("bind-no-company"),)),)
    return groups(s, case.company.id)


def typed_board(s: Session) -> Replies:
    """/board in private: the board of the company on the screen, as its groups see it."""
    case = s.current()
    if case is None:
        return (Card((say("bind-no-company"),)),)
    card = board_card(s, case.company, Group(0, "", has_outsiders=False))
    return (Card(card.lines),)


def groups(s: Session, company: str) -> Replies:
    """The groups of a company."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.BIND_GROUP, found)
    return (groups_card(s, found),)


def opened_from_group(s: Session, chat: int) -> Replies:
    """The link in the group: ask for which company."""
    cards = _bindable(s)
    if not cards or not _was_there(s, chat):
        raise NoSuchGroup
    if len(cards) == 1:
        return bind_to(s, cards[0].id, chat)
    return (which_company_card(cards, chat),)


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


def one_group(s: Session, company: str, chat: int, lead: Say | None = None) -> Replies:
    """One group, and what can be changed."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.BIND_GROUP, found)
    return (group_card(found, _group(found, chat), lead),)


def _group(company: Company, chat: int) -> Group:
    for each in company.groups:
        if each.chat == chat:
            return each
    raise NoSuchGroup


def turn_outsiders(s: Session, company: str, chat: int) -> Replies:
    """There are outsiders now, or none any more."""
    found = s.company(CompanyId(company))
    before = _group(found, chat).has_outsiders
    outcome = change_group(found, chat, not before, by=s.doer)
    s.save(outcome)
    return (group_card(outcome.company, _group(outcome.company, chat), say("said-corrected")),)


def unbind(s: Session, company: str, chat: int) -> Replies:
    """No board there any more."""
    outcome = unbind_group(s.company(CompanyId(company)), chat, by=s.doer)
    s.save(outcome)
    return (groups_card(s, outcome.company, say("said-unbound")),)
