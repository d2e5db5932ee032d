"""One whole simulated season, and everything that must be true of it."""

import asyncio
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from tests.seasons.deeds import DEEDS, SLEEP, Deed
from tests.seasons.ends import each_ended_for_its_reason
from tests.seasons.oracle import Expected, chapters
from tests.seasons.tiny import AFTERWARDS, END, FIRST, TINY
from tests.seasons.town import Moment, Protocol, Town
from tests.seasons.wire import Arrived, Luck
from workflow.checklist import checklist, season_of
from workflow.filing import reported
from workflow.habits import USUAL
from workflow.ids import PersonId
from workflow.reminders import Ending, Owed, RungKey, RungKind

LAST_DAYS = timedelta(hours=48)
NIGHT_ENDS = 7
OF_THE_DATES = frozenset({RungKind.INTERNAL, RungKind.STATUTORY, RungKind.LAST_NOTE})
GROUP, ROBOT, LATER = "group", "robot", "later"
"""Beside the kinds: how what was reckoned is counted."""
MIDNIGHT = time()
MOST_COPIES = 2


def lived(
    deeds: Iterable[Deed],
    luck: Sequence[Luck],
    before: Collection[int],
    after: Collection[int],
    protocol: Protocol = Protocol(),  # noqa: B008 - nothing in it changes
) -> Town:
    """A town from December to May, and a few quiet days more."""
    town = Town(luck, before, after, protocol)
    with asyncio.Runner() as runner:
        town.work_at(town.now, runner)
        for deed in sorted(deeds, key=lambda each: (each.minute, each.what)):
            if deed.at >= town.now:
                _happens(town, deed, runner)
        town.go_to(END, runner)
        town.go_to(AFTERWARDS, runner)
    return town


def _happens(town: Town, deed: Deed, runner: asyncio.Runner) -> None:
    town.go_to(deed.at, runner)
    if deed.what == SLEEP:
        town.sleep_until(min(deed.at + timedelta(hours=deed.span // 2), END))
    else:
        DEEDS[deed.what](town, deed)
    town.work_at(town.now, runner)


def judge(town: Town) -> Counter[str]:
    """Raises AssertionError for anything that was promised and not kept.

    Gives how many rungs of each kind it looked for; of places, and put off, by names of their own.
    """
    story = chapters(town.history, town.zone)
    every = [each for chapter in story for each in chapter.expected()]
    sure = {each.key: each for each in every if each.is_sure}
    _none_is_lost(town, sure)
    _each_ended_once(town)
    each_ended_for_its_reason(town, story)
    _nothing_is_told_twice_unmarked(town)
    _nobody_is_disturbed(town)
    _nothing_is_told_after_it_was_done(town)
    _nobody_gets_what_is_not_theirs(town, {each.key for each in every})
    _the_boss_is_never_first(town)
    later = len({one.key for one in town.put_off})
    return Counter({LATER: later}) + Counter(map(sort_of, sure.values()))


def sort_of(one: Expected | Owed) -> str:
    """What kind of rung, and whether it is for a place."""
    kind = one.kind if isinstance(one, Expected) else one.rung.kind
    if one.to.startswith("-"):
        return f"{kind}, {GROUP}"
    return f"{kind}, {ROBOT}" if "#" in one.to else kind


def _none_is_lost(town: Town, sure: Iterable[str]) -> None:
    wanted = (*sure, *(one.key for one in town.put_off))
    lost = [key for key in wanted if key not in town.store.ledger.kept]
    assert not lost, f"lost: {lost[:3]}"


def _each_ended_once(town: Town) -> None:
    told = {arrived.ref: arrived for arrived in town.wire.arrived}
    for kept in town.store.ledger.kept.values():
        assert kept.end is not None, f"never ended: {kept.owed.key} at {kept.next_at}"
        match kept.end.ending:
            case Ending.SENT:
                assert kept.end.send in told, f"sent, and never arrived: {kept.owed.key}"
                assert kept.owed.key in _in_all(town, str(kept.end.send))
            case Ending.FOLDED:
                assert kept.end.send in told, f"folded into nothing: {kept.owed.key}"
                subjects = {key.split(":")[3] for key in _in_all(town, str(kept.end.send))}
                assert kept.owed.rung.subject in subjects, f"folded away: {kept.owed.key}"
            case _:
                assert kept.end.why, f"ended for no reason: {kept.owed.key}"


def _in_all(town: Town, ref: str) -> set[RungKey]:
    return {key for each in town.wire.arrived if each.ref == ref for key in each.covers}


def _nothing_is_told_twice_unmarked(town: Town) -> None:
    """What is new may come along with a repeat, so that both copies of it are marked."""
    plain, copies = Counter[RungKey](), Counter[RungKey]()
    for arrived in town.wire.arrived:
        for key in (*arrived.covers, *arrived.folds):
            copies[key] += 1
            plain[key] += not arrived.is_repeat
    twice = [key for key, count in plain.items() if count > 1]
    assert not twice, f"twice, unmarked: {twice[:3]}"
    often = [key for key, count in copies.items() if count > MOST_COPIES]
    assert not often, f"repeated more than once: {often[:3]}"


def _nobody_is_disturbed(town: Town) -> None:
    for arrived in town.wire.arrived:
        local = arrived.at.astimezone(town.zone)
        habit = _at(town, arrived.at).habits.get(PersonId(arrived.to), USUAL)
        if _is_of_the_last_days(town, arrived):
            assert local.hour >= NIGHT_ENDS, f"in the night: {arrived}"
        else:
            assert habit.quiet_to <= local.time() < habit.quiet_from, f"quiet hours: {arrived}"


def _is_of_the_last_days(town: Town, arrived: Arrived) -> bool:
    rungs = (town.store.ledger.kept[key].owed.rung for key in arrived.covers)
    law = (RungKind.STATUTORY, RungKind.LAST_NOTE)
    overs = (
        datetime.combine(each.due, MIDNIGHT, town.zone) + timedelta(days=1)
        for each in rungs
        if each.kind in law
    )
    return any(over - LAST_DAYS <= arrived.at < over for over in overs)


def _nothing_is_told_after_it_was_done(town: Town) -> None:
    for arrived in town.wire.arrived:
        here = _at(town, arrived.at)
        for key in arrived.covers:
            rung = town.store.ledger.kept[key].owed.rung
            if rung.kind in OF_THE_DATES:
                assert rung.subject in _open(here), f"done already: {key} told at {arrived.at}"


def _open(here: Moment) -> set[str]:
    season = season_of(here.company, FIRST)
    steps = {task.item.milestone for task in checklist(here.company, season, TINY) if task.is_owed}
    if reported(season) is None:
        return {*steps, TINY.submission}
    return {key for key in steps if TINY.milestone(key).after_filing}


def _nobody_gets_what_is_not_theirs(town: Town, theirs: Container[str]) -> None:
    """Neither the past nor what is another's; what was passed on or put off had been somebody's."""
    for key, kept in town.store.ledger.kept.items():
        one = kept.owed
        if one.instead_of is None and not one.rung.later:
            assert key in theirs, f"owed to whom it was not: {key} at {one.at}"


def _the_boss_is_never_first(town: Town) -> None:
    """Where a manager heard the warning at all, they did on an earlier day than the boss."""
    told = [(each.at, town.store.ledger.kept[key].owed) for each, key in _said(town)]
    for at, owed in told:
        if owed.rung.kind is not RungKind.TO_BOSS:
            continue
        like = replace(owed.rung, kind=RungKind.WARNING)
        warned = [when for when, one in told if replace(one.rung, day=like.day) == like]
        days = [when.astimezone(town.zone).date() for when in warned]
        assert not days or min(days) < at.astimezone(town.zone).date(), (
            f"not warned: {owed.key} {at}"
        )


def _said(town: Town) -> Iterator[tuple[Arrived, RungKey]]:
    return ((each, key) for each in town.wire.arrived for key in each.covers)


def _at(town: Town, moment: datetime) -> Moment:
    """How things stood when a message left at that moment."""
    return [each for each in town.history if each.since <= moment][-1]
