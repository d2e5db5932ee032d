"""Who is here hears at once: whoever wrote or pressed within the hour; all others by their habit."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from workflow.habits import ONE_DAY, USUAL
from workflow.ports import Acquaintance

HERE_FOR = timedelta(hours=1)
"""So long after they wrote or pressed something a person is at work, whatever the hour."""
LAST_DAYS = timedelta(hours=48)


def heard_at(
    known: Acquaintance | None, at: datetime, zone: ZoneInfo, *, is_last_days: bool
) -> datetime:
    """`at` itself for somebody who is here or may be disturbed then, else when they may be.

    Whoever is not known is disturbed as usual.
    """
    if known is None:
        return USUAL.may_hear(at, zone, is_last_days=is_last_days)
    if is_here(known, at):
        return at
    return known.habit.may_hear(at, zone, is_last_days=is_last_days)


def is_here(known: Acquaintance, at: datetime) -> bool:
    """Whether they wrote or pressed something within the hour before."""
    return known.seen is not None and timedelta() <= at - known.seen < HERE_FOR


def are_last_days(statutory: date, at: datetime, zone: ZoneInfo) -> bool:
    """Whether the statutory day ends within 48 hours: then only the night is quiet."""
    over = datetime.combine(statutory, time(), zone) + ONE_DAY
    return over - LAST_DAYS <= at < over
