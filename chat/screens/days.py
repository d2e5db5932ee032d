"""A day said back beside its date and weekday: how far it is, and on which side of the law's date."""

from dataclasses import replace
from datetime import date, time

from chat.card import Card, Replies
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.schedule import statutory_date


def day_when(s: Session, case: Case, day: date) -> Say:
    """还有 11 天,比法定截止 03-31(周三) 早 61 天; the day is today or later."""
    statutory = statutory_date(case.pack, case.season.year)
    apart = (day - statutory).days
    side = "same" if not apart else "after" if apart > 0 else "before"
    facts: dict[str, Fact] = {"days": (day - s.today).days, "apart": abs(apart)}
    return say("day-when", side=side, statutory=ShortDay(statutory), **facts)


def hours_line(at: time | None) -> tuple[Say, ...]:
    """That a time typed with the day is not kept, if one was."""
    return () if at is None else (say("hours-not-kept", at=f"{at:%H:%M}"),)


def with_hours(replies: Replies, at: time | None) -> Replies:
    """The same, below the heading of the first card."""
    first = replies[0]
    if not isinstance(first, Card):
        return replies
    return (replace(first, lines=(first.lines[0], *hours_line(at), *first.lines[1:])), *replies[1:])
