"""我的事 and 交材料: what waits for me, soonest first; which paper a file is for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, heading
from chat.screens.steps import page_taps, task_label
from chat.session import Case, Session
from messages.say import Fact, Listed, ShortDay, say
from workflow.checklist import Task
from workflow.errors import CompanyDamaged
from workflow.model import Company, Lifecycle
from workflow.pack import FormSpec, ItemKind

TASKS_A_PAGE = 6
COMPANIES_READ = 30
"""我的事 looks into so many companies at most; more have counts of their own (agencies)."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task that waits for somebody, with the date of its step."""

    case: Case
    task: Task
    due: date | None


def todo_card(s: Session, page: int) -> Card:
    """What is owed in all the speaker's companies, soonest first."""
    found, resting = _all_waiting(s)
    waiting = sorted(found, key=lambda each: each.due or date.max)
    if not waiting and not resting:
        return Card((say("todo-empty"),), ((Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),),))
    first = page * TASKS_A_PAGE
    shown = waiting[first : first + TASKS_A_PAGE]
    companies = {each.case.company.id for each in waiting}
    lines: list[Fact] = [_todo_heading(waiting, len(companies))]
    lines += [
        _named(each, s.today) if len(companies) > 1 else _line(each, s.today) for each in shown
    ]
    lines += [say("todo-resting", names=Listed(tuple(resting)))] if resting else []
    turn = page_taps(page, len(waiting), TASKS_A_PAGE, lambda to: ref(Verb.TODO, to))
    return Card(tuple(lines), (*(_tap(each) for each in shown), turn))


def _all_waiting(s: Session) -> tuple[list[Waiting], list[str]]:
    """What is owed, and the names of damaged companies: one of them hides no other."""
    active = [card for card in s.companies() if card.lifecycle is Lifecycle.ACTIVE]
    waiting: list[Waiting] = []
    resting: list[str] = []
    for card in active[:COMPANIES_READ]:
        try:
            waiting += _owed_by(s, s.work.company(card.id))
        except CompanyDamaged:
            resting.append(card.name)
    return waiting, resting


def _owed_by(s: Session, company: Company) -> Iterable[Waiting]:
    for season in company.seasons:
        if season.lifecycle is Lifecycle.ACTIVE:
            yield from waiting_in(s, s.case_of(company, season))


def waiting_in(s: Session, case: Case) -> Iterable[Waiting]:
    """What one season owes, in the order of its steps."""
    for row in s.overview(case).rows:
        for task in row.tasks:
            if task.is_owed:
                yield Waiting(case, task, row.step.due)


def _todo_heading(waiting: Sequence[Waiting], companies: int) -> Fact:
    if companies == 1:
        return say("todo-heading", company=waiting[0].case.company.name, count=len(waiting))
    return say("todo-heading-many", count=len(waiting))


def _named(each: Waiting, today: date) -> Fact:
    """Among those of other companies a line says whose it is."""
    return say("todo-line-of", line=_line(each, today), company=each.case.company.name)


def _line(each: Waiting, today: date) -> Fact:
    title = each.task.item.title
    if each.due is None:
        return say("todo-line-undated", title=title)
    days = (each.due - today).days
    name = "todo-line-overdue" if days < 0 else "todo-line"
    return say(name, title=title, due=ShortDay(each.due), days=abs(days))


def _tap(each: Waiting) -> tuple[Tap, ...]:
    case = each.case
    to = ref(Verb.ITEM, case.company.id, case.season.id, each.task.item.key)
    return (Tap(task_label(each.task), to),)


# --- files ------------------------------------------------------------------------------

PAPERS_A_PAGE = 7
SURE, ALIKE = 88, 50
"""Scores of rapidfuzz: from which a caption names an item; above which a name is like a title."""


def papers(s: Session, case: Case) -> tuple[Task, ...]:
    """The tasks that take files, owed ones first, in the order of their steps."""
    tasks = [task for row in s.overview(case).rows for task in row.tasks if takes_files(task)]
    return tuple(sorted(tasks, key=lambda task: not task.is_owed))


def takes_files(task: Task) -> bool:
    """Papers, signatures, and forms; a number is no file."""
    return task.item.kind in (ItemKind.MATERIAL, ItemKind.SIGN) or isinstance(
        task.item.spec, FormSpec
    )


def upload_card(s: Session, case: Case, page: int) -> Card:
    """Choose the paper, then send the file."""
    tasks = papers(s, case)
    shown = tasks[page * PAPERS_A_PAGE : (page + 1) * PAPERS_A_PAGE]
    ids = (case.company.id, case.season.id)
    taps = tuple((Tap(task_label(task), ref(Verb.ITEM, *ids, task.item.key)),) for task in shown)
    turn = page_taps(page, len(tasks), PAPERS_A_PAGE, lambda to: ref(Verb.UPLOAD, *ids, to))
    return Card((heading(case), say("upload-ask")), (*taps, turn))


def loose_card(
    s: Session,
    case: Case,
    names: tuple[str, ...],
    hint: str,
    page: int,
    lead: Fact | None = None,
) -> Card:
    """Which paper are these files? Best guess first, by their names and the caption."""
    tasks = _by_likeness(s, papers(s, case), f"{hint} {names[-1]}")
    shown = tasks[page * PAPERS_A_PAGE : (page + 1) * PAPERS_A_PAGE]
    ids = (case.company.id, case.season.id)
    taps = tuple((Tap(task_label(task), ref(Verb.BIND, *ids, task.item.key)),) for task in shown)
    turn = page_taps(page, len(tasks), PAPERS_A_PAGE, lambda to: ref(Verb.LOOSE_PAGE, to))
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    lines = (*headed(case, lead), say("loose-ask", name=names[-1], count=len(names)))
    return Card(lines, (*taps, turn, cancel))


def _by_likeness(s: Session, tasks: Sequence[Task], name: str) -> tuple[Task, ...]:
    titles = [s.wording.plain(task.item.title) for task in tasks]
    ranked = process.extract(name, titles, scorer=fuzz.partial_ratio, limit=None)
    scores = {index: score for _, score, index in ranked}
    likely = {index: score for index, score in scores.items() if score > ALIKE}
    order = sorted(range(len(tasks)), key=lambda index: -likely.get(index, 0))
    return tuple(tasks[index] for index in order)


def named_by(s: Session, case: Case, caption: str) -> Task | None:
    """The one paper that the caption names; None when none or several could be meant."""
    if not caption.strip():
        return None
    tasks = papers(s, case)
    titles = [s.wording.plain(task.item.title).casefold() for task in tasks]
    said = caption.strip().casefold()
    alike = [n for n, title in enumerate(titles) if fuzz.ratio(said, title) >= SURE]
    return tasks[alike[0]] if len(alike) == 1 else None
