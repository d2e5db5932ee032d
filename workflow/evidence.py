"""Manners of evidence: who had it sent, where the same stands, why it was replaced, used again."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from workflow.actions import hand_in
from workflow.change import Doer, Done, outcome, require_active, with_state
from workflow.checklist import asked_items, find_task, season_of, state_of
from workflow.errors import AlreadyGiven, NoSuchItem, ReasonNeeded, TooLong
from workflow.events import Event, EventKind
from workflow.evidence_errors import FileErased, NothingToExplain, NotLookedAt
from workflow.given import Entry, FileRef, FilesGiven, ItemState, Located
from workflow.ids import ItemKey, PackRef, SeasonId
from workflow.kept_words import LONGEST_REASON
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.pack import Item, Pack, Scope
from workflow.permissions import Action, require
from workflow.record import ERASED_NAME
from workflow.text import tidied

NOTED_EVERY = timedelta(hours=1)
"""Ten taps on a button are one download."""

# --- who had it sent --------------------------------------------------------------------


def file_of(state: ItemState, version: int, index: int) -> FileRef:
    """One file of one version, withdrawn or not; NoSuchItem, FileErased."""
    entry = next((each for each in state.entries if each.version == version), None)
    given = entry.given if entry else None
    if not isinstance(given, FilesGiven) or not 0 <= index < len(given.files):
        raise NoSuchItem
    file = given.files[index]
    if file.name == ERASED_NAME:
        raise FileErased
    return file


def sent_out(
    company: Company,
    season: Season,
    key: ItemKey,
    version: int,
    files: Collection[FileRef],
    by: Doer,
) -> Outcome:
    """Note that these files of a version were sent to somebody; also of what is archived.

    What they had sent in the hour before is not noted again: no event then. Whether they may see
    the item is for the caller to know.
    """
    require(by.person, Action.LOOK, company)
    done = [
        Done(EventKind.DOWNLOADED, season=season, subject=key, version=version, new=file.name)
        for file in files
    ]
    noted = [_what(event) for event in _sent_lately(company, by)]
    fresh = [each for each in done if (season.id, key, version, each.new) not in noted]
    return outcome(company, by, *fresh)


def _sent_lately(company: Company, by: Doer) -> Iterator[Event]:
    for event in company.recent:
        is_theirs = event.kind is EventKind.DOWNLOADED and event.by == by.person
        if is_theirs and abs(by.at - event.at) < NOTED_EVERY:
            yield event


def _what(event: Event) -> tuple[SeasonId | None, str, int, str]:
    return event.season, event.subject, event.version, event.new


# --- the same content -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Twin:
    """Where the same content stands too."""

    season: Season
    item: Item


def doubles(
    company: Company,
    season: Season,
    packs: Mapping[PackRef, Pack],
    item: Item,
    files: Collection[FileRef],
) -> tuple[Twin, ...]:
    """The company's other places where one of these files stands too, this season's first.

    In every season that was not removed, of any licence and year; withdrawn versions aside, and
    what was used again for the same item: the very same file, not the same content once more.
    Never beyond the company: what others hand in is nobody's business.
    """
    known, found = {_place(season, item)}, []
    others = (each for each in reversed(company.seasons) if each.id != season.id)
    for each in (season, *others):
        for twin in _twins(company, each, packs, item.key, files):
            if (place := _place(each, twin.item)) not in known:
                known.add(place)
                found.append(twin)
    return tuple(found)


def _place(season: Season, item: Item) -> tuple[str, int, ItemKey]:
    """An item that seasons of a year share stands in one place."""
    return ("" if item.scope is Scope.COMPANY else season.id, season.year, item.key)


def _twins(
    company: Company,
    season: Season,
    packs: Mapping[PackRef, Pack],
    key: ItemKey,
    files: Collection[FileRef],
) -> Iterator[Twin]:
    if season.lifecycle is Lifecycle.REMOVED:
        return
    digests = {file.sha256 for file in files}
    again = {file.id for file in files}
    for item in asked_items(season, packs[season.pack]):
        used_again = again if item.key == key else ()
        stored = _live_files(state_of(company, season, item))
        if any(file.sha256 in digests and file.id not in used_again for file in stored):
            yield Twin(season, item)


def _live_files(state: ItemState) -> Iterator[FileRef]:
    for entry in state.live:
        if isinstance(entry.given, FilesGiven):
            yield from entry.given.files


# --- why it was replaced ----------------------------------------------------------------


def may_explain(state: ItemState, by: Doer) -> bool:
    """Whether the newest version replaced another and is theirs to say why."""
    live = state.live
    return len(live) > 1 and live[-1].by == by.person and _is_paper(live[-1])


def _is_paper(entry: Entry) -> bool:
    return isinstance(entry.given, FilesGiven | Located)


def explain(
    company: Company, season: SeasonId, pack: Pack, key: ItemKey, reason: str, *, by: Doer
) -> Outcome:
    """Say why one's own newest version took the place of the one before; said again it counts.

    NothingToExplain where nothing was replaced, ReasonNeeded, TooLong, AlreadyGiven.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    task = find_task(company, case, pack, key)
    reason = tidied(reason)
    if not reason:
        raise ReasonNeeded
    if len(reason) > LONGEST_REASON:
        raise TooLong(longest=LONGEST_REASON)
    if not may_explain(task.state, by):
        raise NothingToExplain
    newest = task.state.live[-1]
    if newest.reason == reason:
        raise AlreadyGiven
    told = replace(newest, reason=reason)
    entries = (told if each.version == newest.version else each for each in task.state.entries)
    changed = with_state(company, case, task.item, ItemState(tuple(entries)))
    version, old = newest.version, newest.reason
    done = Done(EventKind.EXPLAINED, case, key, version, old=old, why=reason)
    return outcome(changed, by, done)


# --- used again -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Former:
    """What was handed in for the same item for the year before."""

    season: Season
    entry: Entry

    @property
    def files(self) -> tuple[FileRef, ...]:
        """The papers themselves, without those that were erased."""
        given = self.entry.given
        files = given.files if isinstance(given, FilesGiven) else ()
        return tuple(file for file in files if file.name != ERASED_NAME)


def last_years(company: Company, season: Season, item: Item) -> Former | None:
    """The papers that stood for the item at the end of the year before; None if there are none.

    Of the same licence, or of the company where the item is shared by its seasons.
    """
    for before in reversed(company.seasons):
        if _is_year_before(before, season, item):
            state = state_of(company, before, item)
            former = Former(before, state.live[-1]) if state.live else None
            if former is not None and former.files:
                return former
    return None


def _is_year_before(one: Season, season: Season, item: Item) -> bool:
    if one.lifecycle is Lifecycle.REMOVED or one.year != season.year - 1:
        return False
    if item.scope is Scope.COMPANY:
        return True
    return _licence(one.pack) == _licence(season.pack) and one.licence_no == season.licence_no


def _licence(pack: PackRef) -> str:
    return pack.partition("@")[0]


def reuse(company: Company, season: SeasonId, pack: Pack, key: ItemKey, *, by: Doer) -> Outcome:
    """Hand in what stood for the item the year before, once it was looked at again.

    NotLookedAt unless they had just that version sent to them lately; NoSuchItem if there is none;
    and what `hand_in` raises.
    """
    case = season_of(company, season)
    item = find_task(company, case, pack, key).item
    former = last_years(company, case, item)
    if former is None:
        raise NoSuchItem
    if not _has_looked(company, former, key, by):
        raise NotLookedAt
    handed = hand_in(company, season, pack, key, FilesGiven(former.files), by=by)
    version = handed.events[0].version
    said = Done(EventKind.REUSED, case, key, version, old=f"{former.season.year}")
    return handed.then(outcome(handed.company, by, said))


def _has_looked(company: Company, former: Former, key: ItemKey, by: Doer) -> bool:
    """By the newest events: if it is too long ago, it is looked at once more."""
    seen = (by.person, former.season.id, key, former.entry.version)
    return any(
        (event.by, event.season, event.subject, event.version) == seen
        for event in company.recent
        if event.kind is EventKind.DOWNLOADED
    )
