"""What is looked up across companies, on disk: open work by person, standings, who is waited for."""

from collections.abc import Iterable

from storage.database import Cells, Database, to_number
from storage.difference import renew
from workflow.across import CompanyStanding, Projection, Projector
from workflow.model import Company

_WORK = ("season", "item", "person", "due")
_STANDING = ("missing", "unreported", "open", "next_due", "active_at")


class Projections:
    """Follows the companies by the projector it was given; without one it only says so.

    Whoever opens the journal next with a projector then draws everything anew.
    """

    def __init__(self, database: Database, projector: Projector | None) -> None:
        self._database = database
        self._projector = projector
        self._latest: tuple[Company, Projection] | None = None

    def of(self, company: Company) -> Projection:
        """What is to be looked up of a company in this state."""
        if self._projector is None:
            return Projection()
        if self._latest is None or self._latest[0] is not company:
            self._latest = (company, self._projector.project(company))
        return self._latest[1]

    def renew(self, company: Company) -> None:
        """Bring the company's part up to date, by what differs; inside a transaction."""
        if self._projector is None:
            self._database.tell("delete from projected")
            return
        drawn = self.of(company)
        work = [(row.season, row.item, row.person, row.due) for row in drawn.work]
        renew(self._database, "open_work", _WORK, company.id, work)
        renew(self._database, "loads", ("person", "items"), company.id, list(drawn.loads.items()))
        standings = [] if drawn.standing is None else [_cells(drawn.standing)]
        renew(self._database, "standings", _STANDING, company.id, standings)

    def is_current(self) -> bool:
        """Whether every company was drawn by a projector of this digest."""
        if self._projector is None:
            return True
        return self._database.ask("select digest from projected") == [(self._projector.digest,)]

    def draw_anew(self, companies: Iterable[Company]) -> None:
        """Draw all of them in one transaction; the others keep what was drawn of them."""
        if self._projector is None:
            return
        with self._database.transaction():
            for company in companies:
                self.renew(company)
            self._database.tell("delete from projected")
            self._database.tell(
                "insert into projected(digest) values(?)", (self._projector.digest,)
            )


def _cells(standing: CompanyStanding) -> Cells:
    counts = (standing.missing, standing.unreported, standing.open)
    return (*counts, standing.next_due, to_number(standing.active_at))
