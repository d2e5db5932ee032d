"""Robots and mailboxes of a company, and one's own addresses: pasted once, then never shown again."""

from dataclasses import replace

from chat.card import Card, Replies, Toasted
from chat.screens.robots import (
    addresses_card,
    ask_address_card,
    ask_of_robot_card,
    ask_own_address_card,
    mark_of,
    remove_robot_card,
    robot_card,
    robots_card,
)
from chat.session import Session
from chat.setting_notes import Setting, Typing
from chat.talks import habits, settings
from chat.talks.settings import administered
from messages.say import Fact, say
from workflow.channels import Address, ChannelKind, address_of
from workflow.errors import AlreadyGiven
from workflow.robots import add_robot, remove_robot, rename_robot, robot, sign_robot
from workflow.team_errors import TooMany

MOST_ADDRESSES = 3


def robots(s: Session, company: str) -> Replies:
    """The robots and mailboxes of a company."""
    found = administered(s, company)
    s.keep(None)
    return (robots_card(found),)


def one_robot(s: Session, company: str, number: int) -> Replies:
    """One of them."""
    found = administered(s, company)
    s.keep(None)
    return (robot_card(s, found, robot(found, number)),)


def ask_robot(s: Session, company: str) -> Replies:
    """Ask where it leads."""
    found = administered(s, company)
    s.keep(Typing(Setting.ROBOT, company))
    return (ask_address_card(s, found),)


def ask_name(s: Session, company: str, number: int) -> Replies:
    """Ask what it is called."""
    return _ask_of(s, Typing(Setting.NAME, company, str(number)))


def ask_secret(s: Session, company: str, number: int) -> Replies:
    """Ask what its posts are signed with."""
    return _ask_of(s, Typing(Setting.SIGNATURE, company, str(number)))


def _ask_of(s: Session, note: Typing) -> Replies:
    card = _question(s, note, None)
    s.keep(note)
    return (card,)


def ask_remove(s: Session, company: str, number: int) -> Replies:
    """Ask whether they are sure."""
    found = administered(s, company)
    return (remove_robot_card(found, robot(found, number)),)


def removed(s: Session, company: str, number: int) -> Replies:
    """It is told nothing any more, and its key is forgotten."""
    found = administered(s, company)
    name = robot(found, number).name
    outcome = remove_robot(found, number, by=s.doer)
    s.save(outcome)
    return (robots_card(outcome.company, say("said-robot-removed", name=name)),)


# --- what was typed -----------------------------------------------------------------------


def typed(s: Session, note: Typing, text: str) -> Replies:
    """What was asked came; an address or a secret is kept where it belongs and nowhere else."""
    match note.setting:
        case Setting.ADDRESS:
            return _own_address(s, address_of(text))
        case Setting.ROBOT:
            return _added(s, note.company, address_of(text))
        case Setting.NAME | Setting.SIGNATURE:
            return _of_robot(s, note, text)
        case Setting.HOUR | Setting.LADDER:
            return settings.typed(s, note, text)
        case Setting.NIGHT:
            return habits.night_typed(s, text)


def asked_again(s: Session, note: Typing, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    if note.setting in (Setting.HOUR, Setting.LADDER):
        return settings.asked_again(s, note, lead)
    if note.setting is Setting.NIGHT:
        return habits.night_asked_again(s, lead)
    return (_question(s, note, lead),)


def _question(s: Session, note: Typing, lead: Fact | None) -> Card:
    if note.setting is Setting.ADDRESS:
        return ask_own_address_card(s, lead)
    found = administered(s, note.company)
    if note.setting is Setting.ROBOT:
        return ask_address_card(s, found, lead)
    name = "ask-robot-name" if note.setting is Setting.NAME else "ask-robot-secret"
    return ask_of_robot_card(found, robot(found, int(note.subject)), say(name), lead)


def _added(s: Session, company: str, address: Address) -> Replies:
    found = administered(s, company)
    is_mail = address.kind is ChannelKind.MAIL
    name = say("mailbox-first-name" if is_mail else "robot-first-name")
    outcome = add_robot(found, s.wording.plain(name), address, by=s.doer)
    s.save(outcome)
    s.keep(None)
    kept = next(each for each in outcome.company.robots if each.address == address)
    lead = say("said-robot-added" if s.house.has_mail or not is_mail else "said-address-kept")
    return (replace(robot_card(s, outcome.company, kept, lead), fresh=True),)


def _of_robot(s: Session, note: Typing, text: str) -> Replies:
    found, number = administered(s, note.company), int(note.subject)
    if note.setting is Setting.NAME:
        outcome, lead = rename_robot(found, number, text, by=s.doer), say("said-settings")
    else:
        outcome, lead = sign_robot(found, number, text, by=s.doer), say("said-robot-signed")
    s.save(outcome)
    s.keep(None)
    return (robot_card(s, outcome.company, robot(outcome.company, number), lead),)


# --- one's own ----------------------------------------------------------------------------


def addresses(s: Session) -> Replies:
    """备用渠道."""
    s.keep(None)
    return (addresses_card(s),)


def ask_address(s: Session) -> Replies:
    """Ask for one more."""
    s.keep(Typing(Setting.ADDRESS))
    return (ask_own_address_card(s),)


def _own_address(s: Session, address: Address) -> Replies:
    """Tried last; the same one with another secret takes the place of the one before."""
    if address in s.me.addresses:
        raise AlreadyGiven
    others = tuple(each for each in s.me.addresses if mark_of(each) != mark_of(address))
    if len(others) >= MOST_ADDRESSES:
        raise TooMany(what="addresses", most=MOST_ADDRESSES)
    s.keep(None)
    _remember(s, (*others, address))
    is_mail = address.kind is ChannelKind.MAIL
    lead = say("said-address-added" if s.house.has_mail or not is_mail else "said-address-kept")
    return (addresses_card(s, lead),)


def drop_address(s: Session, mark: str) -> Replies:
    """Not tried any more."""
    left = tuple(each for each in s.me.addresses if mark_of(each) != mark)
    if left == s.me.addresses:
        return (Toasted(say("toast-old-button")), addresses_card(s))
    _remember(s, left)
    return (addresses_card(s, say("said-habit")),)


def first_address(s: Session, mark: str) -> Replies:
    """Tried before all others."""
    mine = sorted(s.me.addresses, key=lambda each: mark_of(each) != mark)
    if not mine or mark_of(mine[0]) != mark:
        return (Toasted(say("toast-old-button")), addresses_card(s))
    _remember(s, tuple(mine))
    return (addresses_card(s, say("said-habit")),)


def _remember(s: Session, mine: tuple[Address, ...]) -> None:
    s.remember(replace(s.me, addresses=mine))
