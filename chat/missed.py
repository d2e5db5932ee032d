"""A press that was lost while we were away: what is said to somebody of whom nobody knows it."""

from chat.buttons import Verb, ref
from chat.card import Card, Tap, render
from chat.session import Session
from chat.talk import Send
from chat.unasked import Notified
from messages.say import say
from workflow.presence import heard_at


def maybe_missed(s: Session) -> Notified:
    """A line with fresh buttons, at the hours of the speaker.

    Nothing for whoever works on no company, never started us or shut us out.
    """
    known = s.work.acquaintance(s.me.person)
    if known is None or known.seen is None or known.blocked or not s.companies():
        return Notified()
    moment = heard_at(known, s.incoming.at, s.house.zone, is_last_days=False)
    if moment > s.incoming.at:
        return Notified(not_before=moment)
    return Notified(send=Send(s.incoming.chat, render(_card(s), s.wording)))


def _card(s: Session) -> Card:
    taps = [Tap(say("tap-todo"), ref(Verb.TODO, 0))]
    case = s.current()
    if case is not None:
        taps.append(Tap(say("tap-status"), ref(Verb.STATUS, case.company.id, case.season.id)))
    return Card((say("maybe-missed"),), (tuple(taps),))
