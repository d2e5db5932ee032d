"""A filled sheet that came back: who gave it, what was read, and what of it was recorded."""

from collections.abc import Iterator, Sequence

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.progress import headed, heading
from chat.screens.steps import page_taps
from chat.screens.team import in_rows
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, Unclear
from messages.say import Fact, Say, say
from messages.telling import tell_cell, tell_given
from workflow.answers import is_large
from workflow.checklist import Task, checklist
from workflow.ids import ItemKey
from workflow.model import Company
from workflow.team import Department

LINES_A_PAGE = 6
GIVERS, GIVERS_A_ROW = 8, 2
LEFT_OUT_SHOWN, TAKEN_SHOWN = 4, 4


def counted(sheet: FilledSheet) -> Say:
    """「读到 12 项:可记 10,看不懂 1,已有 1」; where all can be recorded, just how many."""
    if len(sheet.answers) == sheet.count:
        return say("sheet-read-all", name=sheet.name, count=sheet.count)
    return say(
        "sheet-read",
        name=sheet.name,
        count=sheet.count,
        good=len(sheet.answers),
        unclear=sheet.not_understood,
        already=sheet.already,
    )


def _tasks(case: Case) -> dict[ItemKey, Task]:
    return {each.item.key: each for each in checklist(case.company, case.season, case.pack)}


# --- who gave it --------------------------------------------------------------------------


def giver_card(s: Session, case: Case, sheet: FilledSheet, lead: Fact | None = None) -> Card:
    """「这份谁给的?」: people of the departments it is about; a name can be typed as well."""
    known = tuple(_givers(s, case, sheet))[:GIVERS]
    taps = [Tap(name, ref(Verb.SHEET_GIVER, sheet.mark, key)) for key, name in known]
    skip = Tap(say("tap-giver-skip"), ref(Verb.SHEET_GIVER, sheet.mark, ""))
    lines = (*headed(case, lead), counted(sheet), say("sheet-giver-ask"))
    return Card(lines, (*in_rows(taps, GIVERS_A_ROW), (skip,), (_drop_tap(sheet),)))


def _drop_tap(sheet: FilledSheet) -> Tap:
    return Tap(say("tap-sheet-drop"), ref(Verb.SHEET_DROP, sheet.mark))


def _givers(s: Session, case: Case, sheet: FilledSheet) -> Iterator[tuple[str, str]]:
    """Colleagues before members, each with how a button names them; the speaker left out."""
    asked = _departments(case, sheet)
    company: Company = case.company
    for colleague in company.colleagues:
        if not asked.isdisjoint(colleague.departments):
            yield f"n{colleague.number}", colleague.name
    for member in company.members:
        if not asked.isdisjoint(member.departments) and member.person != s.me.person:
            yield member.person, member.name


def _departments(case: Case, sheet: FilledSheet) -> frozenset[Department]:
    tasks = _tasks(case)
    read = (tasks[ItemKey(each.key)] for each in sheet.answers if each.key in tasks)
    return frozenset(department for task in read for department in task.item.departments)


# --- what was read ------------------------------------------------------------------------


def read_card(case: Case, sheet: FilledSheet, page: int = 0, lead: Fact | None = None) -> Card:
    """What would be recorded, with units, after what was not understood and why."""
    lines = [*_unclear_lines(sheet), *_answer_lines(case, sheet)]
    shown = lines[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]
    top = [*headed(case, lead), counted(sheet)]
    top += [say("sheet-given-by", name=sheet.behalf)] if sheet.behalf else []
    turn = page_taps(
        page, len(lines), LINES_A_PAGE, lambda to: ref(Verb.SHEET_PAGE, sheet.mark, to)
    )
    take = Tap(say("tap-sheet-take", count=len(sheet.answers)), ref(Verb.SHEET_TAKE, sheet.mark))
    return Card((*top, *shown), (turn, (take,), (_drop_tap(sheet),)))


def unread_card(case: Case, sheet: FilledSheet) -> Card:
    """Nothing of it can be recorded: what was not understood, and why."""
    lines = tuple(_unclear_lines(sheet))[:LINES_A_PAGE]
    said = counted(sheet) if sheet.count else say("sheet-not-filled", name=sheet.name)
    status = Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id))
    return Card((heading(case), said, *lines), ((status,),))


def _unclear_lines(sheet: FilledSheet) -> Iterator[Say]:
    for each in sheet.unclear:
        yield say("sheet-unclear", title=each.title, why=each.why)


def _answer_lines(case: Case, sheet: FilledSheet) -> Iterator[Fact]:
    tasks = _tasks(case)
    for each in sheet.answers:
        task = tasks.get(ItemKey(each.key))
        if task is not None:  # else dropped since it was read: recording says so
            yield _answer_line(task, each)


def _answer_line(task: Task, answer: ReadAnswer) -> Say:
    """「坐席总数:280 席(原 260 席)」, doubted if very large, with the remark."""
    told: dict[str, Fact] = {
        "title": task.item.title,
        "value": tell_cell(answer.value, task.item.spec),
    }
    line = say("sheet-answer-line", **told)
    if task.newest is not None:
        line = say("sheet-answer-changed", **told, old=tell_given(task.newest.given, task.item))
    if is_large(answer.value, task.item.spec):
        line = say("sheet-answer-large", line=line)
    return say("sheet-answer-remark", line=line, remark=answer.remark) if answer.remark else line


# --- what was recorded --------------------------------------------------------------------


def taken_card(
    case: Case, sheet: FilledSheet, taken: Sequence[str], left_out: Sequence[Unclear]
) -> Card:
    """How much was recorded, what was not and why; each item a button, with its history there."""
    lines: list[Fact] = [heading(case), _taken_line(sheet, len(taken))]
    lines += [
        say("sheet-left-out", title=each.title, why=each.why) for each in left_out[:LEFT_OUT_SHOWN]
    ]
    ids = (case.company.id, case.season.id)
    status = Tap(say("tap-status"), ref(Verb.STATUS, *ids))
    if not taken:
        return Card(tuple(lines), ((status,),))
    lines.append(say("sheet-undo-hint"))
    tasks = _tasks(case)
    taps = tuple(
        (Tap(tasks[ItemKey(key)].item.title, ref(Verb.ITEM, *ids, key)),)
        for key in taken[:TAKEN_SHOWN]
    )
    undo = Tap(say("tap-undo"), ref(Verb.UNDO, case.company.id, case.company.event_seq))
    return Card(tuple(lines), (*taps, (undo, status)))


def _taken_line(sheet: FilledSheet, count: int) -> Say:
    if not count:
        return say("sheet-none-taken")
    if sheet.behalf:
        return say("sheet-taken-for", count=count, name=sheet.behalf)
    return say("sheet-taken", count=count)
