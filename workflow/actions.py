"""Handing in, and taking back one's own last step: state in, Outcome out."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from workflow.assigning import may_hand_in
from workflow.change import Doer, Done, outcome, require_active, with_state
from workflow.checklist import (
    Condition,
    Task,
    condition,
    find_task,
    items_of,
    season_of,
    state_of,
)
from workflow.errors import ItemChanged, NothingToUndo, TooLong
from workflow.events import Event, EventKind, NoticeKind
from workflow.fitting import require_fits
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Entry,
    FileRef,
    FilesGiven,
    Given,
    ItemState,
    Located,
    NotApplicable,
    Number,
    Rows,
    Value,
    WaitingUntil,
    Words,
)
from workflow.handling import reviewers
from workflow.ids import ItemKey, SeasonId
from workflow.model import Company, Outcome, Season
from workflow.moving import unmove
from workflow.notify import telling
from workflow.pack import Pack
from workflow.permissions import Action, require
from workflow.records import withdraw_filing
from workflow.tailoring import untailored
from workflow.team_errors import NotYours
from workflow.text import tidied
from workflow.workdays import Calendar

LONGEST_BEHALF = 40
LONGEST_REASON = 200


def hand_in(  # noqa: PLR0913 - who, for whom and why belong to one hand-in
    company: Company,
    season: SeasonId,
    pack: Pack,
    key: ItemKey,
    given: Given,
    *,
    by: Doer,
    seen: int | None = None,
    behalf: str = "",
    reason: str = "",
) -> Outcome:
    """Give a file, an answer, a confirmation, or say why not (yet): a new version of the item.

    `seen` is the version the person had before their eyes: ItemChanged if another came since.
    `behalf` names whom it comes from (代交), `reason` says why it takes the place of the version
    before. Files of the newest version's album join it, until somebody has judged that version.
    Who is to accept it is told when there was nothing to accept before. Raises also NotYours,
    TooLong, and what `fitting.require_fits` raises.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    task = find_task(company, case, pack, key)
    if not may_hand_in(by.person, company, case, task.item):
        raise NotYours
    require_fits(task, given, by.today)  # first: a second tap on a button has changed nothing
    if seen is not None and seen != task.state.version:
        raise ItemChanged
    entry = Entry(
        version=task.state.version + 1,
        by=by.person,
        at=by.at,
        given=given,
        behalf=_bounded(behalf, LONGEST_BEHALF),
        reason=_bounded(reason, LONGEST_REASON),
    )
    return _handed_in(company, case, task, entry, by)


def _bounded(words: str, longest: int) -> str:
    words = tidied(words)
    if len(words) > longest:
        raise TooLong(longest=longest)
    return words


def _handed_in(company: Company, case: Season, task: Task, entry: Entry, by: Doer) -> Outcome:
    given, item = entry.given, task.item
    state = _with_entry(task.state, entry)
    done = Done(
        EventKind.HANDED_IN,
        season=case,
        subject=item.key,
        version=state.version,
        old=plain(task.newest.given) if task.newest else "",
        new=plain(given),
        why=entry.reason,
        behalf=entry.behalf,
        digests=tuple(file.sha256 for file in _files(given)),
    )
    told = outcome(with_state(company, case, item, state), by, done)
    stands = condition(company, case, item, state)
    if stands is Condition.IN_REVIEW and task.condition is not Condition.IN_REVIEW:
        return telling(told, reviewers(company, case, item, state), NoticeKind.TO_REVIEW)
    return told


def _files(given: Given) -> tuple[FileRef, ...]:
    return given.files if isinstance(given, FilesGiven) else ()


def _with_entry(state: ItemState, entry: Entry) -> ItemState:
    """The state with the files joined to their album's version, or with the new version."""
    last = state.entries[-1] if state.entries else None
    joined = _joined(last, entry) if last else None
    if joined:
        return ItemState((*state.entries[:-1], joined))
    return ItemState((*state.entries, entry))


def _joined(last: Entry, entry: Entry) -> Entry | None:
    """The last version with the files of the new one, if they came as one album."""
    before, given = last.given, entry.given
    if not isinstance(before, FilesGiven) or not isinstance(given, FilesGiven):
        return None
    same_album = bool(given.album) and given.album == before.album and last.by == entry.by
    if not same_album or last.withdrawn or last.review:
        return None
    return replace(last, given=replace(before, files=(*before.files, *given.files)))


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
        case Located(place):
            return place
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
    """Take back one's own newest version of an item.

    NothingToUndo if it is not that, or if somebody has accepted it.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    item = next((item for item in items_of(case, pack) if item.key == key), None)
    if item is None:
        raise NothingToUndo
    state = state_of(company, case, item)
    live = state.live
    if not live or live[-1].version != version or live[-1].by != by.person:
        raise NothingToUndo
    if live[-1].review and live[-1].review.accepted:
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
    EventKind.DUE_MOVED: EventKind.DUE_RESTORED,
}
"""What can be taken back, and the event that says it was."""
_TAKES_BACK = frozenset(_TAKEN_BACK_BY.values())
_NO_STEP = frozenset({
    EventKind.DOWNLOADED, EventKind.NUDGED, EventKind.EXPLAINED, EventKind.REUSED,
})  # fmt: skip
"""What is written down and changes nothing that could be taken back."""


def undo(
    company: Company, pack_of: Callable[[Season], Pack], calendar: Calendar, *, by: Doer
) -> Outcome:
    """Take back one's own last step in this company, while nothing was built on it.

    Called again it takes back the one before. NothingToUndo when there is none.
    """
    for event in _own_steps(company, by):
        case = season_of(company, event.season) if event.season else None
        if case is None or event.kind not in _TAKEN_BACK_BY:
            raise NothingToUndo
        if event.kind is EventKind.DUE_MOVED:
            return unmove(company, case.id, pack_of(case), calendar, event, by=by)
        return _take_back(company, case, pack_of(case), event, by)
    raise NothingToUndo


def _own_steps(company: Company, by: Doer) -> Iterator[Event]:
    """The person's steps, newest first, those already taken back left out."""
    taken_back: Counter[_Step] = Counter()
    for event in reversed(company.recent):
        step = _step_of(event)
        if event.by != by.person or event.kind in _NO_STEP:
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
