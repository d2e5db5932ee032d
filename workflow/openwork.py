"""What is open in a company, and whose it is, whatever day it is: kept beside it to be looked up.

Nothing here depends on today, so that it changes only when the company, its packs or the calendar
do. The day is compared with the dates by whoever asks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from workflow.assigning import crew_of
from workflow.checklist import Condition, Task, checklist
from workflow.filing import reported
from workflow.given import WaitingUntil
from workflow.handling import reviewers
from workflow.ids import ItemKey, PackRef, PersonId, SeasonId
from workflow.judging import findings
from workflow.model import Company, Lifecycle, Season
from workflow.pack import Pack
from workflow.progress import is_missing
from workflow.schedule import Plan, Step, plan
from workflow.workdays import Calendar


@dataclass(frozen=True, slots=True)
class OpenItem:
    """An item that is still owed in a season."""

    season: SeasonId
    item: ItemKey
    condition: Condition
    persons: tuple[PersonId, ...]
    """In whose 我的事 it stands; of one in review those who are asked to accept it."""
    due: date | None
    """The date of its step that people work towards, or the day it is waited for."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a season stands: what 进度 over many companies counts and filters by."""

    season: SeasonId
    missing: int
    """How many items and findings filing still waits for; 0: it can be filed."""
    next_due: date | None
    """The earliest date of a step that is not done; before today the season is overdue."""
    is_reported: bool
    active_at: datetime | None
    """When something was last done in the company."""
    persons_needed: tuple[PersonId, ...]
    """Everybody whose some open item is."""


@dataclass(frozen=True, slots=True)
class SeasonWork:
    """What is open in one season, and how it stands."""

    items: tuple[OpenItem, ...]
    standing: Standing


def active_seasons(company: Company) -> tuple[Season, ...]:
    """The seasons that are worked on; none while the company itself rests."""
    if company.lifecycle is not Lifecycle.ACTIVE:
        return ()
    return tuple(each for each in company.seasons if each.lifecycle is Lifecycle.ACTIVE)


def open_work(
    company: Company, packs: Mapping[PackRef, Pack], calendar: Calendar
) -> tuple[OpenItem, ...]:
    """All that is owed in the company's active seasons; nothing while it is archived."""
    seasons = active_seasons(company)
    works = (season_work(company, each, packs[each.pack], calendar) for each in seasons)
    return tuple(item for work in works for item in work.items)


def standing(company: Company, season: Season, pack: Pack, calendar: Calendar) -> Standing:
    """The season as it stands, whatever day it is."""
    return season_work(company, season, pack, calendar).standing


def season_work(company: Company, season: Season, pack: Pack, calendar: Calendar) -> SeasonWork:
    """Both in one look: what is owed in the season, and how it stands."""
    dated = plan(season, pack, calendar)
    owed = tuple(task for task in checklist(company, season, pack) if task.is_owed)
    items = tuple(_open_items(company, season, dated, owed))
    needed = (person for item in items for person in item.persons)
    in_the_way = sum(each.is_in_the_way for each in findings(company, season, pack))
    how = Standing(
        season=season.id,
        missing=sum(is_missing(task, dated, pack) for task in owed) + in_the_way,
        next_due=_next_due(season, pack, dated, owed),
        is_reported=reported(season) is not None,
        active_at=company.recent[-1].at if company.recent else None,
        persons_needed=tuple(dict.fromkeys(needed)),
    )
    return SeasonWork(items, how)


def _open_items(
    company: Company, season: Season, dated: Plan, owed: tuple[Task, ...]
) -> Iterator[OpenItem]:
    dues = {step.milestone.key: step.due for step in dated.steps}
    crew = crew_of(company)
    for task in owed:
        is_reviewed = task.condition is Condition.IN_REVIEW
        yield OpenItem(
            season=season.id,
            item=task.item.key,
            condition=task.condition,
            persons=reviewers(company, season, task.item, task.state)
            if is_reviewed
            else crew.persons(season, task.item),
            due=_waited_for(task) or dues.get(task.item.milestone),
        )


def _waited_for(task: Task) -> date | None:
    given = task.newest.given if task.newest else None
    is_waiting = task.condition is Condition.WAITING
    return given.day if is_waiting and isinstance(given, WaitingUntil) else None


def _next_due(season: Season, pack: Pack, dated: Plan, owed: tuple[Task, ...]) -> date | None:
    owing = {task.item.milestone for task in owed}
    if reported(season):
        owing.discard(pack.submission)  # as in 进度: papers owed afterwards make it no later
    else:
        owing.add(pack.submission)
    dues = (_last(step, pack) for step in dated.steps if step.milestone.key in owing)
    return min((due for due in dues if due), default=None)


def _last(step: Step, pack: Pack) -> date | None:
    """Past its inner date the filing is not overdue yet, only past the statutory one."""
    is_filing = step.milestone.key == pack.submission
    return step.statutory if is_filing and step.statutory else step.due
