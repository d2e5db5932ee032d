"""The trail: every event of every company, once, in the order of its number."""

from collections.abc import Iterable

from pydantic import TypeAdapter

from storage.database import Cells, Database
from workflow.ids import CompanyId
from workflow.model import Event

_EVENT = TypeAdapter(Event)


class Trail:
    """Reads and adds; nothing in the trail is ever changed or taken away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self, company: CompanyId) -> int:
        """Number of the newest event; 0 when there is none."""
        rows = self._database.ask(
            "select coalesce(max(seq), 0) from trail where company = ?", (company,)
        )
        return int(rows[0][0])

    def newest(self, company: CompanyId, count: int) -> tuple[Event, ...]:
        """At most `count` events, newest first."""
        return _events(
            self._database.ask(
                "select event from trail where company = ? order by seq desc limit ?",
                (company, count),
            )
        )

    def after(self, company: CompanyId, seq: int) -> tuple[Event, ...]:
        """The events numbered above `seq`, oldest first."""
        return _events(
            self._database.ask(
                "select event from trail where company = ? and seq > ? order by seq",
                (company, seq),
            )
        )

    def drain(self, company: CompanyId, events: Iterable[Event]) -> None:
        """Add the events that are not there yet; the directory must know the company."""
        for event in events:
            self._database.tell(
                "insert into trail(company, seq, event) values(?, ?, ?)"
                " on conflict(company, seq) do nothing",
                (company, event.seq, _EVENT.dump_json(event).decode()),
            )


def _events(rows: Iterable[Cells]) -> tuple[Event, ...]:
    return tuple(_EVENT.validate_json(event) for (event,) in rows)
