"""Nobody sees or changes what the table does not allow, whatever they try."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.stateful import run_state_machine_as_test

from tests.walls.machine import Days

STEPS = 50
EACH_ANEW = "each anew"
"""Every example is drawn by itself: else six of seven repeat the one before but for a single step."""
AVAILABLE_PROVIDERS[EACH_ANEW] = HypothesisProvider
UNHURRIED = settings(
    deadline=None,
    stateful_step_count=STEPS,
    suppress_health_check=list(HealthCheck),
    database=None,
    print_blob=False,
    backend=EACH_ANEW,
)


def test_nobody_goes_through_a_wall() -> None:
    run_state_machine_as_test(Days, settings=settings(UNHURRIED, max_examples=8, derandomize=True))


@pytest.mark.slow
def test_nobody_goes_through_a_wall_in_twenty_thousand_steps() -> None:
    run_state_machine_as_test(Days, settings=settings(UNHURRIED, max_examples=400))
