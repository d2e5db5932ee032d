"""The evidence box: bytes kept whole, under names nobody can guess or bend."""

import hashlib
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.disk import Disk
from storage.evidence import LONGEST_NAME, EvidenceDamaged, FileBox, clean_name
from tests.storage.homes import new_ids
from workflow.errors import NoSuchItem, NotSaved
from workflow.given import FileRef
from workflow.ids import FileId


@pytest.fixture
def box(tmp_path: Path) -> FileBox:
    return FileBox(tmp_path / "evidence", new_ids("f"))


class Full(Disk):
    """A disk with no room for a second name."""

    def link(self, path: Path, second: Path) -> None:
        raise OSError(28, "No space left on device", str(path), None, str(second))


def stored(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def test_bytes_come_back_as_they_were_given(box: FileBox, tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000

    file = box.put(io.BytesIO(content), "账号保管表.pdf", "application/pdf")

    assert box.read(file) == content
    assert (file.size, file.sha256) == (256_000, hashlib.sha256(content).hexdigest())
    assert (file.name, file.media_type) == ("账号保管表.pdf", "application/pdf")
    assert [stat.S_IMODE(path.stat().st_mode) for path in stored(tmp_path)] == [0o600]


def test_the_same_bytes_twice_are_two_files(box: FileBox) -> None:
    first = box.put(io.BytesIO(b"x"), "a.txt", "text/plain")
    second = box.put(io.BytesIO(b"x"), "a.txt", "text/plain")

    assert first.id != second.id
    assert first.sha256 == second.sha256


def test_an_id_given_twice_never_overwrites_a_file(tmp_path: Path) -> None:
    box = FileBox(tmp_path, lambda: "same")
    file = box.put(io.BytesIO(b"first"), "a.txt", "text/plain")

    with pytest.raises(NotSaved):
        box.put(io.BytesIO(b"second"), "b.txt", "text/plain")

    assert box.read(file) == b"first"


def test_a_full_disk_keeps_nothing(tmp_path: Path) -> None:
    box = FileBox(tmp_path, new_ids("f"), Full())

    with pytest.raises(NotSaved):
        box.put(io.BytesIO(b"x"), "a.txt", "text/plain")

    assert list(stored(tmp_path)) == []


def test_what_a_crash_left_half_written_is_gone_after_a_start(box: FileBox, tmp_path: Path) -> None:
    file = box.put(io.BytesIO(b"x"), "a.txt", "text/plain")
    (tmp_path / "evidence" / "incoming" / "half").write_bytes(b"ha")

    again = FileBox(tmp_path / "evidence", new_ids("g"))

    assert [path.name for path in stored(tmp_path)] == [file.id]
    assert again.read(file) == b"x"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../secret", "/etc/passwd", "a\0", "f-9", "é", "x" * 99]
)
def test_what_is_no_id_of_a_file_here_is_refused(box: FileBox, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("x")

    with pytest.raises(NoSuchItem):
        box.read(FileRef(FileId(name), "a.txt", "text/plain", 1, ""))


@pytest.mark.parametrize("content", [b"", b"pape", b"papeR", b"paper and more"])
def test_a_file_that_has_changed_is_not_given_out(
    box: FileBox, tmp_path: Path, content: bytes
) -> None:
    file = box.put(io.BytesIO(b"paper"), "a.txt", "text/plain")
    next(stored(tmp_path)).write_bytes(content)

    with pytest.raises(EvidenceDamaged, match=file.id):
        box.read(file)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("账号 保管表.pdf", "账号 保管表.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\li\\表.xlsx", "表.xlsx"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("a\nb\t c\u3000d.txt", "a b c d.txt"),
        ("nul\0byte\x7f.doc", "nulbyte.doc"),
        ("...", "file"),
        ("", "file"),
        ("/", "file"),
        (".hidden", "hidden"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
        ("x" * 300, "x" * 120),
        ("half\ud800.txt", "half.txt"),
    ],
)
def test_names_are_made_fit_to_show(given_name: str, kept: str) -> None:
    assert clean_name(given_name) == kept


@settings(deadline=None)
@given(st.text())
def test_no_name_is_too_long_or_leads_anywhere(name: str) -> None:
    kept = clean_name(name)

    assert 0 < len(kept) <= LONGEST_NAME
    assert not set(kept) & set("/\\\0\n\u202e\u2066\u200f")
    assert kept not in {".", ".."}
    assert clean_name(kept) == kept
