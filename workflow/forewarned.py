"""The last guards before the boss is told: a manager has known since a working day before; seldom.

The plan sees to both by itself; but what was planned may have lain unsent through a standstill, and
of dates that moved only the record knows how often they were taken to the boss.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from workflow.asking_again import Why
from workflow.duties import Rules
from workflow.escalation import notice_over
from workflow.habits import Habit
from workflow.model import Company
from workflow.reminders import End, Ending, Owed, Rung, RungKind, Told

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


def often_enough(company: Company, owed: Owed, told: Iterable[Told], rules: Rules) -> End | None:
    """How it ends if the boss has heard of the season as often as the policy lets him."""
    season = next((each for each in company.seasons if each.id == owed.rung.season), None)
    if season is None or owed.rung.kind is not RungKind.TO_BOSS:
        return None
    heard = {
        each.owed.rung
        for each in told
        if each.end is not None and each.end.ending in _HEARD and _is_like(each.owed, owed)
    }
    cap = rules.policies[rules.packs[season.pack].policy].escalation.boss_cap
    return End(Ending.UNWANTED, Why.OFTEN_ENOUGH) if len(heard) >= cap else None


def _is_like(one: Owed, owed: Owed) -> bool:
    """Another matter of the same season that was taken to the boss."""
    same = (one.rung.kind, one.rung.season) == (owed.rung.kind, owed.rung.season)
    return same and one.rung != owed.rung


def _warns(one: Rung, boss: Rung) -> bool:
    """Whether that is the warning before it."""
    return one == replace(boss, kind=RungKind.WARNING, day=one.day)
