"""What is open and whose it is, whatever day it is; the same as 进度 says of the day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.workflow.crew import BOSS, CHIEF, CLERK, FINANCE, LEGAL_REP, by, crew, having
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    CUSTODY,
    FIRST,
    MULTI_PARTY,
    OPENED,
    PACKS,
    PROOF,
    SEATS,
    SECOND,
    SIGNATURE,
    count,
    doer,
    first_season,
    gave,
    look,
    paper,
    with_case,
)
from workflow.cases import turn_company, turn_season
from workflow.checklist import Condition
from workflow.given import NotApplicable, WaitingUntil
from workflow.ids import ItemKey
from workflow.model import Company, FilingFact, Lifecycle
from workflow.openwork import OpenItem, Standing, open_work, season_work, standing
from workflow.records import record_filing
from workflow.reviewing import accept, give_back, set_reviewed

REVENUE, CERTIFICATES = ItemKey("revenue_total"), ItemKey("number_certificates")
END = date(2027, 3, 31)


def items(company: Company) -> dict[ItemKey, OpenItem]:
    """The open items of the first season."""
    work = open_work(company, PACKS, CALENDAR)
    return {each.item: each for each in work if each.season == FIRST}


def stand(company: Company) -> Standing:
    return standing(company, first_season(company), CALL_CENTRE, CALENDAR)


def done_with(company: Company, *but: ItemKey) -> Company:
    """Everything owed answered as not applicable, but for these."""
    for key in items(company).keys() - set(but):
        company = gave(company, key, NotApplicable("没有"))
    return company


def reported(company: Company, on: date = OPENED) -> Company:
    return record_filing(company, FIRST, FilingFact.REPORTED, on, by=doer(on)).company


# --- items ------------------------------------------------------------------------------


def test_everything_owed_is_open_with_its_people_and_the_date_of_its_step() -> None:
    company = crew()

    work = items(company)

    owed = {task.item.key: row.step.due for row in look(company).rows for task in row.tasks}
    assert {key: each.due for key, each in work.items()} == owed
    assert work[REVENUE].persons == (FINANCE,)
    assert work[SEATS].persons == (CHIEF, CLERK)
    assert set(work[SIGNATURE].persons) == {BOSS, LEGAL_REP, CHIEF, CLERK}


def test_what_was_given_to_somebody_is_theirs() -> None:
    assert items(having(crew(), BOSS, SEATS))[SEATS].persons == (BOSS,)


def test_what_is_done_or_does_not_apply_is_not_open() -> None:
    company = gave(gave(crew(), SEATS, count(280)), REVENUE, NotApplicable("没有"))

    assert items(crew()).keys() - items(company).keys() == {SEATS, REVENUE}


def test_what_is_waited_for_is_due_on_its_day() -> None:
    company = gave(crew(), SEATS, WaitingUntil(END, "审计"))

    assert items(company)[SEATS].due == END
    assert items(company)[SEATS].condition is Condition.WAITING


def test_an_estimate_is_still_open() -> None:
    company = gave(crew(), SEATS, count(280, estimate=True))

    assert items(company)[SEATS].condition is Condition.ESTIMATED


def test_what_is_handed_in_waits_for_those_who_accept_it() -> None:
    company = gave(having(crew(), CLERK, CERTIFICATES), CERTIFICATES, paper(), by=by(CLERK))

    accepted = accept(company, FIRST, CALL_CENTRE, CERTIFICATES, 1, by=by()).company
    back = give_back(company, FIRST, CALL_CENTRE, CERTIFICATES, 1, "看不清", by=by()).company

    assert items(company)[CERTIFICATES].persons == (CHIEF,)
    assert CERTIFICATES not in items(accepted)
    assert items(back)[CERTIFICATES].persons == (CLERK,)


def test_only_where_the_company_asks_for_it_the_boss_is_left_to_accept() -> None:
    company = replace(
        crew(), members=tuple(each for each in crew().members if each.person != CLERK)
    )
    company = set_reviewed(company, FIRST, CALL_CENTRE, SEATS, True, by=by()).company  # noqa: FBT003

    company = gave(company, SEATS, count(280))

    assert items(company)[SEATS].persons == (BOSS,)


@pytest.mark.parametrize("to", [Lifecycle.ARCHIVED, Lifecycle.REMOVED])
def test_a_season_or_company_that_rests_has_no_open_work(to: Lifecycle) -> None:
    company = crew()

    assert open_work(turn_season(company, FIRST, to, by=by()).company, PACKS, CALENDAR) == ()
    assert open_work(turn_company(company, to, by=by()).company, PACKS, CALENDAR) == ()


def test_every_season_has_its_own() -> None:
    company = with_case(crew(), MULTI_PARTY, licence_no="B2-2")

    seasons = {each.season for each in open_work(company, PACKS, CALENDAR)}

    assert seasons == {FIRST, SECOND}


# --- standing ---------------------------------------------------------------------------


def test_it_misses_what_progress_says_is_missing() -> None:
    company = gave(crew(), SEATS, count(280))

    assert stand(company).missing == len(look(company).missing)
    assert stand(done_with(company)).missing == 0


def test_it_is_wanted_of_everybody_whose_something_is() -> None:
    company = crew()

    assert set(stand(company).persons_needed) == {CHIEF, CLERK, FINANCE, BOSS, LEGAL_REP}
    assert stand(done_with(company, REVENUE)).persons_needed == (FINANCE,)
    assert stand(done_with(company)).persons_needed == ()


def test_it_was_active_when_something_was_last_done() -> None:
    by_now = doer(OPENED + timedelta(days=3))

    assert stand(gave(crew(), SEATS, count(280), by=by_now)).active_at == by_now.at
    assert stand(replace(crew(), recent=())).active_at is None


def test_the_next_date_is_that_of_the_first_step_not_done() -> None:
    company = crew()
    soonest = min(row.step.due for row in look(company).rows if row.tasks and row.step.due)

    assert stand(company).next_due == soonest
    assert stand(done_with(company, CUSTODY)).next_due == items(company)[CUSTODY].due


def test_with_all_done_the_report_itself_is_due_by_the_statutory_day() -> None:
    company = done_with(crew())

    assert stand(company).next_due == END
    assert stand(reported(company)).next_due is None


def test_a_paper_owed_after_the_report_makes_it_no_later() -> None:
    company = reported(done_with(crew(), PROOF))

    assert stand(company).is_reported
    assert PROOF in items(company)
    assert stand(company).next_due is None


@pytest.mark.parametrize("days", [0, 20, 40, 60, 72, 73, 86, 87, 100])
@pytest.mark.parametrize("but", [(), (CUSTODY,), (SEATS, PROOF)])
def test_it_is_overdue_when_progress_says_so(days: int, but: tuple[ItemKey, ...]) -> None:
    company = done_with(crew(), *but)
    today = OPENED + timedelta(days=days)

    due = stand(company).next_due

    assert (due is not None and due < today) == bool(look(company, today).overdue)


def test_both_come_of_one_look() -> None:
    company = gave(crew(), SEATS, count(280))

    work = season_work(company, first_season(company), CALL_CENTRE, CALENDAR)

    assert work.items == open_work(company, PACKS, CALENDAR)
    assert work.standing == stand(company)
