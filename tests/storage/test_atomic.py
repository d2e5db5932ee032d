"""Whole files or none: what reading finds when a file is not what was written."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.atomic import AtomicStorage, FileDamaged, FileTooNew, previous_of
from storage.disk import Disk

TABLES = {"company": {"1": {"name": "甲", "seats": 280}}}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("atomic") / "acme.json"
    AtomicStorage(path, Disk(), schema=3).write(TABLES)
    return path


def opened(path: Path, content: bytes) -> AtomicStorage:
    other = path.with_name("other.json")
    other.write_bytes(content)
    return AtomicStorage(other, Disk(), schema=3)


def test_what_was_written_is_read(whole: Path) -> None:
    storage = AtomicStorage(whole, Disk(), schema=3)

    assert storage.read() == TABLES
    assert storage.schema == 3


def test_generations_count_up_and_the_one_before_stays(tmp_path: Path) -> None:
    path = tmp_path / "acme.json"
    AtomicStorage(path, Disk(), schema=3).write(TABLES)
    first = path.read_bytes()

    storage = AtomicStorage(path, Disk(), schema=3)
    storage.write(storage.read() or {})

    assert previous_of(path).read_bytes() == first
    assert path.read_bytes().startswith(b'{"schema":3,"seq":2,')
    assert sorted(each.name for each in tmp_path.iterdir()) == ["acme.json", "acme.json.prev"]


def test_a_crash_between_the_two_renames_does_not_stop_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "acme.json"
    AtomicStorage(path, Disk(), schema=3).write(TABLES)
    previous_of(path).hardlink_to(path)

    storage = AtomicStorage(path, Disk(), schema=3)
    storage.write(storage.read() or {})

    assert sorted(each.name for each in tmp_path.iterdir()) == ["acme.json", "acme.json.prev"]


def test_a_second_name_left_by_a_crash_does_not_stop_the_next_write(tmp_path: Path) -> None:
    path = tmp_path / "acme.json"
    AtomicStorage(path, Disk(), schema=3).write(TABLES)
    path.with_name("acme.json.keep").hardlink_to(path)

    storage = AtomicStorage(path, Disk(), schema=3)
    storage.write(storage.read() or {})

    assert sorted(each.name for each in tmp_path.iterdir()) == ["acme.json", "acme.json.prev"]


def test_a_file_that_never_was_is_no_damage(tmp_path: Path) -> None:
    assert AtomicStorage(tmp_path / "acme.json", Disk(), schema=3).read() is None


def test_a_missing_file_with_a_previous_copy_is_damage(tmp_path: Path) -> None:
    previous_of(tmp_path / "acme.json").write_bytes(b"")

    with pytest.raises(FileDamaged):
        AtomicStorage(tmp_path / "acme.json", Disk(), schema=3).read()


@pytest.mark.parametrize(
    "content", [b"", b"null", b"{}", b"[]", b'{"company": {}}\n', b"\0" * 4096]
)
def test_foreign_content_is_damage(whole: Path, content: bytes) -> None:
    with pytest.raises(FileDamaged):
        opened(whole, content).read()


@settings(deadline=None)
@given(st.data())
def test_any_flipped_bit_is_damage(whole: Path, data: st.DataObject) -> None:
    content = bytearray(whole.read_bytes())
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8

    with pytest.raises(FileDamaged):
        opened(whole, bytes(content)).read()


@settings(deadline=None)
@given(st.data())
def test_any_cut_is_damage(whole: Path, data: st.DataObject) -> None:
    content = whole.read_bytes()
    length = data.draw(st.integers(0, len(content) - 1))

    with pytest.raises(FileDamaged):
        opened(whole, content[:length]).read()


def test_a_later_schema_is_too_new_and_an_earlier_one_is_told(whole: Path) -> None:
    with pytest.raises(FileTooNew, match="schema 3 is newer than 2"):
        AtomicStorage(whole, Disk(), schema=2).read()

    later = AtomicStorage(whole, Disk(), schema=4)
    assert later.read() == TABLES
    assert later.schema == 3
