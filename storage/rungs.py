"""Rungs that are owed, as rows of the journal: each key once, however often it is owed."""

from collections.abc import Iterable
from datetime import datetime

from pydantic import TypeAdapter

from storage.database import Database, to_number
from workflow.reminders import Owed

_OWED = TypeAdapter(Owed)


def owe(database: Database, owed: Iterable[Owed]) -> None:
    """Keep these until their moments; part of the transaction of whoever owes them.

    What somebody put off and puts off once more, before it was said, waits for the newer moment.
    What comes from before a restore may have been said by the life that was lost: it is doubted,
    with a reference of its own.
    """
    ((restored,),) = database.ask("select coalesce(max(at), 0) from restored")
    for one in owed:
        if _is_new(database, one) and to_number(one.at) <= restored:
            doubt(database, "key = ?", one.key)


def doubt(database: Database, which: str, fact: object) -> None:
    """Those that were never doubted may be out; `which` is a condition of ours."""
    database.tell(
        f"update rungs set doubted = 'R' || id where doubted = '' and {which}",  # noqa: S608
        (fact,),
    )


def count_as_doubted(database: Database, at: datetime) -> None:
    """The journal came back from a backup at that moment: nobody knows what was sent since.

    Whatever was to be said by then is said once more, marked; what it says after is not.
    """
    with database.transaction():
        database.tell("insert into restored(at) values(?)", (to_number(at),))
        doubt(database, "state = 'pending' and next_at <= ?", to_number(at))
        database.tell(
            "update outbox set doubts = 1 where state = 'pending' and doubts = 0 and next_at <= ?",
            (to_number(at),),
        )


def owed_of(text: str) -> Owed:
    """What the column `owed` says."""
    return _OWED.validate_json(text)


def _is_new(database: Database, owed: Owed) -> bool:
    added = database.tell(
        "insert into rungs(key, company, season, recipient, rank, at, next_at, owed)"
        " values(?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7) on conflict(key) do update"
        " set at = excluded.at, next_at = excluded.next_at, owed = excluded.owed"
        " where ?8 > 0 and state = 'pending' and attempts = 0 and doubted = ''",
        (
            *(owed.key, owed.company, owed.rung.season, owed.to, owed.rank, to_number(owed.at)),
            _OWED.dump_json(owed).decode(),
            owed.rung.later,
        ),
    )
    return added == 1
