"""One word of the pack says how a change of the outbound share is told (domain.md section 6)."""

from dataclasses import replace

import pytest

from tests.workflow.firm import PACKS
from tests.workflow.golden import told
from workflow.checks import Verdict, run
from workflow.ids import PackRef

CALL_CENTRE = PACKS[PackRef("call_centre@2")]


def fired(mode: str, last: str, this: str) -> set[str]:
    """The rules on the outbound share that fire."""
    company, season = told(CALL_CENTRE, f"外呼业务占比={this}; 去年外呼业务占比={last}")
    pack = replace(CALL_CENTRE, modes={"outbound": mode})
    checks = run(company, season, pack)
    found = {str(each.rule.key) for each in checks if each.verdict is Verdict.FIRED}
    return {key for key in found if key.startswith("outbound")}


@pytest.mark.parametrize(
    ("last", "this", "points", "relative", "either"),
    [
        ("40", "48", set(), {"outbound_up_rel"}, {"outbound_up_rel"}),
        ("10", "12.1", set(), set(), set()),
        ("30", "50", {"outbound_up"}, {"outbound_up_rel"}, {"outbound_up"}),
        ("60", "47", set(), {"outbound_down_rel"}, {"outbound_down_rel"}),
        ("60", "40", {"outbound_down"}, {"outbound_down_rel"}, {"outbound_down"}),
        ("0", "5", set(), {"outbound_up_rel"}, {"outbound_up_rel"}),
        ("40", "47.99", set(), set(), set()),
    ],
)
def test_each_mode_looks_in_its_own_way(
    last: str, this: str, points: set[str], relative: set[str], either: set[str]
) -> None:
    found = [fired(mode, last, this) for mode in ("pp", "relative", "either")]

    assert found == [points, relative, either]


def test_what_another_mode_looks_at_does_not_concern_the_company() -> None:
    company, season = told(CALL_CENTRE, "外呼业务占比=50; 去年外呼业务占比=30")

    checks = run(company, season, replace(CALL_CENTRE, modes={"outbound": "pp"}))

    verdicts = {str(each.rule.key): each.verdict for each in checks}
    assert verdicts["outbound_up_rel"] is Verdict.APART


def test_the_released_file_says_either() -> None:
    assert CALL_CENTRE.modes == {"outbound": "either"}
