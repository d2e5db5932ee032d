"""Presses about groups; in a group itself only one is heard."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import binding, groups

GROUP_PRESSES: Mapping[Verb, Route] = {
    Verb.GROUPS: Route(1, lambda s, a: groups.groups(s, a[0])),
    Verb.GROUP: Route(2, lambda s, a: groups.one_group(s, a[0], a.number(1))),
    Verb.BIND_WHICH: Route(2, lambda s, a: binding.which_company(s, a.number(0), a.number(1))),
    Verb.BIND_TO: Route(2, lambda s, a: binding.bind_to(s, a[0], a.number(1))),
    Verb.BIND_ASK: Route(3, lambda s, a: binding.bind_ask(s, a[0], a.number(1), a[2])),
    Verb.BIND_HERE: Route(0, lambda s, _: binding.bind_here(s)),
    Verb.OUTSIDERS: Route(
        3, lambda s, a: groups.say_outsiders(s, a[0], a.number(1), there_are=a[2] == "yes")
    ),
    Verb.GROUP_LANGUAGE: Route(2, lambda s, a: groups.language(s, a[0], a.number(1))),
    Verb.GROUP_SPEAK: Route(3, lambda s, a: groups.speak(s, a[0], a.number(1), a[2])),
    Verb.UNBIND: Route(2, lambda s, a: groups.unbind(s, a[0], a.number(1))),
    Verb.BOARD_PAGE: Route(1, lambda s, a: groups.turn_board(s, a.number(0))),
}
HEARD_IN_GROUPS = frozenset({Verb.BIND_HERE, Verb.BOARD_PAGE})

GROUP_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {
    "bind": groups.typed_bind,
    "board": groups.typed_board,
}
"""In a private chat."""

COMMANDS_IN_GROUPS: Mapping[str, Callable[[Session], Replies]] = {
    "status": groups.board_asked,
    "board": groups.board_asked,
    "check": groups.board_asked,
    "bind": binding.bind_typed,
}
"""All that a group is answered; anything else it says is left alone."""
