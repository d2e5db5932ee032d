"""A season of reminders played through: people act, the wake-up looks, what is due is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial

from hypothesis import strategies as st

from tests.workflow.crew import CHIEF, crew
from tests.workflow.firm import CALENDAR, CALL_CENTRE, FIRST, first_season
from tests.workflow.reminding import EARS, EVERYBODY, M1, M3, M6, RULES, ZONE, at
from workflow.actions import hand_in
from workflow.asking_again import ended
from workflow.assigning import assign
from workflow.change import Doer
from workflow.checklist import checklist
from workflow.errors import WorkflowError
from workflow.forewarned import heard_from, often_enough
from workflow.given import NotApplicable
from workflow.hearers import Ears
from workflow.ids import MilestoneKey, PersonId
from workflow.model import Company, FilingFact
from workflow.moving import move_back, move_due
from workflow.owing import owed
from workflow.records import record_filing
from workflow.reminders import End, Ending, Owed, RungKey, Told
from workflow.words import say_word

Deed = Callable[[Company, Doer], Company]


MORNING = at(date(2027, 1, 4), 10)


@dataclass(repr=False)
class Ledger:
    """What the store keeps: each rung once, until it is told or has ended."""

    company: Company = field(default_factory=crew)
    heard_by: Ears = EARS
    now: datetime = MORNING
    looked: datetime = MORNING
    pending: dict[RungKey, Owed] = field(default_factory=dict)
    found: dict[RungKey, tuple[Owed, datetime]] = field(default_factory=dict)
    twice: list[Owed] = field(default_factory=list)
    story: list[str] = field(default_factory=list)
    told: list[tuple[Owed, datetime]] = field(default_factory=list)
    ends: list[tuple[Owed, End]] = field(default_factory=list)

    def __repr__(self) -> str:
        """What happened; the company itself fills many screens."""
        return "\n".join(self.story)

    def wakes(self, hours: float) -> None:
        """Time goes by; then one look, and what is due and still makes sense is told."""
        self.now += timedelta(hours=hours)
        for each in owed(self.company, RULES, self.heard_by, self.looked, self.now).owed:
            self._owes(each)
        self.looked = self.now
        self.story.append(f"{self.now.astimezone(ZONE):%m-%d %H:%M} look")
        due = [each for each in self.pending.values() if self._is_due(each)]
        ends = ended(self.company, RULES, self.heard_by, due)
        for each in due:
            del self.pending[each.key]
            end = ends.get(each.key) or often_enough(self.company, each, self._record(), RULES)
            if end is not None:
                self.ends.append((each, end))
            else:
                self.told.append((each, self.now))

    def _owes(self, each: Owed) -> None:
        if each.key in self.found:
            self.twice.append(each)
            return
        self.found[each.key] = (each, self.now)
        self.pending[each.key] = each

    def _is_due(self, each: Owed) -> bool:
        """Its moment has come, nobody sleeps, and of what the boss hears a manager knows."""
        habit = self.heard_by.habit(self.company, each.to)
        heard = heard_from(each, self._record(), RULES, habit, self.now)
        return max(each.at, heard, habit.may_hear(self.now, ZONE, is_last_days=False)) <= self.now

    def _record(self) -> list[Told]:
        sent = [Told(each, End(Ending.SENT), at=moment) for each, moment in self.told]
        ended = [Told(each, end) for each, end in self.ends]
        return [*sent, *ended, *(Told(each, None) for each in self.pending.values())]

    def does(self, deed: Deed) -> None:
        """Somebody does something, a while after the last look; what is refused changes nothing."""
        self.now += timedelta(minutes=30)
        doer = Doer(CHIEF, self.now, self.now.astimezone(ZONE).date())
        try:
            self.company = deed(self.company, doer)
        except WorkflowError:
            return
        self.story.append(
            f"{self.now.astimezone(ZONE):%m-%d %H:%M} {getattr(deed, 'keywords', '')}"
        )


# --- what people do -----------------------------------------------------------------------


def _finish(company: Company, by: Doer, key: MilestoneKey, count: int) -> Company:
    season = first_season(company)
    tasks = [each for each in checklist(company, season, CALL_CENTRE) if each.is_owed]
    for task in [each for each in tasks if each.item.milestone == key][:count]:
        given = NotApplicable("没有")
        company = hand_in(company, FIRST, CALL_CENTRE, task.item.key, given, by=by).company
    return company


def _move(company: Company, by: Doer, key: MilestoneKey, days: int) -> Company:
    day = by.today + timedelta(days=days)
    return move_due(company, FIRST, CALL_CENTRE, CALENDAR, key, day, by=by).company


def _back(company: Company, by: Doer, key: MilestoneKey) -> Company:
    return move_back(company, FIRST, CALL_CENTRE, CALENDAR, key, by=by).company


def _say(company: Company, by: Doer, key: MilestoneKey) -> Company:
    return say_word(company, FIRST, CALL_CENTRE, key, handles=True, by=by).company


def _file(company: Company, by: Doer, fact: FilingFact) -> Company:
    return record_filing(company, FIRST, fact, by.today, by=by).company


def _give(company: Company, by: Doer, to: PersonId) -> Company:
    tasks = checklist(company, first_season(company), CALL_CENTRE)
    keys = [task.item.key for task in tasks if task.is_owed][:5]
    return assign(company, FIRST, CALL_CENTRE, keys, to, by=by).company


_steps = st.sampled_from([M1, M3, M6])
_people = st.sampled_from(sorted(EVERYBODY))
_facts = st.sampled_from([FilingFact.REPORTED, FilingFact.REOPENED, FilingFact.RETURNED])

deeds: st.SearchStrategy[Deed] = st.one_of(
    st.builds(partial, st.just(_finish), key=_steps, count=st.integers(1, 60)),
    st.builds(partial, st.just(_move), key=_steps, days=st.integers(0, 40)),
    st.builds(partial, st.just(_back), key=_steps),
    st.builds(partial, st.just(_say), key=_steps),
    st.builds(partial, st.just(_file), fact=_facts),
    st.builds(partial, st.just(_give), to=_people),
)
"""Anything that changes what is owed."""
standstills = st.one_of(st.just(1.0), st.floats(0.1, 30), st.floats(24, 300))
"""Hours until the next look: mostly soon, sometimes after a long downtime."""


@st.composite
def seasons(draw: st.DrawFn, *, reached: bool = True) -> Ledger:
    """From January into spring, with deeds and standstills in any order."""
    ledger = Ledger()
    if not reached:
        ledger.heard_by = Ears(EVERYBODY - draw(st.sets(_people, max_size=4)))
    for _ in range(draw(st.integers(5, 30))):
        if draw(st.booleans()):
            ledger.does(draw(deeds))
        ledger.wakes(draw(standstills))
    return ledger
