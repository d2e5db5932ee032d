"""Where the report stands: the status machine of docs/domain.md section 2, from facts people record."""

from datetime import date

import pytest

from tests.workflow.firm import (
    COLLEAGUE,
    FIRST,
    OPENED,
    SECOND,
    doer,
    first_season,
    look,
    opened,
    with_case,
)
from workflow.cases import turn_season
from workflow.checklist import season_of
from workflow.errors import AlreadyGiven, Archived, InTheFuture, NothingToUndo, OutOfRange
from workflow.events import EventKind
from workflow.filing import FilingState, filing_state, live_filings, reported
from workflow.model import Company, FilingFact, Lifecycle
from workflow.progress import StepState
from workflow.records import record_filing, withdraw_filing

END = date(2027, 3, 31)
JAN, FEB, MAR_20, MAR_25 = date(2027, 1, 20), date(2027, 2, 9), date(2027, 3, 20), date(2027, 3, 25)
APR_2, APR_9, MAY, SUMMER = (
    date(2027, 4, 2),
    date(2027, 4, 9),
    date(2027, 5, 20),
    date(2027, 7, 1),
)
WINDOW, PLEDGED, DRAFTED, SAVED = (
    FilingFact.OPENED,
    FilingFact.PLEDGED,
    FilingFact.DRAFTED,
    FilingFact.SAVED,
)
FILED, REOPENED, RETURNED = FilingFact.REPORTED, FilingFact.REOPENED, FilingFact.RETURNED
ORDER, LISTED = FilingFact.ORDERED, FilingFact.BAD_LISTED
DUTY, OUT, PUBLIC = FilingFact.DUTY_DONE, FilingFact.DELISTED, FilingFact.PUBLISHED

Told = tuple[FilingFact, date]


def recorded(*told: Told, company: Company | None = None) -> Company:
    """The company after these facts were recorded in this order, all of them in the autumn."""
    company = company or opened()
    for fact, on in told:
        company = record_filing(company, FIRST, fact, on, by=doer(date(2027, 10, 8))).company
    return company


def state(company: Company, today: date) -> FilingState:
    return filing_state(first_season(company), END, today)


# --- the status machine -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        ((), OPENED, FilingState.NOT_OPEN),
        ((), END, FilingState.NOT_OPEN),
        ((), date(2027, 4, 1), FilingState.OVERDUE),
        (((WINDOW, JAN),), JAN, FilingState.OPEN),
        (((WINDOW, JAN), (PLEDGED, FEB)), FEB, FilingState.PLEDGED),
        (((PLEDGED, FEB), (DRAFTED, FEB)), FEB, FilingState.DRAFTING),
        (((DRAFTED, FEB), (SAVED, MAR_20)), MAR_20, FilingState.SAVED),
        (((SAVED, MAR_20), (FILED, MAR_25)), END, FilingState.REPORTED),
        (((SAVED, MAR_20),), APR_2, FilingState.OVERDUE),
        (((FILED, MAR_20), (REOPENED, MAR_25)), MAR_25, FilingState.REOPENED),
        (((FILED, MAR_20), (REOPENED, MAR_25)), APR_2, FilingState.OVERDUE),
        (((FILED, MAR_20), (REOPENED, MAR_25), (FILED, END)), END, FilingState.REPORTED),
        (((FILED, MAR_20),), APR_2, FilingState.LOCKED),
        (((FILED, END),), APR_2, FilingState.LOCKED),
        (((FILED, MAR_20), (RETURNED, MAR_25)), APR_2, FilingState.RETURNED),
        (((FILED, MAR_20), (RETURNED, MAR_25), (FILED, APR_2)), APR_9, FilingState.REPORTED_AGAIN),
        (((FILED, MAR_20), (REOPENED, APR_2), (FILED, APR_9)), MAY, FilingState.REPORTED_AGAIN),
        (((FILED, MAR_20), (REOPENED, MAR_25), (FILED, APR_2)), APR_9, FilingState.REPORTED_LATE),
        (
            ((FILED, MAR_20), (RETURNED, MAR_25), (ORDER, APR_2), (FILED, APR_9)),
            MAY,
            FilingState.REPORTED_LATE,
        ),
        (((FILED, MAR_20), (REOPENED, APR_2)), APR_9, FilingState.REOPENED),
        (((FILED, MAR_20), (RETURNED, MAR_25), (SAVED, APR_2)), APR_9, FilingState.SAVED),
        (((FILED, MAR_20), (PUBLIC, MAY)), MAY, FilingState.PUBLISHED),
        (((ORDER, APR_2),), APR_2, FilingState.ORDERED),
        (((FILED, APR_2),), APR_2, FilingState.REPORTED_LATE),
        (((ORDER, APR_2), (FILED, APR_9)), APR_9, FilingState.REPORTED_LATE),
        (((LISTED, JAN), (FILED, APR_9)), APR_9, FilingState.REPORTED_LATE),
        (((ORDER, APR_2), (LISTED, MAY)), MAY, FilingState.BAD_LISTED),
        (((LISTED, MAY), (DUTY, SUMMER)), SUMMER, FilingState.DUTY_DONE),
        (((LISTED, MAY), (DUTY, SUMMER), (OUT, SUMMER)), SUMMER, FilingState.DELISTED),
    ],
)
def test_the_facts_decide_where_the_report_stands(
    told: tuple[Told, ...], today: date, expected: FilingState
) -> None:
    company = recorded(*told)

    assert state(company, today) is expected


def test_every_fact_leads_to_a_state() -> None:
    states = {fact: state(recorded((fact, MAR_20)), MAR_20) for fact in FilingFact}

    assert len(set(states.values())) == len(FilingFact)


def test_facts_count_in_the_order_they_happened_not_in_the_order_they_were_told() -> None:
    company = recorded((FILED, MAR_25), (WINDOW, JAN), (SAVED, MAR_20))

    assert [filing.fact for filing in live_filings(first_season(company))] == [WINDOW, SAVED, FILED]
    assert state(company, END) is FilingState.REPORTED


def test_a_step_towards_the_report_told_afterwards_does_not_undo_it() -> None:
    company = recorded((FILED, MAR_25), (SAVED, MAR_25))

    assert reported(first_season(company)) is not None
    assert state(company, END) is FilingState.REPORTED
    assert state(company, APR_2) is FilingState.LOCKED


def test_saving_again_after_a_return_is_a_step_of_its_own() -> None:
    company = recorded((FILED, MAR_20), (RETURNED, MAR_25), (SAVED, MAR_25))

    assert state(company, MAR_25) is FilingState.SAVED


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ((), None),
        (((SAVED, MAR_20),), None),
        (((FILED, MAR_20),), MAR_20),
        (((FILED, MAR_20), (REOPENED, MAR_25)), None),
        (((FILED, MAR_20), (RETURNED, MAR_25)), None),
        (((FILED, MAR_20), (REOPENED, MAR_25), (FILED, END)), END),
        (((FILED, MAR_20), (PUBLIC, MAY)), MAR_20),
        (((FILED, APR_9), (LISTED, MAY)), APR_9),
    ],
)
def test_the_report_that_counts_is_the_newest_not_reopened_or_returned(
    told: tuple[Told, ...], counts: date | None
) -> None:
    filing = reported(first_season(recorded(*told)))

    assert (filing.on if filing else None) == counts


# --- recording --------------------------------------------------------------------------


def test_a_report_is_recorded_with_everything_still_open() -> None:
    company = opened()

    done = record_filing(company, FIRST, FILED, OPENED, by=doer(), note="在系统里看到")

    view = look(done.company)
    assert view.is_reported
    assert len(view.missing) == len(look(company).missing) > 0
    (event,) = done.events
    assert (event.kind, event.subject, event.version) == (EventKind.FILING_RECORDED, FILED, 1)
    assert (event.new, event.why) == (OPENED.isoformat(), "在系统里看到")


def test_a_report_that_was_made_in_time_is_not_overdue_because_papers_are_owed() -> None:
    company = recorded((FILED, MAR_20))

    row = next(row for row in look(company, APR_9).rows if row.key == "M6")

    assert row.state is StepState.OPEN
    assert row.days_left is None


def test_a_report_is_recorded_per_licence() -> None:
    company = with_case(opened(), licence_no="B2-2")

    company = recorded((FILED, MAR_20), company=company)

    assert reported(first_season(company)) is not None
    assert reported(season_of(company, SECOND)) is None


def test_the_term_of_an_order_is_kept() -> None:
    done = record_filing(opened(), FIRST, ORDER, APR_2, by=doer(APR_2), due=date(2027, 4, 30))

    (filing,) = first_season(done.company).filings
    assert filing.due == date(2027, 4, 30)


def test_an_order_with_another_term_is_another_fact() -> None:
    done = record_filing(opened(), FIRST, ORDER, APR_2, by=doer(APR_2), due=APR_9)

    again = record_filing(done.company, FIRST, ORDER, APR_2, by=doer(APR_2), due=MAY)

    assert [filing.due for filing in first_season(again.company).filings] == [APR_9, MAY]


def test_what_has_not_happened_yet_is_not_recorded() -> None:
    with pytest.raises(InTheFuture):
        record_filing(opened(), FIRST, FILED, date(2027, 1, 5), by=doer(OPENED))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31)])
def test_a_day_before_all_companies_is_no_day_of_a_fact(day: date) -> None:
    with pytest.raises(OutOfRange):
        record_filing(opened(), FIRST, FILED, day, by=doer(OPENED))


def test_a_term_beyond_all_companies_is_no_term() -> None:
    with pytest.raises(OutOfRange):
        record_filing(opened(), FIRST, ORDER, APR_2, by=doer(APR_2), due=date(9999, 12, 31))


def test_the_same_fact_of_the_same_day_is_already_given() -> None:
    company = recorded((FILED, MAR_20))

    with pytest.raises(AlreadyGiven):
        recorded((FILED, MAR_20), company=company)


def test_the_same_fact_again_after_another_is_a_new_one() -> None:
    company = recorded((FILED, MAR_20), (REOPENED, MAR_20), (FILED, MAR_20))

    assert len(first_season(company).filings) == 3


def test_nothing_is_recorded_for_an_archived_season() -> None:
    company = turn_season(opened(), FIRST, Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        record_filing(company, FIRST, WINDOW, OPENED, by=doer())


# --- withdrawing ------------------------------------------------------------------------


def test_a_withdrawn_fact_stays_marked_and_counts_no_more() -> None:
    company = recorded((SAVED, MAR_20), (FILED, MAR_25))

    done = withdraw_filing(company, FIRST, 2, by=doer())

    assert [filing.withdrawn for filing in first_season(done.company).filings] == [False, True]
    assert state(done.company, END) is FilingState.SAVED
    (event,) = done.events
    assert (event.kind, event.version, event.old) == (
        EventKind.FILING_WITHDRAWN,
        2,
        MAR_25.isoformat(),
    )


@pytest.mark.parametrize("version", [0, 1, 3])
def test_only_the_newest_fact_is_withdrawn(version: int) -> None:
    company = recorded((SAVED, MAR_20), (FILED, MAR_25))

    with pytest.raises(NothingToUndo):
        withdraw_filing(company, FIRST, version, by=doer())


def test_after_the_newest_the_one_before_can_be_withdrawn() -> None:
    company = withdraw_filing(
        recorded((SAVED, MAR_20), (FILED, MAR_25)), FIRST, 2, by=doer()
    ).company

    company = withdraw_filing(company, FIRST, 1, by=doer()).company

    assert live_filings(first_season(company)) == ()


def test_nobody_withdraws_what_another_recorded() -> None:
    with pytest.raises(NothingToUndo):
        withdraw_filing(recorded((FILED, MAR_20)), FIRST, 1, by=doer(person=COLLEAGUE))


def test_nothing_is_withdrawn_where_nothing_was_recorded() -> None:
    with pytest.raises(NothingToUndo):
        withdraw_filing(opened(), FIRST, 1, by=doer())


def test_nothing_is_withdrawn_from_an_archived_season() -> None:
    company = turn_season(recorded((FILED, MAR_20)), FIRST, Lifecycle.ARCHIVED, by=doer()).company

    with pytest.raises(Archived):
        withdraw_filing(company, FIRST, 1, by=doer())
