"""The catalogues as trees, and the sentences that the code names: for the completeness tests."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from messages.catalogue import FOLDER, WRITTEN
from tests.source import files, nodes, texts

SPEAKING = (
    *("chat", "messages", "workflow", "sheets", "reports", "gateway", "storage", "running"),
    "bot.py",
)
"""Where sentences are named."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One message of a catalogue: its words (markup included) and the facts it names."""

    words: str
    facts: frozenset[str]


@cache
def sentences(locale: str) -> Mapping[str, Sentence]:
    """Every sentence of a language by its id."""
    found = {}
    for path in sorted((FOLDER / locale).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ftl.Message):
                found[entry.id.name] = _read(entry)
    return found


class _Reader(Visitor):
    """Gathers words and facts below one message."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.facts: set[str] = set()

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 - named by fluent
        self.words.append(node.value or "")

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.facts.add(node.id.name)


def _read(entry: ftl.Message) -> Sentence:
    reader = _Reader()
    reader.visit(entry)
    return Sentence("".join(reader.words), frozenset(reader.facts))


def every_sentence() -> list[str]:
    """The ids of all languages together, in order."""
    return sorted({name for locale in WRITTEN for name in sentences(locale)})


# --- what the code says -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence named in the code with its facts; `open_ended` if some come from a mapping."""

    sentence: str
    facts: frozenset[str]
    open_ended: bool
    where: str


SAYERS = {"say", "Say", "RefusedFile", "SheetUnreadable", "is_word"}


@cache
def said() -> tuple[Said, ...]:
    """Every `say("…", fact=…)` whose sentence stands there as a constant."""
    return tuple(_every_said())


def _every_said() -> Iterator[Said]:
    for path in files(*SPEAKING):
        for node in nodes(path):
            if isinstance(node, ast.Call) and _name(node.func) in SAYERS and node.args:
                for sentence in _constants(node.args[0]):
                    yield _said(sentence, node, f"{path.name}:{node.lineno}")


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _constants(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _constants(body)
            yield from _constants(orelse)
        case _:
            pass


def _said(sentence: str, call: ast.Call, where: str) -> Said:
    facts = {word.arg for word in call.keywords if word.arg}
    open_ended = any(word.arg is None for word in call.keywords) or len(call.args) > 1
    for given in call.args[1:]:
        if isinstance(given, ast.Dict):
            facts |= {key.value for key in given.keys if isinstance(key, ast.Constant)}  # type: ignore[misc]
    return Said(sentence, frozenset(facts), open_ended, where)


def families() -> set[str]:
    """The beginnings of sentence ids that the code completes: `say(f"date-{…}")` gives `date-`."""
    found = set()
    for path in files(*SPEAKING):
        for node in nodes(path):
            match node:
                case ast.Call(func=func, args=[ast.JoinedStr(values=[first, *_]), *_]):
                    if _name(func) in SAYERS and isinstance(first, ast.Constant):
                        found.add(str(first.value))
                case _:
                    pass
    return found


@cache
def written() -> frozenset[str]:
    """Every string constant of the code."""
    return frozenset(text for path in files(*SPEAKING) for _, text in texts(path))
