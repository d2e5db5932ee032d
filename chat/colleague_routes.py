"""Presses about who is asked outside of the chat, and about the sheets they send back."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.screens.colleagues import people_card
from chat.screens.requests import request_card, requests_card
from chat.talks import colleagues, filled_sheet
from chat.talks.items_sheet import items_sheet
from chat.talks.sheet_undo import take_sheet_back
from workflow.colleagues import Nudge
from workflow.team import Department

COLLEAGUE_PRESSES: Mapping[Verb, Route] = {
    Verb.REQUESTS: Route(2, lambda s, a: (requests_card(s, s.case(*a)),)),
    Verb.REQUEST: Route(3, lambda s, a: (request_card(s, s.case(*a[:2]), a[2]),)),
    Verb.PEOPLE_ASKED: Route(3, lambda s, a: (people_card(s, s.case(*a[:2]), a.number(2)),)),
    Verb.NUDGE: Route(4, lambda s, a: colleagues.nudged(s, s.case(*a[:2]), a[2], a.read(3, Nudge))),
    Verb.ITEMS_SHEET: Route(3, lambda s, a: items_sheet(s, s.case(*a[:2]), a[2])),
    Verb.COLLEAGUE_DEPARTMENT: Route(
        1, lambda s, a: colleagues.turn_department(s, a.read(0, Department))
    ),
    Verb.ADD_COLLEAGUE: Route(0, lambda s, _: colleagues.added(s)),
    Verb.REMOVE_COLLEAGUE: Route(
        3, lambda s, a: colleagues.removed(s, s.case(*a[:2]), a.number(2))
    ),
    Verb.SHEET_GIVER: Route(2, lambda s, a: filled_sheet.giver(s, a[0], a[1])),
    Verb.SHEET_PAGE: Route(2, lambda s, a: filled_sheet.page(s, a[0], a.number(1))),
    Verb.SHEET_TAKE: Route(1, lambda s, a: filled_sheet.take(s, a[0])),
    Verb.SHEET_DROP: Route(1, lambda s, a: filled_sheet.drop(s, a[0])),
    Verb.SHEET_UNDO: Route(
        4, lambda s, a: take_sheet_back(s, s.case(*a[:2]), a.number(2), a.number(3))
    ),
}
