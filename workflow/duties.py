"""What a season still owes, looked at once: its steps, whose they are, and since when they are so.

Everything the reminders ask of a season stands here, so that a look costs one checklist.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from workflow.assigning import Crew, crew_of
from workflow.checklist import Condition, Task, checklist
from workflow.due_rules import OnDay
from workflow.filing import live_filings, reported
from workflow.given import WaitingUntil
from workflow.handling import reviewers
from workflow.ids import MilestoneKey, PackRef, PersonId
from workflow.model import Company, FilingFact, Season
from workflow.news import News, news
from workflow.pack import Duty, ItemKind, Milestone, Pack
from workflow.policy import Heard, Policy, Shared, Where
from workflow.reminders import LEGAL, RungKind
from workflow.schedule import Plan, Step, plan
from workflow.workdays import Calendar


@dataclass(frozen=True, slots=True)
class Rules:
    """What all companies go by: the packs, when they remind, working days, the zone of the house."""

    packs: Mapping[PackRef, Pack]
    policies: Mapping[PackRef, Policy]
    calendar: Calendar
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that is still owed, and by whom."""

    task: Task
    persons: tuple[PersonId, ...]
    """In whose 我的事 it stands; of one in review those who are asked to accept it."""
    waits: date | None
    """The day it is waited for: nobody is asked for it before."""


@dataclass(frozen=True, slots=True)
class StepDuty:
    """A step of the season with what it asks; done or not."""

    step: Step
    tasks: tuple[Task, ...]
    open: tuple[OpenTask, ...]
    is_filing: bool
    is_over: bool
    """The report stands, and this was on the way to it: it is still owed, but nobody is pressed."""
    is_started: bool

    @property
    def milestone(self) -> Milestone:
        """Which step it is."""
        return self.step.milestone

    @property
    def key(self) -> MilestoneKey:
        """The milestone's key."""
        return self.step.milestone.key

    @property
    def keys(self) -> frozenset[str]:
        """What an event names that is about this step."""
        return frozenset({self.key, *(task.item.key for task in self.tasks)})

    @property
    def is_open(self) -> bool:
        """Whether anything is to be done: items, the report itself, or a step of people's own."""
        return not self.is_over and (bool(self.open) or self.is_filing or self.is_bare)

    @property
    def is_bare(self) -> bool:
        """A step without items: it is told as its date comes near, and over when that is past."""
        mine = self.milestone
        is_a_step = mine.number is not None or isinstance(mine.internal, OnDay)
        return is_a_step and not self.is_filing and not self.tasks

    @property
    def risks_law(self) -> bool:
        """Whether the law asks for any of it, done or not: what the boss may be told of."""
        return self.is_filing or any(task.item.duty is Duty.STATUTORY for task in self.tasks)

    @property
    def law_is_open(self) -> bool:
        """Whether something of statutory duty is still owed in it."""
        return any(each.task.item.duty is Duty.STATUTORY for each in self.open)

    @property
    def waited_for(self) -> frozenset[date]:
        """The days on which somebody is to be asked again."""
        return frozenset(each.waits for each in self.open if each.waits)

    def asked(self, day: date) -> tuple[PersonId, ...]:
        """Those who are asked for something of it on that day."""
        return _persons(each for each in self.open if each.waits is None or each.waits <= day)

    def asked_to_work(self, day: date) -> tuple[PersonId, ...]:
        """The same without those who have nothing to do for it but to sign."""
        own = [each for each in self.open if each.task.item.kind is not ItemKind.SIGN]
        return _persons(each for each in own if each.waits is None or each.waits <= day)

    def asked_again(self, day: date) -> tuple[PersonId, ...]:
        """Those whose waiting ends on that day."""
        return _persons(each for each in self.open if each.waits == day)

    @property
    def lawful(self) -> tuple[PersonId, ...]:
        """Those who owe something of statutory duty, waited for or not."""
        return _persons(each for each in self.open if each.task.item.duty is Duty.STATUTORY)


def _persons(tasks: Iterable[OpenTask]) -> tuple[PersonId, ...]:
    return tuple(dict.fromkeys(person for each in tasks for person in each.persons))


@dataclass(frozen=True, slots=True)
class Duties:
    """A season with all that reminding asks of it."""

    company: Company
    season: Season
    pack: Pack
    policy: Policy
    calendar: Calendar
    zone: ZoneInfo
    plan: Plan
    crew: Crew
    steps: tuple[StepDuty, ...]
    news: News
    is_reported: bool

    def step(self, key: str) -> StepDuty | None:
        """The step of that milestone; None if the season does not have it."""
        return next((each for each in self.steps if each.key == key), None)

    def day_of(self, moment: datetime) -> date:
        """The day it is at that moment in the zone of the house."""
        return moment.astimezone(self.zone).date()


def duties(company: Company, season: Season, rules: Rules) -> Duties:
    """All that the season owes now. KeyError for a pack or policy that is not there."""
    pack = rules.packs[season.pack]
    dated = plan(season, pack, rules.calendar)
    crew = crew_of(company)
    tasks: dict[MilestoneKey, list[Task]] = {}
    for task in checklist(company, season, pack):
        tasks.setdefault(task.item.milestone, []).append(task)
    return Duties(
        company=company,
        season=season,
        pack=pack,
        policy=policy_of(company, rules.policies[pack.policy]),
        calendar=rules.calendar,
        zone=rules.zone,
        plan=dated,
        crew=crew,
        steps=tuple(
            _step(company, season, pack, crew, step, tasks.get(step.milestone.key, ()))
            for step in dated.steps
        ),
        news=news(company, season, rules.zone),
        is_reported=reported(season) is not None,
    )


def policy_of(company: Company, policy: Policy) -> Policy:
    """The policy as the company departs from it."""
    own = company.policy
    inner = policy.internal.before if own.internal is None else own.internal
    law = policy.statutory.before if own.statutory is None else own.statutory
    return replace(
        policy,
        internal=replace(policy.internal, before=inner),
        statutory=replace(policy.statutory, before=law),
        hears={kind: _as_shared(own.shared, kind, each) for kind, each in policy.hears.items()},
    )


def _as_shared(shared: Shared, kind: RungKind, heard: Heard) -> Heard:
    """Without groups and robots where the company does not want them told of it."""
    if shared is Shared.ALL or (shared is Shared.LAW and kind in LEGAL):
        return heard
    return replace(heard, where=heard.where & {Where.PRIVATE})


def _step(
    company: Company, season: Season, pack: Pack, crew: Crew, step: Step, tasks: Sequence[Task]
) -> StepDuty:
    is_filing = step.milestone.key == pack.submission
    is_over = reported(season) is not None and not step.milestone.after_filing
    has_entries = any(task.state.live for task in tasks)
    return StepDuty(
        step=step,
        tasks=tuple(tasks),
        open=() if is_over else tuple(_open(company, season, crew, tasks)),
        is_filing=is_filing,
        is_over=is_over,
        is_started=has_entries or (is_filing and bool(live_filings(season))),
    )


def _open(
    company: Company, season: Season, crew: Crew, tasks: Iterable[Task]
) -> Iterator[OpenTask]:
    for task in tasks:
        if task.is_owed:
            is_reviewed = task.condition is Condition.IN_REVIEW
            persons = (
                reviewers(company, season, task.item, task.state)
                if is_reviewed
                else crew.persons(season, task.item)
            )
            yield OpenTask(task, persons, _waits(task))


def _waits(task: Task) -> date | None:
    given = task.newest.given if task.newest else None
    is_waiting = task.condition is Condition.WAITING
    return given.day if is_waiting and isinstance(given, WaitingUntil) else None


def terms(duty: StepDuty, season: Season) -> tuple[date, ...]:
    """The law's dates of a step, soonest first; the filing has also the authority's own term.

    That is the one told with the newest order or return, until a report follows it.
    """
    days = {duty.step.statutory} if duty.step.statutory else set()
    if duty.is_filing:
        newest = [each for each in live_filings(season) if each.fact in _TERMS][-1:]
        days |= {each.due for each in newest if each.due}
    return tuple(sorted(days))


_TERMS = frozenset({FilingFact.REPORTED, FilingFact.ORDERED, FilingFact.RETURNED})
