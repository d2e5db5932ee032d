"""Our own source as trees, for the tests that hold the house to its rules."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = (
    *("workflow", "storage", "messages", "chat", "sheets", "reports", "gateway"),
    *("localchat", "running"),
)


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of the file."""
    return tuple(ast.walk(tree(path)))


def files(*places: str) -> list[Path]:
    """The Python files of rooms (folders) and of single modules."""
    found: list[Path] = []
    for place in places:
        path = ROOT / place
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def named(path: Path) -> str:
    """The path as people call it, from the top of the tree."""
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module the file imports, in full; a relative one with its leading dots."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def called(path: Path) -> Iterator[tuple[int, str]]:
    """The last name of everything that is called, with its line."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(id=name) | ast.Attribute(attr=name):
                    yield node.lineno, name
                case _:
                    pass


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of the code with its line; docstrings are left out."""
    docs = {id(n.value) for n in nodes(path) if isinstance(n, ast.Expr)}
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.lineno, node.value
