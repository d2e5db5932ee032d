"""Sheets as accountants send them: labels with things around them, title rows, other formats of numbers."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.chat.markup import words
from tests.chat.office import given, office, skip, take
from tests.chat.stage import WANG
from tests.chat.years import HEADINGS, as_csv, came, number
from tests.sheets.workbooks import saved


@pytest.mark.parametrize(
    "label",
    [
        "1. 坐席总数",
        "(3)坐席总数",
        "坐席 总数",
        "*坐席总数",
        "坐席总数:",
        "坐席总数(席)",
        "坐席总数（席）:",
    ],
)
def test_a_label_is_known_whatever_is_written_around_it(tmp_path: Path, label: str) -> None:
    one = office()

    one.does(WANG, came(tmp_path, as_csv((HEADINGS, (label, "", "", "280")), "utf-8")))
    one.presses(WANG, skip(), take())

    assert given(one, "seats_total") == number("280")


@pytest.mark.parametrize("label", ["合计", "坐席", "坐席总数2", "(席)"])
def test_a_label_that_is_another_is_none_of_ours(tmp_path: Path, label: str) -> None:
    one = office()

    told = one.does(WANG, came(tmp_path, as_csv((HEADINGS, (label, "", "", "280")), "utf-8")))

    assert "清单里没有这一项" in words(told)


def test_headings_are_found_below_the_titles_of_a_form(tmp_path: Path) -> None:
    one = office()
    above = tuple((f"说明 {n}",) for n in range(7))

    one.does(WANG, came(tmp_path, as_csv((*above, HEADINGS, ("坐席总数", "", "", "280")), "utf-8")))
    one.presses(WANG, skip(), take())

    assert given(one, "seats_total") == number("280")


@pytest.mark.parametrize(
    ("value", "shape", "told"),
    [
        (0.98, "0%", "98 %"),
        (0.98, "0.00%", "98 %"),
        (0.98, "0.00", "有两种读法"),
        ("９８％", "@", "98 %"),
        ("约98%", "@", "请给确切的数"),
        ("-", "@", "是 0 就发 0"),
        ("/", "@", "是 0 就发 0"),
        ("无", "@", "是 0 就发 0"),
        ("(5)", "@", "❓ D2 外呼业务占比"),
        ("280人", "@", "❓ D2 外呼业务占比"),
    ],
)
def test_a_figure_is_what_the_cell_shows_or_refused_by_its_name(
    tmp_path: Path, value: float | str, shape: str, told: str
) -> None:
    one = office()
    book = Workbook()
    page = book.worksheets[0]
    page.append(HEADINGS)
    page.append(("外呼业务占比", None, None, value))
    page["D2"].number_format = shape

    answer = one.does(WANG, came(tmp_path, saved(book)))

    assert told in words((*answer, *one.presses(WANG, skip())))
