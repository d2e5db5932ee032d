"""After an outage: whoever may have pressed a button in vain is told once, when they may be."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from gateway.failures import Fate, TokenRevoked
from gateway.ports import Clock, Desk
from gateway.sender import Sender
from workflow.ledger import PeopleTold
from workflow.ports import ChatId, Inbox

log = logging.getLogger(__name__)

FRESH = timedelta(hours=24)
"""So long a button that was sent is thought to be pressed."""
MOST = 20_000
"""People looked up of one outage; beyond that the latest count."""
PATIENCE = timedelta(minutes=1)
"""What falls due while we are gone goes out first, with fresh buttons; and between two attempts."""
AT_ONCE = 20
"""So many are told before it is asked again who has come back meanwhile."""


@dataclass(frozen=True, slots=True)
class _Waits:
    """Somebody is to be told: since when we are back, and not before `at`."""

    back: datetime
    at: datetime


class Missed:
    """Keeps in memory who is still to be told; a restart forgets them, their next digest does not.

    Nobody knows whether they pressed: Telegram says nothing of a press that it dropped. So one
    line goes, without a sound and never in quiet hours, to people in private who had a button of
    ours from the day before the outage on: in an answer, a reminder or a notice. It does not go to
    whoever wrote, pressed or was sent something since we are back, for they have fresh buttons;
    and where outages follow each other, to nobody twice within a day.
    """

    def __init__(
        self, inbox: Inbox, people: PeopleTold | None, desk: Desk, sender: Sender, clock: Clock
    ) -> None:
        self._inbox = inbox
        self._people = people
        self._desk = desk
        self._sender = sender
        self._clock = clock
        self._waiting: dict[ChatId, _Waits] = {}
        self._told: dict[ChatId, datetime] = {}
        self.poke: Callable[[], None] = lambda: None
        """Called when there are people to be told."""

    def after(self, gone: datetime, back: datetime, others: Collection[ChatId]) -> None:
        """We were gone for so long; the `others` are told already."""
        self._told = {chat: at for chat, at in self._told.items() if back - at < FRESH}
        chats = self._had_buttons(gone - FRESH, back) - set(others) - self._told.keys()
        self._waiting.update(dict.fromkeys(chats, _Waits(back, back + PATIENCE)))
        log.info("may have pressed in vain", extra={"count": len(chats)})
        self.poke()

    async def work(self) -> float | None:
        """Tell some of those whose moment came; 0 if there are more of them, else None.

        Raises TokenRevoked.
        """
        now = self._clock()
        self._leave_out_those_who_are_back(now)
        due = [chat for chat, waits in self._waiting.items() if waits.at <= now]
        for chat in due[:AT_ONCE]:
            again_at = await self._told_or_later(chat, now)
            if again_at is None:
                del self._waiting[chat]
            else:
                self._waiting[chat] = replace(self._waiting[chat], at=again_at)
        return 0 if len(due) > AT_ONCE else None

    def _leave_out_those_who_are_back(self, now: datetime) -> None:
        since = {waits.back for waits in self._waiting.values()}
        fresh = {back: self._had_buttons(back, now) for back in since}
        self._waiting = {
            chat: waits for chat, waits in self._waiting.items() if chat not in fresh[waits.back]
        }

    def _had_buttons(self, start: datetime, end: datetime) -> set[ChatId]:
        """The people, by their private chats, who were shown something then."""
        told = self._people.people_told(start, end, MOST) if self._people else ()
        chats = (*self._inbox.chats_between(start, end), *(ChatId(int(one)) for one in told))
        return {chat for chat in chats if chat > 0}

    async def _told_or_later(self, chat: ChatId, now: datetime) -> datetime | None:
        """When to try again; None when it is over: told, maybe told, or nothing to say."""
        try:
            said = self._desk.maybe_missed(chat, now)
            if said.send is None:
                return said.not_before
            self._told[chat] = now
            delivery = await self._sender.send(said.send)
        except TokenRevoked:
            raise
        except Exception:
            log.exception("lost press not told", extra={"chat": chat})
            return None
        return now + PATIENCE if delivery.fate is Fate.NOT_SENT else None
