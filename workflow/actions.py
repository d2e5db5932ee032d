"""Handing in, and taking back one's own last step: state in, Outcome out."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from workflow.assigning import may_hand_in
from workflow.authority import matter_taken_back
from workflow.change import Doer, Done, outcome, require_active, with_state
from workflow.checklist import (
    Condition,
    Task,
    condition,
    find_task,
    known_items,
    season_of,
    state_of,
)
from workflow.earlier import take_back_earlier, year_of
from workflow.errors import ItemChanged, NothingToUndo
from workflow.events import Event, EventKind, NoticeKind
from workflow.filing_undone import FILING_STEPS, filing_step_taken_back
from workflow.fitting import require_fits
from workflow.forms import NO_FORMS, FormBook
from workflow.given import (
    Confirmed,
    Entry,
    FileRef,
    FilesGiven,
    Given,
    ItemState,
)
from workflow.handling import reviewers
from workflow.ids import ItemKey, SeasonId
from workflow.judging import retract
from workflow.kept_words import LONGEST_BEHALF, LONGEST_REASON, bounded, plain
from workflow.matter_links import link_taken_back
from workflow.matter_terms import term_taken_back
from workflow.model import Company, Outcome, Season
from workflow.moving import unmove
from workflow.notify import telling
from workflow.pack import ItemKind, Pack
from workflow.permissions import Action, require
from workflow.records import withdraw_filing
from workflow.rules import RuleKey
from workflow.scanned import scanned_along, scans_of
from workflow.signing import take_signature_back
from workflow.tailoring import untailored
from workflow.taken_back import NO_STEP, TAKEN_BACK_BY, TAKES_BACK
from workflow.team_errors import NotYours
from workflow.workdays import Calendar


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
    A scan of a signature on paper is one of all put on paper with it. Who is to accept it is told
    when there was nothing to accept before. Also NotYours, TooLong, what `require_fits` raises.
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
        behalf=bounded(behalf, LONGEST_BEHALF),
        reason=bounded(reason, LONGEST_REASON),
    )
    return _handed_along(_handed_in(company, case, task, entry, by), case, pack, task, entry, by)


def _handed_along(
    done: Outcome, case: Season, pack: Pack, task: Task, entry: Entry, by: Doer
) -> Outcome:
    """The same scan for the other signatures it is for."""
    for other in scanned_along(done.company, case, pack, task, entry.given, by):
        now, version = season_of(done.company, case.id), other.state.version + 1
        along = replace(entry, version=version)
        done = done.then(_handed_in(done.company, now, other, along, by))
    return done


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


# --- taking back ------------------------------------------------------------------------


def withdraw(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, version: int, *, by: Doer
) -> Outcome:
    """Take back one's own newest version of an item; a signature as `take_signature_back` does.

    A scan is taken back wherever it was handed in as one.
    NothingToUndo if it is not that, or if somebody has accepted it.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    item = next((item for item in known_items(case, pack) if item.key == key), None)
    if item is None:
        raise NothingToUndo
    state = state_of(company, case, item)
    live = state.live
    if not live or live[-1].version != version or live[-1].by != by.person:
        raise NothingToUndo
    if live[-1].review and live[-1].review.accepted:
        raise NothingToUndo
    if item.kind is ItemKind.SIGN and isinstance(live[-1].given, Confirmed):
        return take_signature_back(company, season, pack, key, version, by=by)
    task = Task(item, state, condition(company, case, item, state))
    done = _withdrawn(company, case, task, version, by)
    for other, other_version in scans_of(company, case, pack, task):
        now = season_of(done.company, season)
        done = done.then(_withdrawn(done.company, now, other, other_version, by))
    return done


def _withdrawn(company: Company, case: Season, task: Task, version: int, by: Doer) -> Outcome:
    entries = tuple(
        replace(entry, withdrawn=True) if entry.version == version else entry
        for entry in task.state.entries
    )
    old = plain(task.state.live[-1].given)
    done = Done(EventKind.WITHDRAWN, season=case, subject=task.item.key, version=version, old=old)
    return outcome(with_state(company, case, task.item, ItemState(entries)), by, done)


def undo(
    company: Company,
    pack_of: Callable[[Season], Pack],
    calendar: Calendar,
    book: FormBook = NO_FORMS,
    *,
    by: Doer,
) -> Outcome:
    """Take back one's own last step in this company, while nothing was built on it.

    Called again it takes back the one before. NothingToUndo when there is none.
    """
    for event in _own_steps(company, by):
        case = season_of(company, event.season) if event.season else None
        if case is None or event.kind not in TAKEN_BACK_BY:
            raise NothingToUndo
        if event.kind is EventKind.DUE_MOVED:
            return unmove(company, case.id, pack_of(case), calendar, event, by=by)
        if event.kind in FILING_STEPS:
            return filing_step_taken_back(company, case, pack_of(case), book, event, by=by)
        return _take_back(company, case, pack_of(case), event, by)
    raise NothingToUndo


def _own_steps(company: Company, by: Doer) -> Iterator[Event]:
    """The person's steps, newest first, those already taken back left out."""
    taken_back: Counter[_Step] = Counter()
    for event in reversed(company.recent):
        step = _step_of(event)
        if event.by != by.person or event.kind in NO_STEP:
            continue
        if event.kind in TAKES_BACK:
            taken_back[step] += 1
        elif not taken_back[step]:
            yield event
        elif not event.version and event.kind is not EventKind.TYPED_OVER:
            # a version is taken back once, with every part of its album; a name each time;
            # a line with all that was typed into it
            taken_back[step] -= 1


_Step = tuple[EventKind, SeasonId | None, str, int]


def _step_of(event: Event) -> _Step:
    """What a step and the event that takes it back have in common.

    A name that was typed as a signature is taken back as one that was signed in chat is.
    """
    kind = TAKEN_BACK_BY.get(event.kind, event.kind)
    kind = EventKind.WITHDRAWN if kind is EventKind.SIGN_WITHDRAWN else kind
    is_earlier = kind is EventKind.EARLIER_WITHDRAWN
    year = event.old.partition(" ")[0] if is_earlier else ""
    subject = f"{event.subject} {year}".rstrip()
    return kind, event.season, subject, event.version


def _take_back(company: Company, case: Season, pack: Pack, event: Event, by: Doer) -> Outcome:
    match event.kind:
        case EventKind.HANDED_IN:
            return withdraw(company, case.id, pack, ItemKey(event.subject), event.version, by=by)
        case EventKind.EARLIER_GIVEN:
            year, key = year_of(event), ItemKey(event.subject)
            return take_back_earlier(company, case.id, pack, year, key, event.version, by=by)
        case EventKind.SIGNED:
            return take_signature_back(company, case.id, pack, event.subject, event.version, by=by)
        case EventKind.FILING_RECORDED:
            return withdraw_filing(company, case.id, event.version, by=by)
        case EventKind.MATTER_RECORDED | EventKind.MATTER_TURNED:
            return matter_taken_back(company, case, event, by)
        case EventKind.MATTER_TERM_SET:
            return term_taken_back(company, case, event, by)
        case EventKind.MATTER_LINKED:
            return link_taken_back(company, case, event, by)
        case EventKind.FINDING_EXPLAINED | EventKind.FINDING_ACCEPTED:
            return retract(company, case.id, RuleKey(event.subject), by=by)
        case _:
            require(by.person, Action.TAILOR, company)
            return untailored(company, case, event, by)
