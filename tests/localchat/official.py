"""Holding an answer against the official types of the Bot API (tests/botapi/api.json)."""

import json
from functools import cache
from pathlib import Path
from typing import Any

API = Path(__file__).parents[1] / "botapi" / "api.json"
PLAIN: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "String": str,
    "Boolean": bool,
    "Float": (int, float),
    "True": bool,
}


@cache
def official() -> dict[str, Any]:
    """The official description: what methods return, and the fields of types."""
    described: dict[str, Any] = json.loads(API.read_text())
    return described


def faults_of_answer(method: str, result: object) -> list[str]:
    """What is wrong with the result of a method; empty if it is as the official types say."""
    return _any_of(official()["returns"][method], result, method)


def faults_of(kind: str, value: object) -> list[str]:
    """What is wrong with a value that should be of an official type."""
    return _one(kind, value, kind)


def _any_of(kinds: list[str], value: object, where: str) -> list[str]:
    tried = [_one(kind, value, where) for kind in kinds]
    return min(tried, key=len)


def _one(kind: str, value: object, where: str) -> list[str]:
    if kind.startswith("Array of "):
        return _array(kind.removeprefix("Array of "), value, where)
    if kind in PLAIN:
        fits = isinstance(value, PLAIN[kind]) and (kind == "Boolean") == isinstance(value, bool)
        return [] if fits else [f"{where}: {value!r} is no {kind}"]
    described = official()["types"][kind]
    if "subtypes" in described:
        return _any_of(described["subtypes"], value, where)
    return _object(described["fields"], value, where)


def _array(kind: str, value: object, where: str) -> list[str]:
    if not isinstance(value, list):
        return [f"{where}: {value!r} is no array"]
    return [fault for n, item in enumerate(value) for fault in _one(kind, item, f"{where}[{n}]")]


def _object(fields: dict[str, Any], value: object, where: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{where}: {value!r} is no object"]
    unknown = [f"{where}.{name}: no such field" for name in value.keys() - fields.keys()]
    required = {name for name, (_, needed) in fields.items() if needed}
    missing = [f"{where}.{name}: missing" for name in required - value.keys()]
    inside = [
        fault
        for name in value.keys() & fields.keys()
        for fault in _any_of(fields[name][0], value[name], f"{where}.{name}")
    ]
    return unknown + missing + inside
