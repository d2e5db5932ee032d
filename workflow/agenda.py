"""What stands in a person's calendar: the dates of a company's steps, the two clocks apart.

Steps and counts only: what is asked, and what was answered, is for private chats.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from workflow.checklist import checklist
from workflow.filing import reported
from workflow.ids import MilestoneKey, PackRef, PersonId
from workflow.model import Company, Lifecycle, Season
from workflow.pack import Milestone, Pack
from workflow.permissions import Action, may
from workflow.schedule import Plan, Step, plan
from workflow.text import Text
from workflow.workdays import Calendar, CalendarStatus

MOST_IN_FULL = 30
"""Of more companies only the statutory dates are shown: a thousand entries nobody reads."""


class Clock(StrEnum):
    """Which of the two clocks a date belongs to: the statutory one never moves."""

    STATUTORY = "statutory"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One date of one step; a step with both dates has two."""

    uid: str
    """The same for the life of the step, wherever its date moves."""
    company: str
    licence: Text
    year: int
    """The reporting year."""
    step: Milestone
    clock: Clock
    day: date
    provisional: bool
    """The holidays that the day follows from are not official yet."""
    done: int
    total: int
    """Items of the step, done and all; internal matters are counted and not named."""
    is_done: bool
    revision: int
    """Rises with everything that can move the day or tick the step off."""
    changed: datetime
    """When the company last changed."""


def agenda(
    company: Company, packs: Mapping[PackRef, Pack], calendar: Calendar, person: PersonId
) -> tuple[AgendaEntry, ...]:
    """The dates of all active seasons of the company, soonest first; none for a stranger."""
    if company.lifecycle is not Lifecycle.ACTIVE or not _may_look(person, company):
        return ()
    entries = [
        entry
        for season in company.seasons
        if season.lifecycle is Lifecycle.ACTIVE
        for entry in _dates_of(company, season, packs[season.pack], calendar)
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.day, entry.uid)))


def shown(entries: Iterable[AgendaEntry], companies: int) -> Iterator[AgendaEntry]:
    """Those that stand in the calendar of somebody with so many companies."""
    return (e for e in entries if companies <= MOST_IN_FULL or e.clock is Clock.STATUTORY)


def _may_look(person: PersonId, company: Company) -> bool:
    is_member = any(each.person == person for each in company.members)
    return is_member and may(person, Action.LOOK, company)


def _dates_of(
    company: Company, season: Season, pack: Pack, calendar: Calendar
) -> Iterator[AgendaEntry]:
    dated = plan(season, pack, calendar)
    asked, done = _counted(company, season, pack)
    is_reported = reported(season) is not None
    for step in dated.steps:
        key = step.milestone.key
        is_filing = key == pack.submission
        if not is_filing and asked[key] == 0 and _repeats_the_filing(step, dated):
            continue
        for clock, day, provisional in _clocks(step):
            yield AgendaEntry(
                uid=f"{company.id}-{season.id}-{key}-{clock}@nianbao",
                company=company.name,
                licence=pack.title,
                year=season.year,
                step=step.milestone,
                clock=clock,
                day=day,
                provisional=provisional,
                done=done[key],
                total=asked[key],
                is_done=is_reported if is_filing else 0 < asked[key] == done[key],
                revision=_revision(company, calendar),
                changed=_changed(company, season),
            )


def _counted(
    company: Company, season: Season, pack: Pack
) -> tuple[Counter[MilestoneKey], Counter[MilestoneKey]]:
    """How many items each step has, and how many of them are done."""
    tasks = checklist(company, season, pack)
    return (
        Counter(task.item.milestone for task in tasks),
        Counter(task.item.milestone for task in tasks if not task.is_owed),
    )


def _clocks(step: Step) -> Iterator[tuple[Clock, date, bool]]:
    if step.statutory:
        yield Clock.STATUTORY, step.statutory, False
    if step.internal:
        yield Clock.INTERNAL, step.internal.day, step.internal.provisional


def _repeats_the_filing(step: Step, dated: Plan) -> bool:
    """The end of the window is the day of the filing itself: it stands in the calendar once."""
    is_watched = step.milestone.number is None and not step.milestone.after_filing
    return is_watched and step.internal is None and step.statutory == dated.statutory


def _revision(company: Company, calendar: Calendar) -> int:
    """Events move dates, and so does the notice that makes a year's holidays official."""
    years = calendar.years.values()
    return company.event_seq + sum(year.status is CalendarStatus.OFFICIAL for year in years)


def _changed(company: Company, season: Season) -> datetime:
    if company.recent:
        return company.recent[-1].at
    return datetime.combine(season.opened_on, time(), UTC)
