"""Bringing every file under the present key: `python bot.py rotate`.

File by file, each replaced in one instant, so that it may be stopped anywhere and done again.
Without a present key everything becomes plain.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from storage.atomic import AtomicStorage, FileDamaged
from storage.cipher import MARK, NO_KEY, Keys, SealBroken, key_of
from storage.codec import SCHEMA
from storage.disk import Disk, make_folder
from storage.evidence import INCOMING, sealed_name
from storage.key_record import admit, retire_older
from storage.lock import FolderLock
from workflow.ids import FileId

BEGINNING = len(MARK) + len(NO_KEY) + 1
"""Bytes by which a file tells its key."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What became of the files."""

    changed: int
    kept: int
    """So many were under the present key already."""
    left: tuple[str, ...]
    """Damaged files, left as they are: a line each, with its path."""


def rotate(folder: Path, keys: Keys, disk: Disk | None = None) -> Rotated:
    """Seal company and evidence files with the present key; the older ones are in use no more.

    While a file is left the older keys stay in use. KeyMissing if a key is not at hand;
    FolderInUse while the bot or a backup runs; OSError if the disk refuses.
    """
    disk = disk or Disk()
    with FolderLock(folder), FolderLock(folder, "backup.lock"):
        admit(keys, folder, disk)
        make_folder(folder / "evidence" / INCOMING)
        _tidy(folder, disk)
        rotated = _rotate_each(_steps(folder, keys, disk))
        if not rotated.left:
            retire_older(keys, folder, disk)
        return rotated


Step = tuple[Path, Callable[[], bool]]
"""A file, and the deed that brings it under the present key and says whether it had to."""


def _steps(folder: Path, keys: Keys, disk: Disk) -> Iterator[Step]:
    for path in sorted((folder / "companies").glob("*.json")):
        yield path, AtomicStorage(path, disk, SCHEMA, keys).reseal
    for previous in sorted((folder / "companies").glob("*.json.prev")):
        path = previous.with_suffix("")
        yield previous, AtomicStorage(path, disk, SCHEMA, keys, resting=True).reseal
    for path in sorted((folder / "evidence").glob("*/*")):
        yield path, partial(_reseal_evidence, path, keys, disk)


def _rotate_each(steps: Iterator[Step]) -> Rotated:
    changed, kept, left = 0, 0, []
    for path, reseal in steps:
        try:
            was_needed = reseal()
        except FileDamaged as error:
            left.append(str(error))
        except SealBroken:
            left.append(f"{path}: its key does not open it")
        else:
            changed, kept = changed + was_needed, kept + (not was_needed)
    return Rotated(changed, kept, tuple(left))


def _reseal_evidence(path: Path, keys: Keys, disk: Disk) -> bool:
    with path.open("rb") as file:
        if key_of(file.read(BEGINNING)) == keys.present:
            return False
    name = sealed_name(FileId(path.name))
    content = keys.unseal(name, path.read_bytes())
    fresh = path.parents[1] / INCOMING / path.name
    disk.write_new(fresh, keys.seal(name, [content]))
    disk.sync(fresh)
    disk.replace(fresh, path)
    disk.sync(path.parent)
    return True


def _tidy(folder: Path, disk: Disk) -> None:
    """Take away what a crash left, which may be plain: half-written files, second names."""
    shutil.rmtree(folder / "backup.stage", ignore_errors=True)
    left_over = [
        *(folder / "companies").glob("*.json.new"),
        *(folder / "companies").glob("*.json.keep"),
        *(folder / "evidence" / INCOMING).glob("*"),
    ]
    for path in left_over:
        disk.remove(path)
