"""Why a rung was not told: the ledger's reason, held against how things stood when it ended."""

from collections.abc import Callable, Mapping, Sequence

from storage.memory_ledger import Kept
from tests.seasons.oracle import Chapter
from tests.seasons.reckoned import Standing
from tests.seasons.risks import CAP
from tests.seasons.tiny import TINY
from tests.seasons.town import Town
from workflow.asking_again import Why
from workflow.habits import Wants
from workflow.ids import MilestoneKey, PersonId
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import Ending, Owed, RungKind

TOLD = (Ending.SENT, Ending.FOLDED)
NEVER_TOO_MUCH = {RungKind.STATUTORY, RungKind.LAST_NOTE, RungKind.TO_BOSS, RungKind.WARNING}
"""What is heard also by who wants the law alone."""


def each_ended_for_its_reason(town: Town, story: Sequence[Chapter]) -> None:
    """Whatever was not told, by itself or with another, was rightly not told."""
    for kept in town.store.ledger.kept.values():
        if kept.end is None or kept.end.ending in TOLD:
            continue
        assert kept.settled_at is not None
        chapter = [each for each in story if each.stands.here.since <= kept.settled_at][-1]
        is_right = _is_right(town, chapter, kept, kept.end.why)
        assert is_right, f"{kept.owed.key} ended {kept.end} at {kept.settled_at}"


def _is_right(town: Town, chapter: Chapter, kept: Kept, why: str) -> bool:
    one, stands = kept.owed, chapter.stands
    if why in _OF_THINGS:
        return _OF_THINGS[Why(why)](stands, one) and not _is_called_for(chapter, one)
    match why:
        case Why.WANTS_LESS:
            wants = stands.habit(one.to).wants
            return wants is Wants.LEGAL_ONLY and one.rung.kind not in NEVER_TOO_MUCH
        case Why.UNREACHABLE | "blocked":
            return PersonId(one.to) in stands.here.blocked
        case Why.OFTEN_ENOUGH:
            return one.rung.kind is RungKind.TO_BOSS and _times_told(town) >= CAP
        case Why.PASSED:
            ended_on = stands.day_of(kept.settled_at) if kept.settled_at else one.rung.due
            return one.rung.kind is RungKind.COUNT_DAY and one.rung.due < ended_on
        case _:
            doubts = town.wire.doubts[one.key] + town.crashes.deaths
            return why == UNKNOWN_TWICE and doubts > 1


# --- what is not called for any more -----------------------------------------------------


def _is_called_for(chapter: Chapter, one: Owed) -> bool:
    """Whether it is surely still for them, or for the one in whose place they hear it."""
    thing = one.key.rsplit(":", 2)[0] + ":0"
    whose = {one.to, one.instead_of}
    same = (rung for rung in chapter.rungs if rung.thing == thing and rung.is_sure)
    return any(not whose.isdisjoint(rung.people) for rung in same)


def _is_reported(stands: Standing, one: Owed) -> bool:
    key = one.rung.subject
    return stands.is_reported and not (key and TINY.milestone(MilestoneKey(key)).after_filing)


def _is_done(stands: Standing, one: Owed) -> bool:
    return all(
        step.milestone.key != one.rung.subject for step in stands.steps if stands.is_open(step)
    )


def _is_moved(stands: Standing, one: Owed) -> bool:
    mine = [step for step in stands.steps if step.milestone.key == one.rung.subject]
    inner = {step.internal.day for step in mine if step.internal}
    return one.rung.due not in inner | {step.statutory for step in mine}


def _is_handled(stands: Standing, one: Owed) -> bool:
    word = stands.season.words.get(MilestoneKey(one.rung.subject))
    return word is not None and word.handles


def _is_carried_on(_: Standing, one: Owed) -> bool:
    return one.rung.kind in (RungKind.WARNING, RungKind.TO_BOSS, RungKind.TO_MANAGER)


def _is_month(_: Standing, one: Owed) -> bool:
    return one.rung.kind is RungKind.MONTH


_OF_THINGS: Mapping[str, Callable[[Standing, Owed], bool]] = {
    Why.REPORTED: _is_reported,
    Why.DONE: _is_done,
    Why.MOVED: _is_moved,
    Why.HANDLED: _is_handled,
    Why.MOVING: _is_carried_on,
    Why.REASSIGNED: lambda _, one: one.rung.kind is not RungKind.MONTH,
    Why.TOLD_ELSE: _is_month,
}


def _times_told(town: Town) -> int:
    """How many matters have been taken to the boss."""
    ends = ((kept.owed.rung, kept.end) for kept in town.store.ledger.kept.values())
    told = (RungKind.TO_BOSS, TOLD)
    return len(
        {rung for rung, end in ends if end and rung.kind is told[0] and end.ending in told[1]}
    )
