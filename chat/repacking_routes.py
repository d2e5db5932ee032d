"""Presses about the version of the rules that a season goes by."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.talks import repacking

REPACKING_PRESSES: Mapping[Verb, Route] = {
    Verb.REPACK: Route(3, lambda s, a: repacking.look(s, s.case(*a[:2]), a.number(2))),
    Verb.REPACK_SURE: Route(3, lambda s, a: repacking.move(s, s.case(*a[:2]), a.number(2))),
}
