"""Presses and the command about signing."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.route import Route
from chat.session import Session
from chat.talks import signing

SIGN_PRESSES: Mapping[Verb, Route] = {
    Verb.SIGN_CARD: Route(2, lambda s, a: signing.look(s, s.case(*a))),
    Verb.SIGN_ASK: Route(2, lambda s, a: signing.ask(s, s.case(*a))),
    Verb.SIGN_AGREE: Route(3, lambda s, a: signing.agree(s, s.case(*a[:2]), a[2])),
    Verb.SIGN_UNDO: Route(3, lambda s, a: signing.take_back(s, s.case(*a[:2]), a[2])),
    Verb.SIGN_RETURN: Route(2, lambda s, a: signing.begin_return(s, s.case(*a))),
    Verb.SIGN_ABOUT: Route(3, lambda s, a: signing.which_item(s, s.case(*a[:2]), a.number(2))),
    Verb.SIGN_ABOUT_ITEM: Route(3, lambda s, a: signing.begin_question(s, s.case(*a[:2]), a[2])),
    Verb.SIGN_ANSWER: Route(3, lambda s, a: signing.begin_answer(s, s.case(*a[:2]), a.number(2))),
    Verb.SIGN_PAPER: Route(2, lambda s, a: signing.on_paper(s, s.case(*a))),
    Verb.SIGN_ALL: Route(3, lambda s, a: signing.everything(s, s.case(*a[:2]), a.number(2))),
}

SIGN_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"sign": signing.typed_sign}
