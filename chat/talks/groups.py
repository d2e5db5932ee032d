"""A team group: bound to one company, shown its board, and otherwise left in peace."""

from dataclasses import replace

from chat.card import Card, GoOut, LinkTap, Replies, Toasted
from chat.screens.board import active, board_card, page_within, pages_of
from chat.screens.groups import group_card, group_language_card, groups_card
from chat.session import Session
from chat.talk import BroughtIn
from chat.talks.binding import bind_typed, can_bind, to_private
from messages.catalogue import LOCALES
from messages.say import Say, say
from workflow.grouping import (
    change_group,
    lose_group,
    move_group,
    set_group_locale,
    unbind_group,
)
from workflow.ids import CompanyId
from workflow.model import Company
from workflow.permissions import Action, require
from workflow.ports import ChatId
from workflow.team import Group
from workflow.team_errors import NoSuchGroup


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
    if brought.was_in:
        return _has_other_rights(s, may_pin=brought.may_pin)
    if _bound(s) is not None or _is_ours_moving(s):
        return ()
    if not can_bind(s):
        return (GoOut(),)
    return (to_private(s),)


def _is_ours_moving(s: Session) -> bool:
    """Whether a group of the speaker's is becoming a supergroup: the news may come out of order."""
    title = s.incoming.room.title if s.incoming.room else ""
    return s.work.is_in_group_called(s.me.person, title)


def _has_other_rights(s: Session, *, may_pin: bool) -> Replies:
    """Without a word: a board that could not be pinned when it was posted can be now."""
    if may_pin:
        s.work.pin_board(s.incoming.chat)
    return ()


def board_asked(s: Session) -> Replies:
    """/status and /board in the group; a group that is bound to nothing is not answered."""
    bound = _bound(s)
    if bound is None:
        return bind_typed(s)
    return (board_card(_in_language_of(s, bound[1]), *bound),)


def turn_board(s: Session, page: int) -> Replies:
    """A member turns the board over; it stands there as soon as a board may be edited again."""
    bound = _bound(s)
    if bound is None:
        return (Toasted(say("toast-old-button")),)
    company, group = bound
    require(s.me.person, Action.LOOK, company)
    seasons = active(company)
    shown = page_within(page, seasons)
    s.work.turn_board(ChatId(group.chat), shown)
    return (Toasted(say("toast-board-turned", page=shown + 1, pages=pages_of(seasons))),)


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
    if not _is_member(s, company):
        return ()
    link = s.house.identity.link(f"u-{company.id}")
    tap = LinkTap(say("tap-hand-in-private"), link)
    lines = (say("group-file", company=company.name),)
    _in_language_of(s, group)
    return (Card(lines, ((tap,),)),)


def spoken_to(s: Session, text: str) -> Replies:
    """Words for us, from a member: progress is shown here, all else is for the private chat.

    A thank-you is answered by silence.
    """
    bound = _bound(s)
    if bound is None or not _is_member(s, bound[0]):
        return ()
    said = s.house.identity.unnamed(text)
    if not said or s.is_word("words-thanks", said):
        return ()
    if any(meant.meaning == "status" for meant in s.house.words.read(said).sure):
        return board_asked(s)
    company, group = bound
    _in_language_of(s, group)
    tap = LinkTap(say("tap-in-private"), s.house.identity.link(f"c-{company.id}"))
    return (Card((say("group-in-private", company=company.name),), ((tap,),)),)


def _is_member(s: Session, company: Company) -> bool:
    return any(member.person == s.me.person for member in company.members)


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


def say_outsiders(s: Session, company: str, chat: int, *, there_are: bool) -> Replies:
    """There are outsiders in it, or none; AlreadyGiven for a second tap on the same button."""
    outcome = change_group(s.company(CompanyId(company)), chat, there_are, by=s.doer)
    s.save(outcome)
    return (group_card(outcome.company, _group(outcome.company, chat), say("said-corrected")),)


def language(s: Session, company: str, chat: int) -> Replies:
    """Ask which language is spoken there."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.BIND_GROUP, found)
    return (group_language_card(found, _group(found, chat)),)


def speak(s: Session, company: str, chat: int, locale: str) -> Replies:
    """Speak it in the group from now on."""
    if locale not in LOCALES:
        return (Toasted(say("toast-old-button")),)
    outcome = set_group_locale(s.company(CompanyId(company)), chat, locale, by=s.doer)
    s.save(outcome)
    return (group_card(outcome.company, _group(outcome.company, chat), say("said-corrected")),)


def unbind(s: Session, company: str, chat: int) -> Replies:
    """No board there any more."""
    outcome = unbind_group(s.company(CompanyId(company)), chat, by=s.doer)
    s.save(outcome)
    return (groups_card(s, outcome.company, say("said-unbound")),)
