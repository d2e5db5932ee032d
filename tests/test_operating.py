"""The book for whoever runs the bot knows every line that stands in its log."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.source import ROOT

ROOMS = ("gateway", "reports", "running", "sheets", "storage")
LEVELS = frozenset({"info", "warning", "error", "exception", "critical"})
BOOK = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")


def logged() -> Iterator[str]:
    """The constant message of every line."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                match node:
                    case ast.Call(
                        func=ast.Attribute(value=ast.Name("log" | "_log"), attr=level),
                        args=[ast.Constant(str(message)), *_],
                    ) if level in LEVELS:
                        yield message


@pytest.mark.parametrize("message", sorted(set(logged())))
def test_a_line_of_the_log_is_explained(message: str) -> None:
    beginning = re.escape(message.partition(":")[0])

    assert re.search(f"`{beginning}[` ]", BOOK)


def test_the_lines_are_found() -> None:
    assert {"making failed", "unforeseen fault", "sheet reader died"} <= set(logged())
