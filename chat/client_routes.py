"""Presses of those who look after many companies."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.talks import clients, importing, whose
from workflow.across import Sign

CLIENT_PRESSES: Mapping[Verb, Route] = {
    Verb.CLIENTS: Route(0, lambda s, _: clients.status(s)),
    Verb.SIGN: Route(2, lambda s, a: clients.signs(s, a.read(0, Sign), a.number(1))),
    Verb.OPEN_CLIENT: Route(1, lambda s, a: clients.open_client(s, a[0])),
    Verb.SWITCH: Route(2, lambda s, a: clients.switched(s, s.case(*a))),
    Verb.WHOSE: Route(2, lambda s, a: whose.whose(s, a[0], a[1])),
    Verb.IMPORT: Route(0, lambda s, _: importing.begin(s)),
    Verb.IMPORT_TEMPLATE: Route(0, lambda s, _: importing.template(s)),
    Verb.IMPORT_LOOK: Route(2, lambda s, a: importing.look(s, a[0], a.number(1))),
    Verb.IMPORT_BACK: Route(1, lambda s, a: importing.back(s, a[0])),
    Verb.IMPORT_BUILD: Route(1, lambda s, a: importing.build(s, a[0])),
    Verb.IMPORT_FAULTS: Route(1, lambda s, a: importing.faults(s, a[0])),
}
