"""Presses and the command about the calendar: its file, its feed, its alarms."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import calendars

CALENDAR_PRESSES: Mapping[Verb, Route] = {
    Verb.CALENDAR: Route(0, lambda s, _: calendars.calendar(s)),
    Verb.CALENDAR_ALARMS: Route(1, lambda s, a: calendars.turn_alarms(s, on=a[0] == "on")),
    Verb.FEED_MAKE: Route(1, lambda s, a: calendars.make_feed(s, a[0])),
    Verb.FEED_OFF: Route(0, lambda s, _: calendars.end_feed(s)),
}

CALENDAR_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"calendar": calendars.calendar}
