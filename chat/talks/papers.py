"""/report and its buttons: which paper, in which format; it is made while the talk goes on."""

import re

from chat.card import Papered, Replies, Toasted
from chat.documents import PaperFile, PaperFormat
from chat.screens.report import (
    file_name,
    not_made_card,
    paper_card,
    paper_name,
    papers_card,
)
from chat.session import Case, Session
from chat.talks import general
from messages.say import Say, say
from workflow.any_paper import AnyPaper, paper_for
from workflow.figures import Figures
from workflow.outlining import outline_of
from workflow.paper_numbers import numbered, taken
from workflow.paper_record import number_of
from workflow.papers import PaperKind

LONGEST_NAME = 60
"""Characters of a company's name in the name of a file."""
_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def report(s: Session) -> Replies:
    """The papers of the season on the screen; where there is none, what can be opened."""
    case = s.current()
    return general.status(s) if case is None else (papers_card(s, case),)


def paper(s: Session, case: Case, kind: PaperKind) -> Replies:
    """What would stand on it, and in which format it is wanted."""
    told = _paper(s, case, kind)
    if told is None:
        return _unknown(s, case)
    return (paper_card(case, told, numbered(case.season, told, s.doer)),)


def paper_as(s: Session, case: Case, kind: PaperKind, format_: PaperFormat) -> Replies:
    """It gets its number, and follows when it is made."""
    told = _paper(s, case, kind)
    if told is None:
        return _unknown(s, case)
    done, record = taken(case.company, case.season, told, format_, by=s.doer)
    case = s.saved(case, done)
    number = number_of(told.year, record)
    name = s.wording.plain(file_name(case, kind, number, format_))
    return (
        Toasted(say("toast-paper-made")),
        paper_card(case, told, record, say("report-follows", name=paper_name(kind))),
        Papered(
            PaperFile(told, record, format_, s.me.locale, _NOT_IN_A_NAME.sub("_", name)),
            _caption(case, kind, number),
            not_made_card(case, kind, format_),
        ),
    )


def _caption(case: Case, kind: PaperKind, number: str) -> Say:
    """The report is used once it is sealed; the others stay inside."""
    company, name = case.company.name, paper_name(kind)
    if kind is PaperKind.QUALITY:
        return say("report-caption-to-seal", company=company, name=name, number=number)
    return say("report-caption", company=company, name=name, number=number)


def _unknown(s: Session, case: Case) -> Replies:
    """What there is instead."""
    return (Toasted(say("toast-no-quality")), papers_card(s, case))


def _paper(s: Session, case: Case, kind: PaperKind) -> AnyPaper | None:
    outline = outline_of(s.house.forms, Figures(case.company, case.season, case.pack))
    return paper_for(kind, case.company, case.season, case.pack, outline, reader=s.me.person)
