"""Packs, calendar and schedule together give the dates of docs/domain.md sections 7.1 and 7.2."""

from datetime import date
from pathlib import Path

import pytest

from storage.holidays import load_calendar
from storage.packs import load_packs
from workflow.ids import MilestoneKey, PackRef, SeasonId
from workflow.model import Coverage, Season
from workflow.schedule import plan

WORKFLOW = Path(__file__).parents[2] / "workflow"


@pytest.mark.parametrize(
    ("ref", "step", "due"),
    [
        ("call_centre@1", "M1", date(2027, 1, 15)),
        ("call_centre@1", "M2", date(2027, 1, 29)),
        ("call_centre@1", "M3", date(2027, 2, 4)),
        ("call_centre@1", "M4", date(2027, 2, 26)),
        ("call_centre@1", "M5", date(2027, 3, 10)),
        ("call_centre@1", "M6", date(2027, 3, 17)),
        ("call_centre@1", "M7", date(2027, 4, 15)),
        ("call_centre@1", "M8", date(2027, 4, 30)),
        ("multi_party@1", "P0", date(2027, 1, 14)),
        ("multi_party@1", "P1", date(2027, 1, 28)),
        ("multi_party@1", "P2", date(2027, 2, 4)),
        ("multi_party@1", "P3", date(2027, 2, 19)),
        ("multi_party@1", "P4", date(2027, 3, 1)),
        ("multi_party@1", "P5", date(2027, 3, 10)),
        ("multi_party@1", "P6", date(2027, 3, 15)),
        ("multi_party@1", "P7", date(2027, 3, 17)),
        ("multi_party@1", "P8", date(2027, 3, 24)),
    ],
)
def test_the_plan_of_2027_is_the_one_in_the_domain_notes(ref: str, step: str, due: date) -> None:
    calendar = load_calendar([WORKFLOW / "holidays"])
    season = Season(
        SeasonId("s"), PackRef(ref), "full", 2026, "", Coverage(), opened_on=date(2027, 1, 4)
    )

    dated = plan(season, load_packs(WORKFLOW / "packs")[season.pack], calendar).step(
        MilestoneKey(step)
    )

    assert dated is not None
    assert dated.due == due
