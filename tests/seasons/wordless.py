"""Rounds that say nothing: the protocol is the same, and a season takes half the time."""

from collections.abc import Sequence
from datetime import datetime

from chat.card import Card
from chat.digests import Digest, Telling
from chat.rounds import Rounds
from chat.screens.digest import Mark
from chat.screens.things import Thing
from chat.session import Session
from workflow.reminders import Owed, Pending, Recipient


class _Wordless(Telling):
    def _card(
        self, session: Session, things: Sequence[Thing], mark: Mark, told: Sequence[Owed]
    ) -> Card:
        del session, things, mark, told
        return Card(())


class WordlessRounds(Rounds):
    """What is covered, folded, ended and put off is the real rounds' word."""

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        if not pending:
            return None
        with self.store.begin(None) as work:
            return _Wordless(self.house, work, to, now).digest(pending)
