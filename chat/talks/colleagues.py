"""Colleagues without Telegram: adding one, striking one off, noting how somebody was asked."""

from dataclasses import replace
from datetime import timedelta

from chat.card import Replies, Toasted
from chat.note import Asking, Wanted
from chat.screens.asked import asked_of
from chat.screens.colleagues import departments_card, departments_of, people_card
from chat.screens.requests import request_card
from chat.session import Case, Session
from messages.say import say
from workflow.colleagues import Nudge, add_colleague, last_nudges, nudge, remove_colleague
from workflow.permissions import Action, require
from workflow.team import Department

TWICE = timedelta(minutes=1)
"""The same note within this time is a second tap, not a second call."""


def nudged(s: Session, case: Case, key: str, how: Nudge) -> Replies:
    """Note that they were asked outside of the chat, and how."""
    asked = asked_of(s, case, key)
    last = last_nudges(case.company, case.season.id).get(asked.whom)
    is_second_tap = (
        last is not None
        and (last.how, last.by) == (how, s.me.person)
        and s.incoming.at - last.at < TWICE
    )
    if is_second_tap:
        return (Toasted(say("toast-nudged-already")), request_card(s, case, key))
    now = s.saved(case, nudge(case.company, case.season.id, asked.whom, how, by=s.doer))
    return (Toasted(say("toast-nudged")), request_card(s, now, key))


def typed(s: Session, case: Case, note: Asking, text: str) -> Replies:
    """The name of a new colleague came; departments are pressed, not typed."""
    if note.wanted is Wanted.COLLEAGUE_NAME:
        return _named(s, case, text)
    return (departments_card(case, note, say("please-press")),)


def _named(s: Session, case: Case, name: str) -> Replies:
    require(s.me.person, Action.ASSIGN, case.company)
    note = Asking(Wanted.COLLEAGUE_DEPARTMENTS, case.company.id, case.season.id, name)
    s.keep(note)
    return (departments_card(case, note),)


def turn_department(s: Session, department: Department) -> Replies:
    """Put it on, or take it off, for the colleague being added."""
    note = _adding(s)
    if note is None:
        return (Toasted(say("toast-old-button")),)
    picked = set(departments_of(note)) ^ {department}
    note = replace(note, extra=" ".join(each for each in Department if each in picked))
    s.keep(note)
    return (departments_card(s.case(note.company, note.season), note),)


def added(s: Session) -> Replies:
    """Name and departments are said: add them, and show what to ask them for."""
    note = _adding(s)
    if note is None:
        return (Toasted(say("toast-old-button")),)
    if not departments_of(note):
        return (Toasted(say("toast-pick-first")),)
    case = s.case(note.company, note.season)
    outcome = add_colleague(case.company, note.subject, departments_of(note), by=s.doer)
    now = s.saved(case, outcome)
    s.keep(None)
    fresh = now.company.colleagues[-1]
    lead = say("said-colleague-added", name=fresh.name)
    return (request_card(s, now, f"n{fresh.number}", lead),)


def _adding(s: Session) -> Asking | None:
    note = s.note
    if isinstance(note, Asking) and note.wanted is Wanted.COLLEAGUE_DEPARTMENTS:
        return note
    return None


def removed(s: Session, case: Case, number: int) -> Replies:
    """Strike a colleague off; what was handed in for them stays."""
    gone = next((each.name for each in case.company.colleagues if each.number == number), "")
    now = s.saved(case, remove_colleague(case.company, number, by=s.doer))
    return (people_card(s, now, 0, say("said-colleague-removed", name=gone)),)
