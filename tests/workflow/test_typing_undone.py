"""撤销 after 已填: the line is to be typed again, and what the platform had said is open again."""

import pytest

from tests.workflow.crew import CHIEF, CLERK, FINANCE, by, crew
from tests.workflow.firm import CALENDAR, CUSTODY, FIRST, PACKS, count, first_season, gave, paper
from tests.workflow.firm import task as task_of
from tests.workflow.test_transcribing import (
    BRANCHES,
    REVENUE,
    TWO,
    branches,
    economy,
    form,
    line,
    typed,
)
from tests.workflow.transcribing_acts import BOOK
from workflow.actions import undo
from workflow.errors import NothingToUndo
from workflow.events import EventKind
from workflow.form_lines import LineState
from workflow.ids import PersonId
from workflow.model import Company
from workflow.transcribing import read_back, refuse, save_form, take_out, type_over
from workflow.transcript import LineKey

PACK = PACKS[first_season(crew()).pack]
HERE = (FIRST, PACK, BOOK)


def undone(company: Company, person: PersonId = CHIEF) -> Company:
    return undo(company, lambda _: PACK, CALENDAR, BOOK, by=by(person)).company


def known() -> Company:
    """The revenue is known, and what to do before it was done."""
    return gave(gave(crew(), CUSTODY, paper()), REVENUE, count(1860))


def test_what_was_typed_is_open_again_and_the_step_before_it_comes_next() -> None:
    back = undone(typed(known(), REVENUE))

    assert line(back, REVENUE).state is LineState.OPEN
    assert task_of(undone(back), REVENUE).state.live == ()


def test_what_the_platform_had_said_is_open_again() -> None:
    refused = refuse(known(), *HERE, REVENUE, "校验不通过", by=by(FINANCE)).company
    otherwise = read_back(
        refused, *HERE, "economy", {LineKey(REVENUE): "21"}, by=by(FINANCE)
    ).company

    back = line(undone(typed(otherwise, REVENUE)), REVENUE)

    assert back.state is LineState.REFUSED
    assert back.refused
    assert (back.refused.text, back.refused.by) == ("校验不通过", FINANCE)
    assert back.otherwise
    assert back.otherwise.text == "21"


def test_what_the_platform_said_since_stands_when_it_is_not_typed_after_all() -> None:
    refused = refuse(known(), *HERE, REVENUE, "先", by=by()).company
    again = refuse(typed(refused, REVENUE), *HERE, REVENUE, "后", by=by()).company

    out = take_out(again, *HERE, REVENUE, by=by()).company

    stands = line(out, REVENUE).refused
    assert stands
    assert stands.text == "后"


def test_typed_a_second_time_it_is_taken_back_once_with_all_of_it() -> None:
    twice = typed(gave(typed(known(), REVENUE), REVENUE, count(1870)), REVENUE)

    back = undone(twice)

    assert line(back, REVENUE).state is LineState.OPEN
    assert task_of(undone(back), REVENUE).state.live[-1].version == 1
    assert task_of(undone(undone(back)), REVENUE).state.live == ()


def test_a_row_that_was_said_to_be_deleted_is_there_again() -> None:
    company = typed(typed(gave(crew(), BRANCHES, TWO), "branches.1"), "branches.2")
    fewer = gave(company, BRANCHES, branches(("上海分公司", "31", "yes")))

    back = undone(typed(fewer, "branches.2"))

    assert line(back, "branches.2").state is LineState.GONE
    assert line(back, "branches.2").typed == line(fewer, "branches.2").typed


def test_a_row_that_came_back_since_is_left_as_it_is() -> None:
    company = typed(typed(gave(crew(), BRANCHES, TWO), "branches.1"), "branches.2")
    fewer = typed(gave(company, BRANCHES, branches(("上海分公司", "31", "yes"))), "branches.2")
    again = gave(fewer, BRANCHES, TWO, by=by(CLERK))
    mark = line(again, "branches.2").mark
    again = type_over(again, *HERE, "branches.2", mark, by=by(CLERK)).company

    with pytest.raises(NothingToUndo):
        undone(again)


def test_what_another_typed_is_not_taken_back_by_one_s_own_undo() -> None:
    company = typed(known(), REVENUE)
    out = take_out(company, *HERE, REVENUE, by=by(FINANCE)).company
    mark = line(out, REVENUE).mark
    theirs = type_over(out, *HERE, REVENUE, mark, by=by(FINANCE)).company

    with pytest.raises(NothingToUndo):
        undone(theirs)

    assert line(undone(theirs, FINANCE), REVENUE).state is LineState.OPEN


def test_a_form_that_another_saved_meanwhile_is_to_be_saved_again() -> None:
    company = economy()
    mark = form(company, "economy").mark
    kept = save_form(company, *HERE, "economy", mark, by=by(FINANCE)).company

    back = undone(kept)

    assert form(kept, "economy").saved
    assert form(back, "economy").saved is None


def test_the_trail_says_that_it_was_not_typed() -> None:
    told = undo(typed(known(), REVENUE), lambda _: PACK, CALENDAR, BOOK, by=by())

    assert [(each.kind, each.subject, each.old) for each in told.events] == [
        (EventKind.NOT_TYPED_OVER, REVENUE, "1860")
    ]
