"""Plain words and what they lead to: presses of their cards, and what a text is answered."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.file_notes import Answering
from chat.note import Binding
from chat.route import Route
from chat.screens.missing import missing_card
from chat.session import Session
from chat.talks import plain_facts
from workflow.pack import DateSpec, FormSpec, NumberSpec, PhoneSpec, TableSpec
from workflow.team import Department

PLAIN_PRESSES: Mapping[Verb, Route] = {
    Verb.MISSING: Route(3, lambda s, a: (missing_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.WAIT_ON: Route(4, lambda s, a: plain_facts.wait_on(s, s.case(*a[:2]), a[2], a.day(3))),
    Verb.TAKE_ALL: Route(
        3, lambda s, a: plain_facts.took_all(s, s.case(*a[:2]), a.read(2, Department))
    ),
}

ASKED_FOR_VALUES = (NumberSpec, DateSpec, PhoneSpec)


def may_interrupt(s: Session) -> bool:
    """Whether a sentence is looked at before it is taken for an answer to what is asked.

    Where words are wanted, a name or a reason, they are taken as they are.
    """
    match s.note:
        case None | Binding():
            return True
        case Answering(company, season, key):
            spec = s.task(s.case(company, season), key).item.spec
            return spec is None or isinstance(spec, ASKED_FOR_VALUES)
        case _:
            return False


def is_no_text_wanted(s: Session, note: Answering) -> bool:
    """Whether the open item wants a file, a press, a value or rows: a title alone is none of them."""
    spec = s.task(s.case(note.company, note.season), note.key).item.spec
    return spec is None or isinstance(spec, (*ASKED_FOR_VALUES, TableSpec, FormSpec))
