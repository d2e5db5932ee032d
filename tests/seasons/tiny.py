"""A report small enough for thousands of simulated seasons: four steps, six items, six people."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.talk import POLICIES
from tests.workflow.firm import CALENDAR
from workflow.basis import Basis, Standing
from workflow.cases import open_company, open_season
from workflow.change import Doer
from workflow.due_rules import DayOfYear, WorkdaysBefore
from workflow.ids import CompanyId, ItemKey, MilestoneKey, PackRef, PersonId, SeasonId
from workflow.model import Coverage, Outcome
from workflow.pack import (
    REMINDERS,
    Duty,
    Item,
    ItemKind,
    Milestone,
    NumberKind,
    NumberSpec,
    Pack,
    Profile,
)
from workflow.policy import Ladder, OwnPolicy
from workflow.team import Department, Group, Member, Role
from workflow.text import Text

__all__ = ["CALENDAR"]

CHIEF, BOSS, FINANCE, STAFF, NEWCOMER, CLERK = (PersonId(str(1001 + n)) for n in range(6))
EVERYBODY = (CHIEF, BOSS, FINANCE, STAFF, NEWCOMER, CLERK)
GROUP = -100500
POLICY = replace(
    POLICIES[REMINDERS],
    internal=Ladder((7, 3, 1, 0), every=3, until=14),
    statutory=Ladder((30, 7, 1, 0), every=1, until=8),
)
"""As the house's, with fewer rungs of each sort."""
COMPANY, FIRST = CompanyId("c1"), SeasonId("1")
OPENED = date(2026, 12, 1)
OPENED_AT = datetime(2026, 12, 1, 0, 30, tzinfo=UTC)
"""Half an hour before the first morning, that of the first announcement of the count day."""
END = datetime(2027, 5, 31, 12, 0, tzinfo=UTC)
AFTERWARDS = END + timedelta(days=8)
"""By then everything that was owed at the end has come to its own."""
ALL_DUTIES = (Duty.STATUTORY, Duty.INTERNAL)

_WORDS = Text("步骤", "Step")
_BASIS = Basis(Standing.INTERNAL)


def _step(
    key: str,
    number: int,
    internal: DayOfYear | WorkdaysBefore,
    statutory: DayOfYear | None = None,
    *,
    after: bool = False,
) -> Milestone:
    return Milestone(
        MilestoneKey(key), number, _WORDS, _BASIS, (), statutory, internal, after_filing=after
    )


def _item(
    key: str, step: str, department: Department, duty: Duty, spec: NumberSpec | None = None
) -> Item:
    title = Text(f"材料{key}", f"Paper {key}")
    of_step, kind = MilestoneKey(step), ItemKind.ANSWER if spec else ItemKind.MATERIAL
    return Item(ItemKey(key), of_step, kind, title, _BASIS, (department,), duty, spec=spec)


STEPS = (
    _step("A", 1, DayOfYear(1, 15)),
    _step("B", 2, DayOfYear(2, 28)),
    _step("F", 3, WorkdaysBefore(10), DayOfYear(3, 31)),
    _step("Z", 4, DayOfYear(4, 15), after=True),
)
ITEMS = (
    _item("a1", "A", Department.IT, Duty.INTERNAL),
    _item("b1", "B", Department.FIN, Duty.STATUTORY),
    _item("b2", "B", Department.HR, Duty.INTERNAL, NumberSpec(NumberKind.INTEGER, _WORDS)),
    _item("f1", "F", Department.FIN, Duty.STATUTORY),
    _item("proof", "F", Department.HR, Duty.STATUTORY),
    _item("z1", "Z", Department.HR, Duty.INTERNAL),
)
TINY = Pack(
    ref=PackRef("tiny@1"),
    title=_WORDS,
    licence_code="B24",
    submission=MilestoneKey("F"),
    proof=ItemKey("proof"),
    milestones=STEPS,
    items=ITEMS,
    profiles=(
        Profile(
            "full",
            _WORDS,
            _WORDS,
            tuple(step.key for step in STEPS),
            ALL_DUTIES,
            MilestoneKey("F"),
        ),
    ),
)


def opened() -> Outcome:
    """The company with its season, its people and a group; it has the monthly duty."""
    by = Doer(CHIEF, OPENED_AT, OPENED)
    first = open_company(COMPANY, "甲公司", "9144030071526726XG", by=by, called="王经理")
    whole = first.then(
        open_season(first.company, TINY, "full", 2026, licence_no="", coverage=Coverage(), by=by)
    )
    company = replace(
        whole.company,
        members=crew(),
        groups=(Group(GROUP, "年报群", has_outsiders=False),),
        policy=OwnPolicy(monthly=True),
    )
    return replace(whole, company=company)


def crew() -> tuple[Member, ...]:
    """Everybody who is there from the beginning."""
    return (
        Member(CHIEF, "王经理", (Role.MANAGER,)),
        Member(BOSS, "老周", (Role.BOSS,)),
        Member(FINANCE, "小李", (Role.CONTRIBUTOR,), (Department.FIN,)),
        Member(STAFF, "小张", (Role.CONTRIBUTOR,), (Department.HR, Department.IT)),
    )
