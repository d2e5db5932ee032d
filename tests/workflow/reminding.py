"""Looking at 甲公司 as the wake-up does: the house's rules, everybody within reach, mornings."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from storage.policies import load_policies
from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    PACKS,
    WORKFLOW,
    doer,
    first_season,
    gave,
)
from workflow.change import with_season
from workflow.channels import Address, ChannelKind
from workflow.checklist import checklist
from workflow.duties import Duties, Rules, duties
from workflow.given import NotApplicable
from workflow.habits import Habit
from workflow.hearers import Ears
from workflow.ids import MilestoneKey, PersonId
from workflow.model import Company, FilingFact, MovedDue
from workflow.owing import owed
from workflow.records import record_filing
from workflow.reminders import Looked, Owed, Rung, RungKind
from workflow.rungs import rungs
from workflow.team import Group, Robot

POLICIES = load_policies(WORKFLOW / "packs")
ZONE = ZoneInfo("Asia/Shanghai")
RULES = Rules(PACKS, POLICIES, CALENDAR, ZONE)
EVERYBODY = frozenset({BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP})
EARS = Ears(EVERYBODY)

M1, M3, M6, S2 = (MilestoneKey(key) for key in ("M1", "M3", "M6", "S2"))
START, END = date(2026, 12, 1), date(2027, 5, 31)
STATUTORY = date(2027, 3, 31)
ONE_DAY = timedelta(days=1)


def ears(*deaf: PersonId, habits: Mapping[PersonId, Habit] | None = None) -> Ears:
    """Everybody but these can be reached."""
    return Ears(EVERYBODY - set(deaf), habits or {})


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """That hour of that day in Shanghai."""
    return datetime.combine(day, time(hour, minute), ZONE)


def looked(company: Company, since: datetime, now: datetime, heard_by: Ears = EARS) -> Looked:
    """What one look finds."""
    return owed(company, RULES, heard_by, since, now)


def on(company: Company, day: date, heard_by: Ears = EARS) -> tuple[Owed, ...]:
    """What that day brings, looked at in the evening."""
    return looked(company, at(day - ONE_DAY, 20), at(day, 20), heard_by).owed


def case(company: Company) -> Duties:
    """What the first season owes."""
    return duties(company, first_season(company), RULES)


def table(
    company: Company, kind: RungKind, subject: str = "", first: date = START, last: date = END
) -> list[Rung]:
    """The rungs of one kind and step through the season."""
    found = rungs(case(company), first, last)
    return [each for each in found if each.kind is kind and subject in ("", each.subject)]


def told_to(some: Iterable[Owed], person: str) -> list[tuple[str, str, int]]:
    """What one of them hears: kind, step and days from the date."""
    return [
        (each.rung.kind, each.rung.subject, each.rung.offset) for each in some if each.to == person
    ]


def hearing(some: Iterable[Owed]) -> set[str]:
    """Everybody who hears any of it."""
    return {str(each.to) for each in some}


def kinds(some: Iterable[Owed], *, of: Collection[RungKind]) -> list[tuple[str, str]]:
    """Who hears what of these kinds."""
    return [(each.rung.kind, each.to) for each in some if each.rung.kind in of]


def done_with(company: Company, *steps: MilestoneKey, on: date = START) -> Company:
    """All items of these steps answered as not applicable; of all steps where none is named."""
    for task in checklist(company, first_season(company), CALL_CENTRE):
        if task.item.milestone in (steps or (task.item.milestone,)) and task.is_owed:
            company = gave(
                company,
                task.item.key,
                NotApplicable("没有"),
                by=doer(max(on, first_season(company).opened_on)),
            )
    return company


def recorded(company: Company, fact: FilingFact, on: date, due: date | None = None) -> Company:
    """A fact of the filing, recorded that morning."""
    return record_filing(company, FIRST, fact, on, by=doer(on), due=due).company


def moved(company: Company, key: MilestoneKey, day: date) -> Company:
    """The season with that inner date, without an event."""
    season = first_season(company)
    return with_season(company, replace(season, moved={**season.moved, key: MovedDue(day, CHIEF)}))


def with_places(company: Company) -> Company:
    """The company with a group, and with a robot that hears at ten."""
    robot = Robot(7, "机器人", Address(ChannelKind.WECOM, "0123456789abcdef"), Habit(time(10)))
    return replace(company, groups=(Group(-100, "群", has_outsiders=False),), robots=(robot,))
