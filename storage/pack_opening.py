"""A node of a rule as TOML gives it: a table that begins with an operator, opened step by step.

Every fault is a ValueError, which pydantic tells with its place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from workflow.ids import ItemKey
from workflow.leaves import Year

T = TypeVar("T")
Words = tuple[str, ...]

MOST_DEEP = 8
"""Nodes one inside the other: deeper than anybody can read."""


@dataclass(frozen=True, slots=True)
class Node:
    """A table that begins with an operator, opened: nobody has looked at its values yet."""

    name: str
    inside: object
    beside: Mapping[str, Any]
    deep: int
    patterns: Mapping[str, str]

    def only(self, *words: str) -> None:
        """ValueError for any other word beside the operator."""
        strange = sorted(set(self.beside) - set(words))
        if strange:
            message = f"what is {', '.join(strange)}?"
            raise ValueError(message)

    def open(self, raw: object) -> "Node":
        """A node inside this one."""
        return opened(raw, self.deep - 1, self.patterns)

    @property
    def item(self) -> ItemKey:
        """The item that the operator speaks of."""
        return ItemKey(word_of(self.inside))

    def word(self, name: str, otherwise: str | None = None) -> str:
        """A word beside the operator."""
        return word_of(self.beside.get(name, otherwise))

    @property
    def year(self) -> Year:
        """Of which year; this one, where none is named."""
        return Year(self.word("year", Year.THIS))

    @property
    def pattern(self) -> str:
        """The pattern of that name."""
        name = self.word("pattern")
        if name not in self.patterns:
            known = ", ".join(sorted(self.patterns)) or "none"
            message = f"there is no pattern {name}; defined are {known}"
            raise ValueError(message)
        return self.patterns[name]

    def words(self, raw: object) -> tuple[str, ...]:
        """A list of words."""
        return tuple(word_of(each) for each in list_of(raw))


def opened(raw: object, deep: int, patterns: Mapping[str, str]) -> Node:
    """The table with its operator told from the rest; `deep` more nodes may stand in it."""
    if not isinstance(raw, dict) or not raw:
        message = "a number, or a table that begins with an operator"
        raise ValueError(message)
    if not deep:
        message = f"more than {MOST_DEEP} nodes one inside the other"
        raise ValueError(message)
    (name, inside), *rest = raw.items()
    return Node(name, inside, dict(rest), deep, patterns)


def list_of(raw: object) -> list[object]:
    """The list that stands there."""
    if not isinstance(raw, list):
        message = "a list is wanted"
        raise ValueError(message)  # noqa: TRY004 - pydantic tells ValueErrors
    return raw


def word_of(raw: object) -> str:
    """The word that stands there."""
    if not isinstance(raw, str):
        message = f"{raw!r} is no word"
        raise ValueError(message)  # noqa: TRY004 - pydantic tells ValueErrors
    return raw


def number_of(raw: object) -> Decimal:
    """The number that stands there."""
    if isinstance(raw, bool) or not isinstance(raw, int | Decimal):
        message = f"{raw!r} is no number"
        raise ValueError(message)  # noqa: TRY004 - pydantic tells ValueErrors
    return Decimal(raw)


Readers = Mapping[str, tuple[Words, Callable[[Node], T]]]
"""By name: what may stand beside the operator, and how it is read."""


def known(node: Node, readers: Readers[T], what: str, others: Words) -> T:
    """What the reader of that name makes of the node; ValueError where there is none."""
    if node.name not in readers:
        message = f"{node.name} is no {what}: {', '.join((*others, *readers))}"
        raise ValueError(message)
    allowed, read = readers[node.name]
    node.only(*allowed)
    return read(node)
