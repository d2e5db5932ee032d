"""A season cut to the company: items and steps added, renamed, dropped, with a reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Literal, TypeVar

from workflow.answers import check_day
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import items_of, season_of
from workflow.errors import (
    AlreadyGiven,
    DayGone,
    NoSuchItem,
    NoSuchMilestone,
    NothingToUndo,
    ReasonNeeded,
    TooLong,
)
from workflow.events import Event, EventKind
from workflow.ids import ItemKey, MilestoneKey, SeasonId
from workflow.milestones import milestones_of
from workflow.model import AddedItem, AddedStep, Company, Outcome, Season, Tailoring
from workflow.pack import Item, Pack
from workflow.permissions import Action, require
from workflow.text import Text, tidied

LONGEST_TITLE = 60

OwnKind = Literal["material", "confirm"]
"""What a company can add: a paper, or something to be confirmed."""

Key = TypeVar("Key", bound=str)


def add_item(
    company: Company,
    season: SeasonId,
    pack: Pack,
    milestone: MilestoneKey,
    title: str,
    kind: OwnKind,
    *,
    by: Doer,
) -> Outcome:
    """Add a paper or a confirmation of the company's own to a step of its season."""
    case = _open_case(company, season, by)
    dropped = milestone in case.tailoring.dropped_steps
    if dropped or milestone not in milestones_of(case, pack):
        raise NoSuchMilestone
    key = ItemKey(f"own{len(case.tailoring.added) + 1}")
    added = AddedItem(key, milestone, _title(title), kind)
    tailoring = replace(case.tailoring, added=(*case.tailoring.added, added))
    done = Done(EventKind.ITEM_ADDED, season=case, subject=key, new=added.title)
    return _tailor(company, case, tailoring, by, done)


def rename_item(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, title: str, *, by: Doer
) -> Outcome:
    """Call an item by the company's own words; AlreadyGiven if it is called so."""
    case = _open_case(company, season, by)
    item = _require_item(case, pack, key)
    old = case.tailoring.renamed.get(key, "")
    renamed = {**case.tailoring.renamed, key: _new_title(title, item.title)}
    tailoring = replace(case.tailoring, renamed=renamed)
    done = Done(EventKind.ITEM_RENAMED, season=case, subject=key, old=old, new=renamed[key])
    return _tailor(company, case, tailoring, by, done)


def add_step(company: Company, season: SeasonId, title: str, day: date, *, by: Doer) -> Outcome:
    """Add a step of the company's own, to be done by `day` (on a day off: the one before).

    DayGone for a day that is past, OutOfRange for one beyond all companies.
    """
    case = _open_case(company, season, by)
    check_day(day)
    if day < by.today:
        raise DayGone
    key = MilestoneKey(f"X{len(case.tailoring.added_steps) + 1}")
    added = AddedStep(key, _title(title), day)
    tailoring = replace(case.tailoring, added_steps=(*case.tailoring.added_steps, added))
    done = Done(EventKind.STEP_ADDED, season=case, subject=key, new=added.title)
    return _tailor(company, case, tailoring, by, done)


def rename_step(
    company: Company, season: SeasonId, pack: Pack, key: MilestoneKey, title: str, *, by: Doer
) -> Outcome:
    """Call a step by the company's own words; AlreadyGiven if it is called so."""
    case = _open_case(company, season, by)
    steps = milestones_of(case, pack)
    if key not in steps:
        raise NoSuchMilestone
    old = case.tailoring.renamed_steps.get(key, "")
    renamed = {**case.tailoring.renamed_steps, key: _new_title(title, steps[key].title)}
    tailoring = replace(case.tailoring, renamed_steps=renamed)
    done = Done(EventKind.STEP_RENAMED, season=case, subject=key, old=old, new=renamed[key])
    return _tailor(company, case, tailoring, by, done)


def drop_item(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, why: str, *, by: Doer
) -> Outcome:
    """「系统里没有这项」: the season does without the item; what was handed in is kept."""
    case = _open_case(company, season, by)
    _require_item(case, pack, key)
    dropped = _dropped(case.tailoring.dropped_items, key, why)
    tailoring = replace(case.tailoring, dropped_items=dropped)
    done = Done(EventKind.ITEM_DROPPED, season=case, subject=key, why=dropped[key])
    return _tailor(company, case, tailoring, by, done)


def drop_step(
    company: Company, season: SeasonId, pack: Pack, key: MilestoneKey, why: str, *, by: Doer
) -> Outcome:
    """「这步我们不做」; the submission itself cannot be dropped: NoSuchMilestone."""
    case = _open_case(company, season, by)
    if key not in milestones_of(case, pack) or key == pack.submission:
        raise NoSuchMilestone
    dropped = _dropped(case.tailoring.dropped_steps, key, why)
    tailoring = replace(case.tailoring, dropped_steps=dropped)
    done = Done(EventKind.STEP_DROPPED, season=case, subject=key, why=dropped[key])
    return _tailor(company, case, tailoring, by, done)


def restore_item(company: Company, season: SeasonId, key: ItemKey, *, by: Doer) -> Outcome:
    """Take a dropped item up again."""
    case = _open_case(company, season, by)
    if key not in case.tailoring.dropped_items:
        raise NoSuchItem
    tailoring = replace(case.tailoring, dropped_items=_without(case.tailoring.dropped_items, key))
    done = Done(EventKind.ITEM_RESTORED, season=case, subject=key)
    return _tailor(company, case, tailoring, by, done)


def restore_step(company: Company, season: SeasonId, key: MilestoneKey, *, by: Doer) -> Outcome:
    """Take a dropped step up again."""
    case = _open_case(company, season, by)
    if key not in case.tailoring.dropped_steps:
        raise NoSuchMilestone
    tailoring = replace(case.tailoring, dropped_steps=_without(case.tailoring.dropped_steps, key))
    done = Done(EventKind.STEP_RESTORED, season=case, subject=key)
    return _tailor(company, case, tailoring, by, done)


def untailored(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """Take back what that event did; NothingToUndo if something was built on it."""
    match event.kind:
        case EventKind.ITEM_DROPPED if event.subject in case.tailoring.dropped_items:
            return restore_item(company, case.id, ItemKey(event.subject), by=by)
        case EventKind.STEP_DROPPED if event.subject in case.tailoring.dropped_steps:
            return restore_step(company, case.id, MilestoneKey(event.subject), by=by)
        case EventKind.ITEM_RENAMED if case.tailoring.renamed.get(event.subject) == event.new:
            return _name_back(company, case, event, by)
        case EventKind.STEP_RENAMED:
            return _step_name_back(company, case, event, by)
        case EventKind.ITEM_ADDED:
            return _without_added(company, case, event, by)
        case EventKind.STEP_ADDED:
            return _without_added_step(company, case, event, by)
        case _:
            raise NothingToUndo


def _name_back(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    renamed = dict(_without(case.tailoring.renamed, event.subject))
    if event.old:
        renamed[event.subject] = event.old
    done = Done(EventKind.WITHDRAWN, season=case, subject=event.subject, old=event.new)
    return _tailor(company, case, replace(case.tailoring, renamed=renamed), by, done)


def _without_added(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """An added item leaves by being dropped: its key is never used again."""
    key = ItemKey(event.subject)
    state = case.items.get(key)
    if (state and state.live) or key in case.tailoring.dropped_items:
        raise NothingToUndo
    dropped = {**case.tailoring.dropped_items, key: ""}
    done = Done(EventKind.WITHDRAWN, season=case, subject=key, old=event.new)
    return _tailor(company, case, replace(case.tailoring, dropped_items=dropped), by, done)


def _step_name_back(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    key = MilestoneKey(event.subject)
    if case.tailoring.renamed_steps.get(key) != event.new:
        raise NothingToUndo
    renamed = dict(_without(case.tailoring.renamed_steps, key))
    if event.old:
        renamed[key] = event.old
    done = Done(EventKind.WITHDRAWN, season=case, subject=key, old=event.new)
    return _tailor(company, case, replace(case.tailoring, renamed_steps=renamed), by, done)


def _without_added_step(company: Company, case: Season, event: Event, by: Doer) -> Outcome:
    """Like an added item; one that carries items already stays."""
    key = MilestoneKey(event.subject)
    left = (
        added for added in case.tailoring.added if added.key not in case.tailoring.dropped_items
    )
    carries = any(added.milestone == key for added in left)
    if carries or key in case.tailoring.dropped_steps:
        raise NothingToUndo
    dropped = {**case.tailoring.dropped_steps, key: ""}
    done = Done(EventKind.WITHDRAWN, season=case, subject=key, old=event.new)
    return _tailor(company, case, replace(case.tailoring, dropped_steps=dropped), by, done)


def _open_case(company: Company, season: SeasonId, by: Doer) -> Season:
    require(by.person, Action.TAILOR, company)
    case = season_of(company, season)
    require_active(company, case)
    return case


def _require_item(case: Season, pack: Pack, key: ItemKey) -> Item:
    for item in items_of(case, pack):
        if item.key == key:
            return item
    raise NoSuchItem


def _new_title(title: str, now: Text) -> str:
    """Another title than the one it has now, in whichever language that is read."""
    title = _title(title)
    if title in (now.zh, now.en):
        raise AlreadyGiven
    return title


def _title(title: str) -> str:
    title = tidied(title)
    if not title:
        raise ReasonNeeded
    if len(title) > LONGEST_TITLE:
        raise TooLong(longest=LONGEST_TITLE)
    return title


def _dropped(dropped: Mapping[Key, str], key: Key, why: str) -> Mapping[Key, str]:
    if key in dropped:
        raise AlreadyGiven
    if not why.strip():
        raise ReasonNeeded
    return {**dropped, key: why.strip()}


def _without(mapping: Mapping[Key, str], key: Key) -> Mapping[Key, str]:
    return {each: text for each, text in mapping.items() if each != key}


def _tailor(company: Company, case: Season, tailoring: Tailoring, by: Doer, done: Done) -> Outcome:
    return outcome(with_season(company, replace(case, tailoring=tailoring)), by, done)
