"""Handing in, and taking back one's own last step: state in, Outcome out."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from workflow.answers import check
from workflow.change import Doer, Done, outcome, require_active, with_state
from workflow.checklist import Task, find_task, items_of, season_of, state_of
from workflow.errors import (
    AlreadyGiven,
    DayGone,
    ItemChanged,
    NothingToUndo,
    ReasonNeeded,
    WrongKind,
)
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Entry,
    FilesGiven,
    Given,
    ItemState,
    NotApplicable,
    Number,
    Rows,
    Value,
    WaitingUntil,
    Words,
)
from workflow.ids import ItemKey, SeasonId
from workflow.model import Company, Event, EventKind, Outcome, Season
from workflow.pack import FormSpec, Item, ItemKind, Pack
from workflow.permissions import Action, require
from workflow.records import withdraw_filing
from workflow.tailoring import untailored


def hand_in(
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: ItemKey,
    given: Given,
    *,
    by: Doer,
    seen: int | None = None,
) -> Outcome:
    """Give a file, an answer, a confirmation, or say why not (yet): a new version of the item.

    `seen` is the version the person had before their eyes: ItemChanged if another came since.
    Files of the newest version's album join it. Raises also WrongKind, AlreadyGiven, and what
    `answers.check` raises.
    """
    require(by.person, Action.HAND_IN, company)
    case = season_of(company, season)
    require_active(company, case)
    task = find_task(company, case, pack, key)
    _require_fits(task, given, by)  # first: a second tap on the same button has changed nothing
    if seen is not None and seen != task.state.version:
        raise ItemChanged
    state, version = _with_entry(task.state, given, by)
    done = Done(
        EventKind.HANDED_IN,
        season=case,
        subject=key,
        version=version,
        old=_newest_text(task.state),
        new=plain(given),
    )
    return outcome(with_state(company, case, task.item, state), by, done)


def _require_fits(task: Task, given: Given, by: Doer) -> None:
    live = task.state.live
    if live and _is_same(live[-1].given, given):
        raise AlreadyGiven
    match given:
        case FilesGiven():
            _require(_takes_files(task.item))
        case AnswerGiven(value):
            if task.item.spec is None:
                raise WrongKind
            check(value, task.item.spec)
        case Confirmed():
            _require(task.item.kind in (ItemKind.CONFIRM, ItemKind.SIGN))
        case WaitingUntil(day):
            if day < by.today:
                raise DayGone
        case NotApplicable(reason):
            if not reason.strip():
                raise ReasonNeeded
        case _:
            assert_never(given)


def _takes_files(item: Item) -> bool:
    """Papers and forms; a scan for a signature; a proof beside a confirmation."""
    return item.kind is not ItemKind.ANSWER or isinstance(item.spec, FormSpec)


def _require(fits: bool) -> None:  # noqa: FBT001 - reads as a sentence where it is called
    if not fits:
        raise WrongKind


def _is_same(old: Given, new: Given) -> bool:
    if isinstance(old, FilesGiven) and isinstance(new, FilesGiven):
        known = {file.sha256 for file in old.files}
        return known.issuperset(file.sha256 for file in new.files)
    return old == new


def _with_entry(state: ItemState, given: Given, by: Doer) -> tuple[ItemState, int]:
    """The state with the files joined to their album's version, or with a new version."""
    last = state.entries[-1] if state.entries else None
    if last and isinstance(given, FilesGiven) and _is_album_of(last, given, by):
        assert isinstance(last.given, FilesGiven)  # noqa: S101 - _is_album_of looked
        joined = replace(last.given, files=(*last.given.files, *given.files))
        entries = (*state.entries[:-1], replace(last, given=joined))
        return ItemState(entries), last.version
    version = state.version + 1
    entry = Entry(version, by.person, by.at, given)
    return ItemState((*state.entries, entry)), version


def _is_album_of(entry: Entry, given: FilesGiven, by: Doer) -> bool:
    same_hand = entry.by == by.person and not entry.withdrawn
    before = entry.given
    return (
        bool(given.album)
        and same_hand
        and isinstance(before, FilesGiven)
        and before.album == given.album
    )


def _newest_text(state: ItemState) -> str:
    return plain(state.live[-1].given) if state.live else ""


def plain(given: Given) -> str:
    """What was handed in, as the trail keeps it: short, exact, in no language."""
    match given:
        case FilesGiven(files):
            return ", ".join(file.name for file in files)
        case AnswerGiven(value):
            return _plain_value(value)
        case Confirmed(name):
            return name
        case WaitingUntil(day):
            return day.isoformat()
        case NotApplicable(reason):
            return reason
        case _:
            assert_never(given)


def _plain_value(value: Value) -> str:
    match value:
        case Number(number):
            return f"{number:f}"
        case Day(day):
            return day.isoformat()
        case Words(text):
            return text
        case Choices(keys):
            return ", ".join(keys)
        case Rows(rows):
            return "; ".join(
                " | ".join("" if cell is None else _plain_value(cell) for cell in row)
                for row in rows
            )
        case _:
            assert_never(value)


# --- taking back ------------------------------------------------------------------------


def withdraw(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, version: int, *, by: Doer
) -> Outcome:
    """Take back one's own newest version of an item; NothingToUndo if it is not that."""
    require(by.person, Action.HAND_IN, company)
    case = season_of(company, season)
    require_active(company, case)
    item = next((item for item in items_of(case, pack) if item.key == key), None)
    if item is None:
        raise NothingToUndo
    state = state_of(company, case, item)
    live = state.live
    if not live or live[-1].version != version or live[-1].by != by.person:
        raise NothingToUndo
    entries = tuple(
        replace(entry, withdrawn=True) if entry.version == version else entry
        for entry in state.entries
    )
    old = plain(live[-1].given)
    done = Done(EventKind.WITHDRAWN, season=case, subject=key, version=version, old=old)
    return outcome(with_state(company, case, item, ItemState(entries)), by, done)


_TAKEN_BACK_BY = {
    EventKind.HANDED_IN: EventKind.WITHDRAWN,
    EventKind.FILING_RECORDED: EventKind.FILING_WITHDRAWN,
    EventKind.ITEM_ADDED: EventKind.WITHDRAWN,
    EventKind.ITEM_RENAMED: EventKind.WITHDRAWN,
    EventKind.ITEM_DROPPED: EventKind.ITEM_RESTORED,
    EventKind.STEP_ADDED: EventKind.WITHDRAWN,
    EventKind.STEP_RENAMED: EventKind.WITHDRAWN,
    EventKind.STEP_DROPPED: EventKind.STEP_RESTORED,
}
"""What can be taken back, and the event that says it was."""
_TAKES_BACK = frozenset(_TAKEN_BACK_BY.values())


def undo(company: Company, pack_of: Callable[[Season], Pack], *, by: Doer) -> Outcome:
    """Take back one's own last step in this company, while nothing was built on it.

    Called again it takes back the one before. NothingToUndo when there is none.
    """
    for event in _own_steps(company, by):
        case = season_of(company, event.season) if event.season else None
        if case is None or event.kind not in _TAKEN_BACK_BY:
            raise NothingToUndo
        return _take_back(company, case, pack_of(case), event, by)
    raise NothingToUndo


def _own_steps(company: Company, by: Doer) -> Iterator[Event]:
    """The person's steps, newest first, those already taken back left out."""
    taken_back: Counter[_Step] = Counter()
    for event in reversed(company.recent):
        step = _step_of(event)
        if event.by != by.person:
            continue
        if event.kind in _TAKES_BACK:
            taken_back[step] += 1
        elif not taken_back[step]:
            yield event
        elif not event.version:
            # a version is taken back once, with every part of its album; a name each time
            taken_back[step] -= 1


_Step = tuple[EventKind, SeasonId | None, str, int]


def _step_of(event: Event) -> _Step:
    """What a step and the event that takes it back have in common."""
    kind = _TAKEN_BACK_BY.get(event.kind, event.kind)
    return kind, event.season, event.subject, event.version


def _take_back(company: Company, case: Season, pack: Pack, event: Event, by: Doer) -> Outcome:
    match event.kind:
        case EventKind.HANDED_IN:
            return withdraw(company, case.id, pack, ItemKey(event.subject), event.version, by=by)
        case EventKind.FILING_RECORDED:
            return withdraw_filing(company, case.id, event.version, by=by)
        case _:
            require(by.person, Action.TAILOR, company)
            return untailored(company, case, event, by)
