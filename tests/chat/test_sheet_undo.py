"""「全部撤销」: a whole sheet is taken back in one step; what others did since stands."""

from pathlib import Path

from openpyxl.worksheet.worksheet import Worksheet

from chat.buttons import Verb
from chat.talk import Outgoing
from tests.chat.markup import presses, require_sendable, words
from tests.chat.office import HERE, events, given, office, ours
from tests.chat.stage import LI, WANG, Stage
from tests.chat.years import comes_back, put, recorded
from workflow.checklist import season_of
from workflow.events import EventKind
from workflow.given import ItemState
from workflow.ids import ItemKey, SeasonId


def fill(page: Worksheet) -> None:
    put(page, "坐席总数", "2024", 380)
    put(page, "坐席总数", "2025", 400)
    put(page, "坐席总数", "2026", 290)
    put(page, "营业成本", "2026", 1300)


def undo_of(answer: list[Outgoing]) -> str:
    """The button that takes all of it back."""
    (found,) = (each for each in presses(answer) if each.startswith(Verb.SHEET_UNDO))
    return found


def imported(one: Stage, folder: Path) -> str:
    """A sheet was recorded: the button that takes it back."""
    comes_back(one, folder, fill)
    return undo_of(list(recorded(one)))


def standing(one: Stage, year: int) -> ItemState:
    """Of the seats, in an earlier year."""
    season = season_of(ours(one), SeasonId(HERE[1]))
    return season.earlier[year][ItemKey("seats_total")]


def test_a_sheet_is_taken_back_with_its_earlier_years(tmp_path: Path) -> None:
    one = office()
    before = given(one, "seats_total"), given(one, "cost_total")

    answer = one.presses(WANG, imported(one, tmp_path))

    assert "撤回了 4 项" in words(answer)
    assert (given(one, "seats_total"), given(one, "cost_total")) == before
    assert [standing(one, year).live for year in (2024, 2025)] == [(), ()]
    require_sendable(answer)


def test_it_is_taken_back_once(tmp_path: Path) -> None:
    one = office()
    data = imported(one, tmp_path)
    one.presses(WANG, data)
    before = ours(one)

    again = one.presses(WANG, data)

    assert "没有还能撤的" in words(again)
    assert ours(one) == before


def test_what_was_changed_since_stays_and_is_counted(tmp_path: Path) -> None:
    one = office()
    data = imported(one, tmp_path)
    comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "2025", 410))
    recorded(one)

    answer = one.presses(WANG, data)

    assert "撤回了 3 项,另 1 项后来又改过" in words(answer)
    assert len(standing(one, 2025).live) == 2


def test_nobody_takes_back_the_sheet_of_another(tmp_path: Path) -> None:
    one = office()
    data = imported(one, tmp_path)
    before = ours(one)

    answer = one.presses(LI, data)

    assert "没有还能撤的" in words(answer)
    assert ours(one) == before


def test_only_earlier_years_are_taken_back_as_well(tmp_path: Path) -> None:
    one = office()
    comes_back(one, tmp_path, lambda page: put(page, "坐席总数", "2025", 400))

    answer = one.presses(WANG, undo_of(list(recorded(one))))

    assert "撤回了 1 项" in words(answer)
    assert events(one)[-1].kind is EventKind.EARLIER_WITHDRAWN
