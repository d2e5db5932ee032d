"""What can be refused, each with the id of its sentence and the facts the sentence needs.

The class carries the sentence (`error-no-such-item` in the catalogues), the instance its facts.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from workflow.text import Text

Fact = str | int | date | Text


class WorkflowError(Exception):
    """Something a person asked for cannot be done; nothing has changed."""

    sentence: ClassVar[str] = ""

    def __init__(self, **facts: Fact) -> None:
        """Keep the facts that the sentence names."""
        super().__init__(self.sentence)
        self.facts: Mapping[str, Fact] = facts


class NoSuchCompany(WorkflowError):
    """There is no such company, or it is not yours: the two read the same."""

    sentence = "error-no-such-company"


class NoSuchSeason(WorkflowError):
    """There is no such season, or it is not yours."""

    sentence = "error-no-such-season"


class NoSuchItem(WorkflowError):
    """There is no such item, or it is not yours."""

    sentence = "error-no-such-item"


class NoSuchMilestone(WorkflowError):
    """There is no such step."""

    sentence = "error-no-such-step"


class NoSuchProfile(WorkflowError):
    """The pack has no such profile."""

    sentence = "error-no-such-profile"


class NotAllowed(WorkflowError):
    """The person is known here but may not do this."""

    sentence = "error-not-allowed"


class CompanyDamaged(WorkflowError):
    """A company's file cannot be read; it rests until its last good copy is adopted.

    Facts: `company`, the id; `name`, as the directory knows it.
    """

    sentence = "error-company-damaged"


class NotSaved(WorkflowError):
    """The disk refused the change; what was there before still is."""

    sentence = "error-not-saved"


class ItemChanged(WorkflowError):
    """A button or dialog speaks of an older version of the item."""

    sentence = "error-item-changed"


class AlreadyGiven(WorkflowError):
    """Exactly this stands there already."""

    sentence = "error-already-given"


class WrongKind(WorkflowError):
    """An answer for a paper, a file for a number."""

    sentence = "error-wrong-kind"


class OutOfRange(WorkflowError):
    """A number beyond the bounds of its field.

    Facts: `bounds` (between, least, most), `low` and `high` as text; one may be empty.
    """

    sentence = "error-out-of-range"


class NotWhole(WorkflowError):
    """A fraction where a count is asked, or more decimals than the field has."""

    sentence = "error-not-whole"


class BadTable(WorkflowError):
    """A column does not add up. Facts: `column`, `total`, `wanted`, as text."""

    sentence = "error-bad-table"


class NotAMinute(WorkflowError):
    """A text that is to be a day with its hour and minute is none."""

    sentence = "error-not-a-minute"


class OutOfOrder(WorkflowError):
    """What comes first stands later. Facts: `row`, `column`, `first` as Text."""

    sentence = "error-out-of-order"


class BadCreditCode(WorkflowError):
    """A unified social credit code that cannot be one. Facts: `why`: length, sign, check."""

    sentence = "error-credit-code"


class InTheFuture(WorkflowError):
    """A fact dated later than today."""

    sentence = "error-in-the-future"


class DayGone(WorkflowError):
    """Something is to be waited for until a day that is past."""

    sentence = "error-day-gone"


class NothingToUndo(WorkflowError):
    """The person has no last step here, or something was built on it."""

    sentence = "error-nothing-to-undo"


class NotEmpty(WorkflowError):
    """Something was handed in already: archive instead of remove."""

    sentence = "error-not-empty"


class ReasonNeeded(WorkflowError):
    """Dropping something or calling it not applicable needs a reason."""

    sentence = "error-reason-needed"


class Archived(WorkflowError):
    """The company or season is archived; restore it first."""

    sentence = "error-archived"


class Blank(WorkflowError):
    """A text of nothing but blanks."""

    sentence = "error-blank"


class TooLong(WorkflowError):
    """A text longer than its field takes. Facts: `longest`."""

    sentence = "error-too-long"


class NoSuchOption(WorkflowError):
    """An option the field does not have, or several where one is asked."""

    sentence = "error-no-such-option"


class NoSuchMatter(WorkflowError):
    """What the authority wanted was taken back, or there never was one of that number."""

    sentence = "error-no-such-matter"


class CellMissing(WorkflowError):
    """A required cell of a table is empty. Facts: `row`, counted from 1; `column`."""

    sentence = "error-cell-missing"
