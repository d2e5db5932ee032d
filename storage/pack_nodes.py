"""How a pack's TOML says the nodes of its rules (docs/packs.md): one operator a node, so deep.

The operator stands first in its table; what else it needs stands beside it.
"""

from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from storage.pack_fields import Names
from storage.pack_moments import two_moments
from storage.pack_opening import (
    MOST_DEEP,
    Node,
    Readers,
    known,
    list_of,
    number_of,
    opened,
    word_of,
)
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
    Const,
    Days,
    Figure,
    HasFile,
    HoursBetween,
    Listing,
    Matches,
    Mode,
    MonthsBehind,
    Same,
    Within,
    Workdays,
    Year,
    YearHours,
)
from workflow.nodes import (
    AllOf,
    AnyOf,
    AnyRow,
    Changed,
    Compared,
    Comparison,
    Condition,
    Count,
    Depends,
    FirstKnown,
    NotSo,
    Operand,
    Operator,
    Over,
    Reached,
    Reckoned,
    Reworded,
    Surely,
    Tally,
)

TWO = 2
_PAIRS = frozenset({Operator.DIFFERENCE, Operator.QUOTIENT, Operator.DISTANCE, Operator.CHANGE})


def where_of(node: Node) -> Condition | None:
    """The condition on rows, where there is one."""
    raw = node.beside.get("where")
    return None if raw is None else _condition(node.open(raw))


# --- numbers ----------------------------------------------------------------------------


def _operand_in(node: Node, raw: object) -> Operand:
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        return Const(Decimal(raw))
    return _operand(node.open(raw))


def _operand(node: Node) -> Operand:
    if node.name in frozenset(Operator):
        node.only()
        parts = tuple(_operand_in(node, each) for each in list_of(node.inside))
        return Reckoned(Operator(node.name), _counted(node.name, parts))
    return known(node, _OPERANDS, "number", (*Operator,))


def _counted(name: str, parts: tuple[Operand, ...]) -> tuple[Operand, ...]:
    if not parts or (name in _PAIRS and len(parts) != TWO):
        message = f"{name} takes {'two numbers' if name in _PAIRS else 'one number at least'}"
        raise ValueError(message)
    return parts


def _first_known(node: Node) -> Operand:
    return FirstKnown(
        _counted(node.name, tuple(_operand_in(node, each) for each in list_of(node.inside)))
    )


def _tally(node: Node) -> Operand:
    of = _operand_in(node, node.beside.get("of"))
    return Tally(Over(node.name), node.item, of, where_of(node), node.year)


def _days(node: Node) -> Operand:
    first, last = two_moments(node)
    return Days(first, last)


def _workdays(node: Node) -> Operand:
    first, last = two_moments(node)
    return Workdays(first, last)


def _hours_between(node: Node) -> Operand:
    return HoursBetween(*_two_columns(node, node.inside))


def _two_columns(node: Node, raw: object) -> tuple[str, str]:
    columns = node.words(raw)
    if len(columns) != TWO:
        message = f"{node.name} takes two columns"
        raise ValueError(message)
    return columns[0], columns[1]


def _reached(node: Node) -> Operand:
    first, last = _two_columns(node, node.beside.get("between"))
    share = _operand_in(node, node.beside.get("share", 1))
    return Reached(node.item, first, last, share, where_of(node))


def _reworded(node: Node) -> Operand:
    return Reworded(node.item, node.word("column"), node.word("name"), where_of(node))


def _depends(node: Node) -> Operand:
    then, otherwise = (_operand_in(node, node.beside.get(name)) for name in ("then", "otherwise"))
    return Depends(_condition(node.open(node.inside)), then, otherwise)


_ROWS = ("of", "where", "year")
_OPERANDS: Readers[Operand] = {
    "figure": (("year", "column"), lambda n: Figure(n.item, n.year, n.word("column", ""))),
    "cell": ((), lambda n: Cell(word_of(n.inside))),
    "first_known": ((), _first_known),
    "total": (_ROWS, _tally),
    "most": (_ROWS, _tally),
    "least": (_ROWS, _tally),
    "count": (("where", "year"), lambda n: Count(n.item, where_of(n), n.year)),
    "when": (("then", "otherwise"), _depends),
    "reached": (("between", "share", "where"), _reached),
    "reworded": (("column", "name", "where"), _reworded),
    "days": ((), _days),
    "workdays": ((), _workdays),
    "hours_of_year": ((), lambda n: YearHours(Year(word_of(n.inside)))),
    "hours_between": ((), _hours_between),
    "months_behind": ((), lambda n: MonthsBehind(word_of(n.inside))),
}


# --- conditions -------------------------------------------------------------------------


def _condition(node: Node) -> Condition:
    if node.name in frozenset(Comparison):
        node.only()
        return _compared(node)
    return known(node, _CONDITIONS, "condition", (*Comparison,))


def _compared(node: Node) -> Condition:
    sides = list_of(node.inside)
    if len(sides) != TWO:
        message = f"{node.name} compares two numbers"
        raise ValueError(message)
    left, right = (_operand_in(node, each) for each in sides)
    return Compared(Comparison(node.name), left, right)


def _parts(node: Node) -> tuple[Condition, ...]:
    parts = tuple(_condition(node.open(each)) for each in list_of(node.inside))
    if not parts:
        message = "it holds at least one condition"
        raise ValueError(message)
    return parts


def _changed(node: Node) -> Condition:
    columns = node.words(node.beside.get("columns", []))
    return Changed(node.item, columns, where_of(node), number_of(node.beside.get("tolerance", 0)))


def _same(node: Node) -> Condition:
    items = node.words(node.inside)
    if len(items) != TWO:
        message = "same compares two items"
        raise ValueError(message)
    return Same(ItemKey(items[0]), ItemKey(items[1]))


def _code_part(node: Node) -> Condition:
    first, last = (int(number_of(node.beside.get(name))) for name in ("first", "last"))
    return CodePart(node.item, first, last, ItemKey(node.word("chosen")))


def outer_of(node: Node, column: str, of: str = "of") -> Listing:
    """The list that is named beside the operator."""
    return Listing(ItemKey(node.word(of)), node.word(column, ""))


def _any_row(node: Node) -> Condition:
    return AnyRow(node.item, _condition(node.open(node.beside.get("where"))))


def _inside(node: Node) -> Condition:
    return _condition(node.open(node.inside))


def _within(node: Node) -> Condition:
    return Within(Listing(node.item, node.word("column", "")), outer_of(node, "of_column"))


_CONDITIONS: Readers[Condition] = {
    "all": ((), lambda n: AllOf(_parts(n))),
    "any": ((), lambda n: AnyOf(_parts(n))),
    "not": ((), lambda n: NotSo(_inside(n))),
    "surely": ((), lambda n: Surely(_inside(n))),
    "mode": (("is",), lambda n: Mode(word_of(n.inside), n.words(n.beside.get("is")))),
    "answered": (("year",), lambda n: Answered(n.item, n.year)),
    "chosen": (
        ("options", "year"),
        lambda n: Chosen(n.item, n.words(n.beside.get("options")), n.year),
    ),
    "changed": (("columns", "where", "tolerance"), _changed),
    "same": ((), _same),
    "matches": (("pattern",), lambda n: Matches(n.item, n.pattern)),
    "code_part": (("first", "last", "chosen"), _code_part),
    "has_file": ((), lambda n: HasFile(n.item)),
    "within": (("column", "of", "of_column"), _within),
    "any_row": (("where",), _any_row),
    "cell_in": (("of", "column"), lambda n: CellIn(word_of(n.inside), outer_of(n, "column"))),
    "cell_chosen": (
        ("options",),
        lambda n: CellChosen(word_of(n.inside), n.words(n.beside.get("options"))),
    ),
    "cell_given": ((), lambda n: CellGiven(word_of(n.inside))),
    "cell_this_year": ((), lambda n: CellThisYear(word_of(n.inside))),
    "cell_matches": (("pattern",), lambda n: CellMatches(word_of(n.inside), n.pattern)),
}


# --- as pydantic asks for them ----------------------------------------------------------


def _whole_condition(raw: object, info: ValidationInfo[Names]) -> Condition:
    return _condition(opened(raw, MOST_DEEP, info.context.patterns))


def whole_operand(raw: object, info: ValidationInfo[Names]) -> Operand:
    """A number as pydantic asks for it."""
    if isinstance(raw, int | Decimal) and not isinstance(raw, bool):
        return Const(Decimal(raw))
    return _operand(opened(raw, MOST_DEEP, info.context.patterns))


ConditionShape = Annotated[Condition, PlainValidator(_whole_condition)]
OperandShape = Annotated[Operand, PlainValidator(whole_operand)]
