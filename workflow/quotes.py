"""What a rule's message reads out of an answer: a text, a choice, the rows of a table it is about."""

from dataclasses import dataclass

from workflow.comparing import marks_of, names_in
from workflow.figures import Figures, Row
from workflow.given import Choices, Rows, Value
from workflow.ids import ItemKey
from workflow.leaf_answers import names_of
from workflow.leaves import Year
from workflow.nodes import Quote
from workflow.pack import FormSpec, TableSpec
from workflow.reckoning import holds


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands there. Of rows the columns and rows that are meant, of choices the options."""

    value: Value
    of: int | None = None
    """How many there are in all, where only what is not as in the other year was picked."""


def quoted(quote: Quote, figures: Figures) -> Quoted | None:
    """What is read out; None where nothing was answered."""
    value = figures.value(quote.item, quote.year)
    match value:
        case Rows():
            return _rows(quote, figures)
        case Choices():
            return _choices(quote, value, figures)
        case None:
            return None
        case _:
            return Quoted(value)


def _choices(quote: Quote, value: Choices, figures: Figures) -> Quoted:
    """All of them, or those that are not in the other list or year, in the order of the answer."""
    outer = frozenset[str]() if quote.beyond is None else names_of(quote.beyond, figures)
    before = names_in(_other_year(quote, figures)) if quote.differs else None
    taken = (outer or frozenset()) | (before or frozenset())
    picked = Choices(tuple(key for key in value.keys if key not in taken))
    many = before is not None and max(len(value.keys), len(before)) > 1
    return Quoted(picked if many or not quote.differs else value, len(value.keys) if many else None)


def _other_year(quote: Quote, figures: Figures) -> Value | None:
    return figures.value(quote.item, _other(quote.year))


def _other(year: Year) -> Year:
    return Year.LAST if year is Year.THIS else Year.THIS


def _meant(quote: Quote, year: Year, figures: Figures) -> list[Row]:
    """The rows for which it holds for sure: one of which nobody can say is not named."""
    rows = figures.rows(quote.item, year) or ()
    return [row for row in rows if quote.where is None or holds(quote.where, figures, row)]


def _rows(quote: Quote, figures: Figures) -> Quoted:
    rows = _meant(quote, quote.year, figures)
    columns, is_form = quote.columns or _columns(quote.item, figures), _is_form(quote, figures)
    cell = figures.cell(quote.item, columns[0], quote.year) if len(columns) == 1 else None
    if is_form and cell is not None:
        return Quoted(cell)
    if is_form or not quote.differs:
        return Quoted(_cells(rows, columns))
    other = _meant(quote, _other(quote.year), figures)
    known = {marks_of(row, columns) for row in other}
    apart = [row for row in rows if marks_of(row, columns) not in known]
    return Quoted(_cells(apart, columns), len(rows))


def _is_form(quote: Quote, figures: Figures) -> bool:
    return isinstance(figures.pack.item(quote.item).spec, FormSpec)


def _columns(item: ItemKey, figures: Figures) -> tuple[str, ...]:
    spec = figures.pack.item(item).spec
    return (
        tuple(each.key for each in spec.columns) if isinstance(spec, TableSpec | FormSpec) else ()
    )


def _cells(rows: list[Row], columns: tuple[str, ...]) -> Rows:
    return Rows(tuple(dict.fromkeys(tuple(row.get(key) for key in columns) for row in rows)))
