"""Binding a group: nothing goes to a group that the one who binds was not seen in."""

import pytest

from chat.buttons import Verb
from chat.talk import Outgoing, Send, Typed
from tests.chat.stage import OURS, WANG, Stage, button, stage
from workflow.ports import ChatId

ELSEWHERE = -1009


def sent_to(answer: object, chat: int) -> list[Outgoing]:
    assert isinstance(answer, (list, tuple))
    return [each for each in answer if isinstance(each, Send) and each.chat == chat]


@pytest.fixture
def one() -> Stage:
    return stage()


def test_a_forged_press_says_nothing_in_a_group_one_was_not_seen_in(one: Stage) -> None:
    answer = one.presses(WANG, button(Verb.BIND_ASK, OURS, ELSEWHERE, "no"))

    assert sent_to(answer, ELSEWHERE) == []
    assert ChatId(ELSEWHERE) not in one.store.notes


def test_a_forged_link_does_not_even_ask_which_company(one: Stage) -> None:
    (answer,) = one.does(WANG, Typed(f"/start g{ELSEWHERE}"))

    assert isinstance(answer, Send)
    assert "在群里发 /bind" in answer.message.html
