"""Which companies are to be looked at for reminders, on disk: one row a company.

A commit of a company wakes it in its own transaction, so that no change goes unseen.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from storage.chain import Sealed, event_of
from storage.database import Database, to_moment, to_number
from storage.people import can_be_reached
from storage.rungs import owe
from workflow.ids import CompanyId, PersonId
from workflow.model import Lifecycle
from workflow.ports import Acquaintance
from workflow.reminders import Looked, Owed, Waking

_WAKES = "next_at = 0, change = change + 1"
"""Zero: at once. The change is counted, so that one that comes during a look is not lost."""


def wake(database: Database, company: CompanyId, pending: Sequence[Sealed]) -> None:
    """The company changed: it is to be looked at; part of the transaction that settles its commit.

    A new one is watched from its first event on.
    """
    woken = database.tell(f"update watches set {_WAKES} where company = ?", (company,))  # noqa: S608
    if not woken and pending:
        _watch(database, company, pending[0].event)


def wake_companies_of(database: Database, person: PersonId) -> None:
    """The active companies of a person are to be looked at: they hear otherwise now."""
    database.tell(
        f"update watches set {_WAKES} where company in"  # noqa: S608
        " (select company from membership join directory using (company)"
        " where person = ? and lifecycle = ?)",
        (person, Lifecycle.ACTIVE),
    )


def watch_all(database: Database) -> None:
    """Watch every company that is not, from its newest event on: a journal from before reminders."""
    unwatched = database.ask(
        "select company, event from directory join trail using (company)"
        " where not exists(select 1 from watches where company = directory.company)"
        " and seq = (select max(seq) from trail where company = directory.company)"
    )
    if unwatched:
        with database.transaction():
            for company, event in unwatched:
                _watch(database, company, event)


def hears_otherwise(before: Acquaintance | None, after: Acquaintance) -> bool:
    """Whether what, when or where somebody hears changed with what is remembered of them."""
    return before is None or _hearing(before) != _hearing(after)


class SqliteWatches:
    """The watches of the journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waking(self, now: datetime, limit: int) -> tuple[Waking, ...]:
        """Companies that changed, or whose next rung's moment came, the longest waiting first."""
        rows = self._database.ask(
            "select company, looked, change from watches where next_at <= ?"
            " order by next_at, company limit ?",
            (to_number(now), limit),
        )
        return tuple(Waking(CompanyId(row[0]), to_moment(row[1]), row[2]) for row in rows)

    def looked(self, waking: Waking, looked: Looked, now: datetime) -> None:
        """Keep what the look found, each key once, and when to look again; one transaction.

        A company that changed since it was looked at stays waking. One that was looked at by
        somebody else meanwhile, or whose clock was turned back, keeps nothing of this look.
        """
        again = None if looked.again_at is None else to_number(looked.again_at)
        with self._database.transaction():
            counts = self._database.tell(
                "update watches set looked = max(looked, ?), next_at = iif(change = ?, ?, 0)"
                " where company = ? and looked = ?",
                (to_number(now), waking.change, again, waking.company, to_number(waking.looked)),
            )
            if counts:
                owe(self._database, looked.owed)

    def again(self, waking: Waking, at: datetime) -> None:
        """It could not be looked at: look then, unless it changes before."""
        self._database.tell(
            "update watches set next_at = ? where company = ? and change = ?",
            (to_number(at), waking.company, waking.change),
        )

    def owe(self, owed: Iterable[Owed]) -> None:
        """Owe these too: who hears in another's place."""
        with self._database.transaction():
            owe(self._database, owed)

    def next_moment(self, now: datetime) -> datetime | None:
        """The first moment after now at which a company wakes or something comes to be due."""
        ((moment,),) = self._database.ask(
            "select min(moment) from"
            " (select min(next_at) as moment from watches where next_at > ?1 union all"
            " select min(next_at) from rungs where state = 'pending' and next_at > ?1)",
            (to_number(now),),
        )
        return None if moment is None else to_moment(moment)

    def turn_back(self, now: datetime) -> int:
        """The clock went back a long way: what was done in its future counts as not done.

        Whatever ended waits again for its moment if that is still to come; what is past stays told
        and stays failed, and is asked again where it ended for another reason. Every company is
        looked at. Gives how many rungs wait again.
        """
        then = (to_number(now),)
        with self._database.transaction():
            self._database.tell(f"update watches set {_WAKES}, looked = min(looked, ?)", then)  # noqa: S608
            reopened = self._database.tell(
                "update rungs set state = 'pending', next_at = at, ending = null, why = '',"
                " settled_at = null, send = null, folded = 0 where state = 'ended' and (at > ?1 or settled_at > ?1"
                " and ending not in ('sent', 'folded', 'failed'))",
                then,
            )
            self._database.tell(
                "update rungs set next_at = at where state = 'pending' and next_at > ?", then
            )
        return reopened


def _watch(database: Database, company: CompanyId, event: str) -> None:
    database.tell(
        "insert into watches(company, looked, next_at) values(?, ?, 0)",
        (company, to_number(event_of(event).at)),
    )


def _hearing(person: Acquaintance) -> tuple[object, ...]:
    return can_be_reached(person), person.habit, person.addresses
