"""English counts: a sentence that says several says one of them rightly too."""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from fluent.syntax import FluentParser, ast

from messages.catalogue import FOLDER
from messages.quality_words import counted

SEVERAL = re.compile(
    r"^(?:</b>)? (?:(?:more|fewer|earlier|open|working|worked-out) )*(?!is\b|was\b|has\b|this\b)([a-z-]+s|people)\b"
)
NAMES = frozenset({"who", "name", "what", "place", "inviter", "department", "nominal", "rate"})
ALWAYS_SEVERAL = frozenset({
    *("calendar-statutory-only", "code-rest", "error-legal-rungs-needed", "error-too-many"),
    *("error-too-many-questions", "error-too-long", "wants-text", "sign-silent"),
    *("tap-sign-silent", "keeping-years", "tap-keep-for", "said-keep-for"),
    *("event-retention-set", "years-units"),
    # bounds of our own, all above one; below what is told of several only
    *("board-page", "digest-many", "tap-look-findings", "tap-quality-take-all"),
    *("notice-assigned-many", "notice-unassigned-many", "signing-scan-back", "years-caption"),
    # a figure with its sign or its decimals
    *("change-points", "score-total"),
})  # fmt: skip


def unsaid(pattern: ast.Pattern, chosen: frozenset[str]) -> Iterator[str]:
    """The nouns in the plural behind a count for which no other sentence says one."""
    followed = zip(pattern.elements, [*pattern.elements[1:], None], strict=True)
    for element, behind in followed:
        if not isinstance(element, ast.Placeable):
            continue
        match element.expression:
            case ast.SelectExpression(selector=ast.VariableReference(id=by), variants=variants):
                keys = {
                    getattr(each.key, "name", getattr(each.key, "value", "")) for each in variants
                }
                known = chosen | ({by.name} if keys & {"one", "1"} else frozenset())
                for each in variants:
                    yield from unsaid(each.value, known)
            case ast.VariableReference(id=named) if isinstance(behind, ast.TextElement):
                several = SEVERAL.match(behind.value)
                if several and named.name not in chosen | NAMES:
                    yield several[1]


def sentences() -> Iterator[tuple[str, ast.Pattern]]:
    for path in sorted((FOLDER / "en").glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value:
                yield entry.id.name, entry.value


def test_every_count_says_one_as_one() -> None:
    found = {name: list(unsaid(pattern, frozenset())) for name, pattern in sentences()}

    assert {name for name, nouns in found.items() if nouns} == ALWAYS_SEVERAL


@pytest.mark.parametrize(
    ("number", "told"), [("1", 1), ("1.00", 1), ("2", Decimal(2)), ("0.5", Decimal("0.5"))]
)
def test_one_that_was_worked_out_is_told_as_one(number: str, told: Decimal | int) -> None:
    assert counted(Decimal(number)) == told
    assert type(counted(Decimal(number))) is type(told)
