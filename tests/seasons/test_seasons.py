"""No reminder is lost, none comes twice unmarked, none at night: whole seasons in simulated time."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.seasons.deeds import Deed, deeds, lucks, writes
from tests.seasons.life import judge, lived
from tests.seasons.wire import Luck

UNHURRIED = settings(deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)


@given(deeds, lucks, writes, writes)
@settings(UNHURRIED, max_examples=40)
def test_a_season_keeps_its_promises(
    some: list[Deed], luck: list[Luck], before: set[int], after: set[int]
) -> None:
    judge(lived(some, luck, before, after))


@pytest.mark.slow
@given(deeds, lucks, writes, writes)
@settings(UNHURRIED, max_examples=2_000, derandomize=True)
def test_two_thousand_seasons_keep_their_promises(
    some: list[Deed], luck: list[Luck], before: set[int], after: set[int]
) -> None:
    judge(lived(some, luck, before, after))
