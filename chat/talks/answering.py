"""Ticking an item: typed answers, choices, confirmations, files; said back, with 撤销."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Tap, Toasted
from chat.file_notes import Answering
from chat.screens.consequences import consequences
from chat.screens.days import day_when
from chat.screens.done import done_card, said_back
from chat.screens.item import item_card
from chat.screens.progress import heading
from chat.screens.signing import is_to_sign, signing_card
from chat.screens.tables import faulty_card
from chat.session import Case, Session
from chat.talks.filling import next_question
from messages.carried import reading_of
from messages.say import Fact, say
from messages.tables import FaultyRows, ReadRows, read_lines
from messages.telling import tell_value
from messages.values import Read, Refused, Unsure, read_cell
from workflow.actions import hand_in
from workflow.checklist import Task
from workflow.errors import WrongKind
from workflow.given import (
    AnswerGiven,
    Choices,
    Confirmed,
    Day,
    Given,
    Number,
    Origin,
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
    if is_to_sign(s, case, task):
        return (signing_card(s, case),)
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
    after = consequences(s, case, now, task)
    if filling:
        return next_question(s, now, key, after.under(lead), task)
    s.keep(Answering(now.company.id, now.season.id, key))
    return (done_card(s, now, task, lead, after),)


# --- typed ------------------------------------------------------------------------------


def takes_words(s: Session, note: Answering, text: str) -> bool:
    """Whether a text says something to the open item: an answer, or a mere thank-you."""
    item = s.task(s.case(note.company, note.season), note.key).item
    return item.kind is ItemKind.ANSWER or s.is_word("words-thanks", text)


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
    lead = say("not-kept", why=why)
    return item_card(s, case, task, lead=lead, filling=filling, is_refusal=True)


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


def take_rows(
    s: Session,
    case: Case,
    task: Task,
    reading: ReadRows | FaultyRows | Refused,
    origin: Origin | None = None,
) -> Replies:
    """A table that was typed or came as a sheet."""
    note = s.note
    filling = isinstance(note, Answering) and note.filling
    match reading:
        case ReadRows(value):
            return give(s, case, task.item.key, AnswerGiven(value, origin=origin))
        case FaultyRows():
            is_sheet = origin is not None
            return (faulty_card(s, case, task, reading, filling=filling, is_sheet=is_sheet),)
        case Refused(why):
            return (refusal(s, case, task, why, filling=filling),)


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
