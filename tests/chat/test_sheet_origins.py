"""出处 of what a sheet says without naming any: the file, and the day it came."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from chat.buttons import Verb
from sheets.template import make_sheet
from tests.chat.markup import presses, words
from tests.chat.office import FROM_SHEET, HERE, filled, given, office, ours, skip, take
from tests.chat.stage import WANG, Stage, button
from tests.chat.years import (
    HEADINGS,
    as_csv,
    asked_years,
    came,
    comes_back,
    filled_in,
    newest,
    number,
    put,
    recorded,
)
from workflow.given import AnswerGiven, Number, Origin
from workflow.ids import FileId
from workflow.origins import LONGEST_ORIGIN, is_of_file, of_file

SEATS = (("坐席总数", "", "400", "280"),)
SAID = (*HEADINGS, "出处", "口径")


def imported(one: Stage, folder: Path, headings: tuple[str, ...], *rows: tuple[str, ...]) -> None:
    """A sheet made by hand came and was recorded."""
    one.does(WANG, came(folder, as_csv((headings, *rows), "utf-8")))
    one.presses(WANG, skip(), take())


def again(one: Stage, folder: Path, content: bytes) -> str:
    """What is said of a sheet with nothing new in it; the company stays the very same."""
    before = ours(one)
    told = one.does(WANG, came(folder, content))
    assert take() not in presses(told)
    assert ours(one) is before
    return words(told)


def test_it_is_the_file_and_its_day_on_the_card_and_said_before_it_is_recorded(
    tmp_path: Path,
) -> None:
    one = office()

    one.does(WANG, came(tmp_path, as_csv((HEADINGS, *SEATS), "utf-8")))
    told = words(one.presses(WANG, skip()))
    recorded(one)

    assert "没写出处的,出处记为:财务.xlsx (2027-03-10)" in told
    assert newest(one, 2025, "seats_total") == number("400")
    card = words(one.presses(WANG, button(Verb.ITEM, *HERE, "seats_total")))
    assert "出处:财务.xlsx (2027-03-10)" in card


def test_the_very_same_sheet_changes_nothing(tmp_path: Path) -> None:
    one = office()
    imported(one, tmp_path, HEADINGS, *SEATS)

    told = again(one, tmp_path, as_csv((HEADINGS, *SEATS), "utf-8"))

    assert "已是这样,不再记:C2、D2" in told


def test_nor_does_one_that_says_only_what_was_counted(tmp_path: Path) -> None:
    one = office()
    row = ("坐席总数", "", "400", "280", "", "不含 AI")
    imported(one, tmp_path, SAID, row)
    assert given(one, "seats_total") == replace(
        number("280"), origin=replace(FROM_SHEET, meaning="不含 AI")
    )

    told = again(one, tmp_path, as_csv((SAID, row), "utf-8"))

    assert "已是这样,不再记:C2、D2" in told


def test_nor_the_sheet_that_is_handed_out_after_it(tmp_path: Path) -> None:
    one = office()
    imported(one, tmp_path, HEADINGS, *SEATS)
    sheet = asked_years(one)

    row = next(row for row in sheet.rows if row[0] == "坐席总数")
    assert row[5:8] == ("400", "280", "财务.xlsx (2027-03-10)")
    assert "可记 0,看不懂 0" in again(one, tmp_path, make_sheet(sheet))


def test_nor_the_same_sheet_of_a_department() -> None:
    one = office()
    one.does(WANG, filled(("营业收入", "1860.5", "")))
    one.presses(WANG, skip(), take())
    before = ours(one)

    told = one.does(WANG, filled(("营业收入", "1860.5", "")))

    assert take() not in presses(told)
    assert ours(one) is before


def test_another_file_with_the_same_figure_changes_nothing_though_both_were_waiting() -> None:
    one = office()
    first, second = (filled(("营业收入", "1860.5", ""), mark=mark) for mark in ("5ee75ee7", "beef"))
    other = replace(second, file=replace(second.file, id=FileId("beefbeef00"), name="另一份.xlsx"))
    one.does(WANG, first)
    one.does(WANG, other)
    one.presses(WANG, skip(), take())

    answer = one.presses(WANG, skip("beefbeef"), take("beefbeef"))

    assert "没有要记的了" in words(answer)
    assert "❗" not in words(answer)
    assert given(one, "revenue_total") == number("1860.5")


def test_a_new_figure_beside_the_name_of_the_file_before_is_from_the_new_file(
    tmp_path: Path,
) -> None:
    one = office()
    imported(one, tmp_path, HEADINGS, *SEATS)

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2026", 300)
        put(page, "坐席总数", "2024", 380)

    sheet = came(tmp_path, filled_in(one, fill))
    one.does(WANG, replace(sheet, file=replace(sheet.file, name="改.xlsx")))
    one.presses(WANG, skip(), take())

    fresh = Origin("改.xlsx (2027-03-10)")
    assert given(one, "seats_total") == replace(number("300"), origin=fresh)
    assert newest(one, 2024, "seats_total") == replace(number("380"), origin=fresh)


def test_a_source_that_somebody_said_stays_until_another_is_said(tmp_path: Path) -> None:
    one = office()
    imported(one, tmp_path, SAID, ("坐席总数", "", "", "280", "坐席系统", ""))

    comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "暂估", "是"))
    recorded(one)
    imported(one, tmp_path, SAID, ("坐席总数", "", "", "280", "", "不含 AI"))

    assert given(one, "seats_total") == AnswerGiven(
        Number(Decimal(280)), estimate=True, origin=Origin("坐席系统", "不含 AI")
    )


@pytest.mark.parametrize(
    "name", ["长" * 300 + ".xlsx", "=a  b.xlsx", "※\u3000表.xlsx", "a\x07.xlsx"]
)
def test_whatever_a_file_is_called_it_comes_back_as_it_went(tmp_path: Path, name: str) -> None:
    one = office()
    sheet = came(tmp_path, as_csv((HEADINGS, *SEATS), "utf-8"))
    one.does(WANG, replace(sheet, file=replace(sheet.file, name=name)))
    one.presses(WANG, skip(), take())

    assert "可记 0,看不懂 0" in again(one, tmp_path, make_sheet(asked_years(one)))
    assert len(of_file(name, date(2027, 3, 10))) <= LONGEST_ORIGIN


def test_words_of_a_person_with_a_day_behind_are_no_file() -> None:
    assert is_of_file(of_file("三年 表.xlsx", date(2027, 3, 10)))
    assert not is_of_file("审计报告 (2026-12-31)")
    assert not is_of_file("三年.xlsx")
