"""Who is asked outside of the chat, and for what: departments, members, colleagues without Telegram."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from chat.screens.team import department_name
from chat.session import Case, Session
from messages.say import Fact, Listed, say
from workflow.assigning import crew_of
from workflow.checklist import Condition, Task
from workflow.colleagues import colleague_key
from workflow.ids import PersonId
from workflow.pack import ItemKind
from workflow.progress import Overview, StepRow
from workflow.team import Colleague, Department, Member
from workflow.team_errors import NoSuchColleague


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody with what is still owed and theirs, and by when the first of it is wanted."""

    whom: str
    """How the workflow names them: a department, a member's id, a colleague's key."""
    name: Fact
    tasks: tuple[Task, ...]
    due: date | None
    colleague: Colleague | None = None

    @property
    def is_department(self) -> bool:
        """Whether a whole department is asked."""
        return self.whom in set(Department)

    @property
    def called(self) -> Fact:
        """The bare name, for a button or a greeting."""
        return self.colleague.name if self.colleague else self.name

    @property
    def key(self) -> str:
        """How a button names them."""
        return f"n{self.colleague.number}" if self.colleague else self.whom


@dataclass(frozen=True, slots=True)
class _Owed:
    task: Task
    due: date | None
    owner: PersonId | None

    @property
    def department(self) -> Department | None:
        """Which of its departments is asked; none for what is somebody's already."""
        return None if self.owner else next(iter(self.task.item.departments), None)


def departments_asked(s: Session, case: Case) -> tuple[Asked, ...]:
    """The departments that owe something, in the order of their steps."""
    owed = tuple(_owed(s, case))
    asked = dict.fromkeys(each.department for each in owed if each.department)
    return tuple(_department(each, owed) for each in asked)


def people_asked(s: Session, case: Case) -> tuple[Asked, ...]:
    """Members who were given items, the speaker left out; then every colleague without Telegram."""
    owed = tuple(_owed(s, case))
    owners = {each.owner for each in owed} - {s.me.person}
    members = (_member(each, owed) for each in case.company.members if each.person in owners)
    return (*members, *(_colleague(each, owed) for each in case.company.colleagues))


def asked_of(s: Session, case: Case, key: str) -> Asked:
    """Who is named so by a button; NoSuchColleague for nobody (any more)."""
    owed = tuple(_owed(s, case))
    known = (
        *(_department(each, owed) for each in Department),
        *(_member(each, owed) for each in case.company.members),
        *(_colleague(each, owed) for each in case.company.colleagues),
    )
    found = next((each for each in known if each.key == key), None)
    if found is None:
        raise NoSuchColleague
    return found


def _department(department: Department, owed: Iterable[_Owed]) -> Asked:
    theirs = [each for each in owed if each.department is department]
    return _asked(department, department_name(department), theirs)


def _member(member: Member, owed: Iterable[_Owed]) -> Asked:
    return _asked(
        member.person, member.name, [each for each in owed if each.owner == member.person]
    )


def _colleague(colleague: Colleague, owed: Iterable[_Owed]) -> Asked:
    theirs = [each for each in owed if each.department in colleague.departments]
    departments = Listed(tuple(department_name(each) for each in colleague.departments))
    name = say("colleague-name", name=colleague.name, departments=departments)
    return _asked(colleague_key(colleague), name, theirs, colleague)


def _asked(whom: str, name: Fact, owed: list[_Owed], colleague: Colleague | None = None) -> Asked:
    due = min((each.due for each in owed if each.due), default=None)
    return Asked(whom, name, tuple(each.task for each in owed), due, colleague)


def _owed(s: Session, case: Case) -> Iterator[_Owed]:
    """What somebody can be asked for now, with whose it is."""
    view, crew = s.overview(case), crew_of(case.company)
    for row in view.rows:
        for task in s.seen(case, row.tasks) if _is_for_now(row, view) else ():
            if _can_be_asked_for(task, case):
                yield _Owed(task, row.step.due, crew.owner(case.season, task.item.key))


def _is_for_now(row: StepRow, view: Overview) -> bool:
    """Until 已报, what comes after the statutory date is nobody's hurry."""
    due = row.step.due
    in_time = due <= view.plan.statutory if due else not row.step.milestone.after_filing
    return view.is_reported or in_time


def _can_be_asked_for(task: Task, case: Case) -> bool:
    """Owed, and not only for want of somebody's word.

    The boss is asked to sign by the manager, and who files makes the screenshot of it.
    """
    if not task.is_owed or task.condition is Condition.IN_REVIEW:
        return False
    return task.item.kind is not ItemKind.SIGN and task.item.key != case.pack.proof
