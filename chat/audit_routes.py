"""Presses and commands about the record, and about evidence kept, used again and let go."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import audit, evidence, retaining

AUDIT_PRESSES: Mapping[Verb, Route] = {
    Verb.AUDIT: Route(3, lambda s, a: audit.by_sort(s, a[0], a[1], a.number(2))),
    Verb.AUDIT_OF: Route(3, lambda s, a: audit.by_person(s, a[0], a[1], a.number(2))),
    Verb.AUDIT_ITEM: Route(4, lambda s, a: audit.of_item(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.AUDIT_PEOPLE: Route(2, lambda s, a: audit.people(s, a[0], a.number(1))),
    Verb.EXPORT: Route(2, lambda s, a: audit.export(s, *a)),
    Verb.DOWNLOAD: Route(
        5, lambda s, a: evidence.download(s, s.case(*a[:2]), a[2], a.number(3), a.number(4))
    ),
    Verb.REUSE: Route(3, lambda s, a: evidence.look_again(s, s.case(*a[:2]), a[2])),
    Verb.REUSE_SURE: Route(3, lambda s, a: evidence.used_again(s, s.case(*a[:2]), a[2])),
    Verb.KEEPING: Route(1, lambda s, a: retaining.keeping(s, a[0])),
    Verb.KEEP_FOR: Route(2, lambda s, a: retaining.kept_for(s, a[0], a.number(1))),
    Verb.LIFT_HOLD: Route(1, lambda s, a: retaining.lifted(s, a[0])),
}

AUDIT_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"audit": audit.typed_audit}
