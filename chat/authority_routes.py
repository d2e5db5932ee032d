"""Presses and commands about what the authority wants, and how a simulation of ours scores the season."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.screens.score import score_card
from chat.session import Session
from chat.talks import authority, matter_terms
from workflow.matters import MatterKind, MatterState

AUTHORITY_PRESSES: Mapping[Verb, Route] = {
    Verb.MATTERS: Route(2, lambda s, a: authority.matters(s, s.case(*a))),
    Verb.MATTER: Route(3, lambda s, a: authority.one(s, s.case(*a[:2]), a.number(2))),
    Verb.MATTER_KIND: Route(
        3, lambda s, a: authority.begin(s, s.case(*a[:2]), a.read(2, MatterKind))
    ),
    Verb.MATTER_ON: Route(
        4, lambda s, a: authority.on_day(s, s.case(*a[:2]), a.read(2, MatterKind), a.day(3))
    ),
    Verb.MATTER_DUE: Route(
        3, lambda s, a: authority.took_day(s, a.day(0), a[1], is_term=a.number(2) == 1)
    ),
    Verb.MATTER_TURN: Route(
        4,
        lambda s, a: authority.turned(s, s.case(*a[:2]), a.number(2), a.read(3, MatterState)),
    ),
    Verb.MATTER_LINK: Route(3, lambda s, a: authority.links(s, s.case(*a[:2]), a.number(2))),
    Verb.MATTER_TOGGLE: Route(
        5, lambda s, a: authority.toggled(s, s.case(*a[:2]), a.number(2), a[3], a[4])
    ),
    Verb.MATTER_TERM: Route(3, lambda s, a: matter_terms.begin(s, s.case(*a[:2]), a.number(2))),
    Verb.MATTER_TERM_ON: Route(
        4, lambda s, a: matter_terms.moved(s, s.case(*a[:2]), a.number(2), a.day(3))
    ),
    Verb.SCORE: Route(2, lambda s, a: (score_card(s, s.case(*a)),)),
}

AUTHORITY_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {
    "authority": authority.called,
    "score": authority.scored,
}
