"""改日期: nothing moves before it was shown what moves; the law's date never does."""

from datetime import date

import pytest

from chat.buttons import Verb
from chat.setting_notes import MovingDate
from tests.chat.markup import presses
from tests.chat.office import events, office, ours
from tests.chat.papers import text, toast
from tests.chat.stage import LI, OURS, SEASON, WANG, Stage, button
from workflow.checklist import season_of
from workflow.events import EventKind
from workflow.ids import MilestoneKey, SeasonId
from workflow.model import MovedDue

HERE = (OURS, SEASON)
STEP = (*HERE, "M6")
SURE = button(Verb.DUE_SURE, *STEP, "2027-03-19")


def moved(one: Stage) -> MovedDue | None:
    return season_of(ours(one), SeasonId(SEASON)).moved.get(MilestoneKey("M6"))


def test_a_day_that_was_shown_moves_at_the_press_for_the_reason_that_was_typed() -> None:
    one = office()
    since = len(events(one))
    one.presses(WANG, button(Verb.DUE, *STEP))
    preview = one.types(WANG, "3月20日")
    assert "是休息日,按前一个工作日 03-19(周五)" in text(preview)
    assert moved(one) is None
    one.types(WANG, "盖章的人 出差")
    assert moved(one) is None

    (sure,) = [each for each in presses(preview) if each.startswith(Verb.DUE_SURE)]
    one.presses(WANG, sure)

    due = moved(one)
    assert due is not None
    assert (due.day, due.why) == (date(2027, 3, 19), "盖章的人 出差")
    assert [each.kind for each in events(one, since)] == [EventKind.DUE_MOVED]


def test_a_reason_that_was_typed_for_another_day_is_not_taken_along() -> None:
    one = office()
    one.asks(WANG, MovingDate(*STEP, "2027-03-18", "别的日子的原因"))

    one.presses(WANG, SURE)

    due = moved(one)
    assert due is not None
    assert due.why == ""


def test_another_day_typed_after_the_preview_is_shown_first() -> None:
    one = office()
    one.asks(WANG, MovingDate(*STEP, "2027-03-18"))

    shown = text(one.types(WANG, "3月19日"))

    assert "→ 改为 <b>2027-03-19(周五)</b>" in shown
    assert moved(one) is None


@pytest.mark.parametrize(
    ("typed", "told"),
    [("4月1日", "改不了"), ("随便", "没看懂这个日期"), ("2027-03-09", "已经过去")],
)
def test_a_day_that_cannot_be_is_refused_and_asked_again(typed: str, told: str) -> None:
    one = office()
    one.presses(WANG, button(Verb.DUE, *STEP))

    shown = text(one.types(WANG, typed))

    assert told in shown
    assert "改到哪天?" in shown
    assert moved(one) is None


def test_the_date_of_the_law_is_refused_with_what_can_be_done() -> None:
    one = office()

    answer = one.presses(WANG, button(Verb.DUE, *HERE, "S2"))

    assert "法定日期改不了" in text(answer)
    assert "/due" in text(answer)
    assert not [each for each in presses(answer) if each.startswith(Verb.DUE_TO)]


def test_the_plan_s_date_comes_back() -> None:
    one = office()
    one.presses(WANG, SURE)

    one.presses(WANG, button(Verb.DUE_BACK, *STEP))

    assert moved(one) is None


def test_the_days_that_are_offered_can_all_be_had() -> None:
    shown = presses(office().presses(WANG, button(Verb.DUE, *STEP)))

    offered = [each for each in shown if each.startswith(Verb.DUE_TO)]

    assert offered
    assert [toast(office().presses(WANG, each)) for each in offered] == [""] * len(offered)


@pytest.mark.parametrize(
    "pressed",
    [
        button(Verb.DUE, *STEP),
        button(Verb.DUES, *HERE, 0),
        button(Verb.DUE_TO, *STEP, "2027-03-19"),
        SURE,
        button(Verb.DUE_BACK, *STEP),
    ],
)
def test_a_contributor_moves_no_date(pressed: str) -> None:
    one = office()
    before = one.kept(OURS)

    answer = one.presses(LI, pressed)

    assert "没有做这件事的权限" in toast(answer)
    assert one.kept(OURS) == before
