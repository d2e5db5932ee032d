"""What can be wrong in the rules of a pack: figures that are none, columns and options unknown.

A rule that looks at what can never be there would never be checked, and nobody would notice.
"""

from collections.abc import Iterator, Mapping

from workflow.ids import ItemKey
from workflow.leaves import (
    Answered,
    Cell,
    CellChosen,
    CellGiven,
    CellIn,
    CellMatches,
    CellThisYear,
    Chosen,
    CodePart,
    DayCell,
    DayOf,
    Figure,
    HandedIn,
    HasFile,
    HoursBetween,
    Listing,
    Matches,
    Mode,
    MonthsBehind,
    Same,
    Within,
)
from workflow.looking import goes_into_rows, parts
from workflow.nodes import AnyRow, Changed, Count, Node, Quote, Reached, Reworded, Tally
from workflow.pack import (
    AnswerSpec,
    ChoiceSpec,
    Column,
    DateSpec,
    FormSpec,
    Item,
    NumberSpec,
    PhoneSpec,
    TableSpec,
    TextSpec,
)
from workflow.rules import Rule

Items = Mapping[str, Item]
Table = ItemKey | None
"""The table in whose rows a node stands."""
Kind = type | tuple[type, ...]

TEXT: Kind = (TextSpec, PhoneSpec)


def rule_faults(rule: Rule, items: Items) -> Iterator[str]:
    """What is wrong with a rule all of whose items are there."""
    roots: list[Node] = [rule.fires, *(said.value for said in rule.says.values())]
    if rule.applies is not None:
        roots.append(rule.applies)
    for root in roots:
        yield from _faults(root, None, items)
    for said in rule.says.values():
        if said.like and not isinstance(items[said.like].spec, NumberSpec):
            yield f"{said.like} is no number"
        if isinstance(said.value, Quote) and (said.like or said.percent):
            yield "what is quoted is told as it was answered"


def mode_faults(rule: Rule, modes: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Switches that the file does not have, and words that they never stand at."""
    roots = (rule.fires,) if rule.applies is None else (rule.fires, rule.applies)
    for mode in (each for root in roots for each in _modes(root)):
        if mode.name not in modes:
            yield f"there is no mode {mode.name}"
        elif not mode.words or not set(mode.words) <= set(modes[mode.name]):
            yield f"{mode.name} is one of {', '.join(modes[mode.name])}"


def _modes(node: Node) -> Iterator[Mode]:
    if isinstance(node, Mode):
        yield node
    for part in parts(node):
        yield from _modes(part)


def _faults(node: Node, table: Table, items: Items) -> Iterator[str]:
    if isinstance(node, Reworded | Reached):
        yield from _two_texts(node, items)
    if isinstance(node, Quote):
        yield from _quoted(node, items)
    yield from _of_item(node, items)
    yield from _of_row(node, table, items)
    inside = goes_into_rows(node) or table
    for part in parts(node):
        yield from _faults(part, inside, items)


def _of_item(node: Node, items: Items) -> Iterator[str]:
    match node:
        case Figure(item, _, column):
            yield from _is(item, column, NumberSpec, "number", items)
        case DayOf(item, column):
            yield from _is(item, column, DateSpec, "day", items)
        case Matches(item):
            yield from _is(item, "", TEXT, "text", items)
        case Chosen(item, options):
            yield from _is(item, "", ChoiceSpec, "choice", items)
            yield from _options(items[item].spec, options)
        case CodePart(item, _, _, choice):
            yield from _is(item, "", TEXT, "text", items)
            yield from _is(choice, "", ChoiceSpec, "choice", items)
        case HasFile(item):
            if isinstance(items[item].spec, _NO_FILES):
                yield f"{item} takes no files"
        case Within(inner, outer):
            yield from (*_lists(inner, items), *_lists(outer, items))
        case CellIn(_, outer):
            yield from _lists(outer, items)
        case _:
            yield from _whole(node, items)


def _quoted(quote: Quote, items: Items) -> Iterator[str]:
    if items[quote.item].spec is None:
        yield f"{quote.item} is no answer"
    if quote.where is not None and not isinstance(items[quote.item].spec, TableSpec | FormSpec):
        yield f"{quote.item} is no table"
    if quote.beyond is not None:
        yield from _is(quote.item, "", ChoiceSpec, "choice", items)
        yield from _lists(quote.beyond, items)
    yield from _columns(quote.item, quote.columns, items)


def _two_texts(node: Reworded | Reached, items: Items) -> Iterator[str]:
    """Columns of its table: the text and the name, or from when to when."""
    match node:
        case Reworded(item, one, other) | Reached(item, one, other):
            yield from _is(item, one, TEXT, "text", items)
            yield from _is(item, other, TEXT, "text", items)


_NO_FILES = (NumberSpec, DateSpec, TextSpec, PhoneSpec, ChoiceSpec, TableSpec)


def _whole(node: Node, items: Items) -> Iterator[str]:
    """Nodes that look at a whole answer, or at all rows of a table."""
    match node:
        case Answered(item) | Changed(item) | HandedIn(item):
            if items[item].spec is None:
                yield f"{item} is no answer"
            if isinstance(node, Changed):
                yield from _columns(item, node.columns, items)
        case Same(item, other):
            if type(items[item].spec) is not type(items[other].spec):
                yield f"{item} and {other} are not answered alike"
        case Count(item, None):
            if not isinstance(items[item].spec, TableSpec | FormSpec | ChoiceSpec):
                yield f"{item} is no table, and no choice"
        case Count(item) | Tally(_, item) | AnyRow(item):
            if not isinstance(items[item].spec, TableSpec | FormSpec):
                yield f"{item} is no table"
        case _:
            return


def _of_row(node: Node, table: Table, items: Items) -> Iterator[str]:
    match node:
        case Cell(column):
            yield from _cell(column, NumberSpec, "number", table, items)
        case DayCell(column):
            yield from _cell(column, DateSpec, "day", table, items)
        case MonthsBehind(column) | CellMatches(column):
            yield from _cell(column, TEXT, "text", table, items)
        case HoursBetween(first, last):
            yield from _cell(first, TEXT, "text", table, items)
            yield from _cell(last, TEXT, "text", table, items)
        case CellIn(column):
            yield from _cell(column, (*_KINDS_LISTED,), "text or choice", table, items)
        case CellThisYear(column):
            yield from _cell(column, (DateSpec, TextSpec), "day or minute", table, items)
        case CellGiven(column):
            yield from _cell(column, object, "column", table, items)
        case CellChosen(column, options):
            yield from _cell(column, ChoiceSpec, "choice", table, items)
            found = _column(items[table].spec, column) if table else None
            yield from _options(found.spec if found else None, options)
        case _:
            return


_KINDS_LISTED = (ChoiceSpec, TextSpec, PhoneSpec)


def _cell(column: str, kind: Kind, what: str, table: Table, items: Items) -> Iterator[str]:
    if table is None:
        yield f"there is no row at hand for the column {column}"
    else:
        yield from _is(table, column, kind, what, items)


def _is(item: ItemKey, column: str, kind: Kind, what: str, items: Items) -> Iterator[str]:
    spec: AnswerSpec | None = items[item].spec
    if column:
        found = _column(spec, column)
        if found is None:
            yield f"{item} has no column {column}"
            return
        spec = found.spec
    if not isinstance(spec, kind):
        yield f"{' '.join(filter(None, (item, column)))} is no {what}"


def _column(spec: AnswerSpec | None, column: str) -> Column | None:
    if not isinstance(spec, TableSpec | FormSpec):
        return None
    return next((each for each in spec.columns if each.key == column), None)


def _columns(item: ItemKey, columns: tuple[str, ...], items: Items) -> Iterator[str]:
    for column in columns:
        yield from _is(item, column, object, "column", items)


def _options(spec: AnswerSpec | None, options: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(spec, ChoiceSpec) or not spec.options:
        return  # none at all: the file's own fault, told where the options stand
    known = {each.key for each in spec.options}
    if not options:
        yield "no option is named"
    yield from (f"there is no option {each}" for each in options if each not in known)


def _lists(listing: Listing, items: Items) -> Iterator[str]:
    yield from _is(listing.item, listing.column, _KINDS_LISTED, "list", items)
