"""The switch of `@us` in other chats: whose progress it shows there."""

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.screens.clients import active_clients
from chat.session import Session
from messages.say import say
from workflow.elsewhere import Elsewhere, is_client
from workflow.errors import CompanyDamaged

LOOKED_INTO = 3
"""An agency keeps clients wherever one looks: all of them are never read for it."""


def keeps_clients(s: Session) -> bool:
    """Whether the speaker is a clerk, by the first of their companies."""
    for card in active_clients(s)[:LOOKED_INTO]:
        try:
            found = s.company(card.id)
        except CompanyDamaged:
            continue
        if is_client(s.me.person, found):
            return True
    return False


def elsewhere_taps(chosen: Elsewhere, clients: int) -> tuple[Tap, ...]:
    """What else can be chosen; whoever keeps no clients turns it on or off."""
    offered = Elsewhere if clients else (Elsewhere.OWN, Elsewhere.NOTHING)
    return tuple(
        Tap(say(f"tap-elsewhere-{each}", clients=clients), ref(Verb.ELSEWHERE, each))
        for each in offered
        if each is not chosen
    )
