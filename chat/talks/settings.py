"""When a company reminds: its ladders, the boss, the monthly duty, the hours of its groups and robots."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time

from chat.card import Card, Replies, Toasted
from chat.screens.habits import clock
from chat.screens.settings import (
    LADDERS,
    ClockOf,
    Place,
    ladder_card,
    name_of,
    place_hours_card,
    settings_card,
)
from chat.session import Session
from chat.setting_notes import Setting, Typing
from messages.say import Fact, ShortDay, say
from messages.times import read_time
from messages.typed import tidy
from workflow.grouping import set_group_habit
from workflow.habits import EARLIEST_HOUR, LATEST_HOUR, at_hour
from workflow.ids import CompanyId
from workflow.model import Company, Outcome
from workflow.own_policy import set_policy
from workflow.permissions import Action, require
from workflow.policy import OwnPolicy, Shared
from workflow.robots import robot, set_robot_habit
from workflow.team import Group
from workflow.team_errors import NoSuchGroup
from workflow.workdays import ONE_DAY

_FIGURES = re.compile(r"[0-9]+")
LONGEST_FIGURES = 4


def administered(s: Session, company: str) -> Company:
    """The company, if the speaker may set what it does."""
    found = s.company(CompanyId(company))
    require(s.me.person, Action.ADMINISTER, found)
    return found


def settings(s: Session, company: str) -> Replies:
    """提醒规则."""
    return (settings_card(s, administered(s, company)),)


def tells_boss(s: Session, company: str, *, on: bool) -> Replies:
    """Whether the boss hears of steps at risk."""
    return _set(s, company, lambda own: replace(own, tells_boss=on))


def monthly(s: Session, company: str, *, on: bool) -> Replies:
    """Whether the monthly duty is told."""
    return _set(s, company, lambda own: replace(own, monthly=on))


def shared(s: Session, company: str, what: Shared) -> Replies:
    """What groups and robots are to hear."""
    return _set(s, company, lambda own: replace(own, shared=what))


def _set(s: Session, company: str, change: Callable[[OwnPolicy], OwnPolicy]) -> Replies:
    found = administered(s, company)
    outcome = set_policy(found, change(found.policy), by=s.doer)
    s.save(outcome)
    return (settings_card(s, outcome.company, say("said-settings")),)


# --- ladders ------------------------------------------------------------------------------


def ladders(s: Session, company: str, clock_of: ClockOf) -> Replies:
    """Ask on which days before a date."""
    found = administered(s, company)
    s.keep(Typing(Setting.LADDER, company, clock_of))
    return (ladder_card(s, found, clock_of),)


def ladder(s: Session, company: str, clock_of: ClockOf, name: str) -> Replies:
    """One of the sets."""
    if name not in LADDERS[clock_of]:
        return (Toasted(say("toast-old-button")),)
    return _ladder(s, company, clock_of, LADDERS[clock_of][name])


def _ladder(s: Session, company: str, clock_of: ClockOf, days: tuple[int, ...] | None) -> Replies:
    replies = _set(s, company, lambda own: _with(own, clock_of, days))
    s.keep(None)
    return replies


def _with(own: OwnPolicy, clock_of: ClockOf, days: tuple[int, ...] | None) -> OwnPolicy:
    if clock_of is ClockOf.INTERNAL:
        return replace(own, internal=days)
    return replace(own, statutory=days)


def _ladder_typed(s: Session, note: Typing, text: str) -> Replies:
    figures = _FIGURES.findall(_with_zero(s, text))
    if not figures or any(len(each) > LONGEST_FIGURES for each in figures):
        return asked_again(s, note, say("ladder-not-read"))
    return _ladder(s, note.company, ClockOf(note.subject), tuple(int(each) for each in figures))


def _with_zero(s: Session, text: str) -> str:
    """With 0 for the day itself, as people name it."""
    text = tidy(text).casefold()
    for word in sorted(s.words("words-the-day"), key=len, reverse=True):
        text = text.replace(word, " 0 ")
    return text


# --- hours --------------------------------------------------------------------------------


def hours(s: Session, company: str, key: str) -> Replies:
    """Ask when the morning of a group or robot shall come."""
    found, place = _place(s, company, key)
    s.keep(Typing(Setting.HOUR, company, key))
    return (place_hours_card(s, found, place),)


def hour(s: Session, company: str, key: str, at: time) -> Replies:
    """From tomorrow on at that hour."""
    found, place = _place(s, company, key)
    if not EARLIEST_HOUR <= at <= LATEST_HOUR:
        return (place_hours_card(s, found, place, say("habit-too-late")),)
    outcome = _at_hour(s, found, place, at)
    s.save(outcome)
    s.keep(None)
    day = ShortDay(s.today + ONE_DAY)
    lead = say("said-place-hour", name=name_of(place), hour=clock(at), day=day)
    return (settings_card(s, outcome.company, lead),)


def _at_hour(s: Session, company: Company, place: Place, at: time) -> Outcome:
    habit = at_hour(place.habit, at, s.today)
    if isinstance(place, Group):
        return set_group_habit(company, place.chat, habit, by=s.doer)
    return set_robot_habit(company, place.number, habit, by=s.doer)


def _place(s: Session, company: str, key: str) -> tuple[Company, Place]:
    """NoSuchGroup, NoSuchRobot."""
    found = administered(s, company)
    if key.startswith("r") and key[1:].isdecimal():
        return found, robot(found, int(key[1:]))
    for each in found.groups:
        if f"{each.chat}" == key:
            return found, each
    raise NoSuchGroup


def _hour_typed(s: Session, note: Typing, text: str) -> Replies:
    typed = read_time(text)
    if typed is None:
        return asked_again(s, note, say("habit-no-hour"))
    return hour(s, note.company, note.subject, typed)


# --- what was typed -----------------------------------------------------------------------


def asked_again(s: Session, note: Typing, lead: Fact | None = None) -> Replies:
    """The question about a ladder or an hour that still waits."""
    return (_question(s, note, lead),)


def _question(s: Session, note: Typing, lead: Fact | None) -> Card:
    if note.setting is Setting.LADDER:
        return ladder_card(s, administered(s, note.company), ClockOf(note.subject), lead)
    found, place = _place(s, note.company, note.subject)
    return place_hours_card(s, found, place, lead)


def typed(s: Session, note: Typing, text: str) -> Replies:
    """A ladder or an hour came."""
    if note.setting is Setting.LADDER:
        return _ladder_typed(s, note, text)
    return _hour_typed(s, note, text)
