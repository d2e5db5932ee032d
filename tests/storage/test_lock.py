"""One process a folder."""

from pathlib import Path

import pytest

from storage.lock import FolderInUse, FolderLock
from tests.storage.children import started

HOLD = """
import sys; from pathlib import Path; from storage.lock import FolderLock
with FolderLock(Path(sys.argv[1])):
    print("held", flush=True); sys.stdin.read()
"""


def test_a_second_opener_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    with FolderLock(tmp_path / "data"):
        with pytest.raises(FolderInUse) as caught:
            FolderLock(tmp_path / "data")
        assert caught.value.folder == tmp_path / "data"

    FolderLock(tmp_path / "data").release()


def test_a_failed_start_lets_go(tmp_path: Path) -> None:
    def start() -> None:
        with FolderLock(tmp_path):
            raise LookupError

    with pytest.raises(LookupError):
        start()

    FolderLock(tmp_path).release()


def test_a_folder_held_by_a_process_is_free_once_it_is_killed(tmp_path: Path) -> None:
    with started(HOLD, tmp_path) as holder:
        assert holder.line() == "held"
        with pytest.raises(FolderInUse):
            FolderLock(tmp_path)
        holder.kill()

    FolderLock(tmp_path).release()
