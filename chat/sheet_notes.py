"""What was read from filled sheets of items, kept until it is recorded or let go."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator

from workflow.given import AnswerGiven, Choices, Day, Number, Origin, Words


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """One row that was understood."""

    key: str
    value: Annotated[Number | Day | Words | Choices, Discriminator("tag")]
    seen: int
    """The version of the item that it follows."""
    remark: str = ""
    year: int = 0
    """An earlier reporting year; 0 for the report's own."""
    cell: str = ""
    """Where it stood in a sheet of several years: D7."""
    estimate: bool = False
    origin: Origin | None = None

    @property
    def given(self) -> AnswerGiven:
        """What would be handed in."""
        return AnswerGiven(self.value, self.estimate, self.origin)


@dataclass(frozen=True, slots=True)
class Unclear:
    """One row that was not; `why` as it was said to the person."""

    title: str
    why: str


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One sheet that came back: nothing of it is recorded before it is said."""

    mark: str
    """By what its buttons know it."""
    name: str
    company: str
    season: str
    count: int
    """Rows in which something was filled in."""
    answers: tuple[ReadAnswer, ...]
    unclear: tuple[Unclear, ...]
    """The first of those that were not understood."""
    already: int
    """Rows that say what is recorded already."""
    asks_giver: bool = False
    """Whether it is still to be said who gave it."""
    behalf: str = ""
    page: str = ""
    """The page that was read, where others had something in them, too."""
    left_out: int = 0
    """How many those are."""
    source: str = ""
    """出处 of the answers that say none themselves; empty where no file came."""
    same: tuple[str, ...] = ()
    """The first cells that say what is recorded already, in a sheet of several years."""

    @property
    def not_understood(self) -> int:
        """How many rows were not understood."""
        return self.count - self.already - len(self.answers)


@dataclass(frozen=True, slots=True)
class SheetsRead:
    """Sheets that wait to be recorded, asked about one at a time."""

    sheets: tuple[FilledSheet, ...]
    behind: str = ""
    """The note of the loose files that are asked about afterwards, as it is written."""
    tag: Literal["sheets_read"] = "sheets_read"

    @property
    def first(self) -> FilledSheet:
        """The one that is asked about."""
        return self.sheets[0]
