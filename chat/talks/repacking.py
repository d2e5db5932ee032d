"""A season moved to another version of its rules, once it was seen what that does."""

from dataclasses import replace

from chat.card import Replies, Toasted
from chat.screens.companies import case_card
from chat.screens.repacking import back_tap, repack_card
from chat.session import Case, Session
from messages.say import say
from workflow.ids import PackRef
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.repacking import move_pack, version_of


def look(s: Session, case: Case, version: int) -> Replies:
    """What the version would bring."""
    require(s.me.person, Action.ADMINISTER, case.company)
    new = _pack(s, case, version)
    return (Toasted(say("toast-old-button")),) if new is None else (repack_card(case, new),)


def move(s: Session, case: Case, version: int) -> Replies:
    """The season goes by it from now on; all answers stay, and so does the way back."""
    new = _pack(s, case, version)
    if new is None:
        return (Toasted(say("toast-old-button")),)
    now = s.saved(case, move_pack(case.company, case.season.id, case.pack, new, by=s.doer))
    card = case_card(s, now, say("said-repacked", version=version_of(new.ref)))
    return (replace(card, rows=((back_tap(now, case.pack.ref),), *card.rows)),)


def _pack(s: Session, case: Case, version: int) -> Pack | None:
    name = case.season.pack.partition("@")[0]
    return s.house.packs.get(PackRef(f"{name}@{version}"))
