"""How sure something is, and where it comes from: shown to people beside what it stands for."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.text import Text


class Standing(StrEnum):
    """How sure a date, field or paper is (docs/domain.md, table of tags): shown to people."""

    OFFICIAL = "official"
    PRACTICE = "practice"
    INTERNAL = "internal"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Basis:
    """Where a date, field or paper comes from."""

    standing: Standing
    source: Text | None = None
