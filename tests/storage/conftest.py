"""Fixtures of the storage tests: a store on disk, closed when the test is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.homes import TinyHome


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[TinyHome]:
    home = TinyHome(tmp_path / "data")
    yield home
    home.close()
