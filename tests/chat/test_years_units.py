"""元 in one year, 万元 in the next: said with both sums and their cells before anything is recorded."""

from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.chat.markup import presses, words
from tests.chat.office import filled, office, skip, take
from tests.chat.stage import WANG
from tests.chat.years import comes_back, put, recorded

DOUBT = "是不是元和万元混了"


def test_a_sum_ten_thousand_times_the_year_before_is_doubted_by_both_cells(tmp_path: Path) -> None:
    one = office()
    cells: list[str] = []

    def fill(page: Worksheet) -> None:
        cells.append(put(page, "营业收入", "2024", "186000万元"))
        cells.append(put(page, "营业收入", "2025", "18.6万元"))

    told = comes_back(one, tmp_path, fill)

    first, second = cells
    line = f"⚠️ 营业收入:{first} 2024 年 186,000 万元 和 {second} 2025 年 18.60 万元 差约 10,000 倍"
    assert line in words(told)
    assert take() in presses(told)


@pytest.mark.parametrize(("last", "this"), [("1860", "1"), ("1", "1860")])
def test_what_stands_already_is_compared_with_what_comes(
    tmp_path: Path, last: str, this: str
) -> None:
    one = office()
    comes_back(one, tmp_path, lambda page: put(page, "营业成本", "2025", last))
    recorded(one)

    told = comes_back(one, tmp_path, lambda page: put(page, "营业成本", "2026", this))

    assert DOUBT in words(told)


def test_a_sheet_of_one_year_is_compared_with_last_year_too(tmp_path: Path) -> None:
    one = office()
    comes_back(one, tmp_path, lambda page: put(page, "营业成本", "2025", "1200"))
    recorded(one)

    one.does(WANG, filled(("营业成本", "12000000万元")))
    told = one.presses(WANG, skip())

    assert DOUBT in words(told)
    assert "2025 年 1,200 万元" in words(told)


@pytest.mark.parametrize(
    ("title", "last", "this"),
    [("营业成本", "1200", "1201"), ("营业成本", "1", "999"), ("营业成本", "0", "1200")],
)
def test_a_change_that_a_business_makes_is_not_doubted(
    tmp_path: Path, title: str, last: str, this: str
) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, title, "2025", last)
        put(page, title, "2026", this)

    assert DOUBT not in words(comes_back(one, tmp_path, fill))


def test_two_years_apart_are_not_compared(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "营业成本", "2024", "1")
        put(page, "营业成本", "2026", "1200")

    assert DOUBT not in words(comes_back(one, tmp_path, fill))
