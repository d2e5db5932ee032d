"""The desk: one update in, one transaction, finished messages out.

`receive` is the whole way of an update through the conversation; a WorkflowError means that
nothing was kept and becomes a sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from chat.answer import outgoing, refusal
from chat.card import Card, Replies
from chat.hearing import heard
from chat.session import House, Session
from chat.talk import (
    Incoming,
    Outgoing,
    Speaker,
    Typed,
)
from chat.talks import general
from messages.catalogue import nearest_locale
from messages.say import say
from workflow.errors import WorkflowError
from workflow.ids import PersonId
from workflow.ports import Acquaintance, ChatId, Store, Work


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers updates, one at a time."""

    house: House
    store: Store

    def receive(self, incoming: Incoming) -> Sequence[Outgoing]:
        """Do what the update asks, durably, and answer it.

        After it returns the update's row is applied: it will not be done again.
        """
        try:
            with self.store.begin(incoming.row) as work:
                session = self._session(work, incoming)
                answer = outgoing(session, heard(session))
                work.commit()
                return answer
        except WorkflowError as refused:
            return self._refuse(incoming, refused)

    def again(self, incoming: Incoming) -> Sequence[Outgoing]:
        """Its effect is kept already, its answer was lost: show where the talk stands."""
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            return outgoing(session, _safely(session, general.resume))

    def after_outage(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """Presses may have been lost: say so, and show a card with fresh buttons."""
        incoming = Incoming(None, chat, Speaker(person, ""), at, Typed(""))
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            replies = _safely(session, general.resume)
            return outgoing(session, (Card((say("after-outage"),)), *replies))

    def fault(self, incoming: Incoming, number: str) -> Sequence[Outgoing]:
        """Something unforeseen: a short number that stands in the log."""
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            return outgoing(session, (Card((say("fault", number=number),), fresh=True),))

    def _refuse(self, incoming: Incoming, refused: WorkflowError) -> Sequence[Outgoing]:
        """Nothing was kept; the row is done, and the person is told what to do."""
        with self.store.begin(incoming.row) as work:
            session = self._session(work, incoming)
            answer = outgoing(session, refusal(session, refused))
            work.commit()
            return answer

    def _session(self, work: Work, incoming: Incoming) -> Session:
        known = work.acquaintance(incoming.speaker.person)
        if known is not None:
            return Session(self.house, work, incoming, known)
        language = incoming.speaker.language
        locale = nearest_locale(language) if language else self.house.default_locale
        me = Acquaintance(incoming.speaker.person, incoming.speaker.name, locale)
        session = Session(self.house, work, incoming, me)
        session.remember(me)
        return session


def _safely(session: Session, handler: Callable[[Session], Replies]) -> Replies:
    """Looking must not fail twice: a damaged or vanished thing becomes its sentence."""
    try:
        return handler(session)
    except WorkflowError as refused:
        return refusal(session, refused)
