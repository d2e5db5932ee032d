"""The words of the oracle: how a season stands at a moment, and a rung as it is reckoned from it.

Only how a season stands (its plan, its checklist, its people) is the trade's word.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tests.seasons.tiny import CALENDAR, COMPANY, FIRST, TINY
from tests.seasons.town import Moment
from workflow.assigning import crew_of
from workflow.checklist import Task, checklist, season_of
from workflow.filing import reported
from workflow.habits import USUAL, Habit
from workflow.ids import PersonId
from workflow.model import Season
from workflow.pack import Duty
from workflow.reminders import RungKind
from workflow.schedule import Step, plan
from workflow.team import Role

ONE_DAY = timedelta(days=1)
STAYS_UNSAID = (RungKind.WARNING, RungKind.MONTH)
"""What nobody hears in another's place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a season stands at a moment."""

    here: Moment
    zone: ZoneInfo
    season: Season
    steps: tuple[Step, ...]
    tasks: tuple[Task, ...]
    is_reported: bool

    def day_of(self, moment: datetime) -> date:
        """The day it is then in the house."""
        return moment.astimezone(self.zone).date()

    @property
    def keepers(self) -> frozenset[str]:
        """Who runs the work: managers and the agency's clerks."""
        return self.those(Role.MANAGER, Role.CLERK)

    @property
    def places(self) -> frozenset[str]:
        """The groups and robots, as the ledger calls them."""
        company = self.here.company
        groups = (str(each.chat) for each in company.groups)
        return frozenset((*groups, *(f"{COMPANY}#{each.number}" for each in company.robots)))

    def those(self, *roles: Role) -> frozenset[str]:
        """The members with any of these roles."""
        members = self.here.company.members
        return frozenset(each.person for each in members if not set(roles).isdisjoint(each.roles))

    def asks(self, step: Step) -> list[Task]:
        """All that the step asks, done or not."""
        return [task for task in self.tasks if task.item.milestone == step.milestone.key]

    def owes(self, step: Step) -> list[Task]:
        """What is still to be done in it; nothing once the report is made that it was for."""
        if self.is_reported and not step.milestone.after_filing:
            return []
        return [task for task in self.asks(step) if task.is_owed]

    def is_open(self, step: Step) -> bool:
        """Whether the step reminds at all; the filing does until it is reported."""
        return bool(self.owes(step)) or (is_filing(step) and not self.is_reported)

    def whose(self, tasks: Iterable[Task]) -> frozenset[str]:
        """In whose 我的事 they stand."""
        crew = crew_of(self.here.company)
        return frozenset(
            person for task in tasks for person in crew.persons(self.season, task.item)
        )

    def habit(self, to: str) -> Habit:
        """Of a person; groups and robots have the usual one here."""
        return self.here.habits.get(PersonId(to), USUAL)

    def in_place_of(self, person: str) -> frozenset[str]:
        """Who can hear it: who runs the work, else who signs, else anybody."""
        everybody = frozenset(each.person for each in self.here.company.members)
        for level in (self.keepers, self.those(Role.BOSS), everybody):
            if found := level - self.here.blocked - {person}:
                return found
        return frozenset()


def standing(here: Moment, zone: ZoneInfo) -> Standing:
    """Looked at once."""
    season = season_of(here.company, FIRST)
    return Standing(
        here,
        zone,
        season,
        plan(season, TINY, CALENDAR).steps,
        checklist(here.company, season, TINY),
        reported(season) is not None,
    )


def is_filing(step: Step) -> bool:
    """Whether it is the step in which the report is made."""
    return step.milestone.key == TINY.submission


def is_lawful(task: Task) -> bool:
    """Whether the law asks for it."""
    return task.item.duty is Duty.STATUTORY


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A rung as it is reckoned, for all who are to hear of it."""

    kind: RungKind
    subject: str
    due: date
    offset: int
    day: date
    people: Collection[str]
    at: time | None = None
    """A fixed hour."""
    with_warning: tuple[date, str] | None = None
    """What a boss is to hear is owed on the day, and at the hour, of whoever is warned of it."""
    is_sure: bool = True
    """Else it may come, and other judgements see to it."""

    @property
    def thing(self) -> str:
        """Its key up to who hears of it."""
        parts = (COMPANY, FIRST, self.kind, self.subject, self.due.isoformat(), str(self.offset))
        return ":".join((*parts, "0"))

    def passed_on(self, stands: Standing) -> "Reckoned":
        """For those too who hear in the place of whoever cannot be reached."""
        if self.kind in STAYS_UNSAID:
            return self
        unheard = stands.here.blocked.intersection(self.people)
        others = (stands.in_place_of(person) for person in unheard)
        return replace(self, people=frozenset(self.people).union(*others))

    def moments(self, stands: Standing) -> Iterator[tuple[str, datetime]]:
        """Who hears of it, and when it is theirs."""
        for person in self.people:
            day, whose = self.with_warning or (self.day, person)
            hour = self.at or stands.habit(whose).hour_on(day)
            yield person, datetime.combine(day, hour, stands.zone)
