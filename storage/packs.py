"""Packs from their TOML files (docs/packs.md): every fault of every file told at once."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from storage.pack_faults import SharedFiles, all_rules, faults_between, whole_includes
from storage.pack_fields import Names, NamesShape, Shape, names_of
from storage.pack_shapes import LicenceShape, SharedShape
from workflow.basis import Basis, Standing
from workflow.ids import ItemKey, MilestoneKey, PackRef
from workflow.pack import REMINDERS, Item, Pack, Scope
from workflow.text import Text
from workflow.workdays import Calendar

# A table as tomllib gives it: nobody has looked at its values yet.
Table = Mapping[str, Any]

FILE_NAME = re.compile(r"[a-z_]{1,30}@[1-9][0-9]{0,3}")
NAME_TABLES = tuple(each.name for each in fields(Names))

S = TypeVar("S", bound=Shape)


OF_ALL = ("reminders", "questions", "forms")
"""Kinds of files that are no part of a report."""


class PacksFaulty(Exception):
    """The packs cannot be used; `faults` has a line for each fault, file and path first."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = tuple(faults)


def load_packs(folder: Path, calendar: Calendar | None = None) -> Mapping[PackRef, Pack]:
    """All packs of the folder by `<id>@<version>`, shared files worked in; PacksFaulty.

    Their rules count working days by the calendar; without one by bare weekends.
    """
    faults: list[str] = []
    tables = read_folder(folder, faults)
    packs = {stem: table for stem, table in tables.items() if table["kind"] not in OF_ALL}
    names = {stem: _own_names(stem, table, faults) for stem, table in packs.items()}
    shared = {
        stem: _shaped(SharedShape, stem, table, names[stem], faults)
        for stem, table in tables.items()
        if table["kind"] == "shared"
    }
    licences = {
        stem: _licence(stem, table, names, shared, faults)
        for stem, table in tables.items()
        if table["kind"] == "licence"
    }
    for stem, licence in licences.items():
        if licence is not None:
            faults.extend(_line(stem, *fault) for fault in faults_between(licence, shared))
            faults.extend(_line(stem, *fault) for fault in _no_policy(licence, tables))
    if faults:
        raise PacksFaulty(faults)
    return {
        PackRef(stem): replace(
            _pack(PackRef(stem), licence, shared), calendar=calendar or Calendar()
        )
        for stem, licence in licences.items()
        if licence is not None
    }


# --- files ------------------------------------------------------------------------------


def read_folder(folder: Path, faults: list[str]) -> dict[str, Table]:
    """The tables of the files that say what kind they are, by file name without `.toml`."""
    tables = {path.stem: _read(path, faults) for path in sorted(folder.glob("*.toml"))}
    if not tables:
        faults.append(f"{folder.name}: there is no pack in this folder")
    return {stem: table for stem, table in tables.items() if table is not None}


def _read(path: Path, faults: list[str]) -> Table | None:
    if not FILE_NAME.fullmatch(path.stem):
        faults.append(f"{path.name}: a pack's file is called <id>@<version>.toml")
        return None
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except (OSError, ValueError) as error:
        faults.append(f"{path.name}: {error}")
        return None
    if table.get("kind") not in ("licence", "shared", *OF_ALL):
        faults.append(
            _line(path.stem, "kind", "it is licence, shared, reminders, questions or forms")
        )
        return None
    return table


# --- names ------------------------------------------------------------------------------


def _own_names(stem: str, table: Table, faults: list[str]) -> Names:
    """What the file defines; where that is faulty, stand-ins, so that the rest is checked too."""
    defined = {key: table[key] for key in NAME_TABLES if key in table}
    try:
        return names_of(NamesShape.model_validate(defined))
    except ValidationError as error:
        faults.extend(lines_of(stem, error, table))
        nobody = Text("?", "?")
        return Names(
            dict.fromkeys(_keys(defined.get("units")), nobody),
            dict.fromkeys(_keys(defined.get("bases")), Basis(Standing.UNVERIFIED)),
            dict.fromkeys(_keys(defined.get("options")), ()),
            dict.fromkeys(_keys(defined.get("checks")), nobody),
            dict.fromkeys(_keys(defined.get("patterns")), "x"),
        )


def _keys(table: object) -> Iterable[str]:
    return table if isinstance(table, dict) else ()


def _licence(
    stem: str,
    table: Table,
    names: Mapping[str, Names],
    shared: SharedFiles,
    faults: list[str],
) -> LicenceShape | None:
    """A licence's table; where an included file is missing its names are too, so no more is told."""
    files = _included(table)
    missing = [file for file in files if file not in shared]
    faults.extend(_line(stem, "include", f"there is no shared file {file}") for file in missing)
    if missing:
        return None
    known = names[stem]
    for file in files:
        twice = _both(known, names[file])
        faults.extend(_line(stem, path, f"{file} defines it too") for path in twice)
        known = known.joined(names[file])
    return _shaped(LicenceShape, stem, table, known, faults)


def _no_policy(licence: LicenceShape, tables: Mapping[str, Table]) -> Iterator[tuple[str, str]]:
    name = licence.reminders
    if name is not None and tables.get(name, {}).get("kind") != "reminders":
        yield "reminders", f"there is no file {name} of kind reminders"


def _included(table: Table) -> list[str]:
    """The files a table includes, as far as it says so in the right form."""
    includes = table.get("include")
    if not isinstance(includes, list):
        return []
    files = [each.get("file") for each in includes if isinstance(each, dict)]
    return [file for file in files if isinstance(file, str)]


def _both(one: Names, other: Names) -> Iterator[str]:
    for kind in NAME_TABLES:
        for name in sorted(set(getattr(one, kind)) & set(getattr(other, kind))):
            yield f"{kind}.{name}"


# --- shapes and faults ------------------------------------------------------------------


def _shaped(shape: type[S], stem: str, table: Table, names: Names, faults: list[str]) -> S | None:
    """The table as the shape says; None if it has faults of its own, which are told."""
    body = {key: value for key, value in table.items() if key not in NAME_TABLES}
    try:
        return shape.model_validate(body, context=names)
    except ValidationError as error:
        faults.extend(lines_of(stem, error, table))
        return None


def _line(stem: str, path: str, why: str) -> str:
    return f"{stem}.toml: {path}: {why}"


def lines_of(stem: str, error: ValidationError, table: Table) -> Iterator[str]:
    """A line for each fault that the shape of a file found, with its place."""
    for fault in error.errors(include_url=False):
        why = str(fault["ctx"]["error"]) if fault["type"] == "value_error" else fault["msg"]
        yield _line(stem, _path(fault["loc"], table), why)


def _path(steps: Sequence[int | str], table: Table) -> str:
    """Where in the file; the names of pydantic's own that stand in between are left out."""
    here: object = table
    path = []
    for step in steps:
        if isinstance(here, dict) and step not in (here.get("type"), "[key]"):
            here = here.get(step)
            path.append(str(step))
        elif isinstance(here, list) and isinstance(step, int):
            here = here[step]
            path.append(str(step))
    return ".".join(path)


# --- packs ------------------------------------------------------------------------------


def _pack(ref: PackRef, licence: LicenceShape, shared: SharedFiles) -> Pack:
    """The pack of a licence without faults: shared items first, then its own."""
    own = (item.item(key, item.milestone, Scope.SEASON) for key, item in licence.items.items())
    return Pack(
        ref=ref,
        title=licence.title,
        licence_code=licence.licence_code,
        submission=MilestoneKey(licence.submission),
        proof=ItemKey(licence.proof),
        milestones=tuple(step.milestone(key) for key, step in licence.milestones.items()),
        items=(*_shared_items(licence, shared), *own),
        profiles=tuple(each.profile(key) for key, each in licence.profiles.items()),
        policy=REMINDERS if licence.reminders is None else PackRef(licence.reminders),
        rules=tuple(all_rules(licence, shared)),
        hides=tuple(each.hiding() for each in licence.hides),
        modes={name: each.stands for name, each in licence.modes.items()},
        quality=licence.quality.spec() if licence.quality else None,
        score=licence.score.scoring() if licence.score else None,
    )


def _shared_items(licence: LicenceShape, shared: SharedFiles) -> Iterator[Item]:
    for _, include, file in whole_includes(licence, shared):
        for key, item in file.items.items():
            yield item.item(key, include.step_of(key), item.scope)
