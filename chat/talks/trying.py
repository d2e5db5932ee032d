"""发一条试试: one real text to a robot or mailbox, and what it answered."""

from dataclasses import replace

from chat.card import Card, Replies, Toasted
from chat.errands import Came, Tried, TryOut
from chat.screens.plain_digest import plain
from chat.screens.robots import addresses_card, mark_of, place_of, robot_card
from chat.session import Session
from chat.talks.settings import administered
from messages.say import Say, say
from workflow.channels import Address
from workflow.errors import WorkflowError
from workflow.robots import robot


def try_robot(s: Session, company: str, number: int) -> Replies:
    """To a robot or mailbox of a company, for those who may set it."""
    found = administered(s, company)
    name, address = found.name, robot(found, number).address
    errand = _errand(s, address, say("try-subject", company=name), say("try-text", company=name))
    return (Toasted(say("toast-trying")), replace(errand, company=found.id, number=number))


def try_address(s: Session, mark: str) -> Replies:
    """To an address of one's own."""
    mine = [each for each in s.me.addresses if mark_of(each) == mark]
    if not mine:
        return (Toasted(say("toast-old-button")), addresses_card(s))
    errand = _errand(s, mine[0], say("try-own-subject"), say("try-own-text", name=s.me.name))
    return (Toasted(say("toast-trying")), errand)


def _errand(s: Session, address: Address, subject: Say, text: Say) -> TryOut:
    chat, me = s.incoming.chat, s.me.person
    return TryOut(chat, me, address, plain(s, subject), plain(s, text))


def came_of(s: Session, errand: TryOut, tried: Tried) -> Card:
    """What was answered, above the card of what was tried; alone, where that is gone by now."""
    lead = _told(errand.address, tried)
    if not errand.company:
        return addresses_card(s, lead)
    try:
        found = administered(s, errand.company)
        return robot_card(s, found, robot(found, errand.number), lead)
    except WorkflowError:
        return Card((lead,))


def _told(address: Address, tried: Tried) -> Say:
    place = place_of(address)
    if tried.came is Came.REFUSED:
        why = say("try-why", code=tried.code)
        return say("tried-refused", place=place, why=why, said=tried.said)
    facts = {"place": place, "said": tried.said, "kind": address.kind.value}
    return Say(f"tried-{tried.came.replace('_', '-')}", facts)
