"""What is being asked on the day of filing, as a note that outlives a restart."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Awaited(StrEnum):
    """What a text is wanted for while the report is typed over."""

    SYSTEM = "system"
    """What the platform said of a line (系统报错)."""
    PLEDGE = "pledge"
    """The platform's own text, sign by sign."""
    SAVED = "saved"
    """What the saved form holds."""


@dataclass(frozen=True, slots=True)
class Transcribing:
    """One text is wanted, about `subject`: a line of a form, or a form."""

    awaited: Awaited
    company: str
    season: str
    subject: str = ""
    tag: Literal["transcribing"] = "transcribing"
