"""The trail: every event of every company, once, in the order of its number."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from storage.chain import FIRST, Sealed, chained, event_of
from storage.database import Cells, Database
from workflow.events import Event
from workflow.ids import CompanyId
from workflow.record import EVERYTHING, Sought

PAGE = 500
"""So many events are in memory while a whole trail is read."""


class Asked(Protocol):
    """A journal that can be read."""

    def ask(self, question: str, facts: Sequence[object] = ()) -> list[Cells]:
        """All rows of the answer."""
        ...


class Trail:
    """Reads and adds; only storage/erasure.py ever takes a payload away."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def head(self, company: CompanyId) -> int:
        """Number of the newest event; 0 when there is none."""
        return newest_seq(self._database, company)

    def newest(
        self, company: CompanyId, count: int, offset: int = 0, sought: Sought = EVERYTHING
    ) -> tuple[Event, ...]:
        """At most `count` events that are sought, after the `offset` newest, newest first."""
        return _events(
            self._database.ask(
                "select event from trail where company = ?1"
                " and (?2 = '[]' or json_extract(event, '$.kind') in (select value from json_each(?2)))"
                " and (?3 is null or json_extract(event, '$.by') = ?3)"
                " and (?4 = '[]' or json_extract(event, '$.season') in (select value from json_each(?4)))"
                " and (?5 = '' or json_extract(event, '$.subject') = ?5)"
                " order by seq desc limit ?6 offset ?7",
                (
                    company,
                    json.dumps(sorted(sought.kinds)),
                    sought.person,
                    json.dumps(sorted(sought.seasons)),
                    sought.subject,
                    count,
                    offset,
                ),
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

    def drain(self, company: CompanyId, sealed: Iterable[Sealed]) -> None:
        """Add the events that are not there yet; the directory must know the company."""
        for each in sealed:
            self._database.tell(
                "insert into trail(company, seq, event, salt, commitment, link)"
                " values(?, ?, ?, ?, ?, ?) on conflict(company, seq) do nothing",
                (company, each.seq, each.event, each.salt, each.commitment, each.link),
            )

    def sealed_head(self, company: CompanyId, salt: Callable[[], str]) -> str:
        """The newest link; a trail from before there was a chain is sealed now, once."""
        link = newest_link(self._database, company)
        if link:
            return link
        texts = [(row.seq, row.event) for row in rows_of(self._database, company)]
        sealed = chained(company, FIRST, texts, salt)
        with self._database.transaction():
            for each in sealed:
                self._database.tell(
                    "update trail set salt = ?, commitment = ?, link = ?"
                    " where company = ? and seq = ?",
                    (each.salt, each.commitment, each.link, company, each.seq),
                )
        return sealed[-1].link


def newest_seq(journal: Asked, company: CompanyId) -> int:
    """Number of the newest event in the trail; 0 when there is none."""
    rows = journal.ask("select coalesce(max(seq), 0) from trail where company = ?", (company,))
    return int(rows[0][0])


def newest_link(journal: Asked, company: CompanyId) -> str:
    """Link of the newest event; empty where none is sealed yet, FIRST when there is none."""
    rows = journal.ask(
        "select link from trail where company = ? order by seq desc limit 1", (company,)
    )
    return str(rows[0][0]) if rows else FIRST


def rows_of(journal: Asked, company: CompanyId) -> Iterator[Sealed]:
    """A company's whole trail as it is kept, oldest first, read page by page."""
    seq = 0
    while page := _page(journal, company, seq):
        yield from page
        seq = page[-1].seq


def _page(journal: Asked, company: CompanyId, after: int) -> list[Sealed]:
    rows = journal.ask(
        "select seq, event, salt, commitment, link from trail"
        " where company = ? and seq > ? order by seq limit ?",
        (company, after, PAGE),
    )
    return [Sealed(*row) for row in rows]


def _events(rows: Iterable[Cells]) -> tuple[Event, ...]:
    return tuple(event_of(event) for (event,) in rows)
