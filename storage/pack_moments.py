"""How a pack's TOML says the moments that days lie between (docs/packs.md)."""

from storage.pack_opening import Node, list_of, word_of
from workflow.leaves import DayCell, DayOf, Fixed, HandedIn, Moment

TWO = 2


def two_moments(node: Node) -> tuple[Moment, Moment]:
    """From the one to the other; ValueError for anything else."""
    moments = list_of(node.inside)
    if len(moments) != TWO:
        message = "days lie between two moments"
        raise ValueError(message)
    return _moment(node, moments[0]), _moment(node, moments[1])


def _moment(node: Node, raw: object) -> Moment:
    if isinstance(raw, str):
        return Fixed(raw)
    inner = node.open(raw)
    match inner.name:
        case "day":
            inner.only("column")
            return DayOf(inner.item, inner.word("column", ""))
        case "day_cell":
            inner.only()
            return DayCell(word_of(inner.inside))
        case "handed_in":
            inner.only()
            return HandedIn(inner.item)
        case _:
            message = f"{inner.name} is no moment: day, day_cell, handed_in, {', '.join(Fixed)}"
            raise ValueError(message)
