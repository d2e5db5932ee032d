"""Reminders as the gateway would bring them: a look, then every message that is due, until none is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from chat.rounds import Digest, Rounds
from workflow.ledger import Ledger, Watches
from workflow.reminders import Recipient, Sending

MANY = 1000


class Reminded(Protocol):
    """Where what is owed is kept: a home of tests/storage."""

    @property
    def ledger(self) -> Ledger: ...

    @property
    def watches(self) -> Watches: ...


def moments(kept: Reminded, now: datetime, until: datetime) -> Iterator[datetime]:
    """Now, and each moment up to `until` at which there is something to do."""
    moment: datetime | None = now
    while moment is not None and moment <= until:
        yield moment
        moment = kept.watches.next_moment(moment)


def told_at(kept: Reminded, rounds: Rounds, now: datetime) -> Iterator[tuple[Recipient, Digest]]:
    """Everything that is told at that moment; all of it arrives."""
    for waking in kept.watches.waking(now, MANY):
        kept.watches.looked(waking, rounds.look(waking, now), now)
    while due := kept.ledger.due(now, MANY):
        for to in due:
            digest = rounds.digest(to, kept.ledger.pending(to, now), now)
            assert digest is not None  # they are owed something
            if _leaves(kept, to, digest, now):
                yield to, digest


def _leaves(kept: Reminded, to: Recipient, digest: Digest, now: datetime) -> bool:
    """Settle what is not told; whether anything is."""
    kept.ledger.end(digest.ends, now)
    if digest.not_before is not None:
        kept.ledger.put_off(digest.covers, digest.not_before)
        return False
    if not digest.covers:
        return False
    covers, folds = digest.covers, digest.folds
    sending = Sending(digest.ref, to, "telegram", covers, folds, is_repeat=digest.is_repeat)
    assert kept.ledger.claim(sending, now)
    kept.ledger.sent(digest.ref, 1, now)
    return True
