"""The last guard before the boss is told: a manager has known it since a working day before.

The plan sees to that by itself; but what was planned may have lain unsent through a standstill.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workflow.duties import Rules
from workflow.escalation import notice_over
from workflow.habits import Habit
from workflow.reminders import Ending, Owed, Rung, RungKind, Told

_HEARD = frozenset({Ending.SENT, Ending.FOLDED})


def heard_from(
    owed: Owed, told: Iterable[Told], rules: Rules, habit: Habit, now: datetime
) -> datetime:
    """When it may be said at the soonest; `now` itself for all that is no matter for a boss.

    `told` are the lines of the company's record. While no manager has been told, and one is still
    to be, it waits for the working day after today; where none could be, there is nothing to wait
    for.
    """
    if owed.rung.kind is not RungKind.TO_BOSS:
        return now
    warnings = [each for each in told if each.end is None or each.end.ending in _HEARD]
    warnings = [each for each in warnings if _warns(each.owed.rung, owed.rung)]
    heard = [each.at for each in warnings if each.end is not None and each.at is not None]
    if not warnings:
        return now
    known = min(heard, default=now).astimezone(rules.zone).date()
    return max(now, habit.moment(notice_over(rules.calendar, known), rules.zone))


def _warns(one: Rung, boss: Rung) -> bool:
    """Whether that is the warning before it."""
    return one == replace(boss, kind=RungKind.WARNING, day=one.day)
