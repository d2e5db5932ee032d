"""What stands in the cells of a paper: values without their units, changes, origins, people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from messages.findings import tell_change
from messages.say import Fact, Listed, say
from messages.telling import tell_cell, tell_given
from messages.wording import Wording
from reports.paper import PaperColumn, Table
from workflow.given import (
    Cell,
    Entry,
    FileRef,
    FilesGiven,
    Located,
    NotApplicable,
    Number,
    Origin,
    Rows,
    Value,
    WaitingUntil,
)
from workflow.ids import PersonId
from workflow.pack import AnswerSpec, FormSpec, Item, NumberSpec
from workflow.papers import Line, PaperData, Publicity
from workflow.record import ERASED_NAME

Columns = tuple[tuple[str, int, bool], ...]
"""Of each its sentence, how wide it is beside the others, whether numbers stand there."""

SHORT_HASH = 8
"""Signs of a file's SHA-256 that tell it from the others on a desk."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One paper being put into one language."""

    data: PaperData
    wording: Wording

    def text(self, fact: Fact) -> str:
        """Finished, nothing escaped."""
        return self.wording.plain(fact)

    def grid(self, columns: Columns, rows: Iterable[tuple[str, ...]]) -> Table:
        """A table under headings by their sentences."""
        told = (
            PaperColumn(self.text(say(f"paper-column-{name}")), share, is_number)
            for name, share, is_number in columns
        )
        return Table(tuple(told), tuple(rows))

    # --- values -------------------------------------------------------------------------

    def value(self, value: Value | None, item: Item) -> str:
        """A number without its unit, so that a sheet can reckon with it; of a table how many rows."""
        match value:
            case None:
                return self.text(say("value-empty"))
            case Rows(rows) if not rows:
                return self.text(say("value-none"))
            case Rows(rows) if isinstance(item.spec, FormSpec):
                return self.text(say("paper-below"))
            case Rows(rows):
                return self.text(say("paper-rows", count=len(rows)))
            case _:
                return self.cell(value, item.spec)

    def cell(self, cell: Cell, spec: AnswerSpec | None) -> str:
        """One cell, a number in plain digits."""
        if isinstance(cell, Number):
            return f"{cell.value:f}"
        return self.text(tell_cell(cell, spec))

    def unit(self, item: Item) -> str:
        """Of a number; of anything else nothing."""
        return self.text(item.spec.unit) if isinstance(item.spec, NumberSpec) else ""

    def with_unit(self, value: Value | None, item: Item) -> str:
        """Where there is no column for units, and no table below."""
        if isinstance(value, Rows) and value.rows:
            is_form = isinstance(item.spec, FormSpec)
            count = len(value.rows)
            return self.text(say("paper-filled") if is_form else say("paper-counted", count=count))
        told, unit = self.value(value, item), self.unit(item)
        return f"{told} {unit}" if unit and value is not None else told

    def change(self, line: Line) -> str:
        """Percent of last year's or points of a share; of anything else whether it is the same."""
        now = line.value
        if now is None or line.before is None:
            return ""
        if now == line.before:
            return self.text(say("paper-same"))
        spec = line.item.spec
        if not isinstance(spec, NumberSpec):
            return self.text(say("paper-other"))
        told = tell_change(_number(now), _number(line.before), spec)
        return self.text(say("paper-other") if told is None else told)

    # --- about a value ------------------------------------------------------------------

    def departments(self, item: Item) -> str:
        """Who answers for it by its trade."""
        return self.text(
            Listed(tuple(say(f"department-{each.lower()}") for each in item.departments))
        )

    def owner(self, line: Line) -> str:
        """Whom it was given to; else its departments."""
        return self.name(line.owner) if line.owner else self.departments(line.item)

    def name(self, person: PersonId) -> str:
        """As the company calls them."""
        return self.data.names.get(person) or self.text(say("somebody"))

    def giver(self, entry: Entry) -> str:
        """Who gave it; where somebody else handed it in for them, both."""
        who = self.name(entry.by)
        return self.text(say("given-for", giver=entry.behalf, who=who)) if entry.behalf else who

    def origin(self, line: Line) -> str:
        """出处, 口径, and of which day; where no file or system was named, whoever gave the figure."""
        if line.now is None or line.answered is None:
            return ""
        return "\n".join(self._origin(line.now.origin or Origin(), line.answered))

    def _origin(self, origin: Origin, entry: Entry) -> Iterator[str]:
        yield origin.source or self.giver(entry)
        if origin.meaning:
            yield self.text(say("paper-meaning", text=origin.meaning))
        if origin.as_of:
            yield self.text(say("paper-as-of", day=origin.as_of))

    def marks(self, line: Line) -> str:
        """What is to be known of the figure before it is relied on, and whether all will read it."""
        return "\n".join(self._marks(line))

    def _marks(self, line: Line) -> Iterator[str]:
        given = line.newest.given if line.newest else None
        if isinstance(given, NotApplicable | WaitingUntil):
            yield self.text(tell_given(given, line.item))
        elif line.now is None:
            yield self.text(say("paper-wanting"))
        elif line.now.estimate:
            yield self.text(say("paper-estimate"))
        if line.publicity is not Publicity.KEPT:
            yield self.text(say(f"paper-publicity-{line.publicity}"))

    # --- papers -------------------------------------------------------------------------

    def file(self, file: FileRef) -> str:
        """Its name, and by what it can be told from another of that name."""
        if file.name == ERASED_NAME:
            return self.text(say("audit-erased"))
        return f"{file.name} {file.sha256[:SHORT_HASH]}"

    def material(self, given: FilesGiven | Located) -> str:
        """The files, or where the paper lies."""
        if isinstance(given, Located):
            return self.text(say("given-located", place=given.place))
        return "\n".join(self.file(each) for each in given.files)


def _number(value: Value) -> Decimal:
    return value.value if isinstance(value, Number) else Decimal(0)
