"""「出处」 typed: source, basis, day, in one text; what is not understood is asked again."""

from datetime import date
from decimal import Decimal

import pytest

from chat.buttons import Verb
from tests.chat.markup import presses, words
from tests.chat.office import HERE, given, office
from tests.chat.stage import WANG, button
from workflow.given import AnswerGiven, Number, Origin

ASK = button(Verb.ASK, *HERE, "origin", "staff_total")


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("花名册", Origin("花名册")),
        ("花名册;在册人数;2026-12-31", Origin("花名册", "在册人数", date(2026, 12, 31))),
        ("口径:在册;出处:花名册", Origin("花名册", "在册")),
        ("HR系统 | 2026年12月31日", Origin("HR系统", "", date(2026, 12, 31))),
        ("source: HR; basis: heads", Origin("HR", "heads")),
    ],
)
def test_it_is_kept_beside_the_figure(text: str, origin: Origin) -> None:
    one = office()
    one.presses(WANG, ASK)

    answer = one.types(WANG, text)

    assert given(one, "staff_total") == AnswerGiven(Number(Decimal(280)), origin=origin)
    assert "的出处记下了" in words(answer)


@pytest.mark.parametrize("text", ["a;b;c;d", "出处:甲;出处:乙", ";;"])
def test_what_is_not_understood_is_asked_again(text: str) -> None:
    one = office()
    one.presses(WANG, ASK)

    answer = one.types(WANG, text)
    then = one.types(WANG, "花名册")

    assert "没记下" in words(answer)
    assert "的出处记下了" in words(then)


def test_it_is_offered_where_an_answer_stands_and_else_said_what_to_do_first() -> None:
    one = office()

    answered = one.presses(WANG, button(Verb.MORE, *HERE, "staff_total"))
    empty = one.presses(WANG, button(Verb.MORE, *HERE, "seats_total"))
    one.presses(WANG, button(Verb.ASK, *HERE, "origin", "seats_total"))
    told = one.types(WANG, "坐席系统")

    assert ASK in presses(answered)
    assert button(Verb.ASK, *HERE, "origin", "seats_total") not in presses(empty)
    assert "先填数再写出处" in words(told)
