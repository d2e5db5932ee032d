"""A day that was typed is said back with what it means, and an hour typed with it is not lost in silence."""

import pytest

from chat.note import Asking, Wanted
from tests.chat.office import office
from tests.chat.papers import text
from tests.chat.stage import OURS, SEASON, WANG


def test_of_a_day_to_wait_for_the_hour_is_not_kept_and_what_is_left_is_said() -> None:
    one = office()
    one.asks(WANG, Asking(Wanted.WAIT_DAY, OURS, SEASON, "seats_total"))

    shown = text(one.types(WANG, "3月29日18:00前"))

    assert "这里按天记,不记 18:00" in shown
    assert "等到 2027-03-29(周一)" in shown
    assert "比法定截止 03-31(周三) 早 2 天" in shown


def test_a_step_of_their_own_after_the_statutory_date_is_said_to_be_after_it() -> None:
    one = office()
    one.asks(WANG, Asking(Wanted.ADD_STEP_DAY, OURS, SEASON, "", extra="归档"))

    shown = text(one.types(WANG, "4月第一个工作日"))

    assert "截止 <b>2027-04-01(周四)</b>" in shown
    assert "⚠️ 比法定截止 03-31(周三) 晚 1 天" in shown


@pytest.mark.parametrize("typed", ["3/4 18点", "下个周五下午六点"])
def test_a_question_about_the_day_says_at_once_that_the_hour_is_not_kept(typed: str) -> None:
    one = office()
    one.asks(WANG, Asking(Wanted.WAIT_DAY, OURS, SEASON, "seats_total"))

    shown = text(one.types(WANG, typed))

    assert "不止一种读法" in shown
    assert "不记 18:00" in shown
