"""The versions of an item, newest first; files can be had back."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.screens.evidence import reason_row, record_row
from chat.screens.item import giver_of
from chat.screens.papers import file_rows
from chat.screens.progress import heading
from chat.session import Case, Session
from messages.say import Say, say
from messages.telling import tell_given
from workflow.checklist import Task
from workflow.given import Entry

VERSIONS_SHOWN = 8


def history_card(s: Session, case: Case, task: Task) -> Card:
    """The newest versions, and the way to all that happened to the item."""
    entries = tuple(reversed(task.state.entries))[:VERSIONS_SHOWN]
    lines = [heading(case), say("history-title", title=task.item.title)]
    lines += [_version_line(case, task, entry) for entry in entries]
    last = (*record_row(s, case, task), _back(case, task))
    files = [row for entry in entries for row in file_rows(case, task, entry)]
    return Card(tuple(lines), (*files[:VERSIONS_SHOWN], reason_row(s, case, task), last))


def _back(case: Case, task: Task) -> Tap:
    return Tap(say("tap-item"), ref(Verb.ITEM, case.company.id, case.season.id, task.item.key))


def _version_line(case: Case, task: Task, entry: Entry) -> Say:
    line = say(
        "history-withdrawn" if entry.withdrawn else "history-line",
        version=entry.version,
        what=tell_given(entry.given, task.item),
        who=giver_of(case, entry),
        at=entry.at,
    )
    return say("history-reason", line=line, why=entry.reason) if entry.reason else line
