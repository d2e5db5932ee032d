"""Figures of the two years before: taken over where this bot did not carry that year's report."""

from collections.abc import Mapping
from dataclasses import replace

from workflow.assigning import may_hand_in
from workflow.change import Doer, Done, outcome, require_active, with_season, with_state
from workflow.checklist import EMPTY, Condition, Task, facts_of, find_task, season_of
from workflow.errors import ItemChanged, NothingToUndo
from workflow.events import Event, EventKind
from workflow.figure_errors import NoSuchYear, OwnReport
from workflow.fitting import require_fits
from workflow.given import AnswerGiven, Entry, ItemState
from workflow.ids import ItemKey, SeasonId
from workflow.kept_words import LONGEST_BEHALF, LONGEST_REASON, bounded, plain
from workflow.model import Company, Lifecycle, Outcome, Season
from workflow.pack import Item, Pack, Scope
from workflow.permissions import Action, require
from workflow.team_errors import NotYours

YEARS_BACK = 2


def years_of(season: Season) -> tuple[int, ...]:
    """前年, 去年, 今年: the years that stand side by side."""
    return tuple(range(season.year - YEARS_BACK, season.year + 1))


def earlier_task(company: Company, season: Season, pack: Pack, key: ItemKey, year: int) -> Task:
    """The item as it stands for an earlier year. NoSuchItem, NoSuchYear."""
    return earlier_of(company, season, find_task(company, season, pack, key).item, year)


def earlier_of(company: Company, season: Season, item: Item, year: int) -> Task:
    """The same of an item at hand. NoSuchYear."""
    if year not in years_of(season)[:-1]:
        first, last, _ = years_of(season)
        raise NoSuchYear(first=str(first), last=str(last))
    state = _state(company, season, item, year)
    return Task(item, state, Condition.DONE if state.live else Condition.OPEN)


def _state(company: Company, season: Season, item: Item, year: int) -> ItemState:
    """As `Figures` finds it: that year's own report first."""
    if item.scope is Scope.COMPANY:
        return facts_of(company, year).get(item.key, EMPTY)
    for own in _own_reports(company, season, year):
        if item.key in own.items:
            return own.items[item.key]
    return season.earlier.get(year, _NONE).get(item.key, EMPTY)


_NONE: Mapping[ItemKey, ItemState] = {}


def is_of_own_report(company: Company, season: Season, item: Item, year: int) -> bool:
    """Whether that year's figure belongs to a report that this bot keeps: it is answered there.

    What the company answers once for all its reports belongs to any report of that year; else to
    the same licence's, as soon as it says something of the item.
    """
    if item.scope is Scope.COMPANY:
        return any(
            each.year == year and each.lifecycle is not Lifecycle.REMOVED
            for each in company.seasons
        )
    return any(item.key in own.items for own in _own_reports(company, season, year))


def _own_reports(company: Company, season: Season, year: int) -> tuple[Season, ...]:
    """Of the same licence; a pack of another version is the same licence's."""
    name = season.pack.partition("@")[0]
    return tuple(
        each
        for each in company.seasons
        if each.year == year
        and each.lifecycle is not Lifecycle.REMOVED
        and each.pack.partition("@")[0] == name
        and each.licence_no == season.licence_no
    )


def take_over(  # noqa: PLR0913 - who, for whom and why belong to one hand-in
    company: Company,
    season: SeasonId,
    pack: Pack,
    year: int,
    key: ItemKey,
    given: AnswerGiven,
    *,
    by: Doer,
    seen: int | None = None,
    behalf: str = "",
    reason: str = "",
) -> Outcome:
    """Answer an item for an earlier year: a new version there; the one before stays.

    It fits as this year's answer would. OwnReport where that year's report is kept here; else as
    `actions.hand_in`, and what `earlier_task` raises.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    task = earlier_task(company, case, pack, key, year)
    if not may_hand_in(by.person, company, case, task.item):
        raise NotYours
    require_fits(task, given, by.today)
    if is_of_own_report(company, case, task.item, year):
        raise OwnReport(year=str(year))
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
    return _taken_over(company, case, task, year, entry, by)


def _taken_over(
    company: Company, case: Season, task: Task, year: int, entry: Entry, by: Doer
) -> Outcome:
    state = ItemState((*task.state.entries, entry))
    done = Done(
        EventKind.EARLIER_GIVEN,
        season=case,
        subject=task.item.key,
        version=entry.version,
        old=_year_and_former(year, task),
        new=plain(entry.given),
        why=entry.reason,
        behalf=entry.behalf,
    )
    return outcome(_with_earlier(company, case, task.item, year, state), by, done)


def _year_and_former(year: int, task: Task) -> str:
    """As an event keeps it: the year, then the figure that stood, if one did."""
    former = f" {plain(task.newest.given)}" if task.newest else ""
    return f"{year}{former}"


def year_of(event: Event) -> int:
    """Which earlier year such an event is about."""
    return int(event.old.partition(" ")[0])


def take_back_earlier(
    company: Company,
    season: SeasonId,
    pack: Pack,
    year: int,
    key: ItemKey,
    version: int,
    *,
    by: Doer,
) -> Outcome:
    """Take back one's own newest figure of an earlier year: the one before stands again.

    NothingToUndo if it is not that; else what `earlier_task` raises.
    """
    require(by.person, Action.HAND_IN_MINE, company)
    case = season_of(company, season)
    require_active(company, case)
    task = earlier_task(company, case, pack, key, year)
    live = task.state.live
    if not live or (live[-1].version, live[-1].by) != (version, by.person):
        raise NothingToUndo
    if is_of_own_report(company, case, task.item, year):
        raise OwnReport(year=str(year))
    state = ItemState(
        tuple(
            replace(each, withdrawn=True) if each.version == version else each
            for each in task.state.entries
        )
    )
    old = _year_and_former(year, task)
    done = Done(EventKind.EARLIER_WITHDRAWN, case, key, version=version, old=old)
    return outcome(_with_earlier(company, case, task.item, year, state), by, done)


def _with_earlier(
    company: Company, case: Season, item: Item, year: int, state: ItemState
) -> Company:
    if item.scope is Scope.COMPANY:
        return with_state(company, replace(case, year=year), item, state)
    of_year = {**case.earlier.get(year, _NONE), item.key: state}
    return with_season(company, replace(case, earlier={**case.earlier, year: of_year}))
