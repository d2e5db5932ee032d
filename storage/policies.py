"""When seasons remind, from TOML files (`kind = "reminders"`, docs/packs.md): every fault told at once."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, Field, ValidationError, model_validator

from storage.pack_days import Day
from storage.pack_fields import Shape
from storage.packs import PacksFaulty, lines_of, read_folder
from workflow.ids import PackRef
from workflow.policy import (
    DayOfYearTold,
    Escalation,
    Heard,
    Hearing,
    Ladder,
    Policy,
    Where,
    Who,
)
from workflow.reminders import RungKind

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


def _each_once(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(words)) < len(words):
        message = "each once"
        raise ValueError(message)
    return words


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
    boss_every: Count
    group: DaysBefore
    group_internal: DaysBefore
    signer: DaysBefore


W = TypeVar("W", bound=str)
P = TypeVar("P", bound=str)
OfAStep = Literal["owner", "keepers", "lawful", "signers", "boss", "agency"]
OfTheSeason = Literal["keepers", "signers", "boss", "counting", "agency"]
OfAWarning = Literal["owner", "keepers", "agency"]
OfTheBoss = Literal["boss"]
Anywhere = Literal["private", "group", "robot"]
Alone = Literal["private"]
"""Words of `Who` and `Where`; as texts, so that a fault lists them as they are written."""


class HeardShape(Shape, Generic[W, P]):
    """Who hears a kind of rung, and where."""

    who: Annotated[tuple[W, ...], AfterValidator(_each_once)]
    where: Annotated[tuple[P, ...], AfterValidator(_each_once)]

    def heard(self) -> Heard:
        """As the trade knows it."""
        return Heard(tuple(Who(each) for each in self.who), frozenset(map(Where, self.where)))


SharedShape = HeardShape[OfAStep, Anywhere]
CarriedShape = HeardShape[OfAStep, Alone]
SeasonShape = HeardShape[OfTheSeason, Alone]


def _tells_somebody(shape: HeardShape[W, P]) -> HeardShape[W, P]:
    if {Who.OWNER, Who.KEEPERS}.isdisjoint(shape.who) or Where.PRIVATE not in shape.where:
        message = "who has to name owner or keepers, where private, so that somebody knows of it"
        raise ValueError(message)
    return shape


def _tells_keepers(shape: HeardShape[W, P]) -> HeardShape[W, P]:
    if Who.KEEPERS not in shape.who or Where.PRIVATE not in shape.where:
        message = "who has to name keepers, where private, so that somebody knows of it"
        raise ValueError(message)
    return shape


def _tells_the_boss(shape: HeardShape[W, P]) -> HeardShape[W, P]:
    if not shape.who or not shape.where:
        message = "who is boss, where is private; a company can say that he is left alone"
        raise ValueError(message)
    return shape


class HearsShape(Shape):
    """Each kind of rung by its name, none left out."""

    internal: Annotated[SharedShape, AfterValidator(_tells_somebody)]
    statutory: Annotated[SharedShape, AfterValidator(_tells_keepers)]
    last_note: SharedShape
    count_day: SeasonShape
    monthly: SeasonShape
    month: SeasonShape
    warning: Annotated[HeardShape[OfAWarning, Alone], AfterValidator(_tells_keepers)]
    to_boss: Annotated[HeardShape[OfTheBoss, Alone], AfterValidator(_tells_the_boss)]
    to_manager: CarriedShape
    to_group: SharedShape
    to_agency: CarriedShape

    def hears(self) -> Mapping[RungKind, Heard]:
        """As the trade knows it."""
        return {kind: getattr(self, kind).heard() for kind in RungKind}


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
    hears: HearsShape
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
            hears=self.hears.hears(),
            monthly_day=self.monthly_day,
            escalation=Escalation(**self.escalation.model_dump()),
        )
