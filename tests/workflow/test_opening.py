"""What a season knows on its first day: nobody is asked twice for what they said at 创建."""

import pytest

from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    MULTI_PARTY,
    SECOND,
    USCC,
    doer,
    founded,
    gave,
    opened,
    says,
    task,
    with_case,
)
from workflow.actions import undo, withdraw
from workflow.cases import correct_company
from workflow.checklist import Condition
from workflow.errors import NothingToUndo
from workflow.events import EventKind
from workflow.ids import ItemKey
from workflow.opening import correct_known, fill_in_known
from workflow.pack import Pack

NAME, CODE, LICENCE = ItemKey("company_name"), ItemKey("uscc"), ItemKey("licence_no")


@pytest.mark.parametrize("pack", [CALL_CENTRE, MULTI_PARTY])
@pytest.mark.parametrize("profile", ["full", "statutory"])
def test_name_code_and_licence_number_are_answered(pack: Pack, profile: str) -> None:
    company = opened(pack, profile)

    done = fill_in_known(company, FIRST, pack, by=doer())

    given = {key: task(done.company, key).state.live[-1].given for key in (NAME, CODE, LICENCE)}
    assert given == {NAME: says("甲公司"), CODE: says(USCC), LICENCE: says("B2-20170206")}
    assert task(done.company, ItemKey("legal_rep")).condition is Condition.OPEN


def test_each_answer_is_an_event_that_is_kept() -> None:
    company = opened()

    done = fill_in_known(company, FIRST, CALL_CENTRE, by=doer())

    assert [event.seq for event in done.events] == [3, 4, 5]
    assert {event.kind for event in done.events} == {EventKind.KNOWN_FILLED}
    assert done.company.recent == (*company.recent, *done.events)
    assert done.company.event_seq == 5


def test_a_licence_number_that_was_not_said_stays_open() -> None:
    company = with_case(founded(), licence_no="")

    done = fill_in_known(company, FIRST, CALL_CENTRE, by=doer())

    assert task(done.company, LICENCE).condition is Condition.OPEN
    assert len(done.events) == 2


def test_what_somebody_answered_is_not_written_over() -> None:
    company = gave(opened(), NAME, says("甲股份有限公司"))

    done = fill_in_known(company, FIRST, CALL_CENTRE, by=doer())

    assert task(done.company, NAME).state.live[-1].given == says("甲股份有限公司")
    assert {event.subject for event in done.events} == {CODE, LICENCE}


def test_a_second_season_of_the_year_fills_in_its_licence_number_only() -> None:
    company = fill_in_known(opened(), FIRST, CALL_CENTRE, by=doer()).company
    company = with_case(company, MULTI_PARTY, licence_no="B2-2")

    done = fill_in_known(company, SECOND, MULTI_PARTY, by=doer())

    assert [event.subject for event in done.events] == [LICENCE]
    assert task(done.company, LICENCE, SECOND).state.live[-1].given == says("B2-2")


def test_filling_in_twice_does_nothing() -> None:
    company = fill_in_known(opened(), FIRST, CALL_CENTRE, by=doer()).company

    done = fill_in_known(company, FIRST, CALL_CENTRE, by=doer())

    assert done.events == ()
    assert done.company is company


def test_what_was_known_is_no_step_to_undo_but_can_be_withdrawn() -> None:
    company = fill_in_known(opened(), FIRST, CALL_CENTRE, by=doer()).company

    with pytest.raises(NothingToUndo):
        undo(company, lambda _: CALL_CENTRE, CALENDAR, by=doer())
    done = withdraw(company, FIRST, CALL_CENTRE, NAME, 1, by=doer())

    assert task(done.company, NAME).condition is Condition.OPEN


def test_a_correction_reaches_the_answers_that_still_say_what_was_corrected() -> None:
    company = fill_in_known(opened(), FIRST, CALL_CENTRE, by=doer()).company
    renamed = correct_company(company, name="甲股份有限公司", by=doer())

    done = correct_known(company, renamed, lambda _: CALL_CENTRE, by=doer())

    assert task(done.company, NAME).state.live[-1].given == says("甲股份有限公司")
    assert [event.subject for event in done.events] == ["", NAME]


def test_a_correction_leaves_what_somebody_answered_otherwise() -> None:
    company = gave(opened(), NAME, says("甲(集团)公司"))
    renamed = correct_company(company, name="甲股份有限公司", by=doer())

    done = correct_known(company, renamed, lambda _: CALL_CENTRE, by=doer())

    assert task(done.company, NAME).state.live[-1].given == says("甲(集团)公司")
