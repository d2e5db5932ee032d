"""Notices on disk: owed with the change that owes them, claimed before the socket, then settled."""

import json
from collections.abc import Iterable
from datetime import datetime

from pydantic import TypeAdapter

from storage.database import Cells, Database, to_moment, to_number
from workflow.events import Notice
from workflow.ids import PersonId
from workflow.posting import UNKNOWN_TWICE, OwedNotice, RestingNotice

_NOTICE = TypeAdapter(Notice)
_OWED = "select notice, attempts, doubts, held from outbox"


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
        # "+id": the order must not lure SQLite away from the moments, past all that is held.
        rows = self._database.ask(
            f"{_OWED} where state = 'pending' and next_at <= ? order by +id limit ?",
            (to_number(now), limit),
        )
        return tuple(_owed(row) for row in rows)

    def due_to(self, person: PersonId, now: datetime, limit: int) -> tuple[OwedNotice, ...]:
        """Those to be sent to one person now, in the same order."""
        rows = self._database.ask(
            f"{_OWED} where recipient = ? and state = 'pending' and next_at <= ?"
            " order by id limit ?",
            (person, to_number(now), limit),
        )
        return tuple(_owed(row) for row in rows)

    def next_moment(self, now: datetime) -> datetime | None:
        """When the first of those that wait after `now` is due; None if nothing waits."""
        ((at,),) = self._database.ask(
            "select min(next_at) from outbox where state = 'pending' and next_at > ?",
            (to_number(now),),
        )
        return None if at is None else to_moment(at)

    def hold(self, keys: Iterable[str], until: datetime) -> None:
        """Their reader is not to be disturbed before that moment; what is claimed goes out."""
        self._database.tell(
            "update outbox set held = 1, next_at = ?"
            " where key in (select value from json_each(?)) and state = 'pending'",
            (to_number(until), json.dumps([*keys])),
        )

    def release(self, person: PersonId, now: datetime) -> int:
        """The person is here: what was held for them and never tried is due now; how many."""
        return self._database.tell(
            "update outbox set next_at = ?2 where recipient = ?1 and state = 'pending'"
            " and next_at > ?2 and held and not attempts",
            (person, to_number(now)),
        )

    def claim(self, key: str, now: datetime, *with_it: str) -> bool:
        """Say on disk that this one is about to be sent; False if somebody else has it.

        Those `with_it` go in the same message: claimed with it, all or none, they share its fate.
        """
        keys = (key, *with_it)
        claimed = self._database.tell(
            "update outbox set state = 'claimed', attempts = attempts + 1, next_at = ?1,"
            " carrier = iif(key = ?2, null, ?2)"
            " where key in (select value from json_each(?3))"
            " and state = 'pending' and next_at <= ?1"
            " and ?4 = (select count(*) from outbox where key in (select value from json_each(?3))"
            " and state = 'pending' and next_at <= ?1)",
            (to_number(now), key, json.dumps(keys), len(keys)),
        )
        return claimed == len(keys)

    def sent(self, key: str, message: int, at: datetime) -> None:
        """It is out, as that message."""
        self._database.tell(
            "update outbox set state = 'sent', message = ?2, settled_at = ?3"
            " where (key = ?1 or carrier = ?1) and state = 'claimed'",
            (key, message, to_number(at)),
        )

    def not_sent(self, key: str, again_at: datetime) -> None:
        """It is provably not out this time; try again then. What was a repeat stays one."""
        self._database.tell(
            "update outbox set state = 'pending', next_at = ?2, carrier = null"
            " where (key = ?1 or carrier = ?1) and state = 'claimed'",
            (key, to_number(again_at)),
        )

    def unknown(self, key: str, again_at: datetime) -> None:
        """It may be out; repeat it then, marked, and the second time let it rest."""
        self._doubt(key, to_number(again_at))

    def dead(self, key: str, why: str, at: datetime) -> None:
        """It cannot be sent: blocked, never started, nothing to say any more. Claimed or not."""
        self._database.tell(
            "update outbox set state = 'dead', settled_at = ?2, why = ?3"
            " where (key = ?1 or carrier = ?1) and state in ('pending', 'claimed')",
            (key, to_number(at), why),
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
            "update outbox set doubts = doubts + 1, next_at = ?2, carrier = null,"
            " state = iif(doubts = 0, 'pending', 'dead'),"
            " settled_at = iif(doubts = 0, null, ?2), why = iif(doubts = 0, '', ?3)"
            " where (key = ?1 or carrier = ?1) and state = 'claimed'",
            (key, again_at, UNKNOWN_TWICE),
        )


def _owed(row: Cells) -> OwedNotice:
    notice, attempts, doubts, held = row
    said = _NOTICE.validate_json(notice)
    return OwedNotice(said, attempts, repeated=doubts > 0, held=bool(held))
