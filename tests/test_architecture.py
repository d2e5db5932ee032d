"""The house keeps its plan: who imports whom, what stays outside, how long things grow."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.source import ROOMS, ROOT, called, files, imports, named, nodes, texts, tree

MAY_IMPORT: Mapping[str, set[str]] = {
    "workflow": {"stdnum"},
    "storage": {"workflow", "tinydb", "pydantic", "pydantic_core", "orjson", "cryptography"},
    "messages": {"workflow", "dateparser", "borax", "fluent", "babel", "rapidfuzz", "opencc"},
    "chat": {"workflow", "messages", "rapidfuzz", "pydantic"},
    "reports": {
        *("workflow", "messages", "icalendar", "PIL", "pylopdf_fonts_zh_cn"),
        *("openpyxl", "docx", "typst"),
    },
    "sheets": {"workflow", "chat.talk", "chat.cells", "chat.documents", "openpyxl", "defusedxml"},
    "gateway": {
        *("workflow", "chat", "messages"),
        *("telegram", "apscheduler", "httpx", "pydantic", "puremagic", "starlette", "uvicorn"),
        "aiosmtplib",
    },
    "localchat": {"starlette", "uvicorn", "multipart", "python_multipart", "anyio"},
    "running": {
        *("workflow", "storage", "messages", "chat", "sheets", "reports", "gateway", "localchat"),
    },
}
"""Beside the standard library and the room itself; only `bot.py` imports `running`."""

SHADOWS = {"telegram", "calendar", "types", "locale"}
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "base", "constants"}
OUR_OWN = (*ROOMS, "bench", "samples", "tests", "bot.py")
HAN = re.compile("[\u3400-\u9fff]")

PURE = ("workflow", "messages", "chat")
CLOCKS = {"now", "utcnow", "today", "time_ns", "monotonic", "perf_counter"}
DICE = {"uuid1", "uuid4", "token_hex", "token_bytes", "token_urlsafe", "randbelow", "getrandbits"}
DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "getenv", "urlopen"}
WORLD = {"random", "secrets", "uuid", "time", "os", "io", "socket", "subprocess", "asyncio"}
READS_ITS_FILES = {f"messages/{name}.py" for name in ("catalogue", "one_language", "plain_words")}

WORD_DATA = {
    # Numerals, units, dates, phones as people type them: the words are the data.
    *(f"messages/{name}.py" for name in ("dateforms", "datereaders", "datewords", "numbers")),
    *(f"messages/{name}.py" for name in ("durations", "festivals", "festivalreaders", "moments")),
    *(f"messages/{name}.py" for name in ("periodreaders",)),
    *(f"messages/{name}.py" for name in ("numerals", "pairs", "phones", "times", "typed", "units")),
    *(f"messages/{name}.py" for name in ("secret_numbers", "secret_words")),
    "sheets/cell_text.py",  # 万 and 亿 in Excel's number formats
    "workflow/naming.py",  # what company names have in common, and so does not tell them apart
    "localchat/people.py",  # people to play with, as Telegram would name them
    "localchat/server.py",  # the name of the bot, as BotFather would know it
}

LONGEST_FILE = 300
LONGEST_TEST_FILE = 350
"""A table of cases is read, not understood: tests may be a little longer."""
LONGEST_FUNCTION = 40


def each(*places: str) -> pytest.MarkDecorator:
    """One test a file."""
    return pytest.mark.parametrize("path", files(*places), ids=named)


# --- who imports whom -------------------------------------------------------------------


@each(*ROOMS)
def test_a_room_imports_only_what_the_plan_allows(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]

    strange = [name for name in imports(path) if not _is_allowed(name, room)]

    assert strange == []


def _is_allowed(name: str, room: str) -> bool:
    top = name.partition(".")[0]
    allowed = MAY_IMPORT[room]
    return top in (room, *sys.stdlib_module_names) or top in allowed or name in allowed


def test_every_room_of_the_tree_stands_in_the_plan() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {
        "tests",
        "bench",
        "samples",
    }

    assert rooms == set(MAY_IMPORT)


@each(*OUR_OWN)
def test_no_import_is_relative(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith(".")] == []


@each(*(room for room in ROOMS if room != "gateway"), "bot.py")
def test_only_the_gateway_knows_telegram(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imports(path)}

    assert tops.isdisjoint({"telegram", "apscheduler"})


@each(*OUR_OWN)
def test_no_module_shadows_a_library_or_is_called_after_nothing(path: Path) -> None:
    names = {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}

    assert names.isdisjoint(SHADOWS | SAYS_NOTHING)


# --- no clock, no dice, no disk ---------------------------------------------------------


@each(*PURE)
def test_what_thinks_has_no_clock_no_dice_and_no_disk(path: Path) -> None:
    """The catalogue reads its own files when it is asked to: the one exception."""
    forbidden = CLOCKS | DICE | (set() if named(path) in READS_ITS_FILES else DISK)

    found = [f"{line}: {name}()" for line, name in called(path) if name in forbidden]

    assert found == []


@each(*PURE)
def test_what_thinks_does_not_import_the_world(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imports(path)}

    assert tops.isdisjoint(WORLD)


@each(*ROOMS, "bot.py")
def test_nothing_is_read_when_a_module_is_imported(path: Path) -> None:
    found = [ast.unparse(node) for node in _at_import(tree(path)) if _reads(node)]

    assert found == []


def _at_import(module: ast.Module) -> Iterator[ast.AST]:
    """What runs when the module is imported: not the bodies of functions."""
    waiting: list[ast.AST] = list(module.body)
    while waiting:
        node = waiting.pop()
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield node
            waiting += ast.iter_child_nodes(node)


def _reads(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in DISK | {"now", "connect", "load_catalogue", "load_packs"}
        case ast.Attribute(attr="environ"):
            return True
        case _:
            return False


# --- words for people stand in the catalogues -------------------------------------------


@each(*ROOMS, "bot.py")
def test_no_chinese_stands_in_the_code(path: Path) -> None:
    """Words that the code must know to understand people are data, in modules of their own."""
    if named(path) in WORD_DATA:
        return

    assert [f"{line}: {text}" for line, text in texts(path) if HAN.search(text)] == []


@pytest.mark.parametrize("name", sorted(WORD_DATA))
def test_a_module_that_may_hold_chinese_does(name: str) -> None:
    assert any(HAN.search(text) for _, text in texts(ROOT / name))


@each("chat", "workflow", "messages")
def test_no_english_sentence_stands_where_people_are_answered(path: Path) -> None:
    """`message = …` before a raise is for programmers; regular expressions and lists have marks."""
    told = {line for line, _ in _faults_of_programmers(path)}

    found = [
        f"{line}: {text}"
        for line, text in texts(path)
        if line not in told and re.search(r"^[\w ,.'’-]*[a-z]{2,} [a-z]{2,} [a-z]{2,}", text)
    ]

    assert [each for each in found if named(path) not in WORD_DATA] == []


def _faults_of_programmers(path: Path) -> Iterator[tuple[int, ast.expr]]:
    for node in nodes(path):
        match node:
            case ast.Assign(targets=[ast.Name(id="message")], value=value):
                yield node.lineno, value
            case _:
                pass


@each("gateway", "storage", "sheets", "reports")
def test_the_edge_says_nothing_in_full_sentences(path: Path) -> None:
    """Log lines are constant words in lower case; people are told by the catalogues."""
    sentence = re.compile(r"^[A-Z][a-z]+( [\w,;:'’-]+){2,}.*[.!?]$")

    assert [f"{line}: {text}" for line, text in texts(path) if sentence.match(text)] == []


# --- size -------------------------------------------------------------------------------


@each(*OUR_OWN)
def test_no_file_is_over_three_hundred_lines(path: Path) -> None:
    longest = LONGEST_TEST_FILE if named(path).startswith("tests/") else LONGEST_FILE

    assert len(path.read_text(encoding="utf-8").splitlines()) <= longest


@each(*OUR_OWN)
def test_no_function_is_over_forty_lines(path: Path) -> None:
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }

    assert {name: size for name, size in lengths.items() if size > LONGEST_FUNCTION} == {}


@each(*ROOMS, "bot.py")
def test_a_module_tells_a_newcomer_what_lives_here(path: Path) -> None:
    assert ast.get_docstring(tree(path))


# --- nothing of the machine it was written on -------------------------------------------

_HOMES = ("/ho" + "me/", "/ro" + "ot/", "/Us" + "ers/", "/wo" + "rk/", "C:" + "\\Us")
_HOSTS = ("pypi" + ".org", "python" + "hosted", "npm" + "js", "arti" + "factory", "ne" + "xus.")
TRACES = (*_HOMES, *_HOSTS)
"""Split, so that this file is not found by its own search."""
WRITTEN = ("*.py", "*.md", "*.toml", "*.ftl", "*.lock", "*.yml", "*.js", "*.css", "*.html", "*.txt")
NOT_OURS = {".git", ".venv", "data", ".hypothesis", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


def _written() -> list[Path]:
    found = [path for pattern in WRITTEN for path in ROOT.rglob(pattern)]
    found += [ROOT / "Makefile", ROOT / ".ci" / "run"]
    ours = [path for path in found if NOT_OURS.isdisjoint(path.relative_to(ROOT).parts)]
    return [path for path in ours if path.is_file()]


def test_nothing_names_a_folder_of_some_machine_or_a_registry() -> None:
    told = {
        named(path): trace
        for path in _written()
        for trace in TRACES
        if trace in path.read_text(encoding="utf-8")
    }

    assert told == {}
