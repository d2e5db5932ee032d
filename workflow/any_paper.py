"""Any paper of a season for one reader: which there are, and what stands on the one that is wanted."""

from workflow.ids import PersonId
from workflow.model import Company, Season
from workflow.pack import Pack
from workflow.paper_content import paper_of
from workflow.papers import Outline, PaperData, PaperKind
from workflow.quality_data import QualityData, quality_data

AnyPaper = PaperData | QualityData


def kinds_of(pack: Pack) -> tuple[PaperKind, ...]:
    """The papers that the pack knows of: not all of them have a service quality report."""
    return tuple(
        kind for kind in PaperKind if kind is not PaperKind.QUALITY or pack.quality is not None
    )


def paper_for(
    kind: PaperKind,
    company: Company,
    season: Season,
    pack: Pack,
    outline: Outline,
    *,
    reader: PersonId,
) -> AnyPaper | None:
    """As far as the reader may see it; None where the pack knows of no such paper.

    NotAllowed, or NoSuchCompany for a stranger.
    """
    if kind is PaperKind.QUALITY:
        return quality_data(company, season, pack, reader=reader)
    return paper_of(kind, company, season, pack, outline, reader=reader)
