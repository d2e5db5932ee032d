"""A sheet for a table came back: read whole into its item, or handed back with what is wrong in it."""

from dataclasses import replace

from chat.card import Card, Handout, Replies, Reply
from chat.file_notes import Answering
from chat.other_tables import is_other, told_other
from chat.screens.item import item_card
from chat.screens.tables import FAULTS_SHOWN, faulty_sheet, without_faults
from chat.session import Case, Session
from chat.sheet_reading import cell_trouble_of
from chat.talk import SentFile, Sheet, SheetUnreadable
from chat.talks.answering import refusal, take_rows
from messages.say import Say, say
from messages.tables import FaultyRows, InSheet, read_table
from workflow.checklist import Task
from workflow.given import FileRef, Origin
from workflow.pack import FormSpec, TableSpec

SHOWN_DIGEST = 12


def table_came(
    s: Session, case: Case, task: Task, spec: TableSpec | FormSpec, sent: SentFile
) -> Replies:
    """All its rows or none; a cell is refused by its name, and many of them in a sheet of their own."""
    if isinstance(sent.sheet, SheetUnreadable):
        return (item_card(s, case, task, lead=say("not-kept", why=Say(sent.sheet.sentence))),)
    sheet = without_faults(s, sent.sheet or Sheet(()))
    cells = InSheet(sheet.places.name, lambda row, column: cell_trouble_of(sheet, row, column))
    reading = read_table(sheet.rows, spec.columns, s.today, cells)
    if isinstance(reading, FaultyRows) and is_other(sheet, reading):
        filling = isinstance(s.note, Answering) and s.note.filling
        return (refusal(s, case, task, told_other(sheet), filling=filling),)
    replies = take_rows(s, case, task, reading, origin_of(sent.file))
    replies = tuple(_with_page(each, sheet) for each in replies)
    if not isinstance(reading, FaultyRows) or len(reading.faults) <= FAULTS_SHOWN:
        return replies
    caption = say("table-fault-caption", title=task.item.title)
    return (*replies, Handout(faulty_sheet(s, task, spec, sheet, reading), caption))


def _with_page(reply: Reply, sheet: Sheet) -> Reply:
    """Which page was read, where others had something in them, too."""
    if not sheet.places.left_out or not isinstance(reply, Card):
        return reply
    read = say("sheet-page", page=sheet.places.page, count=sheet.places.left_out)
    return replace(reply, lines=(*reply.lines[:2], read, *reply.lines[2:]))


def origin_of(file: FileRef) -> Origin:
    """出处 of what was read from a file: its name, and enough of its hash to find it again."""
    return Origin(f"{file.name} ({file.sha256[:SHOWN_DIGEST]})")
