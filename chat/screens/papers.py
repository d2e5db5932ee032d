"""The files of a version as buttons: each can be had back, from an item's card and its history."""

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.session import Case
from messages.say import say
from workflow.checklist import Task
from workflow.given import Entry, FilesGiven
from workflow.record import ERASED_NAME


def file_rows(case: Case, task: Task, entry: Entry) -> tuple[tuple[Tap, ...], ...]:
    """The files of a version, each to be had back; what was erased is left out."""
    if not isinstance(entry.given, FilesGiven):
        return ()
    here = (case.company.id, case.season.id, task.item.key, entry.version)
    return tuple(
        (
            Tap(
                say("tap-download", version=entry.version, name=file.name),
                ref(Verb.DOWNLOAD, *here, index),
            ),
        )
        for index, file in enumerate(entry.given.files)
        if file.name != ERASED_NAME
    )
