"""通知记录 on disk: who was told what, when, by which channel."""

from storage.database import Cells, Database, to_moment
from storage.rungs import owed_of
from workflow.ids import CompanyId
from workflow.ledger import ALL_LINES, Picked
from workflow.reminders import End, Ending, Owed, Recipient, SendRef, Told

_LINES = (
    "select owed, ending, why, rungs.settled_at, ref, channel, is_repeat"
    " from rungs left join sends on sends.id = rungs.send"
)


class SqliteNoticeRecord:
    """The ledger of the journal, to look at."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told(
        self, company: CompanyId, offset: int, count: int, picked: Picked = ALL_LINES
    ) -> tuple[Told, ...]:
        """The newest lines of a company's record of notices that are picked, newest first."""
        rows = self._database.ask(
            f"{_LINES} where company = ?1 and (?2 is null or rungs.recipient = ?2)"
            " and (?3 is null or rungs.season = ?3)"
            " and (?4 = '' or json_extract(owed, '$.rung.subject') = ?4)"
            " order by rungs.id desc limit ?5 offset ?6",
            (company, picked.to, picked.season, picked.step, count, offset),
        )
        return tuple(_told(row) for row in rows)

    def carried(self, to: Recipient, ref: SendRef) -> tuple[Owed, ...]:
        """What the message of that number told them, in the order of its moments; arrived or not."""
        rows = self._database.ask(
            "select owed from rungs join sends on sends.id = rungs.send"
            " where ref = ? and sends.recipient = ? order by at, rungs.id",
            (ref, to),
        )
        return tuple(owed_of(owed) for (owed,) in rows)

    def failed(self, limit: int) -> tuple[Told, ...]:
        """What ended as FAILED or UNREACHABLE, newest first: for the operator."""
        rows = self._database.ask(
            f"{_LINES} where ending in ('failed', 'unreachable')"
            " order by rungs.settled_at desc, rungs.id desc limit ?",
            (limit,),
        )
        return tuple(_told(row) for row in rows)


def _told(row: Cells) -> Told:
    owed, ending, why, settled_at, ref, channel, is_repeat = row
    at = None if settled_at is None else to_moment(settled_at)
    end = None if ending is None else _end(Ending(ending), why, ref)
    return Told(owed_of(owed), end, channel or "", at, is_repeat=bool(is_repeat))


def _end(ending: Ending, why: str, ref: str | None) -> End:
    """Only what was told names the send that told it."""
    is_told = ending in (Ending.SENT, Ending.FOLDED)
    return End(ending, why, SendRef(ref) if ref and is_told else None)
