"""The way to the sheet with three years side by side."""

from chat.buttons import Verb, ref
from chat.card import Tap
from chat.session import Case, Session
from messages.say import Say, say
from workflow.permissions import Action, may


def years_row(s: Session, case: Case, label: Say | None = None) -> tuple[Tap, ...]:
    """「三年对照表」, for whoever may answer something."""
    if not may(s.me.person, Action.HAND_IN_MINE, case.company):
        return ()
    return (Tap(label or say("tap-years"), ref(Verb.YEARS_SHEET, case.company.id, case.season.id)),)
