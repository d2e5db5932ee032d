"""Every rule tells what it found: the numbers it compares, the rule in words, in both languages."""

import re
from collections.abc import Iterator

import pytest

from tests.workflow.firm import PACKS
from workflow.ids import PackRef
from workflow.looking import looked_at, parts
from workflow.nodes import Compared, Node
from workflow.rules import Rule

NAMED = re.compile(r"\{([a-z]+)\}")
HAN = re.compile(r"[\u4e00-\u9fff]")
NEWEST = (PACKS[PackRef("call_centre@2")], PACKS[PackRef("multi_party@2")])
RULES = list({rule.key: rule for pack in NEWEST for rule in pack.rules}.values())


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for part in parts(node):
        yield from nodes(part)


def compares_figures(rule: Rule) -> bool:
    """Whether it holds one number that was answered against another."""
    return any(
        isinstance(node, Compared) and any(looked_at(node.left)) and any(looked_at(node.right))
        for node in nodes(rule.fires)
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.key))
def test_both_languages_tell_the_same_numbers(rule: Rule) -> None:
    zh, en = (set(NAMED.findall(words)) for words in (rule.message.zh, rule.message.en))

    assert zh == en == set(rule.says)


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if compares_figures(rule)], ids=lambda rule: str(rule.key)
)
def test_what_is_compared_is_told_with_both_values(rule: Rule) -> None:
    assert len(rule.says) >= 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.key))
def test_the_rule_stands_in_words_of_each_language(rule: Rule) -> None:
    zh = (rule.title.zh, rule.message.zh, rule.reason.zh)
    en = (rule.title.en, rule.message.en, rule.reason.en)

    assert all(HAN.search(words) for words in zh)
    assert all(words.strip() and words not in zh for words in en)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.key))
def test_somebody_can_put_it_right(rule: Rule) -> None:
    pack = next(pack for pack in NEWEST if rule in pack.rules)

    assert all(pack.find(item) is not None for item in rule.items)
