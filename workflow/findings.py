"""Findings (差异项): what rules found, and what people said of it: open, explained, fixed, accepted."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.given import FileRef, require_aware
from workflow.ids import PersonId
from workflow.team import Role


class FindingState(StrEnum):
    """How a finding stands."""

    OPEN = "open"
    EXPLAINED = "explained"
    ACCEPTED = "accepted"
    FIXED = "fixed"
    """Its rule fires no more."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody said of a finding: 说明, or 接受 by who may; it holds for these figures only."""

    accepted: bool
    by: PersonId
    at: datetime
    reason: str
    stands_on: str
    """`Check.stands_on` of the finding when it was said: other figures open it again."""
    evidence: tuple[FileRef, ...] = ()
    roles: tuple[Role, ...] = ()
    """What they were in the company when they said it."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """One finding through its life: the newest time it was raised, and fixed."""

    number: int
    """What it is called on papers and in talk, counted through the season: 差异 3."""
    raised: datetime
    by: PersonId
    """Whose step raised it."""
    judgement: Judgement | None = None
    former: tuple[Judgement, ...] = ()
    """What was said before that, oldest first."""
    fixed: datetime | None = None
    fixed_by: PersonId | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.raised)
