"""What can be done while the report is typed over, and what one must be allowed for it."""

from pathlib import Path

from storage.forms import load_forms
from tests.workflow.firm import CALL_CENTRE, FIRST, doer
from tests.workflow.permitted import Act
from workflow.checklist import season_of
from workflow.events import Event, EventKind
from workflow.filing_undone import filing_step_taken_back
from workflow.ids import ItemKey
from workflow.permissions import Action
from workflow.publicity import choose_publicity
from workflow.transcribing import (
    keep_pledge,
    read_back,
    refuse,
    save_form,
    take_out,
    type_over,
)

BOOK = load_forms(Path(__file__).parents[2] / "workflow" / "packs")
HERE = (FIRST, CALL_CENTRE, BOOK)
LINE = "seats_total"
ROW_OUT = Event(1, doer().at, doer().person, EventKind.NOT_TYPED_OVER, FIRST, LINE, old="280")

TRANSCRIBING_ACTS: dict[str, Act] = {
    "type_over": Act(
        Action.HAND_IN_MINE, lambda c, by: type_over(c, *HERE, LINE, "00000000", by=by)
    ),
    "take_out": Act(Action.HAND_IN_MINE, lambda c, by: take_out(c, *HERE, LINE, by=by)),
    "filing_step_taken_back": Act(
        Action.HAND_IN_MINE,
        lambda c, by: filing_step_taken_back(
            c, season_of(c, FIRST), CALL_CENTRE, BOOK, ROW_OUT, by=by
        ),
    ),
    "refuse": Act(Action.HAND_IN_MINE, lambda c, by: refuse(c, *HERE, LINE, "x", by=by)),
    "save_form": Act(
        Action.HAND_IN_MINE, lambda c, by: save_form(c, *HERE, "economy", "00000000", by=by)
    ),
    "read_back": Act(Action.HAND_IN_MINE, lambda c, by: read_back(c, *HERE, "economy", {}, by=by)),
    "keep_pledge": Act(
        Action.HAND_IN_MINE, lambda c, by: keep_pledge(c, *HERE, "本公司承诺", by=by)
    ),
    "choose_publicity": Act(
        Action.RECORD_FILING,
        lambda c, by: choose_publicity(c, *HERE, {ItemKey("revenue_total"): True}, by=by),
    ),
}
