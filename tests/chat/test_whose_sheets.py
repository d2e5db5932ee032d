"""Filled sheets that name another client: read as what they are where they are said to belong."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from chat.buttons import Verb
from chat.sheet_notes import SheetsRead
from chat.talk import Outgoing, SentFile
from tests.chat.markup import require_sendable, words
from tests.chat.office import filled
from tests.chat.stage import WANG, Stage, button, sent
from tests.chat.strays import binds, everything, named, note, one_of_five, opens, papers, says
from workflow.ids import ItemKey


@pytest.fixture
def one() -> Stage:
    return one_of_five()


def filled_for(name: str, mark: str, *rows: tuple[str, str], album: str = "") -> SentFile:
    """A filled sheet whose file name speaks of that client."""
    sheet = filled(*(rows or (("从业人员总数", "28"),)), mark=mark)
    return replace(sheet, file=replace(sheet.file, name=f"{name} 人事.xlsx"), album=album)


def take_all(one: Stage, *marks: str) -> Sequence[Outgoing]:
    """Nobody in particular gave them; record all of each."""
    datas = [
        data
        for mark in marks
        for data in (button(Verb.SHEET_GIVER, mark, ""), button(Verb.SHEET_TAKE, mark))
    ]
    return one.presses(WANG, *datas)


def staff(one: Stage, name: str) -> bool:
    """Whether the number of staff is answered for that client."""
    facts = named(one, name).facts
    return bool(facts) and ItemKey("staff_total") in facts[0].items


FIRST, SECOND = "aaaaaaaa", "bbbbbbbb"
WAITS = "后面还有 1 个文件"


def test_a_filled_sheet_given_to_the_other_is_read_there(one: Stage) -> None:
    opens(one)
    asked = one.does(WANG, filled_for("飞话1", FIRST))

    answer = says(one, asked, "飞话")
    take_all(one, FIRST)

    assert "读到 1 项,都能记" in words(answer)
    assert (staff(one, "飞话"), staff(one, "云呼")) == (True, False)


def test_a_question_counts_the_files_that_wait_behind_it(one: Stage) -> None:
    asked = one.does(WANG, filled_for("飞话1", FIRST))

    again = one.does(WANG, filled_for("客声2", SECOND))
    last = says(one, again, "飞话")

    told = [WAITS in words(answer) for answer in (asked, again, last)]
    assert told == [False, True, False]
    assert "客声2" in words(last)


def test_filled_sheets_that_waited_together_are_each_read_there(one: Stage) -> None:
    one.does(WANG, filled_for("飞话1", FIRST))
    asked = one.does(WANG, filled_for("飞话1", SECOND, ("法定代表人", "李想")))

    answer = says(one, asked, "飞话")
    last = take_all(one, FIRST, SECOND)

    assert "读到 1 项,都能记" in words(answer)
    assert staff(one, "飞话")
    assert "已记入 1 项" in words(last)
    assert ItemKey("legal_rep") in named(one, "飞话").facts[0].items


def test_a_filled_sheet_among_papers_is_read_and_the_papers_are_asked_about(one: Stage) -> None:
    one.does(WANG, filled_for("飞话1", FIRST, album="a"))
    asked = one.does(WANG, sent("飞话1 截图.png", b"222222222222", album="a"))

    answer = says(one, asked, "飞话")
    picker = take_all(one, FIRST)
    one.presses(WANG, binds(picker))

    assert "读到 1 项" in words(answer)
    assert staff(one, "飞话")
    assert everything(one) == papers(one, "飞话") == ["飞话1 截图.png"]


def test_a_filled_sheet_behind_another_question_is_read_after_it(one: Stage) -> None:
    one.does(WANG, filled_for("飞话1", FIRST))
    asked = one.does(WANG, sent("客声2.png", b"222222222222"))

    says(one, says(one, asked, "飞话"), "客声")
    picker = take_all(one, FIRST)

    assert staff(one, "飞话")
    assert "客声2.png" in words(picker)


def test_filled_sheets_kept_by_the_open_one_are_read_there(one: Stage) -> None:
    opens(one)
    one.does(WANG, sent("飞话1.png", b"111111111111"))
    asked = one.does(WANG, filled_for("飞话1", FIRST))

    answer = says(one, asked, "云呼")
    take_all(one, FIRST)

    assert "读到 1 项,都能记" in words(answer)
    assert papers(one, "云呼") == ["飞话1.png"]
    assert (staff(one, "飞话"), staff(one, "云呼")) == (False, True)


def test_of_a_sheet_in_which_nothing_is_filled_that_is_said(one: Stage) -> None:
    one.does(WANG, filled_for("飞话1", FIRST, ("从业人员总数", "")))
    asked = one.does(WANG, filled_for("飞话1", SECOND))

    answer = says(one, asked, "飞话")

    assert "还没有填写" in words(answer)
    waiting = note(one)
    assert isinstance(waiting, SheetsRead)
    assert [sheet.mark for sheet in waiting.sheets] == [SECOND]
    require_sendable(answer)
