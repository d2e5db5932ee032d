"""Rules of a pack: what is looked at, when it fires, what it says, which papers it opens.

The tree a rule is written in stands in workflow/nodes.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from workflow.basis import Basis
from workflow.ids import ItemKey
from workflow.leaves import Answered, Chosen, Const, Figure, HasFile, Year
from workflow.looking import Look, looked_at
from workflow.nodes import (
    AllOf,
    AnyOf,
    Changed,
    Compared,
    Comparison,
    Condition,
    NotSo,
    Operand,
    Operator,
    Quote,
    Reckoned,
)
from workflow.text import Text

__all__ = [
    "AllOf",
    "Answered",
    "AnyOf",
    "Changed",
    "Chosen",
    "Compared",
    "Comparison",
    "Condition",
    "Const",
    "Figure",
    "HasFile",
    "Hiding",
    "NotSo",
    "Operand",
    "Operator",
    "Quote",
    "Reckoned",
    "Rule",
    "RuleKey",
    "Said",
    "Severity",
    "Year",
]

RuleKey = NewType("RuleKey", str)


class Severity(StrEnum):
    """How much a finding weighs (docs/packs.md, Rules), the gravest first."""

    BLOCK = "block"
    """It cannot be filed like this; nobody can accept it."""
    ERROR = "error"
    """Put right, or explained by somebody who signs for it."""
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Said:
    """What the message names: a number, with the item whose unit it is told in, or words."""

    value: Operand | Quote
    like: ItemKey | None = None
    percent: bool = False
    """A share told as percent: 0.3 is 30 %."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. `message` and `reason` may name what is in `says`: {a}, {b}."""

    key: RuleKey
    title: Text
    severity: Severity
    fires: Condition
    message: Text
    reason: Text
    """The rule in words."""
    basis: Basis
    items: tuple[ItemKey, ...]
    """Whose answers can put it right, the likeliest first."""
    says: Mapping[str, Said] = field(default_factory=dict)
    applies: Condition | None = None
    """Where this does not hold there is nothing to check."""
    opens: tuple[ItemKey, ...] = ()
    """A substantive change: the papers that are wanted while it fires."""
    also: Text | None = None
    """What else the change calls for, such as a filing of its own (Arts. 28 and 29)."""
    even_hidden: bool = False
    """It holds of what is hidden too (R15: there are figures where there is to be none)."""
    looks: tuple[Look, ...] = field(init=False, repr=False, compare=False)
    """What the rule looks at, each once."""

    def __post_init__(self) -> None:
        """Look through the tree once: a rule is held against many figures."""
        of_applies = looked_at(self.applies) if self.applies is not None else ()
        looks = tuple(dict.fromkeys((*of_applies, *looked_at(self.fires))))
        object.__setattr__(self, "looks", looks)


@dataclass(frozen=True, slots=True)
class Hiding:
    """Fields that a choice takes off the form (未开通): rules that look at one are set apart."""

    when: Condition
    items: frozenset[ItemKey]
