"""Presses about how a company reminds, moved dates, robots, one's own addresses, the record of notices."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.habit_routes import read_hour
from chat.route import Route
from chat.screens.settings import ClockOf
from chat.session import Session
from chat.talks import dates, robots, settings, told, trying
from workflow.policy import Shared

SETTING_PRESSES: Mapping[Verb, Route] = {
    Verb.SETTINGS: Route(1, lambda s, a: settings.settings(s, a[0])),
    Verb.LADDERS: Route(2, lambda s, a: settings.ladders(s, a[0], a.read(1, ClockOf))),
    Verb.LADDER: Route(3, lambda s, a: settings.ladder(s, a[0], a.read(1, ClockOf), a[2])),
    Verb.TELLS_BOSS: Route(2, lambda s, a: settings.tells_boss(s, a[0], on=a.number(1) == 1)),
    Verb.MONTHLY: Route(2, lambda s, a: settings.monthly(s, a[0], on=a.number(1) == 1)),
    Verb.SHARED: Route(2, lambda s, a: settings.shared(s, a[0], a.read(1, Shared))),
    Verb.PLACE_HOURS: Route(2, lambda s, a: settings.hours(s, a[0], a[1])),
    Verb.PLACE_HOUR: Route(3, lambda s, a: settings.hour(s, a[0], a[1], a.read(2, read_hour))),
    # robots and mail
    Verb.ROBOTS: Route(1, lambda s, a: robots.robots(s, a[0])),
    Verb.ROBOT: Route(2, lambda s, a: robots.one_robot(s, a[0], a.number(1))),
    Verb.ADD_ROBOT: Route(1, lambda s, a: robots.ask_robot(s, a[0])),
    Verb.RENAME_ROBOT: Route(2, lambda s, a: robots.ask_name(s, a[0], a.number(1))),
    Verb.SIGN_ROBOT: Route(2, lambda s, a: robots.ask_secret(s, a[0], a.number(1))),
    Verb.REMOVE_ROBOT: Route(2, lambda s, a: robots.ask_remove(s, a[0], a.number(1))),
    Verb.REMOVE_ROBOT_SURE: Route(2, lambda s, a: robots.removed(s, a[0], a.number(1))),
    Verb.TRY_ROBOT: Route(2, lambda s, a: trying.try_robot(s, a[0], a.number(1))),
    Verb.ADDRESSES: Route(0, lambda s, _: robots.addresses(s)),
    Verb.TRY_ADDRESS: Route(1, lambda s, a: trying.try_address(s, a[0])),
    Verb.ADD_ADDRESS: Route(0, lambda s, _: robots.ask_address(s)),
    Verb.DROP_ADDRESS: Route(1, lambda s, a: robots.drop_address(s, a[0])),
    Verb.FIRST_ADDRESS: Route(1, lambda s, a: robots.first_address(s, a[0])),
    # dates
    Verb.DUES: Route(3, lambda s, a: dates.which_step(s, s.case(*a[:2]), a.number(2))),
    Verb.DUE: Route(3, lambda s, a: dates.begin(s, s.case(*a[:2]), a[2])),
    Verb.DUE_TO: Route(4, lambda s, a: dates.to_day(s, s.case(*a[:2]), a[2], a.day(3))),
    Verb.DUE_SURE: Route(4, lambda s, a: dates.sure(s, s.case(*a[:2]), a[2], a.day(3))),
    Verb.DUE_BACK: Route(3, lambda s, a: dates.back(s, s.case(*a[:2]), a[2])),
    # the record of notices
    Verb.TOLD: Route(2, lambda s, a: told.whole(s, a[0], a.number(1))),
    Verb.TOLD_TO: Route(3, lambda s, a: told.to(s, a[0], a[1], a.number(2))),
    Verb.TOLD_STEP: Route(4, lambda s, a: told.of_step(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.TOLD_PEOPLE: Route(2, lambda s, a: told.people(s, a[0], a.number(1))),
    Verb.TOLD_STEPS: Route(2, lambda s, a: told.steps(s, a[0], a.number(1))),
}

SETTING_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"due": dates.typed_due}
