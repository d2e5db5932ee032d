"""Ticking an item: typed answers, choices, confirmations, files; said back, with 撤销."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.note import Answering
from chat.screens.days import day_when
from chat.screens.item import item_card, step_tap
from chat.screens.progress import heading
from chat.session import Case, Session
from chat.talks.filling import next_question
from messages.say import Fact, say
from messages.telling import tell_given, tell_value
from messages.values import Read, ReadRows, Refused, Unsure, read_cell, read_lines, reading_of
from workflow.actions import hand_in, withdraw
from workflow.answers import is_large
from workflow.assigning import may_hand_in
from workflow.checklist import Condition, Task
from workflow.errors import WrongKind
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Given,
    Number,
    Rows,
    WaitingUntil,
    Words,
)
from workflow.pack import ChoiceSpec, FormSpec, ItemKind, TableSpec

LONGEST_READING = 18
"""Signs of a number that a button still carries beside the item's key and version."""


def open_item(s: Session, case: Case, key: str, *, filling: bool = False) -> Replies:
    """Show the item; what is typed or sent next is for it."""
    task = s.task(case, key)
    s.keep(Answering(case.company.id, case.season.id, key, filling=filling))
    return (item_card(s, case, task, filling=filling),)


def give(
    s: Session, case: Case, key: str, given: Given, seen: int | None = None, reason: str = ""
) -> Replies:
    """Hand it in and say it back; on the way through the fields, ask the next one."""
    note = s.note
    filling = isinstance(note, Answering) and note.filling and note.key == key
    before = s.task(case, key)
    behalf = note.behalf if isinstance(note, Answering) and note.key == key else ""
    outcome = hand_in(
        case.company,
        case.season.id,
        case.pack,
        before.item.key,
        given,
        by=s.doer,
        seen=seen,
        behalf=behalf,
        reason=reason,
    )
    now = s.saved(case, outcome)
    task = s.task(now, key)
    lead = said_back(task)
    if isinstance(given, WaitingUntil):
        lead = say("said-waiting-when", said=lead, when=day_when(s, now, given.day))
    if filling:
        return next_question(s, now, key, lead, task)
    s.keep(Answering(now.company.id, now.season.id, key))
    return (done_card(s, now, task, lead),)


def said_back(task: Task) -> Fact:
    """「✔ 坐席总数:280 席」; an estimate or a wait says that it is still owed."""
    newest = task.state.live[-1]
    told = tell_given(newest.given, task.item)
    match newest.given:
        case WaitingUntil():
            name = "said-waiting"
        case AnswerGiven(estimate=True):
            name = "said-estimate"
        case _ if task.condition is Condition.IN_REVIEW:
            name = "said-in-review"
        case _ if task.is_owed:
            name = "said-half"
        case _:
            name = "said-done"
    said = say(name, title=task.item.title, what=told, version=newest.version)
    match newest.given:
        case AnswerGiven(value) if is_large(value, task.item.spec):
            return say("said-large", said=said)
        case _:
            return said


def done_card(s: Session, case: Case, task: Task, lead: Fact) -> Card:
    """What was understood, with 修改, 撤销 and what the step wants of the speaker next."""
    here = (case.company.id, case.season.id, task.item.key)
    newest = task.state.live[-1]
    view = s.overview(case)
    row = next((row for row in view.rows if row.key == task.item.milestone), None)
    owed = _owed_after(task, s.seen(case, row.tasks)) if row else []
    lines: list[Fact] = [heading(case), lead]
    if isinstance(task.item.spec, FormSpec) and task.condition is Condition.OPEN:
        lines.append(say("form-half"))
    lines.append(say("step-left", count=len(owed)) if owed else say("step-all-done"))
    change = Tap(say("tap-change"), ref(Verb.ITEM, *here))
    undo = Tap(say("tap-withdraw"), ref(Verb.WITHDRAW, *here, newest.version))
    following = tuple(
        Tap(say("tap-next-item", title=each.item.title), ref(Verb.ITEM, *here[:2], each.item.key))
        for each in _for_me(s, case, owed)
    )
    return Card(tuple(lines), ((change, undo), following, (step_tap(s, case, task),)))


def _owed_after(task: Task, tasks: Sequence[Task]) -> list[Task]:
    """What the step still owes, the next after this one first."""
    keys = [each.item.key for each in tasks]
    place = keys.index(task.item.key) + 1
    return [each for each in (*tasks[place:], *tasks[:place]) if each.is_owed]


def _for_me(s: Session, case: Case, owed: Sequence[Task]) -> Iterable[Task]:
    """The first of them that the speaker may hand in, if there is one."""
    mine = (
        each
        for each in owed
        if each.condition is not Condition.IN_REVIEW
        and may_hand_in(s.me.person, case.company, case.season, each.item)
    )
    return islice(mine, 1)


# --- typed ------------------------------------------------------------------------------


def typed(s: Session, note: Answering, text: str) -> Replies:
    """A typed answer to the item whose card is open."""
    case = s.case(note.company, note.season)
    task = s.task(case, note.key)
    if s.is_word("words-thanks", text):
        return (item_card(s, case, task, lead=say("thanks-no-answer"), filling=note.filling),)
    match task.item.kind:
        case ItemKind.ANSWER:
            return _typed_answer(s, case, task, note, text)
        case ItemKind.CONFIRM:
            return (item_card(s, case, task, lead=say("please-press"), filling=note.filling),)
        case ItemKind.MATERIAL | ItemKind.SIGN:
            return (item_card(s, case, task, lead=say("file-wanted"), filling=note.filling),)


def _typed_answer(s: Session, case: Case, task: Task, note: Answering, text: str) -> Replies:
    spec = task.item.spec
    if isinstance(spec, TableSpec | FormSpec):
        return _typed_rows(s, case, task, text)
    if spec is None:
        raise WrongKind
    reading = read_cell(text, spec, s.today)
    match reading:
        case Read(value):
            return give(s, case, note.key, AnswerGiven(value, note.estimate))
        case Unsure(readings) if any(len(_plain(each)) > LONGEST_READING for each in readings):
            return (refusal(s, case, task, say("trouble-too-long"), filling=note.filling),)
        case Unsure():
            return (_unsure_card(case, task, reading),)
        case Refused(why):
            return (refusal(s, case, task, why, filling=note.filling),)


def refusal(s: Session, case: Case, task: Task, why: Fact, *, filling: bool) -> Card:
    """What was wrong, and the item again: nothing was kept."""
    return item_card(s, case, task, lead=say("not-kept", why=why), filling=filling)


def _unsure_card(case: Case, task: Task, reading: Unsure) -> Card:
    """Two sound readings: the person says which."""
    here = (case.company.id, case.season.id, task.item.key)
    seen = task.state.version
    taps = tuple(
        (
            Tap(
                tell_value(value, task.item.spec),
                ref(Verb.TAKE_READING, *here, _plain(value), seen),
            ),
        )
        for value in reading.readings
    )
    return Card((heading(case), say("unsure", title=task.item.title, why=reading.why)), taps)


def _plain(value: Number | Day | Words | Choices) -> str:
    match value:
        case Number(number):
            return f"{number:f}"
        case Day(day):
            return day.isoformat()
        case _:
            return ""


def take_reading(s: Session, case: Case, key: str, plain: str, seen: int) -> Replies:
    """One of the two readings was pressed; `seen` is the version it would follow."""
    task = s.task(case, key)
    spec = task.item.spec
    value = (
        None if spec is None or isinstance(spec, TableSpec | FormSpec) else reading_of(plain, spec)
    )
    if value is None:
        return (Toasted(say("toast-old-button")),)
    note = s.note
    estimate = isinstance(note, Answering) and note.key == key and note.estimate
    return give(s, case, key, AnswerGiven(value, estimate), seen)


def _typed_rows(s: Session, case: Case, task: Task, text: str) -> Replies:
    spec = task.item.spec
    assert isinstance(spec, TableSpec | FormSpec)  # noqa: S101 - its caller looked
    if isinstance(spec, TableSpec) and s.is_word("words-none", text):
        return give(s, case, task.item.key, AnswerGiven(Rows(())))
    return take_rows(s, case, task, read_lines(text, spec.columns, s.today))


def take_rows(s: Session, case: Case, task: Task, reading: ReadRows | Refused) -> Replies:
    """A table that was typed or came as a sheet."""
    if isinstance(reading, Refused):
        note = s.note
        filling = isinstance(note, Answering) and note.filling
        return (refusal(s, case, task, reading.why, filling=filling),)
    return give(s, case, task.item.key, AnswerGiven(reading.value))


# --- pressed ----------------------------------------------------------------------------


def confirm(s: Session, case: Case, key: str, seen: int) -> Replies:
    """「属实,确认」."""
    return give(s, case, key, Confirmed(s.me.name), seen)


def table_has_none(s: Session, case: Case, key: str, seen: int) -> Replies:
    """「无」."""
    return give(s, case, key, AnswerGiven(Rows(())), seen)


def choose(s: Session, case: Case, key: str, option: str, seen: int) -> Replies:
    """One option: taken at once; of several: ticked until 完成 is pressed."""
    task = s.task(case, key)
    spec = task.item.spec
    if not isinstance(spec, ChoiceSpec):
        return (Toasted(say("toast-old-button")),)
    if not spec.many:
        return give(s, case, key, AnswerGiven(Choices((option,))), seen)
    note = s.note
    if not isinstance(note, Answering) or note.key != key:
        note = Answering(case.company.id, case.season.id, key)
    picked = set(note.picked) ^ {option}
    ticked = tuple(each.key for each in spec.options if each.key in picked)
    s.keep(replace(note, picked=ticked))
    return (item_card(s, case, task, filling=note.filling, picked=ticked),)


def chosen(s: Session, case: Case, key: str, seen: int) -> Replies:
    """All the options ticked so far."""
    note = s.note
    if not isinstance(note, Answering) or note.key != key or not note.picked:
        return (Toasted(say("toast-pick-first")),)
    return give(s, case, key, AnswerGiven(Choices(note.picked)), seen)


def estimate(s: Session, case: Case, key: str) -> Replies:
    """The next typed answer is an estimate."""
    task = s.task(case, key)
    s.keep(Answering(case.company.id, case.season.id, key, estimate=True))
    back = Tap(say("tap-item"), ref(Verb.ITEM, case.company.id, case.season.id, key))
    return (Card((heading(case), say("estimate-ask", title=task.item.title)), ((back,),)),)


def take_back(s: Session, case: Case, key: str, version: int) -> Replies:
    """撤销 on a card: that version, if it is one's own newest."""
    task = s.task(case, key)
    outcome = withdraw(case.company, case.season.id, case.pack, task.item.key, version, by=s.doer)
    now = s.saved(case, outcome)
    note = s.note
    filling = isinstance(note, Answering) and note.filling
    s.keep(Answering(case.company.id, case.season.id, key, filling=filling))
    lead = say("said-withdrawn", title=task.item.title, version=version)
    return (item_card(s, now, s.task(now, key), lead=lead, filling=filling),)
