"""Whether what is owed still makes sense: asked once more when it is about to be sent."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from workflow.duties import Duties, Rules, StepDuty, terms
from workflow.habits import Wants
from workflow.hearers import Ears, is_told, meant_for, places
from workflow.ids import PersonId
from workflow.meant import meant
from workflow.model import Company
from workflow.owing import Planned, heard, seasons_of, timetable
from workflow.reminders import LEGAL, End, Ending, Owed, Rung, RungKey, RungKind


class Why(StrEnum):
    """Why a rung was not told, as the ledger keeps it; the catalogues have the words."""

    REPORTED = "reported"
    DONE = "done"
    HANDLED = "handled"
    """A manager said that they see to it: the boss is not told."""
    MOVING = "moving"
    """Somebody has begun, or answered."""
    MOVED = "moved"
    """The date is another one."""
    DROPPED = "dropped"
    """The season does without the step, or rests itself."""
    REASSIGNED = "reassigned"
    """It is somebody else's now."""
    NOT_SHARED = "not_shared"
    """Groups and robots are not to be told of it any more."""
    TOLD_ELSE = "told_else"
    """They hear of something else that day anyway."""
    OFTEN_ENOUGH = "often_enough"
    """The boss has heard of the season as often as he is to."""
    WANTS_LESS = "wants_less"
    UNREACHABLE = "unreachable"
    PASSED = "passed"
    """The day it would have announced is over."""


SPAN = timedelta(days=15)
"""A working day may become another one when holidays are announced, by no more than that."""


def ended(
    company: Company, rules: Rules, ears: Ears, pending: Iterable[Owed]
) -> Mapping[RungKey, End]:
    """Those of them that are not to be told any more, each with its end. One look for all."""
    seasons = seasons_of(company, rules)
    asked = tuple(pending)
    days = [each.rung.day for each in asked]
    entries = timetable(seasons, min(days) - SPAN, max(days) + SPAN) if days else ()
    planned = heard(entries, ears)
    ends = ((each.key, _end(seasons, planned, ears, each)) for each in asked)
    return {key: end for key, end in ends if end is not None}


def still(company: Company, rules: Rules, ears: Ears, owed: Owed) -> End | None:
    """How it ended, if it did; None: it still makes sense. For several, ask `ended` once."""
    return ended(company, rules, ears, (owed,)).get(owed.key)


def _end(
    seasons: Sequence[Duties], planned: Sequence[Planned], ears: Ears, owed: Owed
) -> End | None:
    season = next((each for each in seasons if each.season.id == owed.rung.season), None)
    if season is None:
        return End(Ending.SUPERSEDED, Why.DROPPED)
    place = places(season.company).get(owed.to)
    if place is not None and not is_told(season, owed.rung.kind, place):
        return End(Ending.UNWANTED, Why.NOT_SHARED)
    same = [each for each in planned if _thing(each.rung) == _thing(owed.rung)]
    if not same:
        return _gone(season, owed.rung)
    if not _is_theirs(season, same, ears, owed):
        told_else = owed.rung.kind is RungKind.MONTH
        return End(Ending.SUPERSEDED, Why.TOLD_ELSE if told_else else Why.REASSIGNED)
    return _unheard(season.company, ears, owed)


def _thing(rung: Rung) -> tuple[str, str, str, date, int]:
    """What makes a rung the same one, put off or not."""
    return (rung.season, rung.kind, rung.subject, rung.due, rung.offset)


def _is_theirs(season: Duties, same: Sequence[Planned], ears: Ears, owed: Owed) -> bool:
    """Whether it is for them, or still for the one in whose place they hear it."""
    if any(each.hearer.to == owed.to for each in same):
        return True
    if owed.instead_of is None:
        return False
    is_here = PersonId(owed.to) in season.crew.members
    return is_here and owed.instead_of in meant_for(season, same[0].rung, ears)


def _unheard(company: Company, ears: Ears, owed: Owed) -> End | None:
    """A warning is heard also by who wants the law alone: else the boss would know before them."""
    if owed.to in places(company):
        return None
    if PersonId(owed.to) not in ears.reachable:
        return End(Ending.UNREACHABLE, Why.UNREACHABLE)
    wants_less = ears.habit(company, owed.to).wants is Wants.LEGAL_ONLY
    if wants_less and owed.rung.kind not in LEGAL | {RungKind.WARNING}:
        return End(Ending.UNWANTED, Why.WANTS_LESS)
    return None


# --- why it is planned no more ----------------------------------------------------------


def _gone(season: Duties, rung: Rung) -> End:
    duty = season.step(rung.subject)
    if duty is None:
        return _of_the_season(season, rung)
    if duty.is_over:
        return End(Ending.DONE, Why.REPORTED)
    if not duty.is_open:
        return End(Ending.DONE, Why.DONE)
    if rung.due not in _dates(season, duty):
        return End(Ending.SUPERSEDED, Why.MOVED)
    return _not_called_for(season, duty, rung)


def _of_the_season(season: Duties, rung: Rung) -> End:
    """No step of it: one that was dropped, or a line about the season as a whole."""
    if rung.kind is RungKind.MONTH and season.is_reported:
        return End(Ending.DONE, Why.REPORTED)
    if rung.kind is RungKind.MONTH and meant(season, rung):
        return End(Ending.SUPERSEDED, Why.TOLD_ELSE)
    return End(Ending.SUPERSEDED, Why.REASSIGNED if not rung.subject else Why.DROPPED)


def _dates(season: Duties, duty: StepDuty) -> frozenset[date]:
    own = {duty.step.internal.day} if duty.step.internal else set()
    return frozenset((*own, *duty.waited_for, *terms(duty, season.season)))


def _not_called_for(season: Duties, duty: StepDuty, rung: Rung) -> End:
    """The step is open and its date the same: others took it up, or the ladder is another one."""
    word = season.season.words.get(duty.key)
    if rung.kind in (RungKind.WARNING, RungKind.TO_BOSS):
        handled = word is not None and word.handles
        return End(Ending.DONE, Why.HANDLED if handled else Why.MOVING)
    if rung.kind is RungKind.TO_MANAGER:
        return End(Ending.DONE, Why.MOVING)
    return End(Ending.SUPERSEDED, Why.MOVED)
