"""Presses on the day of filing: forms line by line, what is published, what was read back."""

from collections.abc import Mapping

from chat.buttons import Verb
from chat.route import Route
from chat.screens import publicity
from chat.talks import read_back, transcribing

TRANSCRIBE_PRESSES: Mapping[Verb, Route] = {
    Verb.FORMS: Route(2, lambda s, a: transcribing.forms(s, s.case(*a))),
    Verb.FORM: Route(4, lambda s, a: transcribing.form(s, s.case(*a[:2]), a[2], a.number(3))),
    Verb.FORM_LINE: Route(3, lambda s, a: transcribing.line(s, s.case(*a[:2]), a[2])),
    Verb.FORM_NEXT: Route(3, lambda s, a: transcribing.go_on(s, s.case(*a[:2]), a[2])),
    Verb.FORM_CHANGES: Route(2, lambda s, a: transcribing.changes(s, s.case(*a))),
    Verb.TYPED_OVER: Route(4, lambda s, a: transcribing.typed_over(s, s.case(*a[:2]), a[2], a[3])),
    Verb.NOT_TYPED_OVER: Route(3, lambda s, a: transcribing.taken_out(s, s.case(*a[:2]), a[2])),
    Verb.SYSTEM_SAYS: Route(3, lambda s, a: transcribing.system_says(s, s.case(*a[:2]), a[2])),
    Verb.FORM_SAVED: Route(4, lambda s, a: transcribing.saved(s, s.case(*a[:2]), a[2], a[3])),
    Verb.READ_BACK: Route(3, lambda s, a: read_back.ask(s, s.case(*a[:2]), a[2])),
    Verb.PLEDGE_TEXT: Route(2, lambda s, a: transcribing.pledge_text(s, s.case(*a))),
    Verb.PUBLICITY: Route(2, lambda s, a: (publicity.publicity_card(s, s.case(*a)),)),
    Verb.PUBLISH: Route(4, lambda s, a: transcribing.publish(s, s.case(*a[:2]), a[2], a[3])),
    Verb.PUBLISHED: Route(
        3, lambda s, a: (publicity.published_card(s, s.case(*a[:2]), a.number(2)),)
    ),
}
