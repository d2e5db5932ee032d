"""The desk: one update in, one transaction, finished messages out.

`receive` is the whole way of an update through the conversation; a WorkflowError means that
nothing was kept and becomes a sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from chat.answer import outgoing, refusal
from chat.boards import BoardView
from chat.card import Card, Replies, render
from chat.errands import Tried, TryOut
from chat.group_hearing import heard_in_group
from chat.hearing import heard
from chat.inline import Found, Inquiry, found
from chat.missed import maybe_missed
from chat.screens.board import board_card
from chat.session import House, Session
from chat.talk import (
    BlockedUs,
    Incoming,
    Outgoing,
    Room,
    Send,
    Speaker,
    Typed,
)
from chat.talks import general, importing
from chat.talks.secrets import is_secret, question_again, taken_away
from chat.talks.trying import came_of
from chat.unasked import Notified, notified
from messages.catalogue import nearest_locale
from messages.say import say
from workflow.errors import WorkflowError
from workflow.ids import PersonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance, ChatId, Store, Work
from workflow.posting import Board, OwedNotice

SEEN_EVERY = timedelta(minutes=10)
"""Whoever was here within the hour is told at once what else would wait for the morning."""


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
                taken = taken_away(session)
                answer = outgoing(session, (*_heard(session), *taken))
                work.commit()
                return answer
        except WorkflowError as refused:
            return self._refuse(incoming, refused)

    def again(self, incoming: Incoming) -> Sequence[Outgoing]:
        """Its effect is kept already, its answer was lost: show where the talk stands."""
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            return outgoing(session, (*_standing(session), *taken_away(session)))

    def after_outage(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """Presses may have been lost: say so, and show a card with fresh buttons.

        A group has no buttons that are missed: it is not disturbed.
        """
        if is_group(chat):
            return ()
        incoming = Incoming(None, chat, Speaker(person, ""), at, Typed(""))
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            replies = _standing(session)
            return outgoing(session, (Card((say("after-outage"),)), *replies))

    def maybe_missed(self, chat: ChatId, at: datetime) -> Notified:
        """Somebody may have pressed a button while we were gone, nobody knows: what they are told."""
        incoming = Incoming(None, chat, Speaker(PersonId(str(chat)), ""), at, Typed(""))
        with self.store.begin(None) as work:
            return maybe_missed(self._session(work, incoming))

    def go_on(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """Do the next piece of what was begun in this chat; a GoOn in the answer asks for more."""
        incoming = Incoming(None, chat, Speaker(person, ""), at, Typed(""))
        try:
            with self.store.begin(None) as work:
                session = self._session(work, incoming)
                answer = outgoing(session, importing.build_next(session))
                work.commit()
                return answer
        except WorkflowError as refused:
            return self._refuse(incoming, refused)

    def tried(self, errand: TryOut, tried: Tried, at: datetime) -> Send:
        """An address was tried out: what came of it; keeps nothing."""
        incoming = Incoming(None, errand.chat, Speaker(errand.person, ""), at, Typed(""))
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            return Send(errand.chat, render(came_of(session, errand, tried), session.wording))

    def notices(self, owed: Sequence[OwedNotice], at: datetime) -> Notified:
        """What somebody must hear who did not ask: of all that they are owed, one message."""
        to = owed[0].notice.to
        incoming = Incoming(None, ChatId(int(to)), Speaker(to, ""), at, Typed(""))
        with self.store.begin(None) as work:
            return notified(self._session(work, incoming), owed)

    def inquired(self, inquiry: Inquiry) -> Found:
        """What somebody finds who types `@us …` in any chat; keeps nothing, not even who it was."""
        speaker = inquiry.speaker
        chat = ChatId(int(speaker.person))
        incoming = Incoming(None, chat, speaker, inquiry.at, Typed(inquiry.text))
        with self.store.begin(None) as work:
            me = work.acquaintance(speaker.person) or self._stranger(speaker)
            return found(Session(self.house, work, incoming, me), inquiry.text)

    def board(self, board: Board, at: datetime) -> BoardView | None:
        """What stands on a group's board now; None if it shows none any more."""
        chat = board.chat
        incoming = Incoming(
            None, chat, Speaker(PersonId(str(chat)), ""), at, Typed(""), room=Room("")
        )
        with self.store.begin(None) as work:
            try:
                found = work.company(board.company)
            except WorkflowError:
                return None
            group = next((each for each in found.groups if each.chat == chat), None)
            if group is None or found.lifecycle is not Lifecycle.ACTIVE:
                return None
            me = Acquaintance(
                incoming.speaker.person, "", group.locale or self.house.default_locale
            )
            session = Session(self.house, work, incoming, me)
            message = render(board_card(session, found, group, board.page), session.wording)
            return BoardView(message, group.topic, found.event_seq)

    def unreachable(self, chat: ChatId) -> None:
        """A message did not get through: they blocked us, are gone, or never started us."""
        with self.store.begin(None) as work:
            known = work.acquaintance(PersonId(str(chat)))
            if known is not None and not known.blocked:
                work.remember(replace(known, blocked=True))
                work.commit()

    def fault(self, incoming: Incoming, number: str) -> Sequence[Outgoing]:
        """Something unforeseen: a short number that stands in the log."""
        with self.store.begin(None) as work:
            session = self._session(work, incoming)
            return outgoing(session, (Card((say("fault", number=number),), fresh=True),))

    def _refuse(self, incoming: Incoming, refused: WorkflowError) -> Sequence[Outgoing]:
        """Nothing was kept; the row is done, and the person is told what to do."""
        with self.store.begin(incoming.row) as work:
            session = self._session(work, incoming)
            answer = outgoing(session, (*refusal(session, refused), *taken_away(session)))
            work.commit()
            return answer

    def _session(self, work: Work, incoming: Incoming) -> Session:
        known = work.acquaintance(incoming.speaker.person)
        if known is not None:
            session = Session(self.house, work, incoming, known)
            _note_presence(session)
            return session
        me = self._stranger(incoming.speaker)
        session = Session(self.house, work, incoming, me)
        if incoming.room is None:  # who only speaks in a group has not started us
            session.remember(me)
            _note_presence(session)
        return session

    def _stranger(self, speaker: Speaker) -> Acquaintance:
        """Somebody whom we meet for the first time."""
        language = speaker.language
        locale = nearest_locale(language) if language else self.house.default_locale
        return Acquaintance(speaker.person, speaker.name, locale)


def _note_presence(session: Session) -> None:
    """When somebody was last here, and whether they shut us out; only what they do themselves."""
    what, me = session.incoming.what, session.me
    if session.incoming.row is None or session.incoming.room is not None:
        return
    if isinstance(what, BlockedUs):
        if me.blocked != what.blocked:
            session.remember(replace(me, blocked=what.blocked))
    elif me.blocked or me.seen is None or session.incoming.at - me.seen >= SEEN_EVERY:
        session.remember(replace(me, blocked=False, seen=session.incoming.at))


def is_group(chat: ChatId) -> bool:
    """Groups have numbers below zero."""
    return chat < 0


def _heard(session: Session) -> Replies:
    if is_secret(session):
        return _safely(session, question_again)
    return heard(session) if session.incoming.room is None else heard_in_group(session)


def _standing(session: Session) -> Replies:
    """Where the talk stands; in a group there is no talk, and nothing private is shown."""
    if session.incoming.room is not None:
        return ()
    return _safely(session, general.resume)


def _safely(session: Session, handler: Callable[[Session], Replies]) -> Replies:
    """Looking must not fail twice: a damaged or vanished thing becomes its sentence."""
    try:
        return handler(session)
    except WorkflowError as refused:
        return refusal(session, refused)
