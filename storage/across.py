"""Looking across companies: a person's open work and how their companies stand, by index."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Self

from storage.database import Database, to_number
from storage.directory import Directory
from storage.projections import Projections
from workflow.across import Glance, MinePage, Sign, SignCounts, mine_row
from workflow.ids import CompanyId, PersonId
from workflow.model import Company, Lifecycle
from workflow.ports import CompanyCard

_SHOWS: Mapping[Sign, str] = {
    Sign.READY: "unreported > 0 and missing = 0",
    Sign.ONE_MISSING: "missing = 1",
    Sign.OVERDUE: "next_due < ?2",
    Sign.SILENT: "open > 0 and active_at < ?3",
    Sign.UNREACHABLE: "open > 0 and not exists(select 1 from loads join people using (person)"
    " where loads.company = standings.company and reachable and person <> ?1)",
}
"""`workflow.across.shows` as SQLite reads it: of ?1 the person, ?2 the day, ?3 silent since."""
_COUNTS = ", ".join(f"total({condition})" for condition in _SHOWS.values())
_THEIRS = (
    "from membership join standings using (company) join directory using (company)"
    f" where membership.person = ?1 and lifecycle <> '{Lifecycle.REMOVED}' and ?2 and ?3"
)
"""Names every fact of a glance, so that each question takes the same ones."""


class Across:
    """Reads what `Projections` draws."""

    def __init__(self, database: Database, directory: Directory, projections: Projections) -> None:
        self._database = database
        self._directory = directory
        self._projections = projections

    @contextmanager
    def counting(self, saved: Company | None) -> Iterator[Self]:
        """What is asked inside counts the company as an open work has saved it."""
        if saved is None:
            yield self
            return
        with self._database.rehearsal():
            self._directory.project(saved)
            self._projections.renew(saved)
            yield self

    def mine(self, person: PersonId, offset: int, count: int) -> MinePage:
        """At most `count` of a person's open items of all their companies, soonest first."""
        rows = self._database.ask(
            "select due, company, season, item from open_work where person = ?"
            " order by due, company, season, item limit ? offset ?",
            (person, count, offset),
        )
        ((total,),) = self._database.ask(
            "select coalesce(sum(items), 0) from loads where person = ?", (person,)
        )
        return MinePage(tuple(mine_row(*row) for row in rows), total)

    def standings_of(self, glance: Glance) -> SignCounts:
        """How many companies of a person show which sign; only those with a season going on."""
        ((companies, *counts),) = self._database.ask(
            f"select count(*), {_COUNTS} {_THEIRS}",
            _facts(glance),
        )
        return SignCounts(companies, dict(zip(_SHOWS, map(int, counts), strict=True)))

    def showing(
        self, sign: Sign, glance: Glance, offset: int, count: int
    ) -> tuple[CompanyCard, ...]:
        """At most `count` of the companies that show the sign, by name."""
        rows = self._database.ask(
            f"select company, name, uscc, lifecycle {_THEIRS} and {_SHOWS[sign]}"
            " order by name, company limit ?4 offset ?5",
            (*_facts(glance), count, offset),
        )
        return tuple(
            CompanyCard(CompanyId(company), name, uscc, Lifecycle(lifecycle))
            for company, name, uscc, lifecycle in rows
        )


def _facts(glance: Glance) -> tuple[str, int, int]:
    return glance.person, glance.today.toordinal(), to_number(glance.silent_since)
