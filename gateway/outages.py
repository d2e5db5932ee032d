"""How long the server was out of reach, and who has surely or maybe pressed in vain meanwhile."""

import logging
from collections.abc import Callable, Collection
from datetime import datetime, timedelta

from gateway.lanes import Outage
from workflow.ports import ChatId, Inbox

log = logging.getLogger(__name__)

PRESSES_LIVE = timedelta(seconds=150)
"""How long the server keeps a press that nobody fetches."""
LATELY = timedelta(minutes=30)


After = Callable[[datetime, datetime, Collection[ChatId]], None]
"""Told from when until when we were gone, and who is told of it anyway."""


class Outages:
    """Notes when the server was heard of; after a long silence those who miss us are told once.

    Who wrote within the half hour before hears at once, by `tell`: they were in the middle of
    something. Who else may have pressed something is the matter of `after`. A gap in the clock alone is no outage, for the clock may have been moved: something must
    have gone wrong as well, or we have just started.
    """

    def __init__(self, inbox: Inbox, tell: Callable[[Outage], None], after: After) -> None:
        self._inbox = inbox
        self._tell = tell
        self._after = after
        self._last = inbox.last_heard()
        self.in_doubt = True

    def doubt(self) -> None:
        """The server was not heard as usual."""
        self.in_doubt = True

    def heard(self, at: datetime) -> None:
        """The server answered at that moment."""
        self._inbox.heard(at)  # first: where the disk refuses it, we shall be told of it again
        last, self._last = self._last, at
        was_in_doubt, self.in_doubt = self.in_doubt, False
        if was_in_doubt and last and at - last > PRESSES_LIVE:
            self._tell_those_before(last, at)

    def _tell_those_before(self, last: datetime, at: datetime) -> None:
        chats = self._inbox.chats_between(last - LATELY, last)
        log.warning("back after an outage", extra={"since": last.isoformat(), "told": len(chats)})
        for chat in chats:
            if chat > 0:  # a private chat has the number of its person
                self._tell(Outage(chat, at))
        self._after(last, at, chats)
