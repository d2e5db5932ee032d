"""Presses under a reminder."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Args, Route
from chat.screens.later import OCCURRENCE_ARGS, Numbered, occurrence
from chat.session import Session
from chat.talks import putting_off, reminded, trial
from workflow.reminders import SendRef


def _later_to(s: Session, args: Args) -> Replies:
    return putting_off.later_to(s, args[0], occurrence(Args(args[1:])))


def _numbered(args: Args) -> Numbered:
    return Numbered(SendRef(args[-1]))


REMINDER_PRESSES: Mapping[Verb, Route] = {
    Verb.LATER: Route(OCCURRENCE_ARGS, lambda s, a: putting_off.later(s, occurrence(a))),
    Verb.LATER_TO: Route(1 + OCCURRENCE_ARGS, _later_to),
    Verb.LATER_TYPE: Route(OCCURRENCE_ARGS, lambda s, a: putting_off.later_asked(s, occurrence(a))),
    Verb.LATER_ALL: Route(1, lambda s, a: putting_off.later(s, _numbered(a))),
    Verb.LATER_ALL_TO: Route(2, lambda s, a: putting_off.later_to(s, a[0], _numbered(a))),
    Verb.LATER_ALL_TYPE: Route(1, lambda s, a: putting_off.later_asked(s, _numbered(a))),
    Verb.HANDLE: Route(3, lambda s, a: reminded.handle(s, s.case(*a[:2]), a[2])),
    Verb.SAY_WORD: Route(3, lambda s, a: reminded.ask_word(s, s.case(*a[:2]), a[2])),
    Verb.TRIAL: Route(2, lambda s, a: trial.begin_trial(s, s.case(*a))),
}
