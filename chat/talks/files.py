"""A file in the chat: bound to the open item, to the one its caption names, or asked about."""

from dataclasses import replace
from functools import reduce

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Reply, Tap, Toasted
from chat.file_notes import Answering, LooseFiles, Parcel
from chat.other_tables import headings_of, table_of
from chat.screens.done import said_back
from chat.screens.door import no_case_for_file_card
from chat.screens.evidence import paper_lines, reason_row
from chat.screens.item import item_card
from chat.screens.sign_scans import along_lines
from chat.screens.tasks import loose_card, loose_case, named_by, papers
from chat.session import Case, Session
from chat.sheet_notes import SheetsRead
from chat.talk import SentFile, Sheet, SheetUnreadable
from chat.talks import filled_sheet, general
from chat.talks.answering import give
from chat.talks.tables import table_came
from messages.say import Fact, Size, say
from workflow.actions import withdraw
from workflow.checklist import Task, takes_files
from workflow.given import FileRef, FilesGiven
from workflow.kept_words import LONGEST_REASON
from workflow.pack import FormSpec, TableSpec

OLD_SHEET = "application/vnd.ms-excel"
""".xls and .et: good as papers, but nobody reads them as tables here."""


def received(
    s: Session,
    sent: SentFile,
    replied_key: tuple[str, str, str] | None,
    with_it: tuple[FileRef, ...] = (),
) -> Replies:
    """A file came in; `replied_key` names the item whose card it replies to.

    `with_it` are the other parts of its album, where they waited together.
    """
    case, key = meant(s, replied_key)
    if case is None:
        return (no_case_for_file_card(s),)
    sheet = filled_sheet.came(s, case, sent)
    if sheet is not None:
        return sheet
    task = _told(s, case, key, sent)
    if task is None:
        return _ask_which(s, case, sent, with_it)
    waiting = s.note
    replies = bind(s, case, task, sent, with_it)
    if isinstance(waiting, SheetsRead):
        s.keep(waiting)
        return (*replies, *filled_sheet.shown(s, waiting))
    if not isinstance(waiting, LooseFiles):
        return replies
    s.keep(waiting)  # this one said where it belongs; those that did not are still asked about
    there = loose_case(s, waiting) or s.case(case.company.id, case.season.id)
    return (*replies, loose_card(s, there, waiting, 0))


def _told(s: Session, case: Case, key: str, sent: SentFile) -> Task | None:
    """What the caption names; the open paper, the table it says it is, the open table; that of its album."""
    named = named_by(s, case, sent.caption)
    if named is not None:
        return named
    task = s.task(case, key) if key else None
    if task is not None and takes_files(task.item):
        return task
    sheet = sent.sheet
    table = table_of(s, case, sheet, sent.file.name) if isinstance(sheet, Sheet) else None
    if table is not None or (task is not None and isinstance(task.item.spec, TableSpec)):
        return table or task
    return _of_album(s, case, sent.album)


def _of_album(s: Session, case: Case, album: str) -> Task | None:
    """The paper that has the first parts of that album as its newest version."""
    for task in papers(s, case) if album else ():
        newest = task.state.live[-1:]
        given = newest[0].given if newest else None
        if isinstance(given, FilesGiven) and given.album == album:
            return task
    return None


def meant(s: Session, replied: tuple[str, str, str] | None) -> tuple[Case | None, str]:
    """The case and item it is for: replied to, else open, else only the case on the screen."""
    if replied is not None:
        return s.case(replied[0], replied[1]), replied[2]
    note = s.note
    if isinstance(note, Answering):
        return s.case(note.company, note.season), note.key
    return s.current(), ""


def bind(
    s: Session, case: Case, task: Task, sent: SentFile, with_it: tuple[FileRef, ...] = ()
) -> Replies:
    """Bind the file to the item; a sheet for a table is read into it."""
    spec = task.item.spec
    if isinstance(spec, TableSpec | FormSpec) and sent.sheet is not None:
        return table_came(s, case, task, spec, sent)
    if not takes_files(task.item):
        is_old = sent.file.media_type == OLD_SHEET
        why = say("sheet-old-format") if is_old else say("answer-wanted")
        return (item_card(s, case, task, lead=say("not-kept", why=why)),)
    files, reason = (sent.file, *with_it), _reason(s, case, task, sent.caption)
    return give_files(s, case, task, files, sent.album, reason)


def _reason(s: Session, case: Case, task: Task, caption: str) -> str:
    """A caption that names no item says why the version before is replaced, if there is one."""
    if not task.state.live or named_by(s, case, caption) is not None:
        return ""
    return " ".join(caption.split())[:LONGEST_REASON]


def give_files(
    s: Session,
    case: Case,
    task: Task,
    files: tuple[FileRef, ...],
    album: str,
    reason: str = "",
) -> Replies:
    """Hand the files in and say back: which item, which version, how big."""
    replies = give(s, case, task.item.key, FilesGiven(files, album), reason=reason)
    said = say("file-checked", name=files[-1].name, size=Size(files[-1].size))
    now = s.case(case.company.id, case.season.id)
    given = s.task(now, task.item.key)
    told = (said, *along_lines(now, given), *paper_lines(s, now, given))
    row = (*_move(now, given), *reason_row(s, now, given))
    return tuple(_with_lines(each, told, row, album) for each in replies)


def _move(case: Case, task: Task) -> tuple[Tap, ...]:
    return (Tap(say("tap-move-files"), ref(Verb.MOVE_FILES, *_here(case, task))),)


def _with_lines(reply: Reply, told: tuple[Fact, ...], row: tuple[Tap, ...], slot: str) -> Reply:
    if not isinstance(reply, Card):
        return reply
    lines = (*reply.lines[:2], *told, *reply.lines[2:])
    return Card(lines, (*reply.rows, row), slot=slot)


def _here(case: Case, task: Task) -> tuple[str | int, ...]:
    return case.company.id, case.season.id, task.item.key, task.state.version


def _ask_which(s: Session, case: Case, sent: SentFile, with_it: tuple[FileRef, ...]) -> Replies:
    """A loose file is never bound in silence."""
    note = s.note
    table = headings_of(s, case, sent.sheet) if isinstance(sent.sheet, Sheet) else ()
    files = (sent.file, *with_it)
    parcel = Parcel(files, sent.album, sent.caption, unread=_unread(sent), headings=table)
    if isinstance(note, SheetsRead):
        return filled_sheet.file_behind(s, note, parcel)
    before = note if isinstance(note, LooseFiles) else LooseFiles(())
    waiting = before.joined_by(parcel)
    s.keep(waiting)
    there = loose_case(s, waiting) or case
    return (replace(loose_card(s, there, waiting, 0), slot=sent.album),)


def _unread(sent: SentFile) -> str:
    """The sentence that says why its figures were not read, where it is a spreadsheet."""
    if isinstance(sent.sheet, SheetUnreadable):
        return sent.sheet.sentence
    return "sheet-old-format" if sent.file.media_type == OLD_SHEET else ""


def named(s: Session, text: str) -> Replies:
    """The waiting files' item, typed instead of pressed; of a sheet, who gave it."""
    waiting = s.note
    if isinstance(waiting, SheetsRead):
        return filled_sheet.typed(s, waiting, text)
    case = loose_case(s, waiting) if isinstance(waiting, LooseFiles) else None
    task = named_by(s, case, text) if case else None
    if case is None or task is None or not isinstance(waiting, LooseFiles):
        return general.upload(s, say("please-press"))
    return _bind_first(s, case, task, waiting)


def page(s: Session, number: int) -> Replies:
    """Another page of the question which item a file is for."""
    note = s.note
    case = loose_case(s, note) if isinstance(note, LooseFiles) else None
    if not isinstance(note, LooseFiles) or case is None:
        return (Toasted(say("toast-old-button")),)
    return (loose_card(s, case, note, number),)


def bind_loose(s: Session, case: Case, key: str, mark: str) -> Replies:
    """The item for the file of that mark was pressed; of one that waits no more: an old button."""
    note = s.note
    if not isinstance(note, LooseFiles):
        return (Toasted(say("toast-old-button")), *_show(s, case, key))
    task = s.task(case, key)
    is_elsewhere = note.first.company not in ("", case.company.id)
    if note.first.mark != mark or is_elsewhere or not takes_files(task.item):
        there = loose_case(s, note) or case
        return (Toasted(say("toast-old-button")), loose_card(s, there, note, 0))
    return _bind_first(s, case, task, note)


def together(s: Session, mark: str) -> Replies:
    """「这 2 个一起交给同一项」: all that waits is one version from now on; ask where it goes."""
    note = s.note
    case = loose_case(s, note) if isinstance(note, LooseFiles) else None
    if not isinstance(note, LooseFiles) or case is None:
        return (Toasted(say("toast-old-button")),)
    if note.first.mark != mark or not note.is_of_one:
        return (Toasted(say("toast-old-button")),)
    one = LooseFiles((reduce(Parcel.joined, note.parcels),))
    s.keep(one)
    return (loose_card(s, case, one, 0),)


def _bind_first(s: Session, case: Case, task: Task, waiting: LooseFiles) -> Replies:
    """Bind what was asked about; what waits behind it is asked about on the same card."""
    parcel = waiting.first
    replies = give_files(s, case, task, parcel.files, parcel.album)
    if not waiting.more:
        return replies
    left = LooseFiles(waiting.more)
    s.keep(left)
    now = s.case(case.company.id, case.season.id)
    there = loose_case(s, left)
    if there is not None and there.company.id != case.company.id:
        return (*replies, loose_card(s, there, left, 0))
    given = s.task(now, task.item.key)
    asked = loose_card(s, now, left, 0, said_back(given))
    lines = (*asked.lines[:2], say("loose-left", count=left.count), *asked.lines[2:])
    undo = (Tap(say("tap-undo-file"), ref(Verb.MOVE_FILES, *_here(now, given))),)
    rows = (*asked.rows[:-1], undo, *asked.rows[-1:])
    return (replace(asked, lines=lines, rows=rows),)


def _show(s: Session, case: Case, key: str) -> Replies:
    return (item_card(s, case, s.task(case, key)),)


def move(s: Session, case: Case, key: str, version: int) -> Replies:
    """「不是这项」: take that version's files back and ask again which item they are for."""
    task = s.task(case, key)
    live = task.state.live
    given = live[-1].given if live else None
    if not isinstance(given, FilesGiven) or live[-1].version != version:
        return (Toasted(say("toast-old-button")),)
    outcome = withdraw(case.company, case.season.id, case.pack, task.item.key, version, by=s.doer)
    now = s.saved(case, outcome)
    note = s.note
    behind = note.parcels if isinstance(note, LooseFiles) else ()
    waiting = LooseFiles((Parcel(given.files, given.album), *behind))
    s.keep(waiting)
    return (loose_card(s, now, waiting, 0),)
