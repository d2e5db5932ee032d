"""Events of a company count 1, 2, 3 without a gap: checked whenever an outcome is saved."""

from workflow.model import Outcome


def require_next(outcome: Outcome, newest: int) -> None:
    """Raise AssertionError unless the outcome's events follow the one numbered `newest`.

    An outcome made from an older state than the one stored is caught here too.
    """
    numbers = [event.seq for event in outcome.events]
    if numbers != list(range(newest + 1, outcome.company.event_seq + 1)):
        message = f"events {numbers} up to {outcome.company.event_seq} cannot follow {newest}"
        raise AssertionError(message)
