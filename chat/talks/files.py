"""A file in the chat: bound to the open item, to the one its caption names, or asked about."""

from dataclasses import replace

from chat.buttons import Verb, ref
from chat.card import Card, Replies, Reply, Tap, Toasted
from chat.note import Answering, LooseFiles, Note
from chat.screens.item import item_card
from chat.screens.tasks import loose_card, named_by, takes_files
from chat.session import Case, Session
from chat.talk import SentFile, SheetUnreadable
from chat.talks import general
from chat.talks.answering import give, take_rows
from messages.say import Say, Size, say
from messages.values import read_table
from workflow.actions import withdraw
from workflow.checklist import Task
from workflow.given import FileRef, FilesGiven
from workflow.pack import FormSpec, TableSpec


def received(s: Session, sent: SentFile, replied_key: tuple[str, str, str] | None) -> Replies:
    """A file came in; `replied_key` names the item whose card it replies to."""
    case, key = _meant(s, replied_key)
    if case is None:
        return (Card((say("file-no-season"),), ((Tap(say("tap-new"), ref(Verb.NEW)),),)),)
    named = named_by(s, case, sent.caption)
    if named is not None:
        return bind(s, case, named, sent)
    if key:
        task = s.task(case, key)
        if takes_files(task) or isinstance(task.item.spec, TableSpec):
            return bind(s, case, task, sent)
    return _ask_which(s, case, sent)


def _meant(s: Session, replied: tuple[str, str, str] | None) -> tuple[Case | None, str]:
    """The case and item it is for: replied to, else open, else only the case on the screen."""
    if replied is not None:
        return s.case(replied[0], replied[1]), replied[2]
    note = s.note
    if isinstance(note, Answering):
        return s.case(note.company, note.season), note.key
    return s.current(), ""


def bind(s: Session, case: Case, task: Task, sent: SentFile) -> Replies:
    """Bind the file to the item; a sheet for a table is read into it."""
    spec = task.item.spec
    if isinstance(spec, TableSpec | FormSpec) and sent.sheet is not None:
        return _sheet(s, case, task, sent)
    if not takes_files(task):
        return (item_card(s, case, task, lead=say("not-kept", why=say("answer-wanted"))),)
    return give_files(s, case, task, (sent.file,), sent.album)


def _sheet(s: Session, case: Case, task: Task, sent: SentFile) -> Replies:
    spec = task.item.spec
    assert isinstance(spec, TableSpec | FormSpec)  # noqa: S101 - its caller looked
    if isinstance(sent.sheet, SheetUnreadable):
        return (item_card(s, case, task, lead=say("not-kept", why=Say(sent.sheet.sentence))),)
    rows = sent.sheet.rows if sent.sheet else ()
    return take_rows(s, case, task, read_table(rows, spec.columns, s.today))


def give_files(
    s: Session, case: Case, task: Task, files: tuple[FileRef, ...], album: str
) -> Replies:
    """Hand the files in and say back: which item, which version, how big."""
    replies = give(s, case, task.item.key, FilesGiven(files, album))
    said = say("file-checked", name=files[-1].name, size=Size(files[-1].size))
    now = s.case(case.company.id, case.season.id)
    given = s.task(now, task.item.key)
    return tuple(_with_line(each, said, now, given, album) for each in replies)


def _with_line(reply: Reply, line: Say, case: Case, task: Task, slot: str) -> Reply:
    if not isinstance(reply, Card):
        return reply
    here = (case.company.id, case.season.id, task.item.key, task.state.version)
    move = (Tap(say("tap-move-files"), ref(Verb.MOVE_FILES, *here)),)
    lines = (*reply.lines[:2], line, *reply.lines[2:])
    return Card(lines, (*reply.rows, move), slot=slot)


def _ask_which(s: Session, case: Case, sent: SentFile) -> Replies:
    """A loose file is never bound in silence; parts of one album wait together."""
    note = s.note
    waiting = note.files if isinstance(note, LooseFiles) else ()
    s.keep(LooseFiles((*waiting, sent.file), sent.album, sent.caption or _caption(note)))
    return (_which(s, case, 0),)


def _caption(note: Note | None) -> str:
    return note.caption if isinstance(note, LooseFiles) else ""


def _which(s: Session, case: Case, page: int) -> Card:
    note = s.note
    assert isinstance(note, LooseFiles)  # noqa: S101 - its callers looked
    names = tuple(file.name for file in note.files)
    card = loose_card(s, case, names, note.caption, page)
    return replace(card, slot=note.album)


def named(s: Session, text: str) -> Replies:
    """The waiting files' item, typed instead of pressed."""
    case = s.current()
    task = named_by(s, case, text) if case else None
    if case is None or task is None:
        return general.upload(s, say("please-press"))
    return bind_loose(s, case, task.item.key)


def page(s: Session, number: int) -> Replies:
    """Another page of the question which item a file is for."""
    note, case = s.note, s.current()
    if not isinstance(note, LooseFiles) or case is None:
        return (Toasted(say("toast-old-button")),)
    return (_which(s, case, number),)


def bind_loose(s: Session, case: Case, key: str) -> Replies:
    """The item for the waiting files was pressed."""
    note = s.note
    if not isinstance(note, LooseFiles):
        return (Toasted(say("toast-old-button")), *_show(s, case, key))
    task = s.task(case, key)
    if not takes_files(task):
        return (Toasted(say("toast-old-button")),)
    return give_files(s, case, task, note.files, note.album)


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
    s.keep(LooseFiles(given.files, given.album))
    return (_which(s, now, 0),)
