"""还差什么: what filing still needs, first due first, with who is asked for it."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, verdict
from chat.screens.steps import page_taps, task_label
from chat.screens.team import department_name
from chat.session import Case, Session
from messages.say import Fact, Listed, ShortDay, say
from workflow.assigning import owner_of
from workflow.checklist import Task
from workflow.model import Company
from workflow.progress import Overview, StepRow

A_PAGE = 6


def missing_card(s: Session, case: Case, page: int, lead: Fact | None = None) -> Card:
    """What is still needed, each a button; where nothing is, that it can be filed."""
    view = s.overview(case)
    rows = {task.item.key: row for row in view.rows for task in row.tasks}
    tasks = s.seen(case, view.missing)
    shown = tasks[page * A_PAGE : (page + 1) * A_PAGE]
    ids = (case.company.id, case.season.id)
    lines = [*headed(case, lead), verdict(case, view)]
    lines += [_line(s, case, task, rows[task.item.key]) for task in shown]
    taps = tuple((Tap(task_label(task), ref(Verb.ITEM, *ids, task.item.key)),) for task in shown)
    turn = page_taps(page, len(tasks), A_PAGE, lambda to: ref(Verb.MISSING, *ids, to))
    return Card(tuple(lines), (*taps, turn, *_ways_on(case, view)))


def _line(s: Session, case: Case, task: Task, row: StepRow) -> Fact:
    """「▫️ 坐席总数 · 02-04(周四) · 业务」."""
    due = row.step.due
    return say(
        "missing-line" if due is None or due >= s.today else "missing-line-overdue",
        title=task.item.title,
        due=ShortDay(due) if due else say("due-none"),
        who=_who(case.company, case, task),
    )


def _who(company: Company, case: Case, task: Task) -> Fact:
    """Its owner, else its departments, else nobody."""
    owner = owner_of(company, case.season, task.item)
    if owner is not None:
        return next(each.name for each in company.members if each.person == owner)
    names = tuple(department_name(each) for each in task.item.departments)
    return Listed(names) if names else say("missing-nobody")


def _ways_on(case: Case, view: Overview) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    if view.is_ready:
        return ((status,),)
    if view.in_the_way:
        found = say("tap-check-found", count=len(view.in_the_way))
        status = Tap(found, ref(Verb.CHECK, *ids, 0))
    return ((status, Tap(say("tap-departments"), ref(Verb.REQUESTS, *ids))),)
