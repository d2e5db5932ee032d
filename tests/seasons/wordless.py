"""Rounds that say nothing: the protocol is the same, and a season takes half the time."""

from collections.abc import Sequence
from datetime import datetime

from chat.digests import Digest, Telling
from chat.rounds import Rounds
from chat.saying import Saying
from chat.screens.digest import Mark
from workflow.reminders import Owed, Pending, Recipient


class _Nothing(Saying):
    def __post_init__(self) -> None:
        """Look at nothing."""

    def send(self, mark: Mark) -> None:
        del mark

    def plain(self, mark: Mark) -> None:
        del mark


class _Wordless(Telling):
    def _saying(self, newest: Sequence[Owed]) -> Saying:
        return _Nothing(self.house, self.work, self.to, self.now, self.companies, newest)


class WordlessRounds(Rounds):
    """What is covered, folded, ended and put off is the real rounds' word."""

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        if not pending:
            return None
        with self.store.begin(None) as work:
            return _Wordless(self.house, work, to, now).digest(pending)
