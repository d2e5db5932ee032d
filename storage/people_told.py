"""Who was sent a reminder or a notice lately, on disk and in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from storage.database import Database, to_number
from storage.memory_ledger import MemoryLedger
from storage.memory_posting import Fate, MemoryOutbox
from workflow.channels import ChannelKind
from workflow.ids import PersonId
from workflow.reminders import Ending


class SqlitePeopleTold:
    """Read from the sends of the ledger and from the outbox."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people_told(self, start: datetime, end: datetime, limit: int) -> tuple[PersonId, ...]:
        """To whom a reminder or notice went by Telegram then, those told last first."""
        rows = self._database.ask(
            "select recipient, max(settled_at) as at from ("
            " select recipient, settled_at from sends where state = 'sent' and channel = ?3"
            " and settled_at between ?1 and ?2"
            " and recipient <> '' and recipient not glob '*[^0-9]*'"
            " union all select json_extract(notice, '$.to'), settled_at from outbox"
            " where state = 'sent' and settled_at between ?1 and ?2)"
            " group by recipient order by at desc, recipient limit ?4",
            (to_number(start), to_number(end), ChannelKind.TELEGRAM, limit),
        )
        return tuple(PersonId(recipient) for recipient, _ in rows)


@dataclass(frozen=True, slots=True)
class MemoryPeopleTold:
    """The same, as the specification."""

    ledger: MemoryLedger
    outbox: MemoryOutbox

    def people_told(self, start: datetime, end: datetime, limit: int) -> tuple[PersonId, ...]:
        """To whom a reminder or notice went by Telegram then, those told last first."""
        last: dict[PersonId, datetime] = {}
        for person, at in (*self._reminded(), *self._noticed()):
            if start <= at <= end:
                last[person] = max(at, last.get(person, at))
        return tuple(sorted(last, key=lambda person: (-last[person].timestamp(), person)))[:limit]

    def _reminded(self) -> Iterator[tuple[PersonId, datetime]]:
        for one in self.ledger.kept.values():
            is_out = one.end is not None and one.end.ending in (Ending.SENT, Ending.FOLDED)
            by_telegram = one.sending is not None and one.sending.channel == ChannelKind.TELEGRAM
            if is_out and by_telegram and one.owed.to.isdecimal() and one.settled_at:
                yield PersonId(one.owed.to), one.settled_at

    def _noticed(self) -> Iterator[tuple[PersonId, datetime]]:
        for kept in self.outbox.kept.values():
            if kept.fate is Fate.SENT and kept.settled_at:
                yield kept.notice.to, kept.settled_at
