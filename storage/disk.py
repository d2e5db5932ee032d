"""The few calls by which files are changed; tests hand in one that fails or dies at a given call."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
FOLDER_OWNER_ONLY = 0o700
LONGEST_ID = 64


class Disk:
    """The real disk. Every method raises OSError when the disk refuses."""

    def write_new(self, path: Path, chunks: Iterable[bytes]) -> None:
        """Write a file from scratch, readable by its owner only; not yet durable."""
        with open(path, "wb", opener=open_private) as file:
            file.writelines(chunks)

    def sync(self, path: Path) -> None:
        """Wait until a file's bytes, or a folder's names, are on the disk."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def link(self, path: Path, second: Path) -> None:
        """Give the file a second name, which must be free."""
        second.hardlink_to(path)

    def replace(self, path: Path, target: Path) -> None:
        """Rename; whatever bore the name before is replaced in the same instant."""
        path.replace(target)

    def remove(self, path: Path) -> None:
        """Take a name away, if it is there."""
        with suppress(FileNotFoundError):
            path.unlink()


def open_private(path: str, flags: int) -> int:
    """An `opener` for open(): the file is for its owner only."""
    return os.open(path, flags, OWNER_ONLY)


def make_folder(path: Path) -> None:
    """Make the folder and those above it, for its owner only; one that exists stays as it is."""
    path.mkdir(mode=FOLDER_OWNER_ONLY, parents=True, exist_ok=True)


def is_plain(name: str) -> bool:
    """Whether an id can be a file's name anywhere: up to 64 of a-z A-Z 0-9 _ and -."""
    letters = name.replace("-", "").replace("_", "")
    return letters.isascii() and letters.isalnum() and len(name) <= LONGEST_ID
