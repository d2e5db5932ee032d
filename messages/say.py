"""A sentence of the catalogue with its facts; wording makes the text of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from workflow.text import Text


@dataclass(frozen=True, slots=True)
class Money:
    """万元."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Percent:
    """Percent points."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class ShortDay:
    """A day said without its year: 03-31(周三)."""

    value: date


@dataclass(frozen=True, slots=True)
class Size:
    """A number of bytes, said in KB or MB."""

    value: int


@dataclass(frozen=True, slots=True)
class Listed:
    """Several facts, joined as the language joins a list."""

    facts: "tuple[Fact, ...]"


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence id and its facts; every fact is escaped for the surface it goes to."""

    sentence: str
    facts: "Mapping[str, Fact]" = field(default_factory=dict)


Fact = (
    str | int | Decimal | date | datetime | Text | Money | Percent | ShortDay | Size | Listed | Say
)


def say(sentence: str, **facts: Fact) -> Say:
    """Shorthand: `say("item-done", title=item.title)`."""
    return Say(sentence, facts)
