"""After 创建: for each department a text to paste into WeChat, with what is wanted and by when."""

from collections.abc import Sequence
from datetime import date

from chat.buttons import Verb, ref
from chat.card import LONGEST_COPY, Card, CopyTap, Tap
from chat.screens.progress import headed, heading
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.checklist import Task
from workflow.model import Department

Asked = tuple[Department, Sequence[Task], date | None]
"""A department, what it owes, and by when the first of it is wanted."""


def requests_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """「财务 7 项,2/4(周四)前要」 [复制], a line and a button a department."""
    ids = (case.company.id, case.season.id)
    asked = _by_department(s, case)
    lines = headed(case, lead)
    lines.append(say("requests-intro"))
    lines += [_line(department, tasks, due) for department, tasks, due in asked]
    rows = [_copy_row(s, case, each) for each in asked]
    rows.append((Tap(say("tap-status"), ref(Verb.STATUS, *ids)),))
    return Card(tuple(lines), tuple(rows))


def _copy_row(s: Session, case: Case, asked: Asked) -> tuple[Tap | CopyTap, ...]:
    """A button that copies; beside it the whole text, where the button holds only its beginning."""
    department, tasks, due = asked
    shown = _that_fit(s, case, asked)
    text = _text(case, department, tasks, due, shown)
    copy = CopyTap(say("tap-copy-for", department=_name(department)), text)
    if shown == len(tasks):
        return (copy,)
    whole = ref(Verb.REQUEST, case.company.id, case.season.id, department)
    return copy, Tap(say("tap-whole-text"), whole)


def request_card(s: Session, case: Case, department: str) -> Card:
    """The whole text for one department as a block to long-press."""
    ids = (case.company.id, case.season.id)
    back = (Tap(say("tap-requests"), ref(Verb.REQUESTS, *ids)),)
    for each, tasks, due in _by_department(s, case):
        if each == department:
            text = _text(case, each, tasks, due, len(tasks))
            return Card((heading(case), say("request-block", text=text)), (back,))
    return Card((heading(case), say("requests-none")), (back,))


def _by_department(s: Session, case: Case) -> list[Asked]:
    """What each department owes, by the first date it is wanted."""
    view = s.overview(case)
    owed: dict[Department, list[Task]] = {}
    due: dict[Department, list[date]] = {}
    for row in view.rows:
        for task in row.tasks:
            if task.is_owed and task.item.departments:
                lead = task.item.departments[0]
                owed.setdefault(lead, []).append(task)
                due.setdefault(lead, []).extend([row.step.due] if row.step.due else [])
    return [(d, tasks, min(due[d], default=None)) for d, tasks in owed.items()]


def _line(department: Department, tasks: Sequence[Task], due: date | None) -> Say:
    facts: dict[str, Fact] = {"department": _name(department), "count": len(tasks)}
    if due is None:
        return say("request-line-undated", **facts)
    return say("request-line", due=ShortDay(due), **facts)


def _name(department: Department) -> Say:
    return say(f"department-{department.lower()}")


def _that_fit(s: Session, case: Case, asked: Asked) -> int:
    """How many titles a copy button holds; at least one."""
    department, tasks, due = asked
    for count in range(len(tasks), 1, -1):
        text = _text(case, department, tasks, due, count)
        if len(s.wording.plain(text)) <= LONGEST_COPY:
            return count
    return 1


def _text(
    case: Case, department: Department, tasks: Sequence[Task], due: date | None, shown: int
) -> Say:
    titles = Listed(tuple(task.item.title for task in tasks[:shown]))
    return say(
        "request-text",
        company=case.company.name,
        department=_name(department),
        year=str(case.season.year),
        count=len(tasks),
        titles=titles,
        more=len(tasks) - shown,
        due=ShortDay(due) if due else "",
        dated=1 if due else 0,
    )
