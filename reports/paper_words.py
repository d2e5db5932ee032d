"""The papers of a season put into the reader's language: cover, labels, and what each of them holds."""

from collections.abc import Iterator

from messages.say import Fact, say
from messages.wording import Wording
from reports.difference_words import difference_parts
from reports.draft_words import draft_parts
from reports.paper import Facts, Heading, Paper, Paragraph, Part
from reports.paper_cells import Cells
from reports.quality_paper import quality_paper
from workflow.any_paper import AnyPaper
from workflow.findings import FindingState
from workflow.paper_record import PaperRecord, number_of
from workflow.papers import Line, PaperData, PaperKind
from workflow.quality_data import QualityData


def worded(data: AnyPaper, record: PaperRecord, wording: Wording) -> Paper:
    """The paper under its number, ready to be written in any format."""
    if isinstance(data, QualityData):
        return quality_paper(data, record, wording)
    cells = Cells(data, wording)
    title = cells.text(say(f"paper-{data.kind}"))
    number = number_of(data.year, record)
    return Paper(
        title=title,
        parts=tuple(_parts(cells, record)),
        footer=cells.text(say("paper-footer", company=data.company, title=title, number=number)),
        is_wide=True,
        locale=wording.locale,
    )


def _parts(cells: Cells, record: PaperRecord) -> Iterator[Part]:
    yield Facts(tuple(_cover(cells, record)))
    yield Paragraph(cells.text(say("paper-label")), emphasis=True)
    estimates = sum(bool(line.now and line.now.estimate) for line in _lines(cells.data))
    if estimates:
        yield Paragraph(cells.text(say("paper-estimates", count=estimates)), emphasis=True)
    if cells.data.left_out:
        yield Paragraph(cells.text(say("paper-left-out", count=cells.data.left_out)))
    if cells.data.kind is PaperKind.DRAFT:
        yield from draft_parts(cells)
        yield Heading(cells.text(say("paper-section-differences")), own_sheet=True)
    yield from difference_parts(cells)


def _lines(data: PaperData) -> Iterator[Line]:
    """Every figure on the paper, each once."""
    told = {line.item.key: line for filled in data.parts for line in filled.lines}
    told |= {line.item.key: line for each in data.differences.found for line in each.lines}
    yield from told.values()


def _cover(cells: Cells, record: PaperRecord) -> Iterator[tuple[str, str]]:
    data = cells.data
    number = data.licence_no or say("value-empty")
    told: tuple[tuple[Fact, Fact], ...] = (
        (say("paper-cover-company"), data.company),
        (say("paper-cover-code"), data.uscc),
        (
            say("paper-cover-licence"),
            say("paper-licence", licence=data.pack.title, number=number),
        ),
        (say("paper-cover-year"), str(data.year)),
        (say("paper-cover-number"), number_of(data.year, record)),
        (say("paper-cover-day"), record.at),
        (say("paper-cover-found"), _found(data)),
    )
    for name, fact in told:
        yield cells.text(name), cells.text(fact)


def _found(data: PaperData) -> Fact:
    found = [each.finding for each in data.differences.found]
    fixed = sum(each.state is FindingState.FIXED for each in found)
    return say(
        "paper-found",
        count=len(found) - fixed,
        way=sum(each.is_in_the_way for each in found),
        fixed=fixed,
        unchecked=len(data.differences.unchecked),
        passed=data.differences.passed,
    )
