"""Presses and the command about the pre-check and what it found."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.screens.check import check_card, unchecked_card
from chat.session import Session
from chat.talks import checking, filling

CHECK_PRESSES: Mapping[Verb, Route] = {
    Verb.CHECK: Route(3, lambda s, a: (check_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.FINDING: Route(3, lambda s, a: checking.show(s, s.case(*a[:2]), a[2])),
    Verb.EXPLAIN_FINDING: Route(3, lambda s, a: checking.begin_explain(s, s.case(*a[:2]), a[2])),
    Verb.ACCEPT_FINDING: Route(3, lambda s, a: checking.begin_accept(s, s.case(*a[:2]), a[2])),
    Verb.RETRACT_FINDING: Route(3, lambda s, a: checking.take_back(s, s.case(*a[:2]), a[2])),
    Verb.FINDING_HISTORY: Route(3, lambda s, a: checking.history(s, s.case(*a[:2]), a[2])),
    Verb.UNCHECKED: Route(3, lambda s, a: (unchecked_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.FILL_INPUTS: Route(2, lambda s, a: filling.fill_inputs(s, s.case(*a))),
}

CHECK_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"check": checking.check}
