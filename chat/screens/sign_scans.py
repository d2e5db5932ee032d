"""One scan for several signatures: said back with all of them, and taken back with all of them."""

from chat.session import Case
from messages.say import Fact, Listed, Say, say
from workflow.checklist import Task
from workflow.events import Event
from workflow.scanned import scans_of


def along_lines(case: Case, task: Task) -> tuple[Say, ...]:
    """Which other signatures the same scan stands for."""
    others = scans_of(case.company, case.season, case.pack, task)
    titles = Listed(tuple(each.item.title for each, _ in others))
    return (say("signing-scan-also", titles=titles),) if others else ()


def several_withdrawn(what: Fact, events: tuple[Event, ...]) -> Fact:
    """What was taken back: of one scan for several signatures, how many."""
    return say("signing-scan-back", what=what, count=len(events)) if events[1:] else what
