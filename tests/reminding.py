"""Reminders as the gateway would bring them: a look, then every message that is due, until none is."""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from chat.desk import Desk
from chat.rounds import Digest, Rounds
from chat.unasked import Notified
from workflow.ledger import Ledger, Watches
from workflow.posting import Outbox
from workflow.reminders import Recipient, Sending

MANY = 1000


class Reminded(Protocol):
    """Where what is owed is kept: a home of tests/storage."""

    @property
    def ledger(self) -> Ledger: ...

    @property
    def watches(self) -> Watches: ...

    @property
    def outbox(self) -> Outbox: ...


def moments(kept: Reminded, now: datetime, until: datetime) -> Iterator[datetime]:
    """Now, and each moment up to `until` at which there is something to do."""
    moment: datetime | None = now
    while moment is not None and moment <= until:
        yield moment
        found = (kept.watches.next_moment(moment), kept.outbox.next_moment(moment))
        moment = min((each for each in found if each is not None), default=None)


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


def notified_at(kept: Reminded, desk: Desk, now: datetime) -> Iterator[tuple[Recipient, Notified]]:
    """What people hear at that moment of what others did; all of it arrives."""
    while due := kept.outbox.due(now, MANY):
        to = due[0].notice.to
        told = desk.notices(kept.outbox.due_to(to, now, MANY), now)
        for key in told.over:
            kept.outbox.dead(key, "nothing to say any more", now)
        if told.not_before is not None:
            kept.outbox.hold(told.covers, told.not_before)
        elif told.covers:
            first, *others = told.covers
            assert kept.outbox.claim(first, now, *others)
            kept.outbox.sent(first, 1, now)
            yield Recipient(to), told


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
