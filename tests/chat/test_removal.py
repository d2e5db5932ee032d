"""移除 asks once: a mistaken company or report does not come back."""

import pytest

from chat.buttons import Verb
from chat.screens.companies import REMOVE
from tests.chat.markup import presses
from tests.chat.stage import LI, OURS, SEASON, THEIRS, WANG, button, stage
from workflow.ids import CompanyId
from workflow.model import Lifecycle

REMOVED = Lifecycle.REMOVED


def test_a_company_is_removed_after_a_question() -> None:
    one = stage()

    asked = one.presses(LI, button(Verb.TURN_COMPANY, THEIRS, REMOVE))
    before = one.store.companies[CompanyId(THEIRS)].lifecycle
    one.presses(LI, button(Verb.TURN_COMPANY, THEIRS, REMOVED))

    assert before is Lifecycle.ACTIVE
    assert presses(asked) == [
        button(Verb.TURN_COMPANY, THEIRS, REMOVED),
        button(Verb.COMPANY, THEIRS),
    ]
    assert one.store.companies[CompanyId(THEIRS)].lifecycle is REMOVED


def test_a_report_is_removed_after_a_question() -> None:
    one = stage()

    asked = one.presses(WANG, button(Verb.TURN_CASE, OURS, "2", REMOVE))

    assert one.store.companies[CompanyId(OURS)].seasons[1].lifecycle is Lifecycle.ACTIVE
    assert presses(asked) == [
        button(Verb.TURN_CASE, OURS, "2", REMOVED),
        button(Verb.CASE, OURS, "2"),
    ]


@pytest.mark.parametrize("of", [(Verb.TURN_COMPANY, OURS), (Verb.TURN_CASE, OURS, SEASON)])
def test_what_holds_work_is_refused_before_it_is_asked(of: tuple[str, ...]) -> None:
    one = stage()

    asked = one.presses(WANG, button(Verb(of[0]), *of[1:], REMOVE))

    assert not {button(Verb(of[0]), *of[1:], REMOVED)} & set(presses(asked))


@pytest.mark.parametrize("way", [(Verb.COMPANY, THEIRS), (Verb.CASE, THEIRS, SEASON)])
def test_no_card_offers_to_remove_without_the_question(way: tuple[str, ...]) -> None:
    offered = presses(stage().presses(LI, button(Verb(way[0]), *way[1:])))

    assert any(data.endswith(f"|{REMOVE}") for data in offered)
    assert not any(data.endswith(f"|{REMOVED}") for data in offered)
