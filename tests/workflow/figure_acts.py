"""What can be done to a company's figures, and what one must be allowed for it."""

from decimal import Decimal

from tests.workflow.firm import CALL_CENTRE, FIRST
from tests.workflow.permitted import Act
from workflow.change import Doer
from workflow.checklist import season_of
from workflow.earlier import take_back_earlier, take_over
from workflow.given import AnswerGiven, Number, Origin
from workflow.ids import ItemKey
from workflow.model import Company, Outcome
from workflow.origins import say_origin
from workflow.paper_content import paper_of
from workflow.paper_numbers import taken
from workflow.papers import Outline, PaperKind
from workflow.permissions import Action

SEATS = ItemKey("seats_total")
FIGURE = AnswerGiven(Number(Decimal(400)))


def _paper_taken(company: Company, by: Doer) -> Outcome:
    season, reader = season_of(company, FIRST), company.members[0].person
    pack = CALL_CENTRE
    told = paper_of(PaperKind.DIFFERENCES, company, season, pack, Outline(), reader=reader)
    return taken(company, season, told, "pdf", by=by)[0]


FIGURE_ACTS: dict[str, Act] = {
    "taken": Act(Action.LOOK, _paper_taken),
    "take_over": Act(
        Action.HAND_IN_MINE,
        lambda c, by: take_over(c, FIRST, CALL_CENTRE, 2025, SEATS, FIGURE, by=by),
    ),
    "take_back_earlier": Act(
        Action.HAND_IN_MINE,
        lambda c, by: take_back_earlier(c, FIRST, CALL_CENTRE, 2025, SEATS, 1, by=by),
    ),
    "say_origin": Act(
        Action.HAND_IN_MINE,
        lambda c, by: say_origin(c, FIRST, CALL_CENTRE, SEATS, Origin("CRM"), by=by),
    ),
}
