"""The board of a company with many seasons, turned over in its group by its members."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from chat.buttons import Verb
from chat.talk import (
    BroughtIn,
    Incoming,
    Outgoing,
    Press,
    Pressed,
    Room,
    Speaker,
    Toast,
    Typed,
    What,
)
from tests.chat.markup import buttons, words
from tests.chat.office import office, ours
from tests.chat.stage import LI, NOON, OURS, STRANGER, WANG, Stage, button
from tests.screens import Shown
from workflow.ids import CompanyId, PersonId, SeasonId
from workflow.ports import ChatId
from workflow.posting import Board
from workflow.team import Group

GROUP = ChatId(-5)


def many(seasons: int) -> Stage:
    """The office's board stands in a group; so many seasons are going on."""
    one = office()
    company = ours(one)
    copies = tuple(
        replace(company.seasons[0], id=SeasonId(f"{year}"), year=year)
        for year in range(2026, 2026 - seasons, -1)
    )
    group = Group(GROUP, "群", has_outsiders=False)
    changed = replace(company, seasons=copies[::-1], groups=(group,))
    one.store.companies[CompanyId(OURS)] = changed
    one.store.boards.project(changed)
    return one


def board(one: Stage, page: int = 0, at: datetime = NOON) -> Shown:
    """What stands on the board while its group has turned it to that page."""
    view = one.desk.board(Board(CompanyId(OURS), GROUP, 0, "", None, page=page), at)
    assert view is not None
    return Shown(view.message)


def years(shown: Shown) -> list[str]:
    """The years of the seasons that have a line."""
    words = [word for line in shown.text.splitlines() for word in line.split()]
    return [word for word in words if word[:2] == "20" and word.isdecimal()]


def says(one: Stage, person: int, what: What) -> Sequence[Outgoing]:
    """Somebody does it in the group."""
    speaker = Speaker(PersonId(str(person)), f"P{person}", "zh-hans")
    return one.desk.receive(Incoming(None, GROUP, speaker, NOON, what, room=Room("群")))


def turns(one: Stage, person: int, page: int | str) -> Toast:
    """Somebody presses ‹ or › in the group; the answer is a toast and nothing else."""
    (toast,) = says(one, person, Pressed(button(Verb.BOARD_PAGE, page), 1, "p"))
    assert isinstance(toast, Toast)
    return toast


def standing(one: Stage) -> Board:
    kept = one.store.boards.of(GROUP)
    assert kept is not None
    return kept


@pytest.mark.parametrize("seasons", [1, 2, 3, 5, 6, 11])
def test_a_board_fits_a_screen_whatever_the_number_of_seasons(seasons: int) -> None:
    one = many(seasons)

    in_time, too_late = board(one), board(one, at=NOON + timedelta(days=100))

    assert len(in_time.text.splitlines()) <= 12
    assert len(too_late.text.splitlines()) <= 12


def test_up_to_two_seasons_stand_there_with_what_is_overdue_in_them() -> None:
    shown = board(many(2))

    assert "已过" in shown.text
    assert "页" not in "".join((shown.text, *shown.labels))


def test_of_three_seasons_each_has_a_line_and_there_is_nothing_to_turn() -> None:
    shown = board(many(3))

    assert years(shown) == ["2026", "2025", "2024"]
    assert "▫️ 2026 呼叫中心 · 11% · ⛔ 还不能报:差 38 项\n🔴 2025 呼叫中心 · 2% · " in shown.text
    assert "页" not in "".join((shown.text, *shown.labels))


def test_of_many_seasons_there_are_pages_of_five() -> None:
    one = many(7)

    first, second = board(one), board(one, 1)

    assert years(first) == ["2026", "2025", "2024", "2023", "2022"]
    assert years(second) == ["2021", "2020"]
    assert "第 1/2 页,共 7 份年报" in first.text
    assert (first.button("下一页"), first.button("上一页")) == (turning(1), None)
    assert (second.button("下一页"), second.button("上一页")) == (None, turning(0))


def turning(page: int) -> Press:
    return Press("下一页 ›" if page else "‹ 上一页", button(Verb.BOARD_PAGE, page))


def test_a_page_that_is_gone_shows_the_last_one() -> None:
    assert years(board(many(7), 4)) == ["2021", "2020"]
    assert years(board(many(3), 4)) == ["2026", "2025", "2024"]
    assert board(many(2), 4).text == board(many(2)).text


@pytest.mark.parametrize("member", [WANG, LI])
def test_a_member_turns_the_board_and_it_is_edited_by_its_keeper(member: int) -> None:
    one = many(7)
    one.store.boards.shown(standing(one))

    toast = turns(one, member, 1)

    assert toast.text == "📌 置顶的看板翻到第 2/2 页,几秒就好"
    assert (standing(one).page, one.store.boards.stale(9)) == (1, (standing(one),))


def test_nobody_else_turns_it() -> None:
    one = many(7)

    toast = turns(one, STRANGER, 1)

    assert "找不到这家企业" in toast.text
    assert standing(one).page == 0


@pytest.mark.parametrize("page", [99, -1])
def test_a_forged_page_is_one_there_is(page: int) -> None:
    one = many(7)

    turns(one, WANG, page)

    assert standing(one).page in (0, 1)


def test_where_no_board_stands_the_button_is_an_old_one() -> None:
    one = many(7)
    here = ours(one)
    one.store.companies[CompanyId(OURS)] = replace(here, groups=())

    toast = turns(one, WANG, 1)
    private = one.presses(WANG, button(Verb.BOARD_PAGE, 1))

    assert "过时" in toast.text
    assert "过时" in words(private)


def test_who_asks_for_the_board_can_turn_it_from_there() -> None:
    one = many(7)

    answer = says(one, LI, Typed("/board"))

    assert turning(1) in buttons(each.message for each in answer if hasattr(each, "message"))


@pytest.mark.parametrize("may_pin", [True, False])
def test_the_right_to_pin_that_comes_late_is_for_the_board_that_stands(*, may_pin: bool) -> None:
    one = many(1)
    one.store.boards.shown(standing(one))

    answer = says(one, WANG, BroughtIn(may_pin, was_in=True))

    assert answer == []
    assert standing(one).to_pin is may_pin
    assert bool(one.store.boards.stale(9)) is may_pin


def test_the_pre_check_asked_for_in_a_group_is_answered_with_progress_only() -> None:
    one = many(1)

    (answer,) = says(one, WANG, Typed("/check"))

    told = words([answer])
    assert "还不能报" in told
    assert "差异" not in told
