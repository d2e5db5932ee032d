"""Whether a leaf of a rule holds, by the figures and by the row at hand; None: nobody can say."""

import re
from typing import assert_never

from workflow.comparing import code_part, is_same, names_in
from workflow.figures import Figures, Row
from workflow.given import Choices, Words
from workflow.leaves import (
    Answered,
    CellChosen,
    CellGiven,
    CellIn,
    CellMatches,
    CellThisYear,
    Chosen,
    CodePart,
    HasFile,
    Listing,
    Matches,
    Mode,
    Same,
    Within,
    Year,
)
from workflow.moments import year_in
from workflow.nodes import Leaf, LeafOfRow


def leaf_holds(leaf: Leaf, figures: Figures, row: Row) -> bool | None:
    """Whether it does."""
    match leaf:
        case CellIn() | CellChosen() | CellGiven() | CellMatches() | CellThisYear():
            return _of_row(leaf, figures, row)
        case Answered(item, year):
            return figures.answer(item, year) is not None
        case HasFile(item):
            return figures.has_file(item)
        case Mode(name, words):
            return figures.pack.modes.get(name) in words
        case Chosen(item, options, year):
            return _is_chosen(figures.value(item, year), options)
        case Matches(item, pattern):
            return _is_like(figures.value(item), pattern)
        case Same() | CodePart() | Within():
            return _of_two(leaf, figures)
        case _:
            assert_never(leaf)


def _of_two(leaf: Same | CodePart | Within, figures: Figures) -> bool | None:
    match leaf:
        case Same(item, other):
            one, two = figures.value(item), figures.value(other)
            return None if one is None or two is None else is_same(one, two)
        case CodePart(item, first, last, choice):
            return code_part(figures.value(item), first, last, figures.value(choice))
        case Within(inner, outer):
            parts, whole = names_of(inner, figures), names_of(outer, figures)
            return None if parts is None or whole is None else parts <= whole
        case _:
            assert_never(leaf)


def _of_row(leaf: LeafOfRow, figures: Figures, row: Row) -> bool | None:
    cell = row.get(leaf.column)
    match leaf:
        case CellIn(_, outer):
            parts, whole = names_in(cell), names_of(outer, figures)
            return None if parts is None or whole is None else parts <= whole
        case CellChosen(_, options):
            return _is_chosen(cell, options)
        case CellGiven():
            return cell is not None
        case CellMatches(_, pattern):
            return _is_like(cell, pattern)
        case CellThisYear():
            year = year_in(cell)
            return None if year is None else year == figures.year(Year.THIS)
        case _:
            assert_never(leaf)


def names_of(listing: Listing, figures: Figures) -> frozenset[str] | None:
    """What is listed; None where it was not answered, or a row does not say it."""
    if not listing.column:
        return names_in(figures.value(listing.item))
    rows = figures.rows(listing.item)
    if rows is None:
        return None
    known = [names_in(row.get(listing.column)) for row in rows]
    named = [each for each in known if each is not None]
    return frozenset().union(*named) if len(named) == len(known) else None


def _is_chosen(value: object, options: tuple[str, ...]) -> bool | None:
    return not set(value.keys).isdisjoint(options) if isinstance(value, Choices) else None


def _is_like(value: object, pattern: str) -> bool | None:
    return re.fullmatch(pattern, value.text) is not None if isinstance(value, Words) else None
