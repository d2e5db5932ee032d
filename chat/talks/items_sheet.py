"""The sheet of a department or a person: what they still owe, a row an item, to be filled and sent back."""

from chat.card import Handout, Replies, Toasted
from chat.documents import SheetColumn, SheetToFill
from chat.screens.asked import asked_of
from chat.screens.wants import wants
from chat.session import Case, Session
from messages.say import Say, say
from workflow.checklist import Task
from workflow.pack import ChoiceSpec, ItemKind

HEADINGS = ("sheet-item", "sheet-wants", "sheet-answer", "sheet-remark")
"""The columns, in this order; a sheet that comes back is known by them."""
ANSWER = HEADINGS.index("sheet-answer")
LONGEST_WANTS = 300
"""Of what an item asks for; the choices come as a list beside it."""
ON_A_SHEET = frozenset({ItemKind.ANSWER, ItemKind.MATERIAL})


def items_sheet(s: Session, case: Case, key: str) -> Replies:
    """「发我表格」: everything they owe that can be written down; papers are named."""
    asked = asked_of(s, case, key)
    tasks = [task for task in asked.tasks if task.item.kind in ON_A_SHEET]
    if not tasks:
        return (Toasted(say("toast-nothing-for-a-sheet")),)
    name = say("items-sheet-name", company=case.company.name, who=asked.called)
    title = say("items-sheet-title", who=asked.called, year=str(case.season.year))
    sheet = SheetToFill(
        name=s.wording.plain(name),
        title=s.wording.plain(title),
        columns=tuple(_column(s, heading) for heading in HEADINGS),
        rows=tuple(_row(s, task) for task in tasks),
        choices=_choices(s, tasks),
    )
    caption = say("items-sheet-caption", who=asked.called, count=len(tasks))
    return (Toasted(say("toast-sending")), Handout(sheet, caption))


def _column(s: Session, heading: str) -> SheetColumn:
    hint = s.wording.plain(say("sheet-answer-hint")) if heading == HEADINGS[ANSWER] else ""
    return SheetColumn(s.wording.plain(Say(heading)), hint)


def _row(s: Session, task: Task) -> tuple[str, ...]:
    told = s.wording.plain(wants(task.item))[:LONGEST_WANTS]
    return (s.wording.plain(task.item.title), told, "", "")


def _choices(s: Session, tasks: list[Task]) -> dict[tuple[int, int], tuple[str, ...]]:
    """Where one of several is asked, they can be chosen from."""
    return {
        (place, ANSWER): tuple(s.wording.plain(each.title) for each in spec.options)
        for place, task in enumerate(tasks)
        if isinstance(spec := task.item.spec, ChoiceSpec) and not spec.many
    }
