"""/fill: through the open fields one by one, with 跳过 and 返回, days later where it stood."""

from collections.abc import Sequence
from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap
from chat.file_notes import Answering
from chat.screens.check import inputs, unchecked_card
from chat.screens.item import item_card
from chat.screens.progress import heading
from chat.session import Case, Session
from messages.say import Fact, say
from workflow.assigning import may_hand_in
from workflow.checklist import Condition, Task
from workflow.events import EventKind
from workflow.pack import Item, ItemKind


def fields(s: Session, case: Case) -> tuple[Task, ...]:
    """The fields the speaker may answer, in the order of their steps."""
    tasks = (task for row in s.overview(case).rows for task in row.tasks)
    return tuple(task for task in tasks if _is_for(s, case, task))


def _fields_of(s: Session, case: Case, *, checking: bool) -> tuple[Task, ...]:
    """What is gone through: the fields, or what the rules look at."""
    if not checking:
        return fields(s, case)
    return tuple(s.task(case, each.key) for each in inputs(s, case) if _is_answer(each))


def _is_answer(item: Item) -> bool:
    return item.kind is ItemKind.ANSWER


def _is_for(s: Session, case: Case, task: Task) -> bool:
    if task.item.kind is not ItemKind.ANSWER:
        return False
    return may_hand_in(s.me.person, case.company, case.season, task.item)


def fill(s: Session, case: Case) -> Replies:
    """Go on after the field the speaker last answered, or where they stood."""
    note = s.note
    is_going = isinstance(note, Answering) and note.filling and not note.checking
    if isinstance(note, Answering) and is_going and note.season == case.season.id:
        return _ask(s, case, s.task(case, note.key), None)
    return next_question(s, case, _last_answered(s, case), None)


def fill_inputs(s: Session, case: Case) -> Replies:
    """Through what the rules look at and nobody has answered yet (校验数据)."""
    s.keep(Answering(case.company.id, case.season.id, "", filling=True, checking=True))
    return next_question(s, case, "", None)


def _is_checking(s: Session) -> bool:
    """Whether the way goes through what the rules look at."""
    return isinstance(s.note, Answering) and s.note.filling and s.note.checking


def _last_answered(s: Session, case: Case) -> str:
    keys = {task.item.key for task in fields(s, case)}
    own = (
        event.subject
        for event in reversed(case.company.recent)
        if event.by == s.me.person and event.kind is EventKind.HANDED_IN
    )
    return next((key for key in own if key in keys), "")


def next_question(
    s: Session, case: Case, after: str, lead: Fact | None, answered: Task | None = None
) -> Replies:
    """The next open field after that one, from the start again when the end is reached."""
    checking = _is_checking(s)
    tasks = _fields_of(s, case, checking=checking)
    task = _next_open(tasks, after)
    if task is None:
        s.keep(None)
        if checking:
            return (unchecked_card(s, case, 0, lead),)
        back = Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id))
        end = _finished(tasks) if tasks else say("nothing-yours")
        lines = [heading(case), *([lead] if lead else []), end]
        return (Card(tuple(lines), ((back,),)),)
    return _ask(s, case, task, lead, answered)


def _next_open(tasks: Sequence[Task], after: str) -> Task | None:
    """Waiting and estimated ones are left alone."""
    place = next((n for n, task in enumerate(tasks) if task.item.key == after), -1)
    turned = (*tasks[place + 1 :], *tasks[: place + 1])
    return next((t for t in turned if t.condition is Condition.OPEN and t.item.key != after), None)


def _finished(tasks: Sequence[Task]) -> Fact:
    left = [task for task in tasks if task.is_owed]
    return say("fill-left", count=len(left)) if left else say("fill-finished")


def _ask(
    s: Session, case: Case, task: Task, lead: Fact | None, answered: Task | None = None
) -> Replies:
    checking = _is_checking(s)
    s.keep(
        Answering(case.company.id, case.season.id, task.item.key, filling=True, checking=checking)
    )
    tasks = _fields_of(s, case, checking=checking)
    left = sum(each.condition is Condition.OPEN for each in tasks)
    counted = say("fill-count", left=left, total=len(tasks))
    told = counted if lead is None else say("fill-lead", lead=lead, counted=counted)
    card = item_card(s, case, task, lead=told, filling=True)
    return (card if answered is None else _with_undo(card, case, answered),)


def _with_undo(card: Card, case: Case, answered: Task) -> Card:
    """What was just understood can be taken back from the next question."""
    here = (case.company.id, case.season.id, answered.item.key)
    to = ref(Verb.WITHDRAW, *here, answered.state.version)
    undo = Tap(say("tap-withdraw-last"), to)
    return replace(card, rows=(*card.rows, (undo,)))


def skip(s: Session, case: Case, key: str) -> Replies:
    """Leave this one open and go on."""
    return next_question(s, case, key, None)


def back(s: Session, case: Case, key: str) -> Replies:
    """The field before this one, answered or not."""
    tasks = _fields_of(s, case, checking=_is_checking(s))
    if not tasks:
        return next_question(s, case, key, None)
    place = next((n for n, task in enumerate(tasks) if task.item.key == key), 0)
    return _ask(s, case, tasks[max(place - 1, 0)], None)
