"""How far a season is: rows for 进度, the list and the board. Values only, no text."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workflow.checklist import Condition, Task, checklist
from workflow.checks import Check, run
from workflow.due_rules import OnDay
from workflow.filing import FilingState, filing_state, reported
from workflow.ids import MilestoneKey
from workflow.judging import Finding, judged
from workflow.model import Company, Season
from workflow.pack import Duty, Pack
from workflow.schedule import LateStart, Plan, Step, plan
from workflow.workdays import Calendar


class StepState(StrEnum):
    """How a step stands on a day."""

    DONE = "done"
    OVERDUE = "overdue"
    STARTED = "started"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with how much of it is done, on a day."""

    step: Step
    tasks: tuple[Task, ...]
    done: int
    state: StepState
    days_left: int | None
    """Days to the date people work towards; negative when it is past; None without a date."""

    @property
    def key(self) -> MilestoneKey:
        """The milestone's key."""
        return self.step.milestone.key

    @property
    def total(self) -> int:
        """How many tasks the step has."""
        return len(self.tasks)

    @property
    def asks_something(self) -> bool:
        """Whether anybody has to do anything: a date that is only watched is no debt."""
        mine = self.step.milestone
        is_own = isinstance(mine.internal, OnDay)
        return bool(self.tasks) or mine.number is not None or is_own


@dataclass(frozen=True, slots=True)
class Overview:
    """A season on a day."""

    plan: Plan
    rows: tuple[StepRow, ...]
    filing: FilingState
    is_reported: bool
    missing: tuple[Task, ...]
    """What filing still needs: owed tasks of statutory duty before the report."""
    checks: tuple[Check, ...]
    """What every rule of the pack came to."""
    findings: tuple[Finding, ...]
    """What rules found and find, the gravest first."""
    done: int
    total: int
    estimates: int
    waiting: int
    in_review: int
    """Handed in and not accepted yet; among those still owed."""
    days_to_statutory: int
    """Negative when the statutory date is past."""

    @property
    def is_ready(self) -> bool:
        """可以报: nothing that filing needs is owed, and no finding is in the way."""
        return not self.lacking

    @property
    def in_the_way(self) -> tuple[Finding, ...]:
        """The findings that filing waits for."""
        return tuple(each for each in self.findings if each.is_in_the_way)

    @property
    def lacking(self) -> int:
        """还差几项: how much filing still waits for, of what is owed and what was found."""
        return len(self.missing) + len(self.in_the_way)

    @property
    def percent(self) -> int:
        """Done tasks of all tasks, rounded down."""
        return 100 * self.done // self.total if self.total else 0

    @property
    def overdue(self) -> tuple[StepRow, ...]:
        """Steps past their date and not done, oldest first."""
        return tuple(row for row in self.rows if row.state is StepState.OVERDUE)

    def coming(self, count: int) -> tuple[StepRow, ...]:
        """The next steps that are neither done nor overdue, those with a date."""
        going = (StepState.OPEN, StepState.STARTED)
        rows = [
            row
            for row in self.rows
            if row.state in going and row.days_left is not None and row.asks_something
        ]
        return tuple(rows[:count])

    @property
    def late(self) -> LateStart | None:
        """How late the season was opened, if it was."""
        return self.plan.late


def overview(
    company: Company, season: Season, pack: Pack, calendar: Calendar, today: date
) -> Overview:
    """The season as it stands on `today`."""
    dated = plan(season, pack, calendar)
    tasks = checklist(company, season, pack)
    checks = run(company, season, pack)
    by_step: dict[MilestoneKey, list[Task]] = {}
    for task in tasks:
        by_step.setdefault(task.item.milestone, []).append(task)
    rows = tuple(
        _row(step, tuple(by_step.get(step.milestone.key, ())), season, pack, today)
        for step in dated.steps
    )
    return Overview(
        plan=dated,
        rows=rows,
        filing=filing_state(season, dated.statutory, today),
        is_reported=reported(season) is not None,
        missing=tuple(task for task in tasks if is_missing(task, dated, pack)),
        checks=checks,
        findings=judged(season, checks),
        done=sum(not task.is_owed for task in tasks),
        total=len(tasks),
        estimates=sum(task.condition is Condition.ESTIMATED for task in tasks),
        waiting=sum(task.condition is Condition.WAITING for task in tasks),
        in_review=sum(task.condition is Condition.IN_REVIEW for task in tasks),
        days_to_statutory=(dated.statutory - today).days,
    )


def is_missing(task: Task, dated: Plan, pack: Pack) -> bool:
    """Whether filing still needs it: owed, of statutory duty, and before the report."""
    if not task.is_owed or task.item.duty is not Duty.STATUTORY or task.item.key == pack.proof:
        return False
    step = dated.step(task.item.milestone)
    return step is None or not step.milestone.after_filing


def _row(step: Step, mine: tuple[Task, ...], season: Season, pack: Pack, today: date) -> StepRow:
    done = sum(not task.is_owed for task in mine)
    is_filing = step.milestone.key == pack.submission
    fulfilled = done == len(mine) and (reported(season) is not None or not is_filing)
    if not mine and not is_filing:
        fulfilled = step.due is None or step.due < today
    started = any(task.state.live for task in mine)
    due = _working_date(step, season, today, is_filing=is_filing)
    state = _state(due, today, fulfilled=fulfilled, started=started)
    return StepRow(step, mine, done, state, (due - today).days if due else None)


def _working_date(step: Step, season: Season, today: date, *, is_filing: bool) -> date | None:
    """The inner date; once it is past, for the report itself, the statutory one.

    A report that was made in time is not overdue because some of its papers are still owed.
    """
    if is_filing and reported(season):
        return None
    if is_filing and step.internal and step.statutory and step.internal.day < today:
        return step.statutory
    return step.due


def _state(due: date | None, today: date, *, fulfilled: bool, started: bool) -> StepState:
    if fulfilled:
        return StepState.DONE
    if due is not None and due < today:
        return StepState.OVERDUE
    return StepState.STARTED if started else StepState.OPEN
