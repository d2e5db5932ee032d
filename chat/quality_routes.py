"""Presses about the quality of the service: its figures, and taking over what the logs give."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.talks import quality

QUALITY_PRESSES: Mapping[Verb, Route] = {
    Verb.QUALITY: Route(2, lambda s, a: quality.open_quality(s, s.case(*a))),
    Verb.QUALITY_TAKE: Route(4, lambda s, a: quality.take(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.QUALITY_TAKE_ALL: Route(2, lambda s, a: quality.take_all(s, s.case(*a))),
}
