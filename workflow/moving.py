"""Inner dates that a company moves, and moves taken back; the statutory one never moves at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from workflow.answers import check_day
from workflow.change import Doer, Done, outcome, require_active, with_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, DayGone, NoSuchMilestone, NothingToUndo, TooLong
from workflow.events import Event, EventKind
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


def unmove(
    company: Company,
    season: SeasonId,
    pack: Pack,
    calendar: Calendar,
    move: Event,
    *,
    by: Doer,
) -> Outcome:
    """Take back that move of a date: the step has the date, and its reason, that it had before.

    What followed from the date follows from the other one again: late steps, reminders. It may be
    a day that is past by now. NothingToUndo where somebody has moved it since.
    """
    case = _open_case(company, season, by)
    key = MilestoneKey(move.subject)
    known = [each for each in company.recent if _is_date_of(each, season, key)]
    is_theirs = bool(known) and known[-1].by == by.person
    if not is_theirs or _told(case, pack, calendar, key) != move.new:
        raise NothingToUndo
    left = {each: due for each, due in case.moved.items() if each != key}
    plans = _told(replace(case, moved=left), pack, calendar, key)
    if move.old not in ("", plans):
        left[key] = _moved_before(known, move)
    changed = replace(case, moved=left)
    kind = EventKind.DUE_RESTORED
    return _moved(company, (case, changed), pack, calendar, key, kind, by=by)


def _is_date_of(event: Event, season: SeasonId, key: MilestoneKey) -> bool:
    is_date = event.kind in (EventKind.DUE_MOVED, EventKind.DUE_RESTORED)
    return is_date and (event.season, event.subject) == (season, key)


def _moved_before(known: Sequence[Event], move: Event) -> MovedDue:
    """The move by which the step had the date that this one took away; whose, if it is not known."""
    earlier = [each for each in known if each.seq < move.seq and each.new == move.old]
    by, why = (earlier[-1].by, earlier[-1].why) if earlier else (move.by, "")
    return MovedDue(date.fromisoformat(move.old), by, why)


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
    kind: EventKind = EventKind.DUE_MOVED,
    *,
    by: Doer,
) -> Outcome:
    old, new = (_told(each, pack, calendar, key) for each in cases)
    changed = cases[1]
    due = changed.moved.get(key)
    done = Done(
        kind,
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
