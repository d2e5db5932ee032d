"""How a pack's TOML says its rules (docs/packs.md): one each, or a family of one for each item."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Annotated, Any, TypeVar

from pydantic import Field

from storage.pack_fields import Key, NamedBasis, Shape
from storage.pack_nodes import ConditionShape
from storage.pack_quotes import ToldShape
from workflow.ids import ItemKey
from workflow.looking import looked_at
from workflow.rules import Hiding, Rule, RuleKey, Said, Severity
from workflow.text import Text

NAMED = re.compile(r"\{([a-z]+)\}")
EACH = ItemKey("each")
"""In a rule of a family: the item that it is made for."""
TITLE = "item"
"""In the words of such a rule: what the item is called."""

T = TypeVar("T")


class SaidShape(Shape):
    """What the message names: a number, or words read out."""

    value: ToldShape
    like: Key | None = None
    percent: bool = False

    def said(self) -> Said:
        """As the trade knows it."""
        return Said(self.value, ItemKey(self.like) if self.like else None, self.percent)


class RuleShape(Shape):
    """One rule."""

    title: Text
    severity: Severity
    fires: ConditionShape
    message: Text
    reason: Text
    basis: NamedBasis
    items: tuple[Key, ...] = Field(min_length=1)
    says: dict[Annotated[str, Field(pattern="^[a-z]+$")], SaidShape] = Field(default_factory=dict)
    applies: ConditionShape | None = None
    opens: tuple[Key, ...] = ()
    also: Text | None = None
    even_hidden: bool = False
    each: tuple[Key, ...] = ()
    """A family: one rule for every one of these items, which stands for `each` in it."""

    def rules(self, key: str, titles: Mapping[str, Text]) -> Iterator[Rule]:
        """As the trade knows it; of a family the rule for each item, called by its title."""
        if not self.each:
            yield self._rule(RuleKey(key))
        for item in self.each:
            rule = _made_for(self._rule(RuleKey(f"{key}_{item}")), ItemKey(item))
            yield _called(rule, titles.get(item, Text(item, item)))

    def _rule(self, key: RuleKey) -> Rule:
        return Rule(
            key=key,
            title=self.title,
            severity=self.severity,
            fires=self.fires,
            message=self.message,
            reason=self.reason,
            basis=self.basis,
            items=tuple(ItemKey(each) for each in self.items),
            says={name: each.said() for name, each in self.says.items()},
            applies=self.applies,
            opens=tuple(ItemKey(each) for each in self.opens),
            also=self.also,
            even_hidden=self.even_hidden,
        )


class HidingShape(Shape):
    """Fields that a choice takes off the form."""

    when: ConditionShape
    items: tuple[Key, ...] = Field(min_length=1)

    def hiding(self) -> Hiding:
        """As the trade knows it."""
        return Hiding(self.when, frozenset(ItemKey(each) for each in self.items))


# --- families ---------------------------------------------------------------------------


def _made_for(node: T, item: ItemKey) -> T:
    """The same tree with the item in the place of `each`."""
    made: Any = node
    if node == EACH:
        made = item
    elif isinstance(node, tuple):
        made = tuple(_made_for(each, item) for each in node)
    elif isinstance(node, Mapping):
        made = {key: _made_for(each, item) for key, each in node.items()}
    elif is_dataclass(node) and not isinstance(node, type | Text):
        parts = {
            each.name: _made_for(getattr(node, each.name), item)
            for each in fields(node)
            if each.init
        }
        made = replace(node, **parts)
    same: T = made
    return same


def _called(rule: Rule, title: Text) -> Rule:
    return replace(
        rule,
        title=_filled(rule.title, title),
        message=_filled(rule.message, title),
        reason=_filled(rule.reason, title),
    )


def _filled(words: Text, title: Text) -> Text:
    place = f"{{{TITLE}}}"
    return Text(words.zh.replace(place, title.zh), words.en.replace(place, title.en))


# --- what a rule names ------------------------------------------------------------------


def named_items(rule: Rule) -> Iterator[str]:
    """Every item that the rule speaks of."""
    yield from (*rule.items, *rule.opens)
    yield from (look.item for look in looked_at(rule.fires))
    if rule.applies is not None:
        yield from (look.item for look in looked_at(rule.applies))
    for said in rule.says.values():
        yield from (look.item for look in looked_at(said.value))
        yield from (said.like,) if said.like else ()


def unsaid(rule: Rule) -> Iterator[str]:
    """What the words name and `says` does not hold."""
    for words in (rule.title, rule.message, rule.reason):
        for text in (words.zh, words.en):
            yield from (name for name in NAMED.findall(text) if name not in rule.says)
