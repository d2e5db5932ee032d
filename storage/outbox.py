"""Notices on disk: owed with the change that owes them, claimed before the socket, then settled."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import TypeAdapter

from storage.database import Cells, Database, to_number
from workflow.events import Notice
from workflow.posting import UNKNOWN_TWICE, OwedNotice, RestingNotice

_NOTICE = TypeAdapter(Notice)


def owe(database: Database, notices: Iterable[Notice]) -> None:
    """Keep the notices, each key once; part of the transaction that settles their commit."""
    for notice in notices:
        since = 0 if notice.not_before is None else to_number(notice.not_before)
        database.tell(
            "insert into outbox(key, notice, next_at) values(?, ?, ?) on conflict(key) do nothing",
            (notice.key, _NOTICE.dump_json(notice).decode(), since),
        )


class SqliteOutbox:
    """The outbox of the journal; made once at the start, since claims before it are in doubt."""

    def __init__(self, database: Database) -> None:
        self._database = database
        for key, claimed_at in database.ask(
            "select key, next_at from outbox where state = 'claimed'"
        ):
            self._doubt(key, claimed_at)

    def due(self, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent now, in the order they came to be owed."""
        rows = self._database.ask(
            "select notice, attempts, doubts from outbox"
            " where state = 'pending' and next_at <= ? order by id limit ?",
            (to_number(now), limit),
        )
        return tuple(_owed(row) for row in rows)

    def claim(self, key: str, now: datetime) -> bool:
        """Say on disk that this one is about to be sent; False if somebody else has it."""
        claimed = self._database.tell(
            "update outbox set state = 'claimed', attempts = attempts + 1, next_at = ?1"
            " where key = ?2 and state = 'pending' and next_at <= ?1",
            (to_number(now), key),
        )
        return claimed == 1

    def sent(self, key: str, message: int, at: datetime) -> None:
        """It is out, as that message."""
        self._database.tell(
            "update outbox set state = 'sent', message = ?, settled_at = ?"
            " where key = ? and state = 'claimed'",
            (message, to_number(at), key),
        )

    def not_sent(self, key: str, again_at: datetime) -> None:
        """It is provably not out this time; try again then. What was a repeat stays one."""
        self._database.tell(
            "update outbox set state = 'pending', next_at = ? where key = ? and state = 'claimed'",
            (to_number(again_at), key),
        )

    def unknown(self, key: str, again_at: datetime) -> None:
        """It may be out; repeat it then, marked, and the second time let it rest."""
        self._doubt(key, to_number(again_at))

    def dead(self, key: str, why: str, at: datetime) -> None:
        """It cannot be sent: blocked, never started, nothing to say any more. Claimed or not."""
        self._database.tell(
            "update outbox set state = 'dead', settled_at = ?, why = ?"
            " where key = ? and state in ('pending', 'claimed')",
            (to_number(at), why, key),
        )

    def resting(self, limit: int) -> tuple[RestingNotice, ...]:
        """Those that rest, the latest first."""
        rows = self._database.ask(
            "select notice, why from outbox where state = 'dead' order by id desc limit ?",
            (limit,),
        )
        return tuple(RestingNotice(_NOTICE.validate_json(notice), why) for notice, why in rows)

    def purge(self, before: datetime) -> int:
        """Forget those that were sent, or came to rest, before that moment; how many."""
        return self._database.tell("delete from outbox where settled_at < ?", (to_number(before),))

    def _doubt(self, key: str, again_at: int) -> None:
        self._database.tell(
            "update outbox set doubts = doubts + 1, next_at = ?1,"
            " state = iif(doubts = 0, 'pending', 'dead'),"
            " settled_at = iif(doubts = 0, null, ?1), why = iif(doubts = 0, '', ?2)"
            " where key = ?3 and state = 'claimed'",
            (again_at, UNKNOWN_TWICE, key),
        )


def _owed(row: Cells) -> OwedNotice:
    notice, attempts, doubts = row
    return OwedNotice(_NOTICE.validate_json(notice), attempts, repeated=doubts > 0)
