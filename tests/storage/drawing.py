"""A projector of the tests: what is assigned is open, its day stands in its key (`i12`: the 12th)."""

from datetime import date

from workflow.across import NO_DAY, CompanyStanding, OpenRow, Projection, Projector
from workflow.ids import ItemKey
from workflow.model import Company, Lifecycle


def day_of(item: ItemKey) -> int:
    """Ordinal of the item's day in January 2027; NO_DAY for a key that names none."""
    number = item.strip("abcdefghijklmnopqrstuvwxyz")
    return date(2027, 1, int(number)).toordinal() if number else NO_DAY


def drawn(company: Company) -> Projection:
    """Its only season; a filing makes it reported. An item of "" is nobody's."""
    if company.lifecycle is not Lifecycle.ACTIVE:
        return Projection()
    season = company.seasons[0]
    return Projection(
        frozenset(
            OpenRow(day_of(item), season.id, item, person)
            for item, person in season.assigned.items()
            if person
        ),
        CompanyStanding(
            missing=len(season.assigned),
            unreported=0 if season.filings else 1,
            open=len(season.assigned),
            next_due=min(map(day_of, season.assigned), default=NO_DAY),
            active_at=company.recent[-1].at,
        ),
    )


PROJECTOR = Projector(drawn, "tests")
