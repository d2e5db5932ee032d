"""我的事 and 交材料: what waits for me, soonest first; which paper a file is for."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz import fuzz, process

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.file_notes import LooseFiles
from chat.other_tables import told_headed
from chat.screens.progress import headed, heading
from chat.screens.steps import page_taps, task_label
from chat.screens.system_errors import SHOWN, error_tap, own_errors
from chat.screens.years import years_row
from chat.session import Case, Session
from messages.say import Fact, Listed, Say, ShortDay, say
from workflow.across import MineRow
from workflow.assigning import may_hand_in
from workflow.checklist import Task, takes_files
from workflow.errors import CompanyDamaged
from workflow.ids import CompanyId, ItemKey

TASKS_A_PAGE = 6
FEW_TASKS, FEW_COMPANIES = 400, 3
"""Up to so many, of so few companies, are put in the order of their steps."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task that waits for somebody: the day it is due, and its place among the tasks of its case."""

    case: Case
    task: Task
    due: date | None
    place: int


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page shows, the companies that cannot be read, and how many tasks there are in all."""

    shown: Sequence[Waiting]
    resting: Sequence[str]
    total: int
    is_mixed: bool
    """Whether other pages may show other companies."""


def todo_card(s: Session, page: int, lead: Fact | None = None) -> Card:
    """What waits for the speaker in all their companies, soonest first; reads those it shows."""
    found = _page(s, page)
    led = () if lead is None else (lead,)
    rest = (say("todo-resting", names=Listed(tuple(found.resting))),) if found.resting else ()
    errors = () if page else own_errors(s, _cases(s, found.shown))
    refused = tuple((error_tap(*each),) for each in errors[:SHOWN])
    if errors:
        rest = (*rest, say("system-errors", count=len(errors)))
    if not found.total and errors:
        return Card((heading(errors[0][0]), *led, *rest), refused)
    if not found.total:
        lines = (*led, say("todo-empty"), *rest)
        return Card(lines, ((Tap(say("tap-companies"), ref(Verb.COMPANIES, 0)),),))
    names = {each.case.company.id: each.case.company.name for each in found.shown}
    told = [
        _named(each, s.today) if len(names) > 1 else _line(each, s.today) for each in found.shown
    ]
    turn = page_taps(page, found.total, TASKS_A_PAGE, lambda to: ref(Verb.TODO, to))
    lines = (_todo_heading(names, found), *led, *told, *rest)
    return Card(lines, (*(_tap(each) for each in found.shown), *refused, turn))


def _cases(s: Session, shown: Sequence[Waiting]) -> tuple[Case, ...]:
    """Those of the page, and the one on the screen, of which nothing else may wait."""
    cases = [each.case for each in shown]
    with suppress(CompanyDamaged):  # it is told as resting, and hides no other
        here = s.current()
        cases += [here] if here else []
    return tuple({(each.company.id, each.season.id): each for each in cases}.values())


def _page(s: Session, page: int) -> _Page:
    first = page * TASKS_A_PAGE
    found = s.work.mine(s.me.person, 0, FEW_TASKS)
    companies = {row.company for row in found.rows}
    if found.total > FEW_TASKS or len(companies) > FEW_COMPANIES:
        rows = s.work.mine(s.me.person, first, TASKS_A_PAGE).rows
        return _Page(*_read(s, rows), found.total, is_mixed=True)
    waiting, resting = _read(s, found.rows)
    waiting = sorted(waiting, key=_order)
    is_mixed = len({each.case.company.id for each in waiting}) > 1
    return _Page(waiting[first : first + TASKS_A_PAGE], resting, len(waiting), is_mixed)


def _order(each: Waiting) -> tuple[date, str, str, int]:
    return each.due or date.max, each.case.company.name, each.case.season.id, each.place


def _read(s: Session, rows: Sequence[MineRow]) -> tuple[Sequence[Waiting], Sequence[str]]:
    """The tasks of the rows, and the names of damaged companies: one of them hides no other."""
    known: dict[tuple[str, str], Mapping[ItemKey, Waiting]] = {}
    resting: dict[str, None] = {}
    for company, season in dict.fromkeys((row.company, row.season) for row in rows):
        try:
            known[company, season] = _tasks(s, s.case_at(s.company(company), season))
        except CompanyDamaged as damaged:
            resting[str(damaged.facts["name"])] = None
    found = (
        replace(known[row.company, row.season][row.item], due=row.due)
        for row in rows
        if row.item in known.get((row.company, row.season), ())
    )
    return tuple(found), tuple(resting)


def _tasks(s: Session, case: Case) -> Mapping[ItemKey, Waiting]:
    """All tasks of a case, in the order of its steps."""
    tasks = [task for row in s.overview(case).rows for task in row.tasks]
    return {task.item.key: Waiting(case, task, None, n) for n, task in enumerate(tasks)}


def _todo_heading(names: Mapping[CompanyId, str], found: _Page) -> Fact:
    """The company, where all that is shown is of one."""
    if len(names) != 1:
        return say("todo-heading-many", count=found.total)
    (company,) = names.values()
    if len(found.shown) == found.total or not found.is_mixed:
        return say("todo-heading", company=company, count=found.total)
    return say("todo-heading-page", company=company, count=found.total)


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
    """The papers the speaker may hand in, owed ones first, in the order of their steps."""
    person, company, season = s.me.person, case.company, case.season
    tasks = [
        task
        for row in s.overview(case).rows
        for task in row.tasks
        if takes_files(task.item) and may_hand_in(person, company, season, task.item)
    ]
    return tuple(sorted(tasks, key=lambda task: not task.is_owed))


def upload_card(s: Session, case: Case, page: int) -> Card:
    """Choose the paper, then send the file."""
    tasks = papers(s, case)
    shown = tasks[page * PAPERS_A_PAGE : (page + 1) * PAPERS_A_PAGE]
    ids = (case.company.id, case.season.id)
    taps = tuple((Tap(task_label(task), ref(Verb.ITEM, *ids, task.item.key)),) for task in shown)
    turn = page_taps(page, len(tasks), PAPERS_A_PAGE, lambda to: ref(Verb.UPLOAD, *ids, to))
    asked = say("upload-ask") if tasks else say("nothing-yours")
    return Card((heading(case), asked), (*taps, turn, years_row(s, case)))


def loose_case(s: Session, waiting: LooseFiles) -> Case | None:
    """Where the first that waits belongs: the company it is known to be of, else the open one."""
    first = waiting.first
    return s.case(first.company, first.season) if first.company else s.current()


def loose_card(
    s: Session, case: Case, waiting: LooseFiles, page: int, lead: Fact | None = None
) -> Card:
    """Which paper is the first that waits? Best guess first, by its name and caption."""
    parcel = waiting.first
    name = parcel.files[-1].name
    tasks = _by_likeness(s, papers(s, case), f"{parcel.caption} {name}")
    shown = tasks[page * PAPERS_A_PAGE : (page + 1) * PAPERS_A_PAGE]
    here = (case.company.id, case.season.id)
    taps = tuple(
        (Tap(task_label(task), ref(Verb.BIND, *here, task.item.key, parcel.mark)),)
        for task in shown
    )
    turn = page_taps(page, len(tasks), PAPERS_A_PAGE, lambda to: ref(Verb.LOOSE_PAGE, to))
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    asked = say("loose-ask", name=name, count=len(parcel.files))
    unread = (say("loose-unread", why=Say(parcel.unread)),) if parcel.unread else ()
    other = (told_headed(parcel.headings),) if parcel.headings else ()
    ours = years_row(s, case, say("tap-our-template")) if parcel.headings else ()
    card = Card((*headed(case, lead), asked, *unread, *other), (*taps, turn, ours, cancel))
    return _with_more(card, waiting) if waiting.more else card


def _with_more(card: Card, waiting: LooseFiles) -> Card:
    """What is asked about next; or all of them at once, where they belong together."""
    rest = waiting.count - len(waiting.first.files)
    following = say("loose-more", name=waiting.more[0].files[-1].name, count=rest)
    lines = (*card.lines, following)
    if not waiting.is_of_one:
        return replace(card, lines=lines)
    label = say("tap-loose-together", count=waiting.count)
    together = (Tap(label, ref(Verb.LOOSE_TOGETHER, waiting.first.mark)),)
    return replace(card, lines=lines, rows=(*card.rows[:-1], together, *card.rows[-1:]))


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
