"""What stands in a person's calendar: both clocks, counts, nothing for strangers, names that last."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflow.firm import (
    CALENDAR,
    COLLEAGUE,
    CUSTODY,
    FIRST,
    MANAGER,
    MULTI_PARTY,
    PACKS,
    STRANGER,
    doer,
    first_season,
    gave,
    opened,
    paper,
    with_case,
)
from workflow.agenda import AgendaEntry, Clock, agenda, shown
from workflow.ids import MilestoneKey
from workflow.model import Company, FilingFact, Lifecycle, Tailoring
from workflow.records import record_filing
from workflow.workdays import Calendar, CalendarStatus

SUBMISSION = MilestoneKey("M6")
LAST_DAY = date(2027, 3, 31)


def entries(company: Company, calendar: Calendar = CALENDAR) -> tuple[AgendaEntry, ...]:
    return agenda(company, PACKS, calendar, MANAGER)


def of_step(company: Company, key: str, clock: Clock) -> AgendaEntry:
    (found,) = [e for e in entries(company) if e.step.key == key and e.clock is clock]
    return found


def test_the_filing_stands_on_both_clocks_and_the_statutory_one_does_not_move() -> None:
    company = opened()

    statutory = of_step(company, SUBMISSION, Clock.STATUTORY)
    internal = of_step(company, SUBMISSION, Clock.INTERNAL)

    assert statutory.day == LAST_DAY
    assert internal.day < LAST_DAY
    assert not statutory.provisional
    assert statutory.uid == f"{company.id}-{FIRST}-M6-statutory@nianbao"
    assert internal.uid == f"{company.id}-{FIRST}-M6-internal@nianbao"


def test_the_end_of_the_window_is_told_once() -> None:
    last = [e.step.key for e in entries(opened()) if e.day == LAST_DAY]

    assert last == ["M6", "S2"]


def test_entries_come_in_the_order_of_their_days_each_with_a_name_of_its_own() -> None:
    found = entries(with_case(opened(), MULTI_PARTY))

    assert [e.day for e in found] == sorted(e.day for e in found)
    assert len({e.uid for e in found}) == len(found)
    assert len({e.licence for e in found}) == 2


def test_a_stranger_has_no_dates() -> None:
    assert agenda(opened(), PACKS, CALENDAR, STRANGER) == ()


def test_who_was_removed_has_none_from_then_on() -> None:
    company = opened()
    before = agenda(company, PACKS, CALENDAR, COLLEAGUE)

    left = [each for each in company.members if each.person != COLLEAGUE]
    after = agenda(replace(company, members=tuple(left)), PACKS, CALENDAR, COLLEAGUE)

    assert before
    assert after == ()


@pytest.mark.parametrize("lifecycle", [Lifecycle.ARCHIVED, Lifecycle.REMOVED])
def test_what_is_set_aside_stands_in_no_calendar(lifecycle: Lifecycle) -> None:
    company = opened()
    season = replace(first_season(company), lifecycle=lifecycle)

    assert entries(replace(company, lifecycle=lifecycle)) == ()
    assert entries(replace(company, seasons=(season,))) == ()


def test_a_step_that_the_company_does_without_stands_in_no_calendar() -> None:
    company = opened()
    tailoring = Tailoring(dropped_steps={MilestoneKey("M2"): "不做"})

    tailored = replace(company, seasons=(replace(first_season(company), tailoring=tailoring),))

    assert "M2" in {e.step.key for e in entries(company)}
    assert "M2" not in {e.step.key for e in entries(tailored)}


def test_what_is_done_is_counted_until_the_step_is() -> None:
    company = opened()
    season = first_season(company)
    first, *others = [i.key for i in PACKS[season.pack].items if i.milestone == "M1"]
    one = gave(company, CUSTODY, paper())
    season = replace(season, tailoring=Tailoring(dropped_items=dict.fromkeys(others, "没有")))

    alone = gave(replace(company, seasons=(season,)), first, paper())

    before, begun, over = (of_step(each, "M1", Clock.INTERNAL) for each in (company, one, alone))
    assert (before.done, before.total) == (0, 1 + len(others))
    assert (begun.done, begun.is_done) == (1, False)
    assert (over.done, over.total, over.is_done) == (1, 1, True)


def test_the_filing_is_done_when_it_was_reported_and_not_when_its_items_are() -> None:
    company = opened()

    outcome = record_filing(company, FIRST, FilingFact.REPORTED, date(2027, 1, 4), by=doer())

    both = (Clock.STATUTORY, Clock.INTERNAL)
    assert not any(of_step(company, SUBMISSION, clock).is_done for clock in both)
    assert all(of_step(outcome.company, SUBMISSION, clock).is_done for clock in both)


def test_every_change_of_the_company_raises_the_revision_and_leaves_the_name() -> None:
    before = opened()
    after = gave(before, CUSTODY, paper())

    assert [e.uid for e in entries(after)] == [e.uid for e in entries(before)]
    assert min(e.revision for e in entries(after)) > max(e.revision for e in entries(before))
    assert entries(after)[0].changed == after.recent[-1].at


def test_holidays_that_become_official_raise_the_revision_too() -> None:
    official = replace(CALENDAR.years[2027], status=CalendarStatus.OFFICIAL)
    company = opened()

    with_notice = entries(company, Calendar({**CALENDAR.years, 2027: official}))

    assert not any(e.provisional for e in with_notice)
    assert any(e.provisional for e in entries(company))
    assert with_notice[0].revision == entries(company)[0].revision + 1


def test_with_many_companies_only_the_statutory_dates_are_left() -> None:
    found = entries(opened())

    assert tuple(shown(found, 30)) == found
    assert {e.clock for e in shown(found, 31)} == {Clock.STATUTORY}
