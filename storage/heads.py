"""Which trails have grown since their heads were told, and when that was."""

from collections.abc import Iterable
from datetime import date

from storage.database import Database
from storage.outbox import owe
from workflow.events import Notice
from workflow.heads import Head
from workflow.ids import CompanyId
from workflow.model import Lifecycle


class Heads:
    """The heads of all companies, beside the ones that were told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def told_on(self) -> date | None:
        """The last day on which heads were told, or there was none to tell."""
        rows = self._database.ask("select day from heads_told_on")
        return date.fromordinal(rows[0][0]) if rows else None

    def grown(self) -> tuple[Head, ...]:
        """The heads that are not the ones told last, by company; not of removed ones."""
        rows = self._database.ask(
            "select company, seq, link from directory join trail using (company)"
            " left join heads_told using (company)"
            " where seq = (select max(seq) from trail where company = directory.company)"
            " and link <> '' and link is not told and lifecycle <> ? order by company",
            (Lifecycle.REMOVED,),
        )
        return tuple(Head(CompanyId(company), seq, link) for company, seq, link in rows)

    def tell(self, heads: Iterable[Head], notices: Iterable[Notice], day: date) -> None:
        """Owe the notices that tell these heads, in one transaction; NotSaved."""
        with self._database.transaction():
            owe(self._database, notices)
            for head in heads:
                self._database.tell(
                    "insert into heads_told(company, told) values(?, ?)"
                    " on conflict(company) do update set told = excluded.told",
                    (head.company, head.link),
                )
            self._database.tell("delete from heads_told_on")
            self._database.tell("insert into heads_told_on(day) values(?)", (day.toordinal(),))
