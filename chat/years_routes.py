"""The press for the sheet with three years side by side."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.talks.years_sheet import years_sheet

YEARS_PRESSES: Mapping[Verb, Route] = {
    Verb.YEARS_SHEET: Route(2, lambda s, a: years_sheet(s, s.case(*a))),
}
