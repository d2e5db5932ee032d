"""A filled sheet comes back: who gave it, what was read, 全部记入 in one step, or let go."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from chat.card import Card, Replies, Toasted
from chat.file_notes import MARK, Answering, LooseFiles, Parcel
from chat.naming import items_named
from chat.note import read_note, write_note
from chat.other_tables import names_none
from chat.screens.consequences import counted
from chat.screens.filled_sheet import giver_card, read_card, taken_card, unread_card
from chat.screens.progress import status_card
from chat.screens.tasks import loose_card, loose_case
from chat.screens.working import giver_name
from chat.session import Case, Session
from chat.sheet_notes import FilledSheet, ReadAnswer, SheetsRead, Unclear
from chat.sheet_reading import Row, known_tasks, layout_of, read_rows, read_sheet, unclear
from chat.talk import SentFile, Sheet
from chat.years_reading import read_years, years_layout
from messages.pairs import read_pairs
from messages.say import Fact, Say, say
from workflow.actions import hand_in
from workflow.checklist import Task, find_task, season_of
from workflow.earlier import earlier_task, take_over
from workflow.errors import AlreadyGiven, WorkflowError
from workflow.fitting import require_fits
from workflow.ids import ItemKey
from workflow.kept_words import LONGEST_BEHALF
from workflow.model import Company, Outcome
from workflow.origins import with_source
from workflow.permissions import Action, may

MOST_SHEETS = 8
"""Sheets that wait at a time."""


def is_ours(s: Session, sent: SentFile) -> bool:
    """Whether it is a sheet of items as we send them, filled in or not."""
    sheet = sent.sheet if isinstance(sent.sheet, Sheet) else None
    return sheet is not None and bool(layout_of(s, sheet) or years_layout(s, sheet))


def came(s: Session, case: Case, sent: SentFile) -> Replies | None:
    """Ask about the sheet if it is one of ours; None if it is not."""
    sheet = sent.sheet if isinstance(sent.sheet, Sheet) else None
    if sheet is None:
        return None
    layout, years = layout_of(s, sheet), years_layout(s, sheet)
    found = layout or years
    if found is None or names_none(s, case, sheet, found.row, found.title):
        return None
    if layout is not None:
        return _came(s, case, read_sheet(s, case, sent.file, sheet, layout))
    if years is not None:
        return _came(s, case, read_years(s, case, sent.file, sheet, years))
    return None


def _came(s: Session, case: Case, read: FilledSheet) -> Replies:
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
    taken: list[ReadAnswer] = field(default_factory=list)
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
    came = counted(s, case, now) if recording.taken else None
    events = recording.outcome.events
    card = taken_card(now, sheet, recording.taken, recording.left_out, events, came)
    return _go_on(s, note, (card,))


def _record(
    s: Session, case: Case, sheet: FilledSheet, answer: ReadAnswer, recording: _Recording
) -> None:
    try:
        step = _step(s, case, sheet, answer, recording.outcome.company)
    except AlreadyGiven:  # somebody was quicker with the same
        return
    except WorkflowError as refused:
        why = Say(refused.sentence, refused.facts)
        recording.left_out.append(unclear(s, answer.cell, _title(s, case, answer.key), why))
        return
    recording.outcome = recording.outcome.then(step)
    recording.taken.append(answer)


def _step(
    s: Session, case: Case, sheet: FilledSheet, answer: ReadAnswer, company: Company
) -> Outcome:
    """One answer handed in; of an earlier year taken over. AlreadyGiven, also by another file."""
    season, pack, key = case.season.id, case.pack, ItemKey(answer.key)
    require_fits(_standing(case, answer, company), answer.given, s.today)
    given = with_source(answer.given, sheet.source)
    if answer.year:
        return take_over(
            *(company, season, pack, answer.year, key, given),
            by=s.doer,
            seen=answer.seen,
            behalf=sheet.behalf,
        )
    return hand_in(
        *(company, season, pack, key, given),
        by=s.doer,
        seen=answer.seen,
        behalf=sheet.behalf,
        reason=answer.remark,
    )


def _standing(case: Case, answer: ReadAnswer, company: Company) -> Task:
    """The item as it is by now."""
    season, key = season_of(company, case.season.id), ItemKey(answer.key)
    if answer.year:
        return earlier_task(company, season, case.pack, key, answer.year)
    return find_task(company, season, case.pack, key)


def _title(s: Session, case: Case, key: str) -> str:
    """What the item is called; it may have been dropped meanwhile."""
    titles = (each.item.title for each in known_tasks(s, case) if each.item.key == key)
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
