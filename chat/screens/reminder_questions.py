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
    if not note.company:
        return _asked(say("later-of-several"), lead, say("ask-later-time"))
    case = s.case(note.company, note.season)
    year = year_counted(case.season, s.today)
    facts = {"year": str(year), "before": str(year - 1)}  # texts: no thousands are parted
    return _asked(heading(case), lead, Say(f"ask-{note.wanted.replace('_', '-')}", facts))


def _asked(whose: Fact, lead: Fact | None, question: Say) -> Card:
    cancel = (Tap(say("tap-cancel"), ref(Verb.CANCEL)),)
    lines = (whose, *([] if lead is None else [lead]), question)
    return Card(lines, (cancel,), fresh=lead is None)
