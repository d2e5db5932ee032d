"""Presses and the command about papers."""

from collections.abc import Callable, Mapping

from chat.buttons import Verb
from chat.card import Replies
from chat.documents import PaperFormat
from chat.route import Route
from chat.screens.report import papers_card
from chat.session import Session
from chat.talks import papers
from workflow.papers import PaperKind

PAPER_PRESSES: Mapping[Verb, Route] = {
    Verb.PAPERS: Route(2, lambda s, a: (papers_card(s, s.case(*a)),)),
    Verb.PAPER: Route(3, lambda s, a: papers.paper(s, s.case(*a[:2]), a.read(2, PaperKind))),
    Verb.PAPER_AS: Route(
        4,
        lambda s, a: papers.paper_as(
            s, s.case(*a[:2]), a.read(2, PaperKind), a.read(3, PaperFormat)
        ),
    ),
}

PAPER_COMMANDS: Mapping[str, Callable[[Session], Replies]] = {"report": papers.report}
