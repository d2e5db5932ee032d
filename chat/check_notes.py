"""What is being asked about a finding, as a note that outlives a restart."""

from dataclasses import dataclass
from typing import Literal

from workflow.given import FileRef


@dataclass(frozen=True, slots=True)
class Judging:
    """A reason is wanted: why it is so (说明), or why somebody answers for it (接受)."""

    company: str
    season: str
    rule: str
    stands_on: str = ""
    """`Check.stands_on` of what was shown with the question: of other figures it is asked anew."""
    said: int = 0
    """How often something had been said of it: who spoke meanwhile is heard first."""
    accepts: bool = False
    files: tuple[FileRef, ...] = ()
    """Papers sent meanwhile: they belong to the explanation."""
    tag: Literal["judging"] = "judging"
