"""Which keys the files of a data folder may need: a start asks here and opens none of them.

The record holds ids, a line each, never a key.
"""

from collections.abc import Sequence
from pathlib import Path

from storage.cipher import KeyMissing, Keys
from storage.disk import Disk

RECORD = "key-ids.txt"


def admit(keys: Keys, folder: Path, disk: Disk) -> None:
    """Let these keys be used: none in use may be missing (KeyMissing), a new one is written down.

    Durable before the new key seals anything. OSError if the disk refuses.
    """
    record = folder / RECORD
    ids = _read(record)
    for key in ids:
        if key not in keys:
            raise KeyMissing(str(record), key)
    if keys.present is not None and keys.present not in ids:
        _write(record, [*ids, keys.present], disk)


def retire_older(keys: Keys, folder: Path, disk: Disk) -> None:
    """Forget every key but the present one: no file needs another any more."""
    wanted = [] if keys.present is None else [keys.present]
    if _read(folder / RECORD) != wanted:
        _write(folder / RECORD, wanted, disk)


def _read(record: Path) -> list[str]:
    if not record.exists():
        return []
    return record.read_text(encoding="utf-8", errors="replace").split()


def _write(record: Path, ids: Sequence[str], disk: Disk) -> None:
    fresh = record.with_name(record.name + ".new")
    disk.write_new(fresh, [f"{key}\n".encode() for key in ids])
    disk.sync(fresh)
    disk.replace(fresh, record)
    disk.sync(record.parent)
