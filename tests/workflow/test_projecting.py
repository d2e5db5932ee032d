"""How a company is drawn for looking across companies; and which signs its standing shows."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.workflow.crew import BOSS, CHIEF, LEGAL_REP, crew, having
from tests.workflow.firm import (
    CALENDAR,
    CALL_CENTRE,
    FIRST,
    MULTI_PARTY,
    OPENED,
    PACKS,
    SEATS,
    SECOND,
    SHANGHAI,
    SIGNATURE,
    doer,
    first_season,
    opened,
    with_case,
)
from workflow.across import (
    NO_DAY,
    CompanyStanding,
    Glance,
    MineRow,
    OpenRow,
    Projection,
    Sign,
    mine_row,
    shows,
)
from workflow.cases import turn_company, turn_season
from workflow.ids import CompanyId
from workflow.model import Company, FilingFact, Lifecycle
from workflow.openwork import open_work, standing
from workflow.projecting import project
from workflow.records import record_filing

NINE = datetime(2027, 1, 4, 9, tzinfo=SHANGHAI)
STANDING = CompanyStanding(2, 1, 5, OPENED.toordinal(), NINE)
GLANCE = Glance(CHIEF, OPENED, NINE)


def drawn(company: Company) -> Projection:
    return project(company, PACKS, CALENDAR)


def stood(company: Company) -> CompanyStanding:
    """Its standing, which it has."""
    found = drawn(company).standing
    assert found is not None
    return found


def test_every_open_item_has_a_row_for_each_of_its_people() -> None:
    company = having(crew(), BOSS, SEATS)

    rows = {(row.season, row.item, row.person, row.due) for row in drawn(company).work}

    open_items = open_work(company, PACKS, CALENDAR)
    seats = next(each.due for each in open_items if each.item == SEATS)
    assert seats is not None
    assert (FIRST, SEATS, BOSS, seats.toordinal()) in rows
    assert (FIRST, SEATS, CHIEF, seats.toordinal()) not in rows
    assert {person for _, item, person, _ in rows if item == SIGNATURE} >= {BOSS, LEGAL_REP}
    assert len(rows) == sum(len(each.persons) for each in open_items)
    assert drawn(company).loads[BOSS] == sum(person == BOSS for _, _, person, _ in rows)


def test_a_company_stands_as_its_season_does() -> None:
    season = standing(opened(), first_season(opened()), CALL_CENTRE, CALENDAR)

    found = stood(opened())

    assert season.next_due is not None
    assert found == CompanyStanding(
        missing=season.missing,
        unreported=1,
        open=len(open_work(opened(), PACKS, CALENDAR)),
        next_due=season.next_due.toordinal(),
        active_at=opened().recent[-1].at,
    )


def test_several_seasons_stand_together() -> None:
    company = with_case(opened(), MULTI_PARTY)
    one, two = (
        standing(company, season, PACKS[season.pack], CALENDAR) for season in company.seasons
    )

    found = stood(company)

    assert (found.unreported, found.missing) == (2, one.missing + two.missing)
    assert {row.season for row in drawn(company).work} == {FIRST, SECOND}


def test_what_a_reported_season_still_owes_is_missing_for_no_filing() -> None:
    company = with_case(opened(), MULTI_PARTY)
    before = stood(company)

    company = record_filing(company, FIRST, FilingFact.REPORTED, OPENED, by=doer()).company

    second = standing(company, company.seasons[1], MULTI_PARTY, CALENDAR)
    found = stood(company)
    assert (found.unreported, found.missing) == (1, second.missing)
    assert found.missing < before.missing
    assert found.open > 0


def test_seasons_set_aside_are_not_drawn() -> None:
    company = turn_season(opened(), FIRST, Lifecycle.ARCHIVED, by=doer()).company

    assert drawn(company) == Projection()


def test_nothing_is_drawn_of_an_archived_company() -> None:
    company = turn_company(opened(), Lifecycle.ARCHIVED, by=doer()).company

    assert drawn(company) == Projection()


def test_a_season_of_a_pack_that_is_not_there_is_left_out() -> None:
    company = with_case(opened(), MULTI_PARTY)

    found = project(company, {CALL_CENTRE.ref: CALL_CENTRE}, CALENDAR)

    assert found.work == drawn(opened()).work
    assert project(opened(), {}, CALENDAR) == Projection()


def test_who_asks_is_told_the_day_or_that_there_is_none() -> None:
    company = CompanyId("c1")

    dated = mine_row(OPENED.toordinal(), company, FIRST, SEATS)
    undated = mine_row(NO_DAY, company, FIRST, SEATS)

    assert (dated, undated) == (
        MineRow(company, FIRST, SEATS, OPENED),
        MineRow(company, FIRST, SEATS, None),
    )


def test_rows_without_a_date_come_last() -> None:
    undated = OpenRow(NO_DAY, FIRST, SEATS, CHIEF)
    dated = OpenRow(OPENED.toordinal(), SECOND, SIGNATURE, CHIEF)

    assert sorted([undated, dated]) == [dated, undated]


@pytest.mark.parametrize(
    ("stand", "sign", "is_shown"),
    [
        (replace(STANDING, missing=0), Sign.READY, True),
        (STANDING, Sign.READY, False),
        (replace(STANDING, missing=0, unreported=0), Sign.READY, False),
        (replace(STANDING, missing=1), Sign.ONE_MISSING, True),
        (STANDING, Sign.ONE_MISSING, False),
        (STANDING, Sign.OVERDUE, False),
        (replace(STANDING, next_due=OPENED.toordinal() - 1), Sign.OVERDUE, True),
        (replace(STANDING, next_due=NO_DAY), Sign.OVERDUE, False),
        (STANDING, Sign.SILENT, False),
        (replace(STANDING, active_at=NINE - timedelta(seconds=1)), Sign.SILENT, True),
        (replace(STANDING, active_at=NINE - timedelta(1), open=0), Sign.SILENT, False),
        (STANDING, Sign.UNREACHABLE, True),
        (replace(STANDING, open=0), Sign.UNREACHABLE, False),
    ],
)
def test_a_standing_shows_its_signs(stand: CompanyStanding, sign: Sign, *, is_shown: bool) -> None:
    assert shows(stand, sign, GLANCE, is_reachable=False) == is_shown


def test_who_can_be_reached_is_not_unreachable() -> None:
    assert not shows(STANDING, Sign.UNREACHABLE, GLANCE, is_reachable=True)


def test_instants_carry_their_zone() -> None:
    naive = NINE.replace(tzinfo=None)

    with pytest.raises(ValueError, match="naive"):
        replace(STANDING, active_at=naive)
    with pytest.raises(ValueError, match="naive"):
        replace(GLANCE, silent_since=naive)
