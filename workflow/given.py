"""What is handed in for an item: values, files, confirmations, and their versions."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from workflow.ids import FileId, PersonId


@dataclass(frozen=True, slots=True)
class Number:
    """A count, a decimal, money in 万元 or percent points, exact, in the unit of its field."""

    value: Decimal
    tag: Literal["number"] = "number"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day."""

    value: date
    tag: Literal["day"] = "day"


@dataclass(frozen=True, slots=True)
class Words:
    """A text, a phone number, a code."""

    text: str
    tag: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Choices:
    """Keys of the options taken, in the pack's order; one of them where one is asked."""

    keys: tuple[str, ...]
    tag: Literal["choices"] = "choices"


Cell = Number | Day | Words | Choices | None


@dataclass(frozen=True, slots=True)
class Rows:
    """A table, cells in the order of the field's columns; a form is a table of one row.

    No row at all means: looked, and there is none (无分支机构).
    """

    rows: tuple[tuple[Cell, ...], ...]
    tag: Literal["rows"] = "rows"


Value = Number | Day | Words | Choices | Rows


# --- what can be handed in --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file in the evidence box; `name` is what its sender called it, never a path."""

    id: FileId
    name: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class FilesGiven:
    """One version of a paper: a file, or the parts of one album."""

    files: tuple[FileRef, ...]
    album: str = ""
    tag: Literal["files"] = "files"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an answer is from, as far as that was said."""

    source: str = ""
    """出处: a file, a system, a person."""
    meaning: str = ""
    """口径: what was counted, and how."""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """A value; an estimate (暂估) is kept and shown but never counts as done."""

    value: Value
    estimate: bool = False
    origin: Origin | None = None
    tag: Literal["answer"] = "answer"


@dataclass(frozen=True, slots=True)
class Confirmed:
    """「属实」 or, until signing in chat exists, a signature by name."""

    name: str
    tag: Literal["confirmed"] = "confirmed"


@dataclass(frozen=True, slots=True)
class WaitingUntil:
    """It cannot be had before `day`; still owed."""

    day: date
    reason: str
    tag: Literal["waiting"] = "waiting"


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """Does not apply to this company, for the reason given; owed no more."""

    reason: str
    tag: Literal["not_applicable"] = "not_applicable"


@dataclass(frozen=True, slots=True)
class Located:
    """「只登记存放位置」: the paper itself stays where it is; `place` says where."""

    place: str
    tag: Literal["located"] = "located"


Given = FilesGiven | AnswerGiven | Confirmed | WaitingUntil | NotApplicable | Located


@dataclass(frozen=True, slots=True)
class Review:
    """What another person said of an entry: accepted (验收), or given back with a reason."""

    by: PersonId
    at: datetime
    accepted: bool
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Entry:
    """One version of what was handed in for an item; withdrawn ones stay, marked."""

    version: int
    by: PersonId
    at: datetime
    given: Given
    withdrawn: bool = False
    behalf: str = ""
    """For whom it was handed in (代交): the name they are known by."""
    reason: str = ""
    """Why it took the place of the version before, where that was said."""
    review: Review | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class ItemState:
    """All that was handed in for one item, oldest first."""

    entries: tuple[Entry, ...] = ()

    @property
    def live(self) -> tuple[Entry, ...]:
        """The entries that were not withdrawn."""
        return tuple(entry for entry in self.entries if not entry.withdrawn)

    @property
    def version(self) -> int:
        """Number of the newest entry, withdrawn or not; 0 when nothing was ever handed in."""
        return self.entries[-1].version if self.entries else 0


def require_aware(moment: datetime) -> None:
    """Raise ValueError for an instant that does not say its zone."""
    if moment.tzinfo is None:
        message = "a naive datetime was given; every instant carries its zone"
        raise ValueError(message)
