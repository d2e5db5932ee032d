"""Presses and the command about when and how much one hears."""

from collections.abc import Callable, Mapping
from datetime import datetime, time

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import habits, preview
from workflow.elsewhere import Elsewhere
from workflow.habits import Wants


def read_hour(text: str) -> time:
    """A time of the day as buttons carry it: 0830; ValueError."""
    return datetime.strptime(text, "%H%M").time()  # noqa: DTZ007 - a time of the day has no zone


HABIT_PRESSES: Mapping[Verb, Route] = {
    Verb.HABIT: Route(0, lambda s, _: habits.habits(s)),
    Verb.HABIT_HOURS: Route(0, lambda s, _: habits.hours(s)),
    Verb.HABIT_HOUR: Route(1, lambda s, a: habits.at(s, a.read(0, read_hour))),
    Verb.HABIT_NIGHTS: Route(0, lambda s, _: habits.nights(s)),
    Verb.HABIT_NIGHT: Route(
        2, lambda s, a: habits.night(s, a.read(0, read_hour), a.read(1, read_hour))
    ),
    Verb.HABIT_WANTS: Route(1, lambda s, a: habits.wants(s, a.read(0, Wants))),
    Verb.HABIT_DIGEST: Route(1, lambda s, a: habits.digest(s, together=a.number(0) == 1)),
    Verb.ELSEWHERE: Route(1, lambda s, a: habits.elsewhere(s, a.read(0, Elsewhere))),
    Verb.PREVIEW: Route(0, lambda s, _: preview.preview(s)),
}

HABIT_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"remind": habits.habits}
