"""A filled sheet comes back: who gave it, what was read, 全部记入 in one step, or let go."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from chat.card import Card, Replies, Toasted
from chat.naming import items_named
from chat.note import MARK, Answering, LooseFiles, Parcel, read_note, write_note
from chat.screens.filled_sheet import giver_card, read_card, taken_card, unread_card
from chat.screens.progress import status_card
from chat.screens.tasks import loose_card, loose_case
from chat.screens.working import giver_name
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, SheetsRead, Unclear
from chat.sheet_reading import Layout, Row, layout_of, read_rows, read_sheet
from chat.talk import SentFile, Sheet
from messages.pairs import read_pairs
from messages.say import Fact, Say, say
from workflow.actions import LONGEST_BEHALF, hand_in
from workflow.checklist import Task, checklist
from workflow.errors import AlreadyGiven, WorkflowError
from workflow.given import AnswerGiven
from workflow.ids import ItemKey
from workflow.model import Outcome
from workflow.permissions import Action, may

MOST_SHEETS = 8
"""Sheets that wait at a time."""


def is_ours(s: Session, sent: SentFile) -> bool:
    """Whether it is a sheet of items as we send them, filled in or not."""
    return isinstance(sent.sheet, Sheet) and layout_of(s, sent.sheet) is not None


def came(s: Session, case: Case, sent: SentFile) -> Replies | None:
    """Ask about the sheet if it is one of ours; None if it is not."""
    sheet = sent.sheet if isinstance(sent.sheet, Sheet) else None
    layout = layout_of(s, sheet) if sheet else None
    if sheet is None or layout is None:
        return None
    return _came(s, case, sent, sheet, layout)


def _came(s: Session, case: Case, sent: SentFile, sheet: Sheet, layout: Layout) -> Replies:
    read = read_sheet(s, case, sent.file, sheet, layout)
    if not read.answers:
        return (unread_card(case, read),)
    asks = may(s.me.person, Action.HAND_IN, case.company)
    return _asked_about(s, read, asks_giver=asks)


def values_typed(s: Session, text: str) -> Replies | None:
    """「坐席280营收1860万投诉37」, or a pasted table: said back first; None where it is no such text."""
    case = s.current()
    rows = [Row(name, value, "") for name, value in read_pairs(text)] if case else []
    if case is None or not any(_is_one(s, case, row.title) for row in rows):
        return None
    name = s.wording.plain(say("values-typed"))
    read = read_rows(s, case, rows, partial(_called, s, case), s.house.new_id()[:MARK], name)
    if not read.answers:
        return (unread_card(case, read),)
    return _asked_about(s, read, asks_giver=False)


def _is_one(s: Session, case: Case, name: str) -> bool:
    return items_named(s, case, name).sure is not None


def _called(s: Session, case: Case, name: str) -> Sequence[Task]:
    found = items_named(s, case, name)
    return (found.sure,) if found.sure else found.maybe


def _asked_about(s: Session, read: FilledSheet, *, asks_giver: bool) -> Replies:
    note = s.note
    before = note if isinstance(note, SheetsRead) else SheetsRead((), _behind(note))
    others = tuple(each for each in before.sheets if each.mark != read.mark)
    if len(others) >= MOST_SHEETS:
        return shown(s, before, say("sheets-enough"))
    behalf = note.behalf if isinstance(note, Answering) else ""
    asks = asks_giver and not behalf
    waiting = replace(before, sheets=(*others, replace(read, behalf=behalf, asks_giver=asks)))
    s.keep(waiting)
    return shown(s, waiting, say("sheets-wait", count=len(others)) if others else None)


def _behind(note: object) -> str:
    return write_note(note) if isinstance(note, LooseFiles) else ""


def shown(s: Session, note: SheetsRead, lead: Fact | None = None) -> tuple[Card, ...]:
    """What is being asked about the first sheet."""
    sheet = note.first
    case = s.case(sheet.company, sheet.season)
    if sheet.asks_giver:
        return (giver_card(s, case, sheet, lead),)
    return (read_card(case, sheet, lead=lead),)


def file_behind(s: Session, note: SheetsRead, parcel: Parcel) -> Replies:
    """Another file that says not where it belongs: it is asked about after the sheets."""
    before = read_note(note.behind)
    loose = before if isinstance(before, LooseFiles) else LooseFiles(())
    waiting = replace(note, behind=write_note(loose.joined_by(parcel)))
    s.keep(waiting)
    lead = say("file-after-sheet", name=parcel.files[0].name)
    return tuple(replace(card, slot=parcel.album) for card in shown(s, waiting, lead))


# --- answers ------------------------------------------------------------------------------


def _asked(s: Session, mark: str) -> SheetsRead | None:
    """The note, if the sheet of that mark is the one asked about."""
    note = s.note
    return note if isinstance(note, SheetsRead) and note.first.mark == mark else None


def _gone() -> Replies:
    """Recorded, let go, or pushed aside by another question."""
    return (Toasted(say("toast-sheet-gone")),)


def giver(s: Session, mark: str, key: str) -> Replies:
    """Who gave it was pressed; an empty key is nobody in particular."""
    note = _asked(s, mark)
    if note is None:
        return _gone()
    name = giver_name(s.case(note.first.company, note.first.season).company, key)
    if key and not name:
        return _gone()
    return _given_by(s, note, name)


def _given_by(s: Session, note: SheetsRead, name: str) -> Replies:
    first = replace(note.first, behalf=name[:LONGEST_BEHALF], asks_giver=False)
    waiting = replace(note, sheets=(first, *note.sheets[1:]))
    s.keep(waiting)
    return shown(s, waiting)


def typed(s: Session, note: SheetsRead, text: str) -> Replies:
    """The giver's name, while it is asked for."""
    name = " ".join(text.split())
    if note.first.asks_giver and name and not s.is_word("words-thanks", name):
        return _given_by(s, note, name)
    return shown(s, note, say("please-press"))


def page(s: Session, mark: str, number: int) -> Replies:
    """Another page of what was read."""
    note = _asked(s, mark)
    if note is None:
        return _gone()
    return (read_card(s.case(note.first.company, note.first.season), note.first, number),)


def drop(s: Session, mark: str) -> Replies:
    """「先不记」."""
    note = _asked(s, mark)
    if note is None:
        return _gone()
    case = s.case(note.first.company, note.first.season)
    return _go_on(s, note, (status_card(s, case, say("sheet-dropped", name=note.first.name)),))


# --- recording ----------------------------------------------------------------------------


@dataclass(slots=True)
class _Recording:
    """What became of each answer, on the way through them."""

    outcome: Outcome
    taken: list[str] = field(default_factory=list)
    left_out: list[Unclear] = field(default_factory=list)


def take(s: Session, mark: str) -> Replies:
    """「全部记入」: all in one step; what does not fit any more is left out and named."""
    note = _asked(s, mark)
    if note is None:
        return _gone()
    sheet = note.first
    case = s.case(sheet.company, sheet.season)
    recording = _Recording(Outcome(case.company, ()))
    for answer in sheet.answers:
        _record(s, case, sheet, answer, recording)
    now = s.saved(case, recording.outcome) if recording.taken else case
    card = taken_card(now, sheet, recording.taken, recording.left_out)
    return _go_on(s, note, (card,))


def _record(
    s: Session, case: Case, sheet: FilledSheet, answer: ReadAnswer, recording: _Recording
) -> None:
    try:
        step = hand_in(
            recording.outcome.company,
            case.season.id,
            case.pack,
            ItemKey(answer.key),
            AnswerGiven(answer.value),
            by=s.doer,
            seen=answer.seen,
            behalf=sheet.behalf,
            reason=answer.remark,
        )
    except AlreadyGiven:  # somebody was quicker with the same
        return
    except WorkflowError as refused:
        why = s.wording.plain(Say(refused.sentence, refused.facts))
        recording.left_out.append(Unclear(_title(s, case, answer.key), why))
        return
    recording.outcome = recording.outcome.then(step)
    recording.taken.append(answer.key)


def _title(s: Session, case: Case, key: str) -> str:
    """What the item is called; it may have been dropped meanwhile."""
    tasks = s.seen(case, checklist(case.company, case.season, case.pack))
    titles = (each.item.title for each in tasks if each.item.key == key)
    return s.wording.plain(next(titles, say("item-gone")))


def _go_on(s: Session, note: SheetsRead, replies: Sequence[Card]) -> Replies:
    """Ask about the next sheet, then about the files that waited behind them."""
    if note.sheets[1:]:
        waiting = replace(note, sheets=note.sheets[1:])
        s.keep(waiting)
        return (*replies, *shown(s, waiting))
    behind = read_note(note.behind)
    s.keep(behind)
    case = loose_case(s, behind) if isinstance(behind, LooseFiles) else None
    if not isinstance(behind, LooseFiles) or case is None:
        return tuple(replies)
    return (*replies, loose_card(s, case, behind, 0))
