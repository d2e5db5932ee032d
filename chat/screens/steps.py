"""The list of steps, a step with its items, and what was left out of the season."""

from collections.abc import Callable, Iterable, Iterator

from chat.buttons import Ref, Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, heading, step_name
from chat.session import Case, Session
from messages.say import Fact, Say, ShortDay, say
from workflow.checklist import Condition, Task, items_of
from workflow.errors import NoSuchMilestone
from workflow.milestones import milestones_of
from workflow.permissions import Action, may
from workflow.progress import StepRow, StepState
from workflow.schedule import Moved, Step

STEPS_A_PAGE = 6
_MARKS = {
    StepState.DONE: "mark-done",
    StepState.OVERDUE: "mark-overdue",
    StepState.STARTED: "mark-started",
    StepState.OPEN: "mark-open",
}


def steps_card(s: Session, case: Case, page: int, lead: Fact | None = None) -> Card:
    """All steps, paged, each a button."""
    view = s.overview(case)
    first = page * STEPS_A_PAGE
    rows = view.rows[first : first + STEPS_A_PAGE]
    lines = [*headed(case, lead), *(step_line(row) for row in rows)]
    if any(row.step.internal and row.step.internal.provisional for row in rows):
        lines.append(say("dates-provisional", year=str(view.plan.statutory.year)))
    return Card(tuple(lines), _steps_rows(s, case, rows, page, len(view.rows)))


def step_line(row: StepRow) -> Say:
    """A step on one line: the date people work towards, and how much is done."""
    return say(
        "step-line",
        mark=say(_MARKS[row.state]),
        step=step_name(row.step),
        due=ShortDay(row.step.due) if row.step.due else say("due-none"),
        done=row.done,
        total=row.total,
    )


def step_heading(row: StepRow) -> Say:
    """A step with both its dates; where the inner one was moved, from where and why."""
    return say(
        "step-heading",
        mark=say(_MARKS[row.state]),
        step=step_name(row.step),
        due=due_fact(row.step),
        done=row.done,
        total=row.total,
    )


def short_due(step: Step) -> Fact:
    """The date people work towards, with its kind, in few words."""
    if step.internal is None:
        return due_fact(step)
    name = "due-provisional" if step.internal.provisional else "due-internal"
    return say(name, day=ShortDay(step.internal.day))


def due_fact(step: Step) -> Fact:
    """The date with its kind; an internal date says where it was moved from and why."""
    if step.internal is None:
        return (
            say("due-statutory", day=ShortDay(step.statutory))
            if step.statutory
            else say("due-none")
        )
    due = step.internal
    if due.moved in _BECAUSE:
        return say(_BECAUSE[due.moved], day=ShortDay(due.day), nominal=ShortDay(due.nominal))
    if step.statutory is not None:
        return say("due-both", day=ShortDay(due.day), statutory=ShortDay(step.statutory))
    return say("due-internal", day=ShortDay(due.day))


_BECAUSE = {
    Moved.DAY_OFF: "due-day-off",
    Moved.BREAK: "due-break",
    Moved.BY_COMPANY: "due-by-company",
}


def _steps_rows(
    s: Session, case: Case, rows: tuple[StepRow, ...], page: int, total: int
) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    taps = [
        Tap(step_name(row.step), ref(Verb.STEP, *ids, row.step.milestone.key, 0)) for row in rows
    ]
    pairs = [tuple(taps[n : n + 2]) for n in range(0, len(taps), 2)]
    turn = page_taps(page, total, STEPS_A_PAGE, lambda to: ref(Verb.STEPS, *ids, to))
    last = [Tap(say("tap-status"), ref(Verb.STATUS, *ids))]
    dropped = case.season.tailoring
    if dropped.dropped_items or dropped.dropped_steps:
        count = len(dropped.dropped_items) + len(dropped.dropped_steps)
        last.append(Tap(say("tap-dropped", count=count), ref(Verb.DROPPED, *ids)))
    if may(s.me.person, Action.TAILOR, case.company):
        last.append(Tap(say("tap-add-step"), ref(Verb.ASK, *ids, "add_step", "")))
    return (*pairs, turn, tuple(last))


def page_taps(page: int, total: int, size: int, to_page: Callable[[int], Ref]) -> tuple[Tap, ...]:
    """Back and on, where there is anything."""
    taps = []
    if page > 0:
        taps.append(Tap(say("tap-previous"), to_page(page - 1)))
    if (page + 1) * size < total:
        taps.append(Tap(say("tap-next"), to_page(page + 1)))
    return tuple(taps)


# --- one step ---------------------------------------------------------------------------

ITEMS_A_PAGE = 8
_CONDITIONS = {
    Condition.OPEN: "mark-open",
    Condition.WAITING: "mark-waiting",
    Condition.ESTIMATED: "mark-estimated",
    Condition.IN_REVIEW: "mark-in-review",
    Condition.DONE: "mark-done",
    Condition.NOT_APPLICABLE: "mark-not-applicable",
}


def step_card(s: Session, case: Case, key: str, page: int, lead: Fact | None = None) -> Card:
    """A step: its dates, basis, what it waits for, and its items as buttons."""
    view = s.overview(case)
    row = next((row for row in view.rows if row.key == key), None)
    if row is None:
        raise NoSuchMilestone
    lines = [*headed(case, lead), step_heading(row), basis_line(row.step)]
    lines.extend(_warnings(row, view.rows))
    if row.step.milestone.done_when:
        lines.append(say("step-done-when", text=row.step.milestone.done_when))
    if not row.tasks:
        lines.append(say("step-empty"))
    tasks = s.seen(case, row.tasks)
    if len(tasks) < row.total:
        lines.append(say("internal-matters", count=row.total - len(tasks)))
    return Card(tuple(lines), _step_rows(s, case, row, tasks, page))


def basis_line(step: Step) -> Say:
    """Whether the date is law, practice, the company's own or unverified; and whose step it is."""
    basis = step.milestone.basis
    standing = say(f"standing-{basis.standing}")
    if basis.source is None:
        return say("step-basis", standing=standing)
    return say("step-basis-source", standing=standing, source=basis.source)


def _warnings(row: StepRow, rows: tuple[StepRow, ...]) -> list[Fact]:
    """What it builds on and is not done yet: a warning, never a lock."""
    wanted = set(row.step.milestone.depends_on)
    waiting = [each for each in rows if each.key in wanted and each.state is not StepState.DONE]
    return [say("step-depends", step=step_name(each.step)) for each in waiting[:2]]


def task_label(task: Task) -> Say:
    """An item on a button: mark and title."""
    return say("task-label", mark=say(_CONDITIONS[task.condition]), title=task.item.title)


def task_taps(case: Case, tasks: Iterable[Task]) -> Iterator[tuple[Tap, ...]]:
    """A row for each item, to its card."""
    for task in tasks:
        to = ref(Verb.ITEM, case.company.id, case.season.id, task.item.key)
        yield (Tap(task_label(task), to),)


def _step_rows(
    s: Session, case: Case, row: StepRow, tasks: tuple[Task, ...], page: int
) -> tuple[tuple[Tap, ...], ...]:
    ids = (case.company.id, case.season.id)
    first = page * ITEMS_A_PAGE
    shown = tasks[first : first + ITEMS_A_PAGE]
    taps = tuple(task_taps(case, shown))
    turn = page_taps(page, len(tasks), ITEMS_A_PAGE, lambda to: ref(Verb.STEP, *ids, row.key, to))
    filings = Tap(say("tap-filings"), ref(Verb.FILINGS, *ids))
    back = Tap(say("tap-steps"), ref(Verb.STEPS, *ids, 0))
    own = (filings,) if row.key == case.pack.submission else ()
    if not may(s.me.person, Action.TAILOR, case.company):
        return (*taps, turn, own, (back,))
    add = Tap(say("tap-add-item"), ref(Verb.ASK, *ids, "add_material", row.key))
    drop = Tap(say("tap-drop-step"), ref(Verb.ASK, *ids, "drop_step", row.key))
    rename = Tap(say("tap-rename"), ref(Verb.ASK, *ids, "rename_step", row.key))
    move = Tap(say("tap-due"), ref(Verb.DUE, *ids, row.key))
    return (*taps, turn, (add, *(own or (drop,))), (rename, move, back))


def dropped_card(s: Session, case: Case) -> Card:
    """What the season does without, each with its reason, to be taken up again."""
    ids = (case.company.id, case.season.id)
    tailoring = case.season.tailoring
    known = items_of(case.season, case.pack)
    titles = {item.key: item.title for item in known if s.sees(case, item)}
    items = [
        (titles[key], why, ref(Verb.RESTORE_ITEM, *ids, key))
        for key, why in tailoring.dropped_items.items()
        if why and key in titles
    ]
    named = milestones_of(case.season, case.pack)
    steps = [
        (named[key].title, why, ref(Verb.RESTORE_STEP, *ids, key))
        for key, why in tailoring.dropped_steps.items()
        if why and key in named  # another profile may be without it
    ]
    rows = (*steps, *items)
    lines = (heading(case), *(say("dropped-line", title=t, why=why) for t, why, _ in rows[:10]))
    may_restore = may(s.me.person, Action.TAILOR, case.company)
    shown = rows[:10] if may_restore else ()
    taps = tuple((Tap(say("tap-restore", title=t), to),) for t, _, to in shown)
    return Card(lines, (*taps, (Tap(say("tap-steps"), ref(Verb.STEPS, *ids, 0)),)))
