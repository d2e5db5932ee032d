"""The ledger on disk: what goes out is claimed before it leaves and settled after."""

from collections.abc import Collection, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from storage.database import Cells, Database, to_moment, to_number
from storage.doubts import morning_after, said_again_at
from storage.rungs import owed_of
from workflow.posting import UNKNOWN_TWICE
from workflow.reminders import (
    End,
    Ending,
    Owed,
    Pending,
    Recipient,
    RungKey,
    Sending,
    SendRef,
)

SEASONS_AT_ONCE = 200
"""So many are forgotten at a time, and the rest the next time: the bot goes on meanwhile."""


class SqliteLedger:
    """The ledger of the journal; made once at the start, since claims before it are in doubt.

    Those are said again as if they had come to be unknown when they were claimed; `zone` says when
    the usual morning is that far ones wait for.
    """

    def __init__(self, database: Database, zone: ZoneInfo) -> None:
        self._database = database
        for ref, claimed_at in database.ask(
            "select ref, claimed_at from sends where state = 'claimed'"
        ):
            at = to_moment(claimed_at)
            self.unknown(SendRef(ref), at, morning_after(at, zone))

    def due(self, now: datetime, limit: int) -> tuple[Recipient, ...]:
        """Those who are owed something now and to whom nothing is on its way, urgent ones first."""
        rows = self._database.ask(
            "select recipient from rungs indexed by rungs_due where state = 'pending' and next_at <= ?"
            " and not exists(select 1 from sends"
            " where sends.recipient = rungs.recipient and sends.state = 'claimed')"
            " group by recipient order by min(rank), min(next_at), recipient limit ?",
            (to_number(now), limit),
        )
        return tuple(Recipient(recipient) for (recipient,) in rows)

    def pending(self, to: Recipient, now: datetime) -> tuple[Pending, ...]:
        """All that this recipient is owed by now, in the order of their moments."""
        rows = self._database.ask(
            "select owed, attempts, doubted from rungs"
            " where recipient = ? and state = 'pending' and next_at <= ? order by at, id",
            (to, to_number(now)),
        )
        return tuple(_pending(row) for row in rows)

    def end(self, ends: Mapping[RungKey, End], now: datetime) -> None:
        """These will not be sent, each for its reason; what is not pending is left alone."""
        with self._database.transaction():
            for key, end in ends.items():
                self._database.tell(
                    "update rungs set state = 'ended', ending = ?, why = ?, settled_at = ?,"
                    " send = coalesce((select max(id) from sends where ref = ?), send)"
                    " where key = ? and state = 'pending'",
                    (end.ending, end.why, to_number(now), end.send, key),
                )

    def put_off(self, keys: Collection[RungKey], until: datetime) -> None:
        """Not before that moment: quiet hours."""
        with self._database.transaction():
            for key in keys:
                self._database.tell(
                    "update rungs set next_at = ? where key = ? and state = 'pending'",
                    (to_number(until), key),
                )

    def claim(self, sending: Sending, now: datetime) -> bool:
        """Say on disk that this is about to leave; False if any of it is not pending any more.

        Nor is it claimed while something else is on its way to them, or under the same reference.
        """
        with self._database.transaction():
            if self._is_busy(sending) or not self._is_pending(sending, now):
                return False
            ((send,),) = self._database.ask(
                "insert into sends(ref, recipient, channel, is_repeat, claimed_at)"
                " values(?, ?, ?, ?, ?) returning id",
                (*(sending.ref, sending.to, sending.channel, sending.is_repeat), to_number(now)),
            )
            for key in (*sending.covers, *sending.folds):
                self._database.tell(
                    "update rungs set state = 'claimed', send = ?, folded = ?,"
                    " attempts = attempts + 1 where key = ?",
                    (send, key in sending.folds, key),
                )
        return True

    def sent(self, ref: SendRef, message: int, now: datetime) -> None:
        """It is out: what it covers is SENT, what it folds FOLDED, naming it."""
        with self._database.transaction():
            for send in self._settle(ref, "sent", now):
                self._database.tell("update sends set message = ? where id = ?", (message, send))
                self._database.tell(
                    "update rungs set state = 'ended', ending = iif(folded, ?, ?), settled_at = ?"
                    " where send = ? and state = 'claimed'",
                    (Ending.FOLDED, Ending.SENT, to_number(now), send),
                )

    def not_sent(self, ref: SendRef, again_at: datetime) -> None:
        """It is provably not out: pending again then. What was a repeat stays one."""
        with self._database.transaction():
            for send in self._claimed(ref):
                self._database.tell(
                    "update rungs set state = 'pending', next_at = ?, folded = 0 where send = ?"
                    " and state = 'claimed'",
                    (to_number(again_at), send),
                )
                self._database.tell("delete from sends where id = ?", (send,))

    def unknown(self, ref: SendRef, now: datetime, morning: datetime) -> None:
        """It may be out. Near rungs are pending again a minute from now, far ones at `morning`.

        Each is repeated once, marked; after the second time it ends as FAILED.
        """
        with self._database.transaction():
            for send in self._settle(ref, "unknown", now):
                again = said_again_at(self._carried(send, 0), self._carried(send, 1), now, morning)
                for key, moment in again.items():
                    self._doubt(key, ref, moment, now)

    def refused(self, ref: SendRef, end: End, now: datetime) -> tuple[Owed, ...]:
        """It cannot be sent: all of it ends so; gives back what it covered."""
        covered: tuple[Owed, ...] = ()
        with self._database.transaction():
            for send in self._settle(ref, "refused", now):
                covered = self._carried(send, 0)
                self._database.tell(
                    "update rungs set state = 'ended', ending = ?, why = ?, settled_at = ?"
                    " where send = ? and state = 'claimed'",
                    (end.ending, end.why, to_number(now), send),
                )
        return covered

    def purge(self, before: datetime) -> int:
        """Forget what ended before that moment, once all of its season did; how many rungs.

        At most `SEASONS_AT_ONCE` seasons at a time. None of it can be owed again: what is owed has
        its moment after the last look at the company, and looks only go on.
        """
        then = to_number(before)
        with self._database.transaction():
            over = self._seasons_over(then)
            forgotten = [self._forget(company, season, then) for company, season in over]
            self._database.tell(
                "delete from sends where settled_at < ?"
                " and not exists(select 1 from rungs where send = sends.id)",
                (then,),
            )
        return sum(forgotten)

    def _is_busy(self, sending: Sending) -> bool:
        return bool(
            self._database.ask(
                "select 1 from sends where state = 'claimed' and recipient = ?"
                " union all select 1 from sends where state = 'claimed' and ref = ?",
                (sending.to, sending.ref),
            )
        )

    def _is_pending(self, sending: Sending, now: datetime) -> bool:
        rows = self._database.ask(
            "select key from rungs where recipient = ? and state = 'pending' and next_at <= ?",
            (sending.to, to_number(now)),
        )
        return {key for (key,) in rows}.issuperset((*sending.covers, *sending.folds))

    def _claimed(self, ref: SendRef) -> list[int]:
        """The one send of that reference that is on its way, if there is one."""
        rows = self._database.ask(
            "select id from sends where ref = ? and state = 'claimed'", (ref,)
        )
        return [send for (send,) in rows]

    def _settle(self, ref: SendRef, state: str, now: datetime) -> list[int]:
        """The same, and what became of it."""
        rows = self._database.ask(
            "update sends set state = ?, settled_at = ? where ref = ? and state = 'claimed'"
            " returning id",
            (state, to_number(now), ref),
        )
        return [send for (send,) in rows]

    def _carried(self, send: int, folded: int) -> tuple[Owed, ...]:
        rows = self._database.ask(
            "select owed from rungs where send = ? and folded = ? and state = 'claimed'"
            " order by at, id",
            (send, folded),
        )
        return tuple(owed_of(owed) for (owed,) in rows)

    def _doubt(self, key: RungKey, ref: SendRef, moment: datetime, now: datetime) -> None:
        self._database.tell(
            "update rungs set folded = 0, state = iif(doubted = '', 'pending', 'ended'),"
            " next_at = ?1, ending = iif(doubted = '', null, ?2), why = iif(doubted = '', '', ?3),"
            " settled_at = iif(doubted = '', null, ?4), doubted = iif(doubted = '', ?5, doubted)"
            " where key = ?6",
            (*(to_number(moment), Ending.FAILED, UNKNOWN_TWICE, to_number(now)), ref, key),
        )

    def _seasons_over(self, before: int) -> list[Cells]:
        return self._database.ask(
            "select company, season from"
            " (select distinct company, season from rungs where settled_at < ?1) as old"
            " where not exists(select 1 from rungs where company = old.company"
            " and season = old.season and (settled_at is null or settled_at >= ?1)) limit ?2",
            (before, SEASONS_AT_ONCE),
        )

    def _forget(self, company: str, season: str, before: int) -> int:
        return self._database.tell(
            "delete from rungs where company = ? and season = ? and settled_at < ?",
            (company, season, before),
        )


def _pending(row: Cells) -> Pending:
    owed, attempts, doubted = row
    return Pending(owed_of(owed), attempts, SendRef(doubted) if doubted else None)
