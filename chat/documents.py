"""Documents that are made when they are sent, from what is kept."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.ids import CompanyId, PersonId


class TrailFormat(StrEnum):
    """How a trail is taken away."""

    CSV = "csv"
    JSONL = "jsonl"


@dataclass(frozen=True, slots=True)
class TrailExport:
    """All events of a company; who asked was found to be allowed to have them."""

    company: CompanyId
    format: TrailFormat
    name: str
    """Of the file."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The dates of all the companies a person is a member of, in their language."""

    person: PersonId
    name: str
    """Of the file."""
