"""No reminder is lost, none comes twice unmarked, none at night: whole seasons in simulated time."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from tests.seasons.deeds import Deed, deeds, lucks, writes
from tests.seasons.life import GROUP, LATER, ROBOT, judge, lived
from tests.seasons.wire import Luck
from workflow.reminders import RungKind

UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


@given(deeds, lucks, writes, writes)
@settings(UNHURRIED, max_examples=40)
def test_a_season_keeps_its_promises(
    some: list[Deed], luck: list[Luck], before: set[int], after: set[int]
) -> None:
    judge(lived(some, luck, before, after))


IN_PLACES = (RungKind.INTERNAL, RungKind.STATUTORY, RungKind.LAST_NOTE, RungKind.TO_GROUP)
FLOOR = {
    **{kind: 1_000 for kind in RungKind if kind is not RungKind.TO_GROUP},
    **{f"{kind}, {GROUP}": 1_000 for kind in IN_PLACES},
    **{f"{kind}, {ROBOT}": 100 for kind in IN_PLACES},
    RungKind.TO_AGENCY: 400,
    LATER: 100,
}
"""So many of each are reckoned over the campaign at the least: it never judges nothing."""


@pytest.mark.slow
def test_two_thousand_seasons_keep_their_promises() -> None:
    seen = Counter[str]()

    @given(deeds, lucks, writes, writes)
    @settings(UNHURRIED, max_examples=2_000, derandomize=True)
    def season(some: list[Deed], luck: list[Luck], before: set[int], after: set[int]) -> None:
        seen.update(judge(lived(some, luck, before, after)))

    season()

    assert {sort: seen[sort] for sort, floor in FLOOR.items() if seen[sort] < floor} == {}
