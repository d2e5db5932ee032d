"""The service quality report as data: whose it is, of which year, its figures, who gave them."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.assigning import may_see
from workflow.ids import PersonId
from workflow.model import Company, Season
from workflow.pack import Item, Pack
from workflow.papers import PaperKind
from workflow.permissions import Action, require
from workflow.quality import Quality, as_seen, hidden, quality
from workflow.text import Text


@dataclass(frozen=True, slots=True)
class QualityData:
    """All that stands on the paper, as far as its reader may see it."""

    company: str
    uscc: str
    licence: Text
    licence_no: str
    year: int
    names: Mapping[PersonId, str]
    """What those are called who gave the figures."""
    pack: Pack
    found: Quality
    left_out: int
    """Internal matters (内部事项) that the reader may not see."""
    kind: PaperKind = PaperKind.QUALITY


def quality_data(
    company: Company, season: Season, pack: Pack, *, reader: PersonId
) -> QualityData | None:
    """The report for that reader; None where the pack knows of none. NotAllowed, NoSuchCompany."""
    require(reader, Action.LOOK, company)
    found = quality(company, season, pack)
    if found is None:
        return None

    def sees(item: Item) -> bool:
        return may_see(reader, company, season, item)

    seen = as_seen(found, sees)
    return QualityData(
        company=company.name,
        uscc=company.uscc,
        licence=pack.title,
        licence_no=season.licence_no,
        year=season.year,
        names=_named(company, seen),
        pack=pack,
        found=seen,
        left_out=hidden(found, sees),
    )


def _named(company: Company, found: Quality) -> Mapping[PersonId, str]:
    """Who gave what stands on the paper, by the names the company knows; also those who left."""
    entries = [line.filled for line in found.lines]
    entries += [source.entry for source in found.logs]
    entries += [task.newest for task in found.assurance]
    named = {entry.by for entry in entries if entry is not None}
    known = {each.person: each.name for each in (*company.members, *company.former)}
    return {person: name for person, name in known.items() if person in named}
