"""How a licence's TOML says what its service quality report is made of (docs/packs.md)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from storage.pack_fields import Key, Shape
from workflow.ids import ItemKey
from workflow.measures import (
    COMPLAINT_COLUMNS,
    FAULT_COLUMNS,
    SURVEY_COLUMNS,
    Measure,
    QualitySpec,
)
from workflow.pack import AnswerSpec, NumberSpec, TableSpec

Share = Annotated[Decimal, Field(ge=0, le=100)]
"""Percent."""


class QualityShape(Shape):
    """The table `[quality]` of a licence."""

    faults: Key
    complaints: Key
    survey: Key
    fields: dict[Measure, Key] = Field(default_factory=dict)
    sessions: tuple[Key, ...] = ()
    impact_major: Share = Decimal(100)
    impact_minor: Share = Decimal(10)
    assurance: tuple[Key, ...] = ()
    report: Key | None = None

    def spec(self) -> QualitySpec:
        """As the trade knows it."""
        return QualitySpec(
            faults=ItemKey(self.faults),
            complaints=ItemKey(self.complaints),
            survey=ItemKey(self.survey),
            fields={measure: ItemKey(key) for measure, key in self.fields.items()},
            sessions=tuple(ItemKey(key) for key in self.sessions),
            impact_major=self.impact_major,
            impact_minor=self.impact_minor,
            assurance=tuple(ItemKey(key) for key in self.assurance),
            report=None if self.report is None else ItemKey(self.report),
        )

    def faults_with(self, items: Mapping[str, AnswerSpec | None]) -> Iterator[tuple[str, str]]:
        """What is wrong with it, given what the items of the pack ask for."""
        wanted = {
            "faults": (self.faults, FAULT_COLUMNS),
            "complaints": (self.complaints, COMPLAINT_COLUMNS),
            "survey": (self.survey, SURVEY_COLUMNS),
        }
        for name, (key, columns) in wanted.items():
            if not _begins_with(items.get(key), columns):
                yield f"quality.{name}", f"{key} is to be a table of {', '.join(columns)}"
        numbers = {f"fields.{measure}": key for measure, key in self.fields.items()}
        numbers |= {f"sessions.{place}": key for place, key in enumerate(self.sessions)}
        for name, key in numbers.items():
            if not isinstance(items.get(key), NumberSpec):
                yield f"quality.{name}", f"there is no number {key}"
        papers = (*self.assurance, *((self.report,) if self.report else ()))
        for key in papers:
            if key not in items:
                yield "quality", f"there is no item {key}"


def _begins_with(spec: AnswerSpec | None, columns: tuple[str, ...]) -> bool:
    return isinstance(spec, TableSpec) and columns == tuple(
        column.key for column in spec.columns[: len(columns)]
    )
