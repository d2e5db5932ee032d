"""How a pack weighs the simulated credit score (docs/domain.md section 8): numbers and where they are from.

SIMULATION, nobody's official score. Values only; workflow/score.py works it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workflow.nodes import Condition, Operand
from workflow.rules import Severity


class Component(StrEnum):
    """What the score is made of."""

    TIMELINESS = "timeliness"
    ACCURACY = "accuracy"
    CONSISTENCY = "consistency"
    LISTS = "lists"
    """Penalties and the two lists."""
    NUMBERS = "numbers"
    COMPLAINTS = "complaints"
    SECURITY = "security"
    SERVICE = "service"


OF_THE_REPORT = (Component.TIMELINESS, Component.ACCURACY, Component.CONSISTENCY)
"""What the report itself is weighed by: 35 of 100."""
REPORT_WEIGHT, WHOLE = Decimal(35), Decimal(100)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a component: how much of it, and the number from 0 to 1 it is scored by."""

    weight: Decimal
    value: Operand


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a component that is done or is not."""

    weight: Decimal
    done: Condition


@dataclass(frozen=True, slots=True)
class Target:
    """What was reached, and what the company had set itself."""

    value: Operand
    target: Operand


@dataclass(frozen=True, slots=True)
class Timely:
    """Points for a report so many working days early, on the last day, and in the late term."""

    early_workdays: int = 10
    early: Decimal = Decimal(100)
    last_day: Decimal = Decimal(80)
    late: Decimal = Decimal(40)


@dataclass(frozen=True, slots=True)
class Scoring:
    """The weights, and what is taken off for what."""

    weights: Mapping[Component, Decimal]
    off: Mapping[Severity, Decimal]
    """For each open finding; what a rule weighs in the consistency, too."""
    off_correction: Decimal
    """For each time the report was changed after it was filed."""
    off_change: Decimal
    """For each substantive change that nobody explained."""
    off_penalty: Decimal
    bad_list_cap: Decimal
    """What the total is at most while the company is on the bad list."""
    veto_below: Decimal
    penalties: Operand
    dishonest: Condition
    """On the dishonest list the total is nothing."""
    complaint_rate: Operand
    benchmark: Operand
    security: tuple[Condition, ...]
    """Papers that are there and in date."""
    service: tuple[Target, ...]
    numbers: tuple[Share | Step, ...] = ()
    """None: the licence needs no numbers."""
    has_numbers: Condition | None = None
    timely: Timely = Timely()
