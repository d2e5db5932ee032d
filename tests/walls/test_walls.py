"""Nobody sees or changes what the table does not allow, whatever they try."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.walls.machine import Days

STEPS = 50
UNHURRIED = settings(
    deadline=None,
    stateful_step_count=STEPS,
    suppress_health_check=list(HealthCheck),
    database=None,
    print_blob=False,
)


def test_nobody_goes_through_a_wall() -> None:
    run_state_machine_as_test(Days, settings=settings(UNHURRIED, max_examples=8, derandomize=True))


@pytest.mark.slow
def test_nobody_goes_through_a_wall_in_twenty_thousand_steps() -> None:
    run_state_machine_as_test(Days, settings=settings(UNHURRIED, max_examples=400))
