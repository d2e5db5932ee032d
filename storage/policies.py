"""When seasons remind, from TOML files (`kind = "reminders"`, docs/packs.md): every fault told at once."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationError, model_validator

from storage.pack_fields import Day, Shape
from storage.packs import PacksFaulty, lines_of, read_folder
from workflow.ids import PackRef
from workflow.policy import DayOfYearTold, Escalation, Hearing, Ladder, Policy

LONGEST_BEFORE = 120
LATEST_MONTHLY = 20
"""Told on the next working day, it must still be told in its month."""


def load_policies(folder: Path) -> Mapping[PackRef, Policy]:
    """All policies of the folder by `<id>@<version>`; PacksFaulty."""
    faults: list[str] = []
    shapes = {}
    for stem, table in read_folder(folder, faults).items():
        if table["kind"] == "reminders":
            try:
                shapes[PackRef(stem)] = PolicyShape.model_validate(table)
            except ValidationError as error:
                faults.extend(lines_of(stem, error, table))
    if faults:
        raise PacksFaulty(faults)
    return {ref: shape.policy() for ref, shape in shapes.items()}


def _descending(days: tuple[int, ...]) -> tuple[int, ...]:
    if list(days) != sorted(set(days), reverse=True):
        message = "the largest first, each once"
        raise ValueError(message)
    return days


DaysBefore = Annotated[int, Field(ge=0, le=LONGEST_BEFORE, strict=True)]
Rungs = Annotated[tuple[DaysBefore, ...], Field(min_length=1), AfterValidator(_descending)]
Count = Annotated[int, Field(ge=1, le=LONGEST_BEFORE, strict=True)]


class LadderShape(Shape):
    """The rungs of one kind of date."""

    before: Rungs
    every: Count
    until: Annotated[int, Field(ge=0, le=365, strict=True)]

    def ladder(self) -> Ladder:
        """As the trade knows it."""
        return Ladder(self.before, self.every, self.until)


class HearingShape(Shape):
    """From how many days before a date on who hears of it."""

    everybody: DaysBefore
    boss: DaysBefore
    group: DaysBefore
    group_internal: DaysBefore
    signer: DaysBefore


class EscalationShape(Shape):
    """Who hears next when nothing moves."""

    not_started: Count
    not_done: Count
    unanswered: Count
    group: Count
    agency: Count
    boss_cap: Annotated[int, Field(ge=0, le=LONGEST_BEFORE, strict=True)]


class PolicyShape(Shape):
    """A file of kind reminders."""

    kind: Literal["reminders"]
    last_note: time
    count_days: tuple[Day, ...]
    monthly_day: Annotated[int, Field(ge=1, le=LATEST_MONTHLY, strict=True)]
    internal: LadderShape
    statutory: LadderShape
    hearing: HearingShape
    escalation: EscalationShape

    @model_validator(mode="after")
    def _names_a_plain_hour(self) -> Self:
        if self.last_note.tzinfo is not None:
            message = "last_note: an hour of the house's own zone"
            raise ValueError(message)
        return self

    def policy(self) -> Policy:
        """As the trade knows it."""
        return Policy(
            internal=self.internal.ladder(),
            statutory=self.statutory.ladder(),
            last_note=self.last_note,
            count_days=tuple(DayOfYearTold(day.month, day.day) for day in self.count_days),
            hearing=Hearing(**self.hearing.model_dump()),
            monthly_day=self.monthly_day,
            escalation=Escalation(**self.escalation.model_dump()),
        )
