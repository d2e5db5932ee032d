"""What can be done about signatures, and what one must be allowed for it."""

from tests.workflow.firm import CALL_CENTRE, CUSTODY, FIRST, SIGNATURE
from tests.workflow.permitted import Act
from workflow.permissions import Action
from workflow.signer_questions import answer_question, ask_about
from workflow.signing import (
    ask_to_sign,
    return_unsigned,
    sign,
    sign_on_paper,
    take_back_signatures,
    take_signature_back,
)

PACK = CALL_CENTRE

SIGNING_ACTS: dict[str, Act] = {
    "ask_to_sign": Act(Action.ASSIGN, lambda c, by: ask_to_sign(c, FIRST, PACK, by=by)),
    "sign": Act(Action.HAND_IN_MINE, lambda c, by: sign(c, FIRST, PACK, "x", by=by)),
    "return_unsigned": Act(
        Action.HAND_IN_MINE, lambda c, by: return_unsigned(c, FIRST, PACK, "不对", by=by)
    ),
    "sign_on_paper": Act(Action.HAND_IN_MINE, lambda c, by: sign_on_paper(c, FIRST, PACK, by=by)),
    "take_signature_back": Act(
        Action.HAND_IN_MINE,
        lambda c, by: take_signature_back(c, FIRST, PACK, SIGNATURE, 1, by=by),
    ),
    "take_back_signatures": Act(
        Action.HAND_IN_MINE, lambda c, by: take_back_signatures(c, FIRST, PACK, "x", by=by)
    ),
    "ask_about": Act(
        Action.HAND_IN_MINE, lambda c, by: ask_about(c, FIRST, PACK, CUSTODY, "为什么", by=by)
    ),
    "answer_question": Act(
        Action.HAND_IN_MINE, lambda c, by: answer_question(c, FIRST, 1, "因为", by=by)
    ),
}
