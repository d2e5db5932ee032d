"""Rules are run once for the same figures, and again for other ones wherever these stand."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.workflow.firm import MANAGER, PACKS, SEATS, STAFF, count, doer, opened
from workflow.actions import hand_in
from workflow.cases import open_season
from workflow.change import with_season
from workflow.checks import run
from workflow.given import AnswerGiven, Entry, ItemState, Number
from workflow.ids import ItemKey, PackRef
from workflow.model import Company, Coverage
from workflow.paper_record import PaperRecord

PACK = PACKS[PackRef("call_centre@2")]


def answered(company: Company, key: ItemKey = SEATS) -> Company:
    """With 280 of it."""
    case = company.seasons[0]
    return hand_in(company, case.id, PACK, key, count(280), by=doer()).company


def with_last_year(company: Company) -> Company:
    """Last year's seats come from a sheet."""
    entry = Entry(1, MANAGER, doer().at, AnswerGiven(Number(Decimal(400))))
    season = replace(company.seasons[0], earlier={2025: {SEATS: ItemState((entry,))}})
    return with_season(company, season)


def with_another_season(company: Company) -> Company:
    """The year before, under the same licence."""
    done = open_season(company, PACK, "full", 2025, licence_no="", coverage=Coverage(), by=doer())
    return done.company


def test_what_changes_no_figure_runs_no_rule_again() -> None:
    company = answered(opened(PACK))
    checks = run(company, company.seasons[0], PACK)

    taken = replace(company.seasons[0], papers={"draft": PaperRecord(1, "m", doer().at, MANAGER)})
    again = run(with_season(company, taken), taken, PACK)

    assert again is checks


@pytest.mark.parametrize("changed", [answered, with_last_year, with_another_season])
def test_other_figures_are_looked_at_anew(changed: Callable[[Company], Company]) -> None:
    company = opened(PACK)
    checks = run(company, company.seasons[0], PACK)

    later = changed(company)
    again = run(later, later.seasons[0], PACK)

    assert again is not checks


def test_a_fact_of_the_company_is_a_figure_too() -> None:
    company = opened(PACK)
    checks = run(company, company.seasons[0], PACK)

    later = answered(company, STAFF)
    again = run(later, later.seasons[0], PACK)

    assert later.seasons[0].items is company.seasons[0].items
    assert again is not checks
