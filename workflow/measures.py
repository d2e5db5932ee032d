"""What a service is measured by (服务质量报告), and which items of a pack ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from workflow.ids import ItemKey


class Measure(StrEnum):
    """One figure of the report (docs/domain.md section 4.2)."""

    AVAILABILITY = "availability"
    CONNECT_RATE = "connect_rate"
    DROP_RATE = "drop_rate"
    FAULTS = "faults"
    FAULTS_MAJOR = "faults_major"
    REPAIR_HOURS = "repair_hours"
    SLA_HOURS = "sla_hours"
    SLA_HIT = "sla_hit"
    COMPLAINTS = "complaints"
    REPLY_RATE = "reply_rate"
    COMPLAINT_RATE = "complaint_rate"
    COMPLAINT_TREND = "complaint_trend"
    SATISFACTION = "satisfaction"


class Part(StrEnum):
    """The three parts of the report, in their order."""

    SERVICE = "service"
    FEEDBACK = "feedback"
    ASSURANCE = "assurance"


PARTS: Mapping[Part, tuple[Measure, ...]] = {
    Part.SERVICE: (Measure.AVAILABILITY, Measure.CONNECT_RATE, Measure.DROP_RATE),
    Part.FEEDBACK: (
        Measure.COMPLAINTS,
        Measure.REPLY_RATE,
        Measure.COMPLAINT_RATE,
        Measure.COMPLAINT_TREND,
        Measure.SATISFACTION,
    ),
    Part.ASSURANCE: (
        Measure.FAULTS,
        Measure.FAULTS_MAJOR,
        Measure.REPAIR_HOURS,
        Measure.SLA_HOURS,
        Measure.SLA_HIT,
    ),
}


@dataclass(frozen=True, slots=True)
class QualitySpec:
    """Where a licence's pack asks for the figures of the report, and for the logs behind them."""

    faults: ItemKey
    complaints: ItemKey
    survey: ItemKey
    fields: Mapping[Measure, ItemKey]
    """A figure that no item asks for is told where the logs give it."""
    sessions: tuple[ItemKey, ...] = ()
    """What complaints are counted against, added up; nothing: no complaint rate."""
    impact_major: Decimal = Decimal(100)
    """Percent of the users that a major fault hits where the log does not say."""
    impact_minor: Decimal = Decimal(10)
    assurance: tuple[ItemKey, ...] = ()
    """What the third part tells beside the figures: whether it is there."""
    report: ItemKey | None = None
    """The paper on the checklist that the report is."""

    @property
    def logs(self) -> tuple[ItemKey, ...]:
        """The three of them."""
        return (self.faults, self.complaints, self.survey)


FAULT_COLUMNS = ("start", "end", "impact", "major", "planned", "note")
COMPLAINT_COLUMNS = ("received", "channel", "replied", "note")
SURVEY_COLUMNS = ("on", "answered", "satisfied", "note")
"""Columns that the tables of the logs have, in this order; more may follow."""
