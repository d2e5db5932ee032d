"""Presses and commands about whose an item is, and who accepts it."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import working

WORK_PRESSES: Mapping[Verb, Route] = {
    Verb.ASSIGN: Route(4, lambda s, a: working.begin_assign(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.ASSIGN_WHICH: Route(3, lambda s, a: working.which_item(s, s.case(*a[:2]), a.number(2))),
    Verb.ASSIGN_TO: Route(4, lambda s, a: working.assign_to(s, s.case(*a[:2]), a[2], a[3])),
    Verb.TAKE: Route(3, lambda s, a: working.take_it(s, s.case(*a[:2]), a[2])),
    Verb.ACCEPT: Route(4, lambda s, a: working.accept_it(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.GIVE_BACK: Route(
        4, lambda s, a: working.begin_give_back(s, s.case(*a[:2]), a[2], a.number(3))
    ),
    Verb.REVIEWED: Route(4, lambda s, a: working.turn_reviewed(s, s.case(*a[:2]), a[2], a[3])),
    Verb.SENSITIVE: Route(4, lambda s, a: working.turn_sensitive(s, s.case(*a[:2]), a[2], a[3])),
    Verb.BEHALF: Route(4, lambda s, a: working.begin_behalf(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.BEHALF_OF: Route(4, lambda s, a: working.behalf_of(s, s.case(*a[:2]), a[2], a[3])),
}

WORK_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"assign": working.typed_assign}
