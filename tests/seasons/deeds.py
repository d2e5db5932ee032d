"""What people do in a simulated season, drawn by hypothesis."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from hypothesis import strategies as st

from tests.seasons.tiny import (
    CALENDAR,
    CHIEF,
    CLERK,
    COMPANY,
    END,
    EVERYBODY,
    FIRST,
    ITEMS,
    NEWCOMER,
    OPENED_AT,
    STEPS,
    TINY,
)
from tests.seasons.town import Town
from tests.seasons.wire import Luck
from workflow.actions import hand_in, withdraw
from workflow.assigning import assign
from workflow.change import Done, outcome
from workflow.channels import Address, ChannelKind
from workflow.checklist import find_task, season_of
from workflow.events import EventKind
from workflow.given import NotApplicable
from workflow.habits import Wants, at_hour
from workflow.model import FilingFact
from workflow.moving import move_back, move_due
from workflow.records import record_filing
from workflow.reminders import Ending
from workflow.robots import add_robot
from workflow.team import Department, Member, Role
from workflow.words import say_word

SEASON = END - OPENED_AT
MINUTES = int(SEASON / timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that happens at a moment; `pick` says to what, `span` how far or how long."""

    minute: int
    what: str
    pick: int
    span: int

    @property
    def at(self) -> datetime:
        """Never at the very moment of a rung: who was first would be anybody's guess."""
        return OPENED_AT + timedelta(minutes=self.minute, seconds=17)


def _tick(town: Town, deed: Deed) -> None:
    key = ITEMS[deed.pick % len(ITEMS)].key
    by = town.doer(CHIEF)
    town.does(lambda: hand_in(town.company, FIRST, TINY, key, NotApplicable("无"), by=by))


def _untick(town: Town, deed: Deed) -> None:
    key = ITEMS[deed.pick % len(ITEMS)].key
    task = find_task(town.company, season_of(town.company, FIRST), TINY, key)
    if task.newest is not None:
        version, by = task.newest.version, town.doer(CHIEF)
        town.does(lambda: withdraw(town.company, FIRST, TINY, key, version, by=by))


def _move(town: Town, deed: Deed) -> None:
    step = STEPS[deed.pick % len(STEPS)].key
    day = town.today + timedelta(days=deed.span % 40)
    by = town.doer(CHIEF)
    town.does(lambda: move_due(town.company, FIRST, TINY, CALENDAR, step, day, by=by))


def _move_back(town: Town, deed: Deed) -> None:
    step = STEPS[deed.pick % len(STEPS)].key
    by = town.doer(CHIEF)
    town.does(lambda: move_back(town.company, FIRST, TINY, CALENDAR, step, by=by))


def _assign(town: Town, deed: Deed) -> None:
    key = ITEMS[deed.pick % len(ITEMS)].key
    to = (*EVERYBODY, None)[deed.span % (len(EVERYBODY) + 1)]
    by = town.doer(CHIEF)
    town.does(lambda: assign(town.company, FIRST, TINY, [key], to, by=by))


def _report(town: Town, deed: Deed) -> None:
    fact = (FilingFact.REPORTED, FilingFact.REOPENED)[deed.pick % 2]
    by = town.doer(CHIEF)
    town.does(lambda: record_filing(town.company, FIRST, fact, town.today, by=by))


def _word(town: Town, deed: Deed) -> None:
    step, by = STEPS[deed.pick % len(STEPS)].key, town.doer(CHIEF)
    handles = bool(deed.span % 2)
    town.does(lambda: say_word(town.company, FIRST, TINY, step, handles=handles, note="", by=by))


def _join(town: Town, deed: Deed) -> None:
    """Another contributor, or a clerk of the agency, who runs the work too."""
    member = (
        Member(NEWCOMER, "新人", (Role.CONTRIBUTOR,), (Department.FIN, Department.IT)),
        Member(CLERK, "小陈", (Role.CLERK,)),
    )[deed.pick % 2]
    if all(each.person != member.person for each in town.company.members):
        grown = replace(town.company, members=(*town.company.members, member))
        by, joined = town.doer(member.person), Done(EventKind.MEMBER_JOINED, subject=member.person)
        town.does(lambda: outcome(grown, by, joined))


def _robot(town: Town, _: Deed) -> None:
    """A group robot hears from now on what the group hears."""
    address, by = Address(ChannelKind.WECOM, "0123456789abcdef"), town.doer(CHIEF)
    town.does(lambda: add_robot(town.company, "机器人", address, by=by))


def _block(town: Town, deed: Deed) -> None:
    person = EVERYBODY[deed.pick % len(EVERYBODY)]
    known = town.store.people[person]
    town.remember(replace(known, blocked=not known.blocked))


def _hour(town: Town, deed: Deed) -> None:
    known = town.store.people[EVERYBODY[deed.pick % len(EVERYBODY)]]
    hour = time(7 + deed.span % 14)
    town.remember(replace(known, habit=at_hour(known.habit, hour, town.today)))


def _wants(town: Town, deed: Deed) -> None:
    known = town.store.people[EVERYBODY[deed.pick % len(EVERYBODY)]]
    wants = (Wants.USUAL, Wants.LEGAL_ONLY)[deed.span % 2]
    town.remember(replace(known, habit=replace(known.habit, wants=wants)))


def _later(town: Town, deed: Deed) -> None:
    """One thing that was told and is not due yet is put off, once more, to before it is due."""
    at = town.now + timedelta(hours=1 + deed.span % 30)
    told = [
        kept.owed
        for kept in town.store.ledger.kept.values()
        if kept.end is not None and kept.end.ending is Ending.SENT
    ]
    may_wait = [one for one in told if at.date() <= one.rung.due]
    if may_wait:
        one = may_wait[deed.pick % len(may_wait)]
        later = replace(one.rung, later=one.rung.later + 1)
        town.remind(replace(one, rung=later, at=at))


DEEDS: Mapping[str, Callable[[Town, Deed], None]] = {
    "tick": _tick,
    "untick": _untick,
    "move": _move,
    "move_back": _move_back,
    "assign": _assign,
    "report": _report,
    "word": _word,
    "join": _join,
    "robot": _robot,
    "block": _block,
    "hour": _hour,
    "wants": _wants,
    "later": _later,
}
SLEEP = "sleep"
"""The machine is off for a while."""

deeds = st.lists(
    st.builds(
        Deed,
        minute=st.integers(1, MINUTES),
        what=st.sampled_from((*DEEDS, SLEEP)),
        pick=st.integers(0, 11),
        span=st.integers(0, 239),
    ),
    max_size=24,
)
lucks = st.lists(st.sampled_from(Luck), max_size=60)
writes = st.sets(st.integers(1, 400), max_size=6)


def company_id() -> str:
    """Of the one company there is."""
    return COMPANY
