"""Somebody else's table: one kind sentence and our template, nothing counted; papers stay papers."""

from pathlib import Path

import pytest

from chat.buttons import Verb
from chat.talk import SendDocument
from tests.chat.markup import presses, require_sendable, words
from tests.chat.office import HERE, given, office, ours
from tests.chat.stage import WANG, Stage, button
from tests.chat.years import HEADINGS, as_csv, came
from tests.e2e.sampled import sheet
from workflow.given import FilesGiven

WAGES = (("姓名", "部门", "应发"), ("张三", "客服", "8000"), ("李四", "客服", "7000"))
OTHER = "这是另一张表(表头:姓名、部门、应发),里面的数一个都没有记。要填数请用我们的模板。"


def sends(one: Stage, folder: Path, *rows: tuple[str, ...]) -> str:
    """A sheet is sent; what is said of it, nothing being recorded as a figure."""
    answer = one.does(WANG, came(folder, as_csv(rows, "utf-8")))
    require_sendable(answer)
    return words(answer)


@pytest.mark.parametrize("key", ["fault_log", "complaint_log", "monthly_rows"])
def test_for_a_log_it_is_one_sentence_and_not_a_fault_a_cell(tmp_path: Path, key: str) -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, key))
    before = ours(one)

    answer = one.does(WANG, came(tmp_path, as_csv(WAGES * 4, "utf-8")))

    assert OTHER in words(answer)
    assert "A1" not in words(answer)
    assert not [each for each in answer if isinstance(each, SendDocument)]
    assert button(Verb.TEMPLATE, *HERE, key) in presses(answer)
    assert ours(one) is before


@pytest.mark.parametrize(
    "rows",
    [
        (("月份", "呼入", "外呼", "坐席"), ("一", "x", "y", "z"), ("二", "x", "y", "z")),
        (("1", "100", "50", "280"), ("2", "多", "60", "280")),
        (("1", "多", "50", "280"),),
    ],
)
def test_a_log_filled_badly_is_still_told_by_its_cells(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...]
) -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "monthly_rows"))

    told = sends(one, tmp_path, *rows)

    assert "这是另一张表" not in told
    assert "B" in told


def test_for_a_paper_it_is_the_paper(tmp_path: Path) -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "account_custody"))

    told = sends(one, tmp_path, *WAGES)

    assert "这是另一张表" not in told
    assert isinstance(given(one, "account_custody"), FilesGiven)


def test_our_headings_over_nothing_of_ours_are_a_paper_where_one_is_open(tmp_path: Path) -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "account_custody"))

    sends(one, tmp_path, HEADINGS, ("净资产", "1", "2", "3"), ("餐补", "1", "2", "3"))

    assert isinstance(given(one, "account_custody"), FilesGiven)


@pytest.mark.parametrize("headings", [HEADINGS, ("事项", "要求", "填写", "备注")])
def test_our_headings_over_nothing_of_ours_are_another_table(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    one = office()
    before = ours(one)

    told = sends(one, tmp_path, headings, ("净资产", "1", "2", "3"), ("餐补", "1", "2", "3"))

    assert f"这是另一张表(表头:{'、'.join(headings)})" in told
    assert "❓" not in told
    assert ours(one) is before


def test_one_row_that_is_none_of_ours_is_named_by_its_cell(tmp_path: Path) -> None:
    one = office()

    told = sends(one, tmp_path, HEADINGS, ("坐席总数量", "1", "2", "3"))

    assert "❓ A2 坐席总数量" in told


def test_a_log_of_ours_that_comes_alone_is_asked_about_as_before(tmp_path: Path) -> None:
    one = office()

    told = sends(one, tmp_path, ("月份", "呼入", "外呼", "坐席"), ("1", "100", "50", "280"))

    assert "这是哪一项的材料" in told
    assert "这是另一张表" not in told


@pytest.mark.parametrize("key", ["monthly_rows", "shareholders", "fault_log"])
def test_a_sheet_that_says_which_table_it_is_goes_there_without_being_asked(
    tmp_path: Path, key: str
) -> None:
    one = office()

    answer = one.does(WANG, came(tmp_path, sheet("call_centre", key)))

    assert "第 1 版" in words(answer)
    assert [data for data in presses(answer) if data.startswith(f"{Verb.WITHDRAW}|")]


def test_a_sheet_that_says_which_table_it_is_goes_there_though_another_table_is_open(
    tmp_path: Path,
) -> None:
    one = office()
    one.presses(WANG, button(Verb.ITEM, *HERE, "complaint_log"))

    told = words(one.does(WANG, came(tmp_path, sheet("call_centre", "fault_log"))))

    assert "故障日志" in told
    assert "第 1 版" in told
    assert "这是另一张表" not in told


def test_of_a_title_over_the_table_and_long_headings_as_much_as_is_needed(tmp_path: Path) -> None:
    one = office()
    rows = (("工资表",), tuple("长" * 40 for _ in range(9)), tuple("1" for _ in range(9)))

    told = sends(one, tmp_path, *rows)

    assert f"表头:{'、'.join(['长' * 12] * 4)})" in told
