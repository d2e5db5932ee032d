"""A list of clients is read line by line: good ones by company, bad ones with what is wrong."""

import pytest

from tests.workflow.client_lists import HEADINGS, WORDS, code, line, read
from tests.workflow.firm import CALL_CENTRE, COLLEAGUE, MANAGER, MULTI_PARTY
from workflow.client_errors import (
    ClientCellEmpty,
    ClientNamedOtherwise,
    ClientTwice,
    ClientWordUnknown,
    NoClientColumns,
    NoSuchOwner,
    OwnerUnclear,
)
from workflow.client_list import NEEDED, Column, folded, read_clients
from workflow.clients import Client, Wanted
from workflow.errors import BadCreditCode, TooLong, WorkflowError


def test_a_good_line_is_a_client_with_its_season() -> None:
    found = read(line(licence_no="粤b2-1", coverage="广东", year="2025 年度", owner="李办事"))

    wanted = Wanted(CALL_CENTRE.ref, "full", 2025, "粤B2-1", "44")
    assert found.ready == (Client("客户1有限公司", code(1), COLLEAGUE, "李办事", (wanted,)),)
    assert found.bad == ()


def test_several_lines_of_a_company_are_its_seasons() -> None:
    found = read(line(), line(2), line(kind="B22", profile="只做法定申报"), line(year="2025"))

    first, second = found.ready
    kinds = [(wanted.pack, wanted.year) for wanted in first.seasons]
    assert kinds == [
        (CALL_CENTRE.ref, 2026),
        (MULTI_PARTY.ref, 2026),
        (CALL_CENTRE.ref, 2025),
    ]
    assert second.uscc == code(2)


def test_without_an_owner_a_client_is_the_importers_own() -> None:
    (client,) = read(line()).ready

    assert client.owner == MANAGER


def test_an_owner_can_be_named_by_number() -> None:
    (client,) = read(line(owner=" P2 ")).ready

    assert (client.owner, client.called) == (COLLEAGUE, "李办事")


@pytest.mark.parametrize(
    ("cells", "column", "error"),
    [
        ({"name": "x" * 81}, Column.NAME, TooLong),
        ({"uscc": "91440300"}, Column.USCC, BadCreditCode),
        ({"kind": "短信"}, Column.KIND, ClientWordUnknown),
        ({"coverage": "华南"}, Column.COVERAGE, ClientWordUnknown),
        ({"year": "2031"}, Column.YEAR, ClientWordUnknown),
        ({"year": "明年"}, Column.YEAR, ClientWordUnknown),
        ({"profile": "十步全套"}, Column.PROFILE, ClientWordUnknown),
        ({"owner": "赵六"}, Column.OWNER, NoSuchOwner),
        ({"owner": "张三"}, Column.OWNER, OwnerUnclear),
    ],
)
def test_a_bad_line_says_in_which_column_and_why(
    cells: dict[str, str], column: Column, error: type[WorkflowError]
) -> None:
    found = read(line(2), line(**cells))

    (bad,) = found.bad
    assert (bad.line, bad.column, bad.sentence) == (2, column, error.sentence)
    assert bad.cells == line(**cells)
    assert len(found.ready) == 1


@pytest.mark.parametrize("column", NEEDED)
def test_an_empty_cell_that_is_needed_is_a_fault(column: Column) -> None:
    (bad,) = read(line(**{column: ""})).bad

    assert (bad.column, bad.sentence) == (column, ClientCellEmpty.sentence)


def test_the_same_season_twice_names_the_earlier_line() -> None:
    found = read(line(2), line(), line(coverage="广东"))

    (bad,) = found.bad
    assert (bad.line, bad.sentence, bad.facts) == (3, ClientTwice.sentence, {"line": 2})


@pytest.mark.parametrize("cells", [{"name": "另一家"}, {"owner": "李办事"}])
def test_one_code_with_two_names_or_owners_is_a_fault(cells: dict[str, str]) -> None:
    found = read(line(), line(year="2025", **cells))

    (bad,) = found.bad
    assert (bad.column, bad.sentence) == (Column.USCC, ClientNamedOtherwise.sentence)
    assert bad.facts == {"line": 1}


def test_the_good_lines_of_a_company_with_a_bad_one_are_taken() -> None:
    found = read(line(), line(year="明年"))

    assert len(found.ready[0].seasons) == 1
    assert len(found.bad) == 1


def test_columns_may_stand_in_any_order_below_a_title_and_beside_others() -> None:
    cells = ("别的", *reversed(line()))

    found = read_clients((("客户清单",), ("问题", *reversed(HEADINGS)), cells), WORDS)

    assert found == read(line())


@pytest.mark.parametrize("rows", [(), (("甲", "乙"),), (HEADINGS[:3], line()), (line(), line(2))])
def test_a_list_without_the_needed_headings_is_refused(rows: tuple[tuple[str, ...], ...]) -> None:
    with pytest.raises(NoClientColumns):
        read_clients(rows, WORDS)


def test_a_short_line_lacks_what_stands_at_its_end() -> None:
    (bad,) = read(line()[:5]).bad

    assert bad.column is Column.YEAR


@pytest.mark.parametrize("text", ["Licence type*", "licence TYPE(one of)", " ｌｉｃｅｎｃｅ type "])
def test_words_are_looked_up_without_marks_blanks_and_capitals(text: str) -> None:
    assert folded(text) == "licencetype"
