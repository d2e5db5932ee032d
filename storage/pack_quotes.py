"""How a pack's TOML says what a message reads out of an answer (docs/packs.md)."""

from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from storage.pack_fields import Names
from storage.pack_nodes import outer_of, where_of, whole_operand
from storage.pack_opening import MOST_DEEP, Node, opened
from workflow.nodes import Operand, Quote

QUOTE = "quote"


def _told(raw: object, info: ValidationInfo[Names]) -> Operand | Quote:
    if not isinstance(raw, dict) or QUOTE not in raw:
        return whole_operand(raw, info)
    return _quote(opened(raw, MOST_DEEP, info.context.patterns))


def _quote(node: Node) -> Quote:
    if node.name != QUOTE:
        message = f"{QUOTE} stands first"
        raise ValueError(message)
    node.only("year", "columns", "where", "beyond", "column", "differs")
    return Quote(
        node.item,
        node.year,
        node.words(node.beside.get("columns", [])),
        where_of(node),
        outer_of(node, "column", "beyond") if "beyond" in node.beside else None,
        _differs(node.beside.get("differs", False)),
    )


def _differs(raw: object) -> bool:
    if not isinstance(raw, bool):
        message = "differs is true or false"
        raise ValueError(message)  # noqa: TRY004 - pydantic tells ValueErrors
    return raw


ToldShape = Annotated[Operand | Quote, PlainValidator(_told)]
