"""The answers of one season and of the years before it, as rules and papers look at them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workflow.checklist import facts_of
from workflow.given import (
    AnswerGiven,
    Cell,
    Entry,
    FilesGiven,
    ItemState,
    Located,
    Rows,
    Value,
)
from workflow.ids import ItemKey
from workflow.leaves import Fixed, Year
from workflow.model import Company, Lifecycle, Season
from workflow.pack import FormSpec, Pack, Scope, TableSpec

Row = Mapping[str, Cell]
"""A row of a table by its columns."""

_BACK = {Year.THIS: 0, Year.LAST: 1, Year.BEFORE: 2}


@dataclass(frozen=True, slots=True)
class Figures:
    """What was answered, by item and year; an item that the pack does not have has no figure."""

    company: Company
    season: Season
    pack: Pack
    _entries: dict[tuple[ItemKey, Year], Entry | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """Looked up already: the rules ask for the same again and again."""

    def value(self, item: ItemKey, year: Year = Year.THIS) -> Value | None:
        """What stands as the answer, an estimate too; None where nothing does."""
        answered = self.answer(item, year)
        return answered.value if answered else None

    def answer(self, item: ItemKey, year: Year = Year.THIS) -> AnswerGiven | None:
        """The same with where it is from."""
        entry = self.entry(item, year)
        return entry.given if entry and isinstance(entry.given, AnswerGiven) else None

    def entry(self, item: ItemKey, year: Year = Year.THIS) -> Entry | None:
        """The newest version that is an answer, unless something else took its place."""
        key = (item, year)
        if key not in self._entries:
            self._entries[key] = self._newest_answer(item, year)
        return self._entries[key]

    def _newest_answer(self, item: ItemKey, year: Year) -> Entry | None:
        live = self.state(item, year).live
        answers = [each for each in live if not isinstance(each.given, FilesGiven | Located)]
        if not answers or not isinstance(answers[-1].given, AnswerGiven):
            return None
        review = answers[-1].review
        return None if review and not review.accepted else answers[-1]

    def rows(self, item: ItemKey, year: Year = Year.THIS) -> tuple[Row, ...] | None:
        """The rows of a table, and the one of a form; None where none was answered."""
        value, asked = self.value(item, year), self.pack.find(item)
        spec = asked.spec if asked else None
        if not isinstance(value, Rows) or not isinstance(spec, TableSpec | FormSpec):
            return None
        keys = [column.key for column in spec.columns]
        return tuple(dict(zip(keys, row, strict=False)) for row in value.rows)

    def cell(self, item: ItemKey, column: str, year: Year = Year.THIS) -> Value | None:
        """What was answered; of a form, or a table of one row, what stands in the column."""
        if not column:
            return self.value(item, year)
        rows = self.rows(item, year)
        return rows[0].get(column) if rows and len(rows) == 1 else None

    def papers(self, item: ItemKey) -> tuple[str, ...]:
        """Marks of the papers that stand for the item: what they hold, or where they lie."""
        given = [each.given for each in self.state(item).live]
        digests = [
            file.sha256 for each in given if isinstance(each, FilesGiven) for file in each.files
        ]
        return (*digests, *(each.place for each in given if isinstance(each, Located)))

    def year(self, year: Year) -> int:
        """The reporting year as a number."""
        return self.season.year - _BACK[year]

    def fixed(self, day: Fixed) -> date | None:
        """A day that the reporting year itself has."""
        if day is not Fixed.FILING_END:
            return date(self.season.year, *((1, 1) if day is Fixed.YEAR_START else (12, 31)))
        due = self.pack.milestone(self.pack.submission).statutory
        return date(self.season.year + 1, due.month, due.day) if due else None

    def has_file(self, item: ItemKey) -> bool:
        """Whether a paper stands for the item, or where it lies was said."""
        live = self.state(item).live
        return any(isinstance(each.given, FilesGiven | Located) for each in live)

    def state(self, item: ItemKey, year: Year = Year.THIS) -> ItemState:
        """All that was handed in for it; of an earlier year from that year's season if there is one.

        What the company did without (本项不做) still says what it says: a rule looks at figures.
        """
        asked = self.pack.find(item)
        if asked is None:
            return ItemState()
        wanted = self.year(year)
        if asked.scope is Scope.COMPANY:
            return facts_of(self.company, wanted).get(item, ItemState())
        if year is Year.THIS:
            return self.season.items.get(item, ItemState())
        own = self._season_of(wanted)
        found = own.items.get(item) if own else None
        return found or self.season.earlier.get(wanted, _NONE).get(item, ItemState())

    def _season_of(self, year: int) -> Season | None:
        """The same licence's season of that year, as this bot kept it."""
        name = self.season.pack.partition("@")[0]
        for each in self.company.seasons:
            is_same = each.pack.partition("@")[0] == name
            is_same = is_same and each.licence_no == self.season.licence_no
            if is_same and each.year == year and each.lifecycle is not Lifecycle.REMOVED:
                return each
        return None


_NONE: Mapping[ItemKey, ItemState] = {}
