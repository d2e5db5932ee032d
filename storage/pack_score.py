"""How a licence's TOML weighs the simulated credit score (docs/domain.md section 8)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Self

from pydantic import Field, model_validator

from storage.pack_fields import Shape
from storage.pack_nodes import ConditionShape, OperandShape
from workflow.looking import looked_at
from workflow.nodes import Node
from workflow.rules import Severity
from workflow.scoring import (
    OF_THE_REPORT,
    REPORT_WEIGHT,
    WHOLE,
    Component,
    Scoring,
    Share,
    Step,
    Target,
    Timely,
)

Points = Annotated[Decimal, Field(ge=0, le=100)]


class ShareShape(Shape):
    """A part of a component."""

    weight: Annotated[Decimal, Field(gt=0, le=1)]
    value: OperandShape


class StepShape(Shape):
    """A part of a component that is done or is not."""

    weight: Annotated[Decimal, Field(gt=0, le=1)]
    done: ConditionShape


class TargetShape(Shape):
    """A figure, and what the company set itself."""

    value: OperandShape
    target: OperandShape


class TimelyShape(Shape):
    """Points for when the report was filed."""

    early_workdays: Annotated[int, Field(ge=1, le=60)]
    early: Points
    last_day: Points
    late: Points


class ScoreShape(Shape):
    """The table `[score]` of a licence."""

    veto_below: Points
    weights: dict[Component, Annotated[Decimal, Field(gt=0)]]
    off: dict[Severity, Points]
    off_correction: Points
    off_change: Points
    off_penalty: Points
    bad_list_cap: Points
    timely: TimelyShape
    penalties: OperandShape
    dishonest: ConditionShape
    complaint_rate: OperandShape
    benchmark: OperandShape
    security: tuple[ConditionShape, ...] = Field(min_length=1)
    service: tuple[TargetShape, ...] = Field(min_length=1)
    numbers: tuple[ShareShape, ...] = ()
    numbers_done: tuple[StepShape, ...] = ()
    has_numbers: ConditionShape | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if set(self.weights) != set(Component) or sum(self.weights.values()) != WHOLE:
            message = f"the weights of {', '.join(Component)} add up to {WHOLE}"
            raise ValueError(message)
        if sum(self.weights[each] for each in OF_THE_REPORT) != REPORT_WEIGHT:
            message = f"{', '.join(OF_THE_REPORT)} add up to {REPORT_WEIGHT}"
            raise ValueError(message)
        weights = [each.weight for each in self.numbers]
        weights += [each.weight for each in self.numbers_done]
        if weights and sum(weights) != 1:
            message = "the parts of numbers add up to 1"
            raise ValueError(message)
        return self

    def scoring(self) -> Scoring:
        """As the trade knows it."""
        return Scoring(
            weights={each: self.weights[each] for each in Component},
            off=self.off,
            off_correction=self.off_correction,
            off_change=self.off_change,
            off_penalty=self.off_penalty,
            bad_list_cap=self.bad_list_cap,
            veto_below=self.veto_below,
            penalties=self.penalties,
            dishonest=self.dishonest,
            complaint_rate=self.complaint_rate,
            benchmark=self.benchmark,
            security=self.security,
            service=tuple(Target(each.value, each.target) for each in self.service),
            numbers=(
                *(Share(each.weight, each.value) for each in self.numbers),
                *(Step(each.weight, each.done) for each in self.numbers_done),
            ),
            has_numbers=self.has_numbers,
            timely=Timely(**self.timely.model_dump()),
        )

    def named_items(self) -> Iterator[str]:
        """Every item that it looks at."""
        roots: list[Node] = [self.penalties, self.dishonest, self.complaint_rate, self.benchmark]
        roots += [*self.security, *(each.value for each in self.numbers)]
        roots += [each.done for each in self.numbers_done]
        roots += [node for each in self.service for node in (each.value, each.target)]
        roots += [] if self.has_numbers is None else [self.has_numbers]
        yield from (look.item for root in roots for look in looked_at(root))
