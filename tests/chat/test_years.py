"""三年对照表 there and back, as real files: what is taken, changed, refused, each by its cell."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from chat.buttons import Verb
from sheets.template import make_sheet
from tests.chat.markup import presses, require_sendable, words
from tests.chat.office import HERE, given, office, ours, take
from tests.chat.stage import LI, SEASON, WANG, button
from tests.chat.years import (
    asked_years,
    came,
    comes_back,
    earlier,
    newest,
    number,
    put,
    recorded,
)
from workflow.checklist import season_of
from workflow.given import Origin
from workflow.ids import SeasonId

# --- there and back ---------------------------------------------------------------------


def test_a_sheet_that_comes_back_as_it_went_changes_nothing(tmp_path: Path) -> None:
    one = office()
    before = ours(one)

    answer = one.does(WANG, came(tmp_path, make_sheet(asked_years(one))))

    assert take() not in presses(answer)
    assert "可记 0,看不懂 0" in words(answer)
    assert ours(one) == before


def test_three_years_are_recorded_in_one_step_and_not_before(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2024", 380)
        put(page, "坐席总数", "2025", 400)
        put(page, "坐席总数", "2026", 280)
        put(page, "从业人员总数", "2025", 300)

    before = ours(one)
    told = comes_back(one, tmp_path, fill)
    assert ours(one) == before
    answer = recorded(one)

    assert "坐席总数:2024 年 380 席、2025 年 400 席、2026 年 280 席" in words(told)
    assert "已记入 4 项" in words(answer)
    assert "往年的数 3 个" in words(answer)
    assert given(one, "seats_total") == number("280")
    assert [newest(one, year, "seats_total") for year in (2024, 2025)] == [
        number("380"),
        number("400"),
    ]
    assert newest(one, 2025, "staff_total") == number("300")
    require_sendable((*told, *answer))


def test_what_takes_the_place_of_another_figure_says_both(tmp_path: Path) -> None:
    one = office()
    comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "2025", 400))
    recorded(one)

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2025", 410)
        put(page, "从业人员总数", "2026", 290)

    told = comes_back(one, tmp_path, fill)
    recorded(one)

    assert "2025 年 400 席 → 410 席" in words(told)
    assert "2026 年 280 人 → 290 人" in words(told)
    state = earlier(one, 2025, "seats_total")
    assert state is not None
    assert [each.given for each in state.entries] == [number("400"), number("410")]


def test_what_stands_already_is_named_by_its_cells(tmp_path: Path) -> None:
    one = office()

    told = comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "2026", 280))

    assert "已是这样,不再记:G4、G5、" in words(told)


def test_where_a_figure_is_from_is_kept_shown_and_goes_out_again(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2025", 400)
        put(page, "坐席总数", "2026", 280)
        put(page, "坐席总数", "出处", "坐席系统")
        put(page, "坐席总数", "口径", "不含 AI")
        put(page, "坐席总数", "数据日期", datetime(2026, 12, 31))  # noqa: DTZ001 - as a cell has it

    comes_back(one, tmp_path, fill)
    recorded(one)

    said = Origin("坐席系统", "不含 AI", date(2026, 12, 31))
    assert given(one, "seats_total") == replace(number("280"), origin=said)
    assert newest(one, 2025, "seats_total") == replace(
        number("400"), origin=Origin("坐席系统", "不含 AI")
    )
    card = words(one.presses(WANG, button(Verb.ITEM, *HERE, "seats_total")))
    assert "出处:坐席系统、口径:不含 AI、截至 2026‑12‑31" in card
    row = next(row for row in asked_years(one).rows if row[0] == "坐席总数")
    assert row[4:] == ("", "400", "280", "坐席系统", "不含 AI", "2026-12-31", "")


def test_an_estimate_stays_one_until_it_is_no_more_said(tmp_path: Path) -> None:
    one = office()

    def fill(page: Worksheet) -> None:
        put(page, "坐席总数", "2026", 280)
        put(page, "坐席总数", "暂估", "是")

    comes_back(one, tmp_path, fill)
    recorded(one)
    first = given(one, "seats_total")
    comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "暂估", None))
    recorded(one)

    assert first == replace(number("280"), estimate=True)
    assert given(one, "seats_total") == number("280")


def test_estimates_are_named_before_the_day_of_filing_is_asked() -> None:
    one = office()

    card = one.presses(WANG, button(Verb.FACT, *HERE, "reported"))
    other = one.presses(WANG, button(Verb.FACT, *HERE, "opened"))

    assert "还有 1 项是暂估:人工坐席月均有效通话时长" in words(card)
    assert "暂估" not in words(other)


def test_a_contributor_is_sent_what_is_theirs_and_a_viewer_nothing() -> None:
    one = office()

    titles = {row[0] for row in asked_years(one, LI).rows}

    assert "营业收入" in titles
    assert "坐席总数" not in titles


def test_a_year_whose_report_is_kept_here_is_answered_there(tmp_path: Path) -> None:
    one = office()
    company = ours(one)
    now = season_of(company, SeasonId(SEASON))
    before = replace(now, id=SeasonId("9"), year=2025)
    one.store.companies[company.id] = replace(company, seasons=(*company.seasons, before))

    told = comes_back(one, tmp_path, lambda page: put(page, "从业人员总数", "2025", 300))

    assert "2025 年度的年报就在这里" in words(told)
    assert take() not in presses(told)


def test_where_figures_of_last_year_are_missing_the_sheet_is_at_hand() -> None:
    one = office()

    lacking = one.presses(WANG, button(Verb.UNCHECKED, *HERE, 0))

    assert "往年" in words(lacking)
    assert button(Verb.YEARS_SHEET, *HERE) in presses(lacking)
