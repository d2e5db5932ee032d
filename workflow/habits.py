"""When and what somebody wants to hear: their hour, their quiet hours, how much. Values only."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)
EARLIEST_HOUR, LATEST_HOUR = time(6), time(22)
"""Between these a digest may come."""
EVENING, AFTER_MIDNIGHT, EARLY, NOON = time(17), time(4), time(5), time(12)
"""Quiet hours begin from the evening on, at the latest so long after midnight, and end by noon."""
NIGHT_ENDS = time(7)
"""Before this hour nobody is told anything, not even on the last day."""


class Wants(StrEnum):
    """How much of what is owed to somebody they want to hear."""

    USUAL = "usual"
    LEGAL_ONLY = "legal_only"
    """只留法定提醒: only what the law dates."""
    EVERYTHING = "everything"
    """A boss who wants to hear of internal dates too."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Of a person or a group; the hour they chose holds from the day after they chose it."""

    hour: time = time(9)
    """When the day's digest comes."""
    quiet_from: time = time(21)
    quiet_to: time = time(8)
    """From `quiet_from` in the evening to `quiet_to` in the morning nothing is sent."""
    wants: Wants = Wants.USUAL
    digest: bool = True
    """Everything of one morning in one message; else one message for each company."""
    since: date = date.min
    """The first day on which `hour` holds; before it `earlier` did, so that no day is skipped."""
    earlier: time = time(9)

    def hour_on(self, day: date) -> time:
        """When the digest of that day comes."""
        return self.hour if day >= self.since else self.earlier

    def moment(self, day: date, zone: ZoneInfo) -> datetime:
        """The instant of that day's digest."""
        return datetime.combine(day, self.hour_on(day), zone)

    def may_hear(self, at: datetime, zone: ZoneInfo, *, is_last_days: bool) -> datetime:
        """`at` itself outside quiet hours, else the end of them.

        In the last 48 hours before the statutory date (`is_last_days`) only the night counts,
        from midnight to seven.
        """
        local = at.astimezone(zone)
        start, end = (time(0), NIGHT_ENDS) if is_last_days else (self.quiet_from, self.quiet_to)
        if not _is_within(local.time(), start, end):
            return at
        day = local.date() + ONE_DAY if local.time() >= end else local.date()
        return datetime.combine(day, end, zone)


USUAL = Habit()
"""Of whoever chose nothing."""


def at_hour(habit: Habit, hour: time, today: date) -> Habit:
    """From tomorrow on at that hour; chosen twice on a day, today keeps what it had."""
    return replace(habit, hour=hour, earlier=habit.hour_on(today), since=today + ONE_DAY)


def is_night(start: time, end: time) -> bool:
    """Whether it is from an evening to a morning: what would silence a day, or no night, is not."""
    return (start >= EVENING or start < AFTER_MIDNIGHT) and EARLY <= end <= NOON


def with_nights(habit: Habit, start: time, end: time) -> Habit:
    """Quiet from `start` to `end`, at once."""
    return replace(habit, quiet_from=start, quiet_to=end)


def _is_within(now: time, start: time, end: time) -> bool:
    """Whether `now` lies from `start` on and before `end`, over midnight where that is earlier."""
    if start <= end:
        return start <= now < end
    return now >= start or now < end
