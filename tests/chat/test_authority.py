"""What the authority asks about is said on the cards of those fields and findings, to who may know."""

import pytest

from chat.buttons import Verb
from tests.chat.found import ADD_UP, SEATS, with_findings
from tests.chat.markup import presses, words
from tests.chat.office import HERE, ours
from tests.chat.stage import LI, NOON, WANG, Stage, button, sent

SAID = "处长:坐席合计不对"


def asked_about() -> Stage:
    """A call about the seats and about the finding that they do not add up."""
    one = with_findings()
    one.presses(WANG, button(Verb.MATTER_ON, *HERE, "call", NOON.date().isoformat()))
    one.types(WANG, SAID)
    one.types(WANG, "2027-06-30")
    one.presses(WANG, button(Verb.MATTER_TOGGLE, *HERE, 1, "i1", SEATS))
    one.presses(WANG, button(Verb.MATTER_TOGGLE, *HERE, 1, "f1", ADD_UP))
    return one


@pytest.mark.parametrize(("verb", "key"), [(Verb.ITEM, SEATS), (Verb.FINDING, ADD_UP)])
def test_the_card_of_what_it_is_about_says_so(verb: Verb, key: str) -> None:
    answer = asked_about().presses(WANG, button(verb, *HERE, key))

    assert "管局来电" in words(answer)
    assert "问到这一项" in words(answer)
    assert button(Verb.MATTER, *HERE, 1) in presses(answer)


def test_the_matter_leads_to_what_it_is_about() -> None:
    offered = presses(asked_about().presses(WANG, button(Verb.MATTER, *HERE, 1)))

    assert {button(Verb.ITEM, *HERE, SEATS), button(Verb.FINDING, *HERE, ADD_UP)} <= set(offered)


def test_who_may_not_know_is_told_only_that_it_is_looked_at() -> None:
    told = words(asked_about().presses(LI, button(Verb.ITEM, *HERE, SEATS)))

    assert "有人正在核对这一项" in told
    assert "管局来电" not in told


@pytest.mark.parametrize("verb", [Verb.MATTER, Verb.SCORE])
def test_who_may_not_know_opens_neither_the_matter_nor_the_score(verb: Verb) -> None:
    data = button(verb, *HERE, 1) if verb is Verb.MATTER else button(verb, *HERE)

    told = words(asked_about().presses(LI, data))

    assert "坐席合计不对" not in told
    assert "模拟评分" not in told


def test_a_term_pressed_under_an_older_question_records_nothing() -> None:
    one = with_findings()
    one.presses(WANG, button(Verb.MATTER_ON, *HERE, "call", NOON.date().isoformat()))
    one.types(WANG, SAID)
    before = one.events

    one.presses(WANG, button(Verb.MATTER_DUE, "2027-06-30", "00000000", 1))

    assert one.events == before


@pytest.mark.parametrize(("person", "is_offered"), [(WANG, True), (LI, False)])
def test_only_who_deals_with_the_authority_is_offered_to_close_it(
    person: int,
    is_offered: bool,  # noqa: FBT001
) -> None:
    one = asked_about()
    (paper,) = {each.paper for each in ours(one).seasons[0].matters}
    one.presses(WANG, button(Verb.ASSIGN_TO, *HERE, paper, LI))
    one.presses(person, button(Verb.ITEM, *HERE, paper))

    answer = one.does(person, sent("回函.pdf", b"answer"))

    assert "✅" in words(answer)
    assert (button(Verb.MATTER_TURN, *HERE, 1, "closed") in presses(answer)) is is_offered
