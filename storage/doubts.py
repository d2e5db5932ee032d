"""What may be out already, and when it is said again."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from workflow.habits import ONE_DAY, USUAL
from workflow.reminders import Owed, RungKey

SOON = timedelta(minutes=1)


def said_again_at(
    covers: Iterable[Owed], folds: Iterable[Owed], now: datetime, morning: datetime
) -> Mapping[RungKey, datetime]:
    """Near rungs a minute from now, far ones at `morning`.

    What was folded waits for what was said of the same thing, so that it is folded again.
    """
    moments = {owed.key: _moment(owed, now, morning) for owed in covers}
    things = {_thing(owed): moments[owed.key] for owed in covers}
    return moments | {
        owed.key: things.get(_thing(owed), _moment(owed, now, morning)) for owed in folds
    }


def morning_after(at: datetime, zone: ZoneInfo) -> datetime:
    """The first usual hour of digests after that instant."""
    day = at.astimezone(zone).date()
    today = USUAL.moment(day, zone)
    return today if today > at else USUAL.moment(day + ONE_DAY, zone)


def _moment(owed: Owed, now: datetime, morning: datetime) -> datetime:
    return now + SOON if owed.is_near else morning


def _thing(owed: Owed) -> tuple[str, str, str]:
    return owed.company, owed.rung.season, owed.rung.subject
