"""When and how much somebody wants to hear: their own settings, for all their companies."""

from dataclasses import replace
from datetime import time, timedelta

from chat.card import Replies
from chat.screens.habits import clock, habit_card, hours_card, nights_card
from chat.session import Session
from chat.setting_notes import ChoosingHour, Setting, Typing
from messages.say import Fact, ShortDay, say
from messages.times import read_span, read_time
from workflow.elsewhere import Elsewhere
from workflow.habits import (
    EARLIEST_HOUR,
    LATEST_HOUR,
    Habit,
    Wants,
    at_hour,
    is_night,
    with_nights,
)

ONE_DAY = timedelta(days=1)


def habits(s: Session) -> Replies:
    """提醒设置; what was asked of them is not asked any more."""
    if isinstance(s.note, ChoosingHour | Typing):
        s.keep(None)
    return (habit_card(s),)


def hours(s: Session) -> Replies:
    """Ask for the hour."""
    s.keep(ChoosingHour())
    return (hours_card(s),)


def hour_typed(s: Session, text: str) -> Replies:
    """An hour was typed; what is none is asked for again."""
    typed = read_time(text)
    if typed is None:
        return asked_again(s, say("habit-no-hour"))
    return at(s, typed)


def at(s: Session, hour: time) -> Replies:
    """From tomorrow on at that hour; today keeps the one it had, so that no reminder is skipped."""
    if not EARLIEST_HOUR <= hour <= LATEST_HOUR:
        return asked_again(s, say("habit-too-late"))
    s.keep(None)
    changed = at_hour(s.me.habit, hour, s.today)
    told = say("said-habit-hour", hour=clock(hour), day=ShortDay(s.today + ONE_DAY))
    return _kept(s, changed, told)


def asked_again(s: Session, lead: Fact | None = None) -> Replies:
    """The question that still waits."""
    return (hours_card(s, lead),)


def nights(s: Session) -> Replies:
    """Ask for the quiet hours."""
    s.keep(Typing(Setting.NIGHT))
    return (nights_card(s),)


def night_typed(s: Session, text: str) -> Replies:
    """Quiet hours were typed; what is none is asked for again."""
    typed = read_span(text)
    if typed is None:
        return night_asked_again(s, say("habit-no-span"))
    return night(s, *typed)


def night_asked_again(s: Session, lead: Fact | None = None) -> Replies:
    """The question about quiet hours that still waits."""
    return (nights_card(s, lead),)


def night(s: Session, start: time, end: time) -> Replies:
    """Quiet from `start` in the evening to `end` in the morning."""
    if not is_night(start, end):
        return night_asked_again(s, say("habit-no-night", start=clock(start), end=clock(end)))
    s.keep(None)
    told = say("said-habit-night", start=clock(start), end=clock(end))
    return _kept(s, with_nights(s.me.habit, start, end), told)


def wants(s: Session, much: Wants) -> Replies:
    """How much to hear."""
    return _kept(s, replace(s.me.habit, wants=much), say("said-habit"))


def digest(s: Session, *, together: bool) -> Replies:
    """One message a morning, or one for each company."""
    return _kept(s, replace(s.me.habit, digest=together), say("said-habit"))


def elsewhere(s: Session, whose: Elsewhere) -> Replies:
    """Whose progress `@us` shows in other chats."""
    s.remember(replace(s.me, elsewhere=whose))
    return (habit_card(s, say("said-habit")),)


def _kept(s: Session, habit: Habit, told: Fact) -> Replies:
    s.remember(replace(s.me, habit=habit))
    return (habit_card(s, told),)
