"""A company as plain JSON and back: the shape of a company file, its number, and the upgrades."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, ClassVar, TypeAlias

import orjson
from pydantic import ConfigDict, TypeAdapter
from pydantic_core import (
    CoreSchema,
    SchemaSerializer,
    SchemaValidator,
    ValidationError,
    core_schema,
)

from storage.chain import Sealed, unsealed
from workflow.model import Company

# Parsed JSON of a shape only this module knows.
Document: TypeAlias = dict[str, Any]
Upgrade: TypeAlias = Callable[[Document], Document]

SCHEMA = 4


def _chained(old: Document) -> Document:
    """From 1 to 2: events are chained; those from before are sealed at the next commit."""
    pending = [asdict(unsealed(e["seq"], orjson.dumps(e).decode())) for e in old["pending"]]
    return {**old, "pending": pending, "head": ""}


def _reminded(old: Document) -> Document:
    """From 2 to 3: dates that were moved, words on warnings, robots; a company of before has none."""
    return old


def _checked(old: Document) -> Document:
    """From 3 to 4: earlier years, findings, substantive changes; a company of before has none."""
    return old


UPGRADES: Mapping[int, Upgrade] = {1: _chained, 2: _reminded, 3: _checked}
"""From a schema to the next; each released step stays for good."""


class Undecodable(Exception):
    """A document that is no company of the schema it claims."""


@dataclass(frozen=True, slots=True)
class StoredCompany:
    """A company file: the company, and what a start needs to finish a commit."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")
    company: Company
    commit: int
    """Number of the intent whose effect this generation is."""
    pending: tuple[Sealed, ...]
    """The events of that commit: they may not have reached the trail yet."""
    head: str
    """Link of the newest event; empty where none is sealed yet, in a file of schema 1."""


def upgraded(
    document: Document, schema: int, *, to: int = SCHEMA, steps: Mapping[int, Upgrade] = UPGRADES
) -> Document:
    """The document brought from its schema to ours, one step at a time; Undecodable."""
    for step in range(schema, to):
        if step not in steps:
            message = f"no upgrade leads from schema {step} to {step + 1}"
            raise Undecodable(message)
        document = steps[step](document)
    return document


def encode(stored: StoredCompany) -> Document:
    """Plain JSON values: decimals as strings, instants in ISO 8601."""
    document: Document = _SERIALIZER.to_python(stored, mode="json")
    return document


def decode(document: Document, schema: int = SCHEMA) -> StoredCompany:
    """The company file's content; Undecodable for anything unknown, missing or left over."""
    try:
        stored: StoredCompany = _VALIDATOR.validate_python(upgraded(document, schema))
    except ValidationError as error:
        # the places and kinds of the faults, never the values: this text reaches logs
        faults = (f"{'.'.join(map(str, e['loc']))}: {e['type']}" for e in error.errors())
        raise Undecodable("; ".join(faults)) from None
    return stored


_IN_ORDER = core_schema.plain_serializer_function_ser_schema(sorted)


def _settled(schema: CoreSchema) -> CoreSchema:
    """The same schema, its unions told apart by `tag` instead of by trial, its sets in order.

    Trial takes twice the time. Workflow's unions carry a tag but know no pydantic, so that the
    discriminator is set here and not beside their fields. A set has no order of its own: written
    as it comes, the same company would be other bytes in another process.
    """
    named = {one["ref"]: one for one in schema.get("definitions", ())}
    settled: CoreSchema = _settle(schema, named)
    return settled


def _settle(node: Any, named: Mapping[str, Any]) -> Any:  # noqa: ANN401  (pydantic's schema tree)
    if isinstance(node, list | tuple):
        return type(node)(_settle(part, named) for part in node)
    if not isinstance(node, dict):
        return node
    node = {key: _settle(part, named) for key, part in node.items()}
    if node.get("type") == "frozenset":
        return {**node, "serialization": _IN_ORDER}
    if node.get("type") != "union":
        return node
    choices = {tag: one for one in node["choices"] for tag in _tags(one, named)}
    return {"type": "tagged-union", "discriminator": "tag", "choices": choices}


def _tags(choice: Any, named: Mapping[str, Any]) -> list[str]:  # noqa: ANN401
    """The tags by which a member of a union, or a union inside it, is known."""
    choice = named[choice["schema_ref"]] if choice["type"] == "definition-ref" else choice
    if choice["type"] == "tagged-union":
        return list(choice["choices"])
    fields = {field["name"]: field["schema"] for field in choice["schema"]["fields"]}
    tags: list[str] = fields["tag"]["schema"]["expected"]
    return tags


_SCHEMA = _settled(TypeAdapter(StoredCompany).core_schema)
_VALIDATOR = SchemaValidator(_SCHEMA)
_SERIALIZER = SchemaSerializer(_SCHEMA)
