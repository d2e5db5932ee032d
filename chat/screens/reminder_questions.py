"""What is asked after a press under a reminder: a time, a sentence, a count."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.note import Asking
from chat.screens.progress import heading
from chat.session import Session
from messages.say import Fact, Say, say
from workflow.counting import year_counted


def question_card(s: Session, note: Asking, lead: Fact | None = None) -> Card:
    """The question, below what has just happened; the reminder itself stays where it is."""
    case = s.case(note.company, note.season)
    lines: list[Fact] = [heading(case), *([] if lead is None else [lead])]
    year = year_counted(case.season, s.today)
    facts = {"year": str(year), "before": str(year - 1)}  # texts: no thousands are parted
    asked = Say(f"ask-{note.wanted.replace('_', '-')}", facts)
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    return Card((*lines, asked), (cancel,), fresh=lead is None)
