"""What a tree is made of, node by node, and which figures and papers it looks at."""

from collections.abc import Iterator
from dataclasses import dataclass

from workflow.ids import ItemKey
from workflow.leaves import (
    Answered,
    CellIn,
    Chosen,
    CodePart,
    DayOf,
    Days,
    Figure,
    HandedIn,
    HasFile,
    Listing,
    Matches,
    Same,
    Within,
    Workdays,
    Year,
)
from workflow.nodes import (
    AllOf,
    AnyOf,
    AnyRow,
    Changed,
    Compared,
    Count,
    Depends,
    FirstKnown,
    Node,
    NotSo,
    Quote,
    Reached,
    Reckoned,
    Reworded,
    Surely,
    Tally,
)


@dataclass(frozen=True, slots=True)
class Look:
    """One figure or paper that is looked at."""

    item: ItemKey
    year: Year = Year.THIS
    is_needed: bool = True
    """Nobody can say without it."""
    is_paper: bool = False


def parts(node: Node) -> tuple[Node, ...]:
    """The nodes right inside, in the order in which they stand there."""
    match node:
        case Reckoned(_, of) | AllOf(of) | AnyOf(of) | FirstKnown(of):
            return of
        case Compared(_, left, right):
            return (left, right)
        case NotSo(only) | Surely(only) | AnyRow(_, only):
            return (only,)
        case Tally(_, _, number, where, _) | Reached(_, _, _, number, where):
            return (number,) if where is None else (number, where)
        case (
            Count(_, where, _)
            | Changed(_, _, where, _)
            | Reworded(_, _, _, where)
            | Quote(_, _, _, where)
        ):
            return () if where is None else (where,)
        case Depends(when, then, otherwise):
            return (when, then, otherwise)
        case Days(first, last) | Workdays(first, last):
            return (first, last)
        case _:
            return ()


def goes_into_rows(node: Node) -> ItemKey | None:
    """The table whose rows the nodes inside look at, if it is another than outside."""
    if isinstance(node, AnyRow | Tally | Count | Changed | Reached | Reworded | Quote):
        return node.item
    return None


def looked_at(node: Node, *, needed: bool = True) -> Iterator[Look]:
    """Every figure and paper a node looks at, in the order in which they stand there."""
    yield from _own_looks(node, needed=needed)
    needed = needed and not isinstance(node, Surely)
    inner = parts(node)
    for place, part in enumerate(inner):
        is_last = place == len(inner) - 1
        yield from looked_at(part, needed=needed and (is_last or not isinstance(node, FirstKnown)))


def _own_looks(node: Node, *, needed: bool) -> Iterator[Look]:
    match node:
        case Figure(item, year) | Chosen(item, _, year) | Quote(item, year):
            yield Look(item, year, needed)
        case Tally(_, item, _, _, year) | Count(item, _, year):
            yield Look(item, year, needed)
        case Answered(item, year):
            yield Look(item, year, is_needed=False)
        case HasFile(item):
            yield Look(item, is_needed=False, is_paper=True)
        case Changed(item) | Reworded(item):
            yield Look(item, Year.THIS, needed)
            yield Look(item, Year.LAST, needed)
        case Same(item, other) | CodePart(item, _, _, other):
            yield Look(item, Year.THIS, needed)
            yield Look(other, Year.THIS, needed)
        case Matches(item) | AnyRow(item) | DayOf(item) | HandedIn(item) | Reached(item):
            yield Look(item, Year.THIS, needed)
        case _:
            pass
    yield from (Look(each.item, Year.THIS, needed) for each in _lists(node))


def _lists(node: Node) -> tuple[Listing, ...]:
    """The lists that something is held against."""
    match node:
        case Within(inner, outer):
            return (inner, outer)
        case CellIn(_, outer):
            return (outer,)
        case Quote(_, _, _, _, beyond) if beyond is not None:
            return (beyond,)
        case _:
            return ()
