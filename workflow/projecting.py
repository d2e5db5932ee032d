"""How a company is drawn for looking across companies: its open work and its standing."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from workflow.across import NO_DAY, CompanyStanding, OpenRow, Projection
from workflow.ids import PackRef
from workflow.model import Company
from workflow.openwork import OpenItem, Standing, active_seasons, season_work
from workflow.pack import Pack
from workflow.workdays import Calendar

RULES = 2
"""Raise it with every change of how a company is drawn: all are drawn anew at the next start."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def project(company: Company, packs: Mapping[PackRef, Pack], calendar: Calendar) -> Projection:
    """The company's part of what is looked up; seasons of a pack that is not there are left out."""
    seasons = (each for each in active_seasons(company) if each.pack in packs)
    works = [season_work(company, each, packs[each.pack], calendar) for each in seasons]
    if not works:
        return Projection()
    return Projection(
        work=frozenset(row for work in works for item in work.items for row in _rows(item)),
        standing=_together([work.standing for work in works], sum(len(w.items) for w in works)),
    )


def _together(seasons: Sequence[Standing], items: int) -> CompanyStanding:
    return CompanyStanding(
        missing=sum(each.missing for each in seasons if not each.is_reported),
        unreported=sum(not each.is_reported for each in seasons),
        open=items,
        next_due=min(_ordinal(each.next_due) for each in seasons),
        active_at=max(each.active_at or LONG_AGO for each in seasons),
    )


def _rows(item: OpenItem) -> Iterator[OpenRow]:
    due = _ordinal(item.due)
    return (OpenRow(due, item.season, item.item, person) for person in item.persons)


def _ordinal(day: date | None) -> int:
    return NO_DAY if day is None else day.toordinal()
