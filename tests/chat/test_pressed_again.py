"""The buttons of filing day pressed again, late, or by another: nothing changes, and it is said kindly."""

import pytest

from chat.buttons import Verb
from chat.talk import Toast
from tests.chat.crowd import ECONOMY
from tests.chat.markup import presses, words
from tests.chat.office import HERE, office, ours
from tests.chat.stage import LI, WANG, Stage, button, gives
from tests.chat.test_authority import asked_about
from tests.chat.test_typing_over import economy, transcript, types_over
from workflow.events import EventKind

REVENUE = "revenue_total"


def typed_form() -> Stage:
    """All of one form is typed."""
    one = office()
    gives(one, WANG, HERE, dict.fromkeys(ECONOMY, "12"))
    one.asks(WANG, None)
    for key in ECONOMY:
        types_over(one, WANG, key)
    return one


def found(one: Stage, verb: Verb, key: str, *, by: Verb, page: tuple[int, ...] = ()) -> str:
    """The button of that kind on a card."""
    shown = presses(one.presses(WANG, button(by, *HERE, key, *page)))
    return next(each for each in shown if each.startswith(verb))


def nothing_happens(one: Stage, person: int, data: str, toast: str) -> None:
    """Pressed again it is answered with that word, and nothing is written."""
    before, events = ours(one), one.events

    answer = one.presses(person, data)

    assert [each.text for each in answer if isinstance(each, Toast)] == [toast]
    assert "一公司" in words(answer)
    assert ours(one) is before
    assert one.events == events


@pytest.mark.parametrize("person", [WANG, LI])
def test_a_line_that_was_typed_is_typed_no_second_time(person: int) -> None:
    one = economy()
    data = found(one, Verb.TYPED_OVER, REVENUE, by=Verb.FORM_LINE)
    one.presses(WANG, data)

    nothing_happens(one, person, data, "已经填过了")


@pytest.mark.parametrize("person", [WANG, LI])
def test_a_form_that_was_saved_is_saved_no_second_time(person: int) -> None:
    one = typed_form()
    data = found(one, Verb.FORM_SAVED, "economy", by=Verb.FORM, page=(0,))
    one.presses(WANG, data)

    nothing_happens(one, person, data, "已经记过「已保存」了")


@pytest.mark.parametrize("person", [WANG, LI])
def test_a_line_that_was_taken_back_is_taken_back_no_second_time(person: int) -> None:
    one = economy()
    types_over(one, WANG, REVENUE)
    data = found(one, Verb.NOT_TYPED_OVER, REVENUE, by=Verb.FORM_LINE)
    one.presses(WANG, data)

    nothing_happens(one, person, data, "这一行本来就没记「已填」")


@pytest.mark.parametrize("word", ["yes", "no"])
@pytest.mark.parametrize("key", [REVENUE, "all"])
def test_the_same_choice_of_publicity_is_written_once(key: str, word: str) -> None:
    one = economy()
    data = button(Verb.PUBLISH, *HERE, key, word)
    one.presses(WANG, data)

    nothing_happens(one, WANG, data, "已经是这样选的")


def test_who_may_not_decide_what_is_published_changes_nothing_either() -> None:
    one = economy()
    before = ours(one)

    one.presses(LI, button(Verb.PUBLISH, *HERE, REVENUE, "yes"))

    assert ours(one) is before


def test_the_same_error_of_the_platform_twice_is_one() -> None:
    one = economy()
    for _ in range(2):
        one.presses(WANG, button(Verb.SYSTEM_SAYS, *HERE, REVENUE))
        told = words(one.types(WANG, "超限"))

    assert "已经是这样了" in told
    assert [each.text for each in transcript(one).refused.values()] == ["超限"]
    assert [each.kind for each in ours(one).recent].count(EventKind.SYSTEM_REFUSED) == 1


def test_a_link_that_was_taken_back_is_shown_on_the_card_of_its_matter() -> None:
    one = asked_about()

    told = words(one.types(WANG, "/undo"))

    assert "涉及的事项" in told
    assert ours(one).seasons[0].matters[0].findings == ()
