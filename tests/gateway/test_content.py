from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gateway.content import Content, look_into
from gateway.kinds import KINDS, kind_of
from tests.gateway import samples


def seen(folder: Path, data: bytes) -> Content:
    path = folder / "x"
    path.write_bytes(data)
    return look_into(path)


@pytest.mark.parametrize(
    ("data", "family"),
    [
        (samples.PDF, "pdf"),
        (b"\xef\xbb\xbf junk before " + samples.PDF, "pdf"),
        (samples.DOC, "ole"),
        (samples.DOCX, "docx"),
        (samples.XLSX, "xlsx"),
        (samples.PPTX, "pptx"),
        (samples.OFD, "ofd"),
        (samples.zipped("a.txt"), "zip"),
        (samples.zipped(), "zip"),
        (samples.PNG, "png"),
        (samples.JPG, "jpg"),
        (samples.HEIC, "heic"),
        (samples.MP4, "mp4"),
        (samples.RAR, "rar"),
        (samples.SEVEN, "7z"),
        ("坐席,280\n".encode(), "text"),
        ("坐席,280\n".encode("gb18030"), "text"),
        ("坐席\t280\n".encode("utf-16"), "text"),
        (b"{\\rtf1 x}", "rtf"),
        (b"\xef\xbb\xbf<HTML><table>", "html"),
        (samples.EXE, ""),
        (b"\x7fELF\x02\x01\x01\0\0", ""),
        (b"PK\x03\x04 not an archive at all", ""),
        (samples.EXE + samples.zipped("a.txt"), ""),
    ],
)
def test_the_family_is_read_from_the_bytes(tmp_path: Path, data: bytes, family: str) -> None:
    assert seen(tmp_path, data).family == family


@pytest.mark.parametrize("data", [samples.WITH_MACROS, samples.DOC_WITH_MACROS])
def test_macros_are_found(tmp_path: Path, data: bytes) -> None:
    assert seen(tmp_path, data).has_macros


@pytest.mark.parametrize(
    "data",
    [samples.DOCX_WITH_PASSWORD, samples.DOC_WITH_PASSWORD, samples.XLS_WITH_PASSWORD],
)
def test_a_password_is_found(tmp_path: Path, data: bytes) -> None:
    assert seen(tmp_path, data).is_encrypted


@pytest.mark.parametrize("data", [samples.DOC, samples.XLS, samples.XLSX])
def test_an_open_file_is_neither_encrypted_nor_full_of_macros(tmp_path: Path, data: bytes) -> None:
    found = seen(tmp_path, data)

    assert (found.is_encrypted, found.has_macros) == (False, False)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    start=st.sampled_from(
        [b"", samples.OLE, samples.XLSX, samples.DOC, b"PK\x03\x04", b"\xff\xfe"]
    ),
    cut=st.integers(0, 300),
    rest=st.binary(max_size=700),
)
def test_any_bytes_can_be_looked_into(tmp_path: Path, start: bytes, cut: int, rest: bytes) -> None:
    families = {"ole", "rtf", "html", "text", ""}.union(*(k.families for k in KINDS.values()))

    found = seen(tmp_path, start[:cut] + rest)

    assert found.family in families


@pytest.mark.parametrize(
    ("name", "media_type", "kind"),
    [
        ("a.PDF", "", "pdf"),
        ("照片.JPEG", "", "jpg"),
        ("a.tar.gz", "", "gz"),
        ("scan", "application/pdf", "pdf"),
        ("scan", "", ""),
        ("a.exe", "application/pdf", "exe"),
        (".pdf", "", ""),
        ("x." + "y" * 40, "", "y" * 12),
    ],
)
def test_the_kind_follows_from_the_name(name: str, media_type: str, kind: str) -> None:
    assert kind_of(name, media_type) == kind
