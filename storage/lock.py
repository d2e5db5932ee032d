"""One process per data folder: an advisory lock held for as long as the process lives."""

import fcntl
from pathlib import Path
from types import TracebackType
from typing import Self

from storage.disk import make_folder, open_private


class FolderInUse(Exception):
    """Another process, or another part of this one, holds the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: in use by another process; stop it first")
        self.folder = folder


class FolderLock:
    """Held from its making until `release` or the end of the process; FolderInUse.

    A forked child shares the lock and keeps it beyond its parent's end: start workers with spawn.
    """

    def __init__(self, folder: Path, name: str = "lock") -> None:
        make_folder(folder)
        self._file = open(folder / name, "ab", opener=open_private)  # noqa: SIM115  (held on)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise FolderInUse(folder) from None
        except BaseException:
            self._file.close()
            raise

    def release(self) -> None:
        """Let the next one in."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
