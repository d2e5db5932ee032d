"""文件: which papers there are, in which formats each can be had, and what it is called as a file."""

from typing import assert_never

from chat.buttons import Verb, ref
from chat.card import Card, Tap
from chat.documents import PaperFormat
from chat.screens.progress import headed
from chat.screens.system_errors import error_lines, error_rows
from chat.session import Case, Session
from messages.say import Fact, Say, say
from workflow.any_paper import AnyPaper, kinds_of
from workflow.paper_record import PaperRecord, number_of
from workflow.papers import PaperData, PaperKind
from workflow.quality_data import QualityData


def papers_card(s: Session, case: Case, lead: Fact | None = None) -> Card:
    """All papers of the season, a button each; what the platform refused stands there too."""
    told = (say("report-title"), say("report-which"), say("report-label"))
    lines = (*headed(case, lead), *error_lines(s, case), *told)
    rows = tuple((paper_tap(case, kind, paper_name(kind)),) for kind in kinds_of(case.pack))
    return Card(lines, (*rows, *error_rows(s, case)))


def paper_tap(case: Case, kind: PaperKind, label: Say) -> Tap:
    """To the card of one of them."""
    return Tap(label, ref(Verb.PAPER, case.company.id, case.season.id, kind))


def paper_name(kind: PaperKind) -> Say:
    """What the paper is called."""
    return say(f"paper-{kind}")


def paper_card(case: Case, paper: AnyPaper, record: PaperRecord, lead: Fact | None = None) -> Card:
    """What would stand on it, under which number, and the formats."""
    lines: list[Fact] = [
        *headed(case, lead),
        say("report-paper", name=paper_name(paper.kind), number=number_of(paper.year, record)),
        _holds(paper),
    ]
    if paper.left_out:
        lines.append(say("report-left-out", count=paper.left_out))
    lines.append(say("report-formats"))
    here = (case.company.id, case.season.id, paper.kind)
    formats = tuple(
        Tap(say(f"tap-paper-{each}"), ref(Verb.PAPER_AS, *here, each)) for each in PaperFormat
    )
    service = isinstance(paper, QualityData)
    figures = (Tap(say("tap-quality"), ref(Verb.QUALITY, *here[:2])),) if service else ()
    back = Tap(say("tap-papers"), ref(Verb.PAPERS, case.company.id, case.season.id))
    return Card(tuple(lines), (formats, (*figures, back)))


def _holds(paper: AnyPaper) -> Say:
    """What stands on it, counted."""
    match paper:
        case PaperData(differences=told):
            return say(
                "report-found",
                count=len(told.found),
                way=sum(each.finding.is_in_the_way for each in told.found),
                unchecked=len(told.unchecked),
            )
        case QualityData(found=told):
            return say(
                "report-figures",
                count=sum(line.shown is not None for line in told.lines),
                missing=len(told.missing),
                differing=sum(line.differs for line in told.lines),
            )
        case _:
            assert_never(paper)


def not_made_card(case: Case, kind: PaperKind, format_: PaperFormat) -> Card:
    """It could not be made: what to do next."""
    here = (case.company.id, case.season.id, kind)
    lines = headed(case, say("report-failed", name=paper_name(kind)))
    others = tuple(
        Tap(say(f"tap-paper-{each}"), ref(Verb.PAPER_AS, *here, each))
        for each in PaperFormat
        if each is not format_
    )
    again = Tap(say("tap-paper-again"), ref(Verb.PAPER_AS, *here, format_))
    return Card(tuple(lines), ((again,), others))


def file_name(case: Case, kind: PaperKind, number: str, format_: PaperFormat) -> Say:
    """「甲公司-2026年度-风险差异清单-2026-003.docx」."""
    return say(
        "report-file",
        company=case.company.name,
        year=str(case.season.year),
        name=paper_name(kind),
        number=number,
        ending=format_,
    )
