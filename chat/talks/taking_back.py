"""撤销 on an item's card: one's own newest version, and what came of taking it back."""

from chat.card import Replies
from chat.file_notes import Answering
from chat.note import Note
from chat.screens.consequences import consequences
from chat.screens.item import item_card
from chat.screens.sign_scans import several_withdrawn
from chat.session import Case, Session
from messages.say import say
from workflow.actions import withdraw


def take_back(s: Session, case: Case, key: str, version: int) -> Replies:
    """撤销 on a card: that version, if it is one's own newest."""
    task = s.task(case, key)
    outcome = withdraw(case.company, case.season.id, case.pack, task.item.key, version, by=s.doer)
    now = s.saved(case, outcome)
    note = s.note
    filling = isinstance(note, Answering) and note.filling
    s.keep(_going_on(note, case, key))
    title = several_withdrawn(task.item.title, outcome.events)
    withdrawn = say("said-withdrawn", title=title, version=version)
    lead = consequences(s, case, now).under(withdrawn)
    return (item_card(s, now, s.task(now, key), lead=lead, filling=filling),)


def _going_on(note: Note | None, case: Case, key: str) -> Answering:
    """The item again, on the way through the fields where one was."""
    if isinstance(note, Answering) and note.filling:
        return Answering(case.company.id, case.season.id, key, filling=True, checking=note.checking)
    return Answering(case.company.id, case.season.id, key)
