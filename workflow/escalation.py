"""Who hears next when nothing moves: manager, boss, group, agency.

The boss hears of legal risk alone, once a manager knows that he will, and seldom.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from workflow.checklist import Task
from workflow.duties import Duties, StepDuty
from workflow.ids import PersonId
from workflow.pack import Duty
from workflow.reminders import Rung, RungKind
from workflow.team import Role
from workflow.workdays import ONE_DAY, Calendar


def escalations(
    duties: Duties, duty: StepDuty, told: Iterable[Rung], first: date, last: date
) -> Iterator[Rung]:
    """What an open step asks of others; `told` are all rungs of its own people up to `last`."""
    if duty.is_bare:
        return
    yield from _unanswered(duties, duty, told, last)
    if duty.step.internal is None:
        return
    due, policy = duty.step.internal.day, duties.policy.escalation
    late_kinds = ((RungKind.TO_GROUP, policy.group), (RungKind.TO_AGENCY, policy.agency))
    for kind, late in late_kinds if due < last else ():
        day = workdays_after(duties.calendar, due, late)
        yield Rung(duties.season.id, kind, duty.key, due, (day - due).days, day)
    for risk in _risks(duties, duty):
        is_near = risk.warning.day <= last and first <= risk.rung.day
        if is_near and _is_to_be_told(duties, duty, risk):
            yield risk.warning
            yield risk.rung


def workdays_after(calendar: Calendar, day: date, workdays: int) -> date:
    """The working day that lies so many working days after `day`."""
    for _ in range(workdays):
        day = calendar.on_or_after(day + ONE_DAY)
    return day


def notice_over(calendar: Calendar, told: date) -> date:
    """The day on which what managers were told has been theirs for a working day."""
    return workdays_after(calendar, calendar.on_or_after(told), 1)


# --- to the manager ---------------------------------------------------------------------


def _unanswered(duties: Duties, duty: StepDuty, told: Iterable[Rung], last: date) -> Iterator[Rung]:
    """On each day on which its people are told once more than they left unanswered before."""
    stirred = _stirred(duties, duty)
    days = sorted({each.day for each in told if stirred < each.day <= last})
    asked = [day for day in days if duty.asked(day)] if duty.waited_for else days
    patience = duties.policy.escalation.unanswered
    due = duty.step.due or duties.plan.statutory
    for day in asked[patience::patience]:
        yield Rung(duties.season.id, RungKind.TO_MANAGER, duty.key, due, (day - due).days, day)


def _stirred(duties: Duties, duty: StepDuty) -> date:
    """The last day on which anything was done for the step, or by its people in the season."""
    latest, keys = duties.news, duty.keys
    people = {person for each in duty.open for person in each.persons}
    moments = [
        *(at for person, at in latest.by.items() if person in people),
        *(at for key, at in latest.touched.items() if key in keys),
        *(entry.at for task in duty.tasks for entry in task.state.entries[-1:]),
    ]
    return max((duties.day_of(at) for at in moments), default=duties.season.opened_on)


# --- to the boss ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Risk:
    """A moment at which the boss would hear of a step: the rung, and the warning before it."""

    rung: Rung
    warning: Rung
    wants_start: bool
    """It is enough that somebody has begun."""


def bosses(duties: Duties) -> tuple[PersonId, ...]:
    """Who is told of legal risk: the boss, else the legal representative.

    Never somebody who runs the work: they know, and are not threatened with themselves.
    """
    for role in (Role.BOSS, Role.LEGAL_REP):
        found = tuple(
            each.person
            for each in duties.company.members
            if role in each.roles and each.person not in duties.crew.keepers
        )
        if found:
            return found
    return ()


def _risks(duties: Duties, duty: StepDuty) -> Iterator[_Risk]:
    """Shortly before the inner date if nobody has begun, shortly after it if it is not done."""
    if duty.step.internal is None or not duty.risks_law:
        return
    due, policy = duty.step.internal.day, duties.policy.escalation
    early = duties.calendar.on_or_before(due - timedelta(days=policy.not_started))
    late = workdays_after(duties.calendar, due, policy.not_done)
    yield _risk(duties, duty, due, -policy.not_started, early)
    yield _risk(duties, duty, due, (late - due).days, late)


def _risk(duties: Duties, duty: StepDuty, due: date, offset: int, day: date) -> _Risk:
    rung = Rung(duties.season.id, RungKind.TO_BOSS, duty.key, due, offset, day)
    warned = duties.calendar.before(day, 1)
    return _Risk(rung, replace(rung, kind=RungKind.WARNING, day=warned), wants_start=offset < 0)


def _is_to_be_told(duties: Duties, duty: StepDuty, risk: _Risk) -> bool:
    """As things are now: nobody began, or it is not done, and no manager took it upon themselves."""
    if not duties.company.policy.tells_boss or not bosses(duties):
        return False
    if not duty.is_filing and not duty.law_is_open:
        return False
    if risk.wants_start and duty.is_started:
        return False
    word = duties.season.words.get(duty.key)
    if word is not None and word.handles and word.on >= risk.warning.day:
        return False
    return _told_before(duties, risk) < duties.policy.escalation.boss_cap


def _told_before(duties: Duties, risk: _Risk) -> int:
    """How often the boss has heard of the season before; in doubt one more, never one less."""
    earlier = (
        (duty, each)
        for duty in duties.steps
        for each in _risks(duties, duty)
        if _order(each) < _order(risk)
    )
    return sum(_was_told(duties, duty, each) for duty, each in earlier)


def _order(risk: _Risk) -> tuple[date, str, int]:
    return (risk.rung.day, risk.rung.subject, risk.rung.offset)


def _was_told(duties: Duties, duty: StepDuty, risk: _Risk) -> bool:
    word = duties.season.words.get(duty.key)
    handled = word is not None and word.handles
    if word and handled and risk.warning.day <= word.on <= risk.rung.day:
        return False
    if risk.warning.day < duties.season.opened_on:
        return False
    morning = datetime.combine(risk.rung.day, time(), duties.zone)
    if risk.wants_start:
        begun = (entry.at for task in duty.tasks for entry in task.state.live)
        return not any(at < morning for at in begun)
    lawful = (task for task in duty.tasks if task.item.duty is Duty.STATUTORY)
    return duty.is_filing or not all(_was_done(task, morning) for task in lawful)


def _was_done(task: Task, moment: datetime) -> bool:
    """Whether it was done by then, as far as what stands there now says."""
    newest = task.newest
    if task.is_owed or newest is None:
        return False
    judged = newest.review.at if newest.review else newest.at
    return max(newest.at, judged) < moment


# --- what the ladder owes together ------------------------------------------------------


def boss_rung(duties: Duties, warning: Rung) -> Rung | None:
    """What the boss is to hear after that warning, as things are now; None: nothing."""
    duty = duties.step(warning.subject)
    for risk in _risks(duties, duty) if duty else ():
        if risk.warning == warning:
            return risk.rung
    return None
