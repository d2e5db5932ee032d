"""Inner dates that a company moves; the statutory one never does, and nothing goes beyond it."""

from dataclasses import replace
from datetime import date

from workflow.answers import check_day
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, DayGone, NoSuchMilestone, NothingToUndo, TooLong
from workflow.events import EventKind
from workflow.ids import MilestoneKey, SeasonId
from workflow.model import Company, MovedDue, Outcome, Season
from workflow.pack import Milestone, Pack
from workflow.permissions import Action, require
from workflow.reminder_errors import NoInnerDate, PastStatutory
from workflow.schedule import last_day, plan, statutory_date
from workflow.text import tidied
from workflow.workdays import Calendar

LONGEST_WHY = 200


def move_due(  # noqa: PLR0913 - which date of which case, to when and why
    company: Company,
    season: SeasonId,
    pack: Pack,
    calendar: Calendar,
    key: MilestoneKey,
    day: date,
    why: str = "",
    *,
    by: Doer,
) -> Outcome:
    """Move a step's inner date; a day off means the working day before it.

    DayGone for a day that is past, PastStatutory beyond the law's, NoInnerDate for a step that has
    only the law's, NoSuchMilestone, OutOfRange, TooLong, AlreadyGiven.
    """
    case = _open_case(company, season, by)
    milestone = _require_inner(case, pack, calendar, key)
    check_day(day)
    worked = calendar.on_or_before(day)
    if worked < by.today:
        raise DayGone
    last = last_day(milestone, pack, case.year)
    if last is not None and day > last:
        raise PastStatutory(day=last)
    if worked.isoformat() == _told(case, pack, calendar, key):
        raise AlreadyGiven
    why = tidied(why)
    if len(why) > LONGEST_WHY:
        raise TooLong(longest=LONGEST_WHY)
    changed = replace(case, moved={**case.moved, key: MovedDue(worked, by.person, why)})
    return _moved(company, (case, changed), pack, calendar, key, by=by)


def move_back(
    company: Company,
    season: SeasonId,
    pack: Pack,
    calendar: Calendar,
    key: MilestoneKey,
    *,
    by: Doer,
) -> Outcome:
    """Let the step have the plan's date again; NothingToUndo if it has it."""
    case = _open_case(company, season, by)
    if key not in case.moved:
        raise NothingToUndo
    changed = replace(case, moved={each: due for each, due in case.moved.items() if each != key})
    return _moved(company, (case, changed), pack, calendar, key, by=by)


def _open_case(company: Company, season: SeasonId, by: Doer) -> Season:
    require(by.person, Action.TAILOR, company)
    case = season_of(company, season)
    require_active(company, case)
    return case


def _require_inner(case: Season, pack: Pack, calendar: Calendar, key: MilestoneKey) -> Milestone:
    step = plan(case, pack, calendar).step(key)
    if step is None:
        raise NoSuchMilestone
    if step.milestone.internal is None:
        raise NoInnerDate(day=step.statutory or statutory_date(pack, case.year))
    return step.milestone


def _moved(
    company: Company,
    cases: tuple[Season, Season],
    pack: Pack,
    calendar: Calendar,
    key: MilestoneKey,
    *,
    by: Doer,
) -> Outcome:
    old, new = (_told(each, pack, calendar, key) for each in cases)
    changed = cases[1]
    due = changed.moved.get(key)
    done = Done(
        EventKind.DUE_MOVED,
        season=changed,
        subject=key,
        old=old,
        new=new,
        why=due.why if due else "",
    )
    return outcome(with_season(company, changed), by, done)


def _told(case: Season, pack: Pack, calendar: Calendar, key: MilestoneKey) -> str:
    """The inner date as the trail keeps it; empty where a late start left none."""
    step = plan(case, pack, calendar).step(key)
    return step.internal.day.isoformat() if step and step.internal else ""
