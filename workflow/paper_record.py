"""What a season remembers of a paper that was taken from it: its number, and of which content."""

from dataclasses import dataclass
from datetime import datetime

from workflow.given import require_aware
from workflow.ids import PersonId


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The newest number of one paper; the same content keeps it, in whatever format and language."""

    number: int
    """Counted through the season, over all its papers."""
    mark: str
    """Of the content."""
    at: datetime
    """When it got its number: the paper's date."""
    by: PersonId

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


def number_of(year: int, record: PaperRecord) -> str:
    """As it stands on the paper: 2026-003."""
    return f"{year}-{record.number:03}"
