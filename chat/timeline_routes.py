"""Presses and the command about the season as a picture."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.documents import Theme
from chat.route import Route
from chat.screens.timeline import season_picture
from chat.session import Session
from chat.talks import timeline

TIMELINE_PRESSES: Mapping[Verb, Route] = {
    Verb.PICTURE: Route(2, lambda s, a: (season_picture(s, s.case(*a)),)),
    Verb.PICTURE_AS: Route(
        3, lambda s, a: timeline.picture_as(s, s.case(*a[:2]), a.read(2, Theme))
    ),
}

TIMELINE_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"picture": timeline.picture}
