"""The door: the first words, and who may open a company here, said before anybody tries."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.session import Door, Session
from messages.say import Say, say


def greeting_card(s: Session) -> Card:
    """The first words; then the way in, or that there is none and what an outsider can do."""
    return Card((say("greeting", name=s.me.name), _way(s)), (way_in(s),))


def door_card(s: Session) -> Card:
    """A kind no: who may open a company here, and what the asker can do."""
    return Card((_shut(s),))


def nothing_yet_card(s: Session) -> Card:
    """They have no report: how to open one, where they may."""
    if s.house.access.admits(s.me):
        return Card((say("nothing-yet"),), (way_in(s),))
    return Card((say("nothing-here"), _way(s)), (way_in(s),))


def no_case_for_file_card(s: Session) -> Card:
    """A file came from somebody who has no report."""
    if not _is_for_others(s):
        return Card((say("file-no-season"),), (way_in(s),))
    return Card((say("file-not-here"), _shut(s)))


def way_in(s: Session) -> tuple[Tap, ...]:
    """The button that opens a company; none for whom only the operator could let in."""
    return () if _is_for_others(s) else (Tap(say("tap-new"), ref(Verb.NEW)),)


def _way(s: Session) -> Say:
    if s.house.access.admits(s.me):
        return say("greeting-new")
    return _shut(s) if _is_for_others(s) else say("greeting-code")


def _is_for_others(s: Session) -> bool:
    return s.house.access.door is Door.LISTED and not s.house.access.admits(s.me)


def _shut(s: Session) -> Say:
    return say("door-closed", person=s.me.person)
