"""What a file really is, by its bytes: its family, macros, encryption. Reads, never unpacks."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"{\\rtf", "rtf"),
)
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_HTML_STARTS = (b"<html", b"<!doctype html", b"<table", b"<meta", b"<?xml")
_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("ofd.xml", "ofd"),
)
_SECTOR = 512
_WORD_START = b"\xec\xa5"
_EXCEL_START = b"\x09\x08\x10\x00"
_EXCEL_START_LENGTH = 20
_EXCEL_PASSWORD = b"\x2f\x00"
_MOST_PARTS = 20_000


@dataclass(frozen=True, slots=True)
class Content:
    """What the bytes show; `family` is empty where they fit none that we know."""

    family: str
    has_macros: bool = False
    is_encrypted: bool = False


def look_into(path: Path) -> Content:
    """Read a file that is no bigger than we take; anything at all may stand in it."""
    data = path.read_bytes()
    family = _by_start(data)
    if family == "ole":
        return _ole(data)
    if family:
        return Content(family)
    return _zip(data) if data.startswith(_ZIP_STARTS) else Content(_text_family(data))


def _by_start(data: bytes) -> str:
    family = next((family for start, family in _MAGIC if data.startswith(start)), "")
    if family:
        return family
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data[4:8] == b"ftyp":
        return "heic" if data[8:12] in _HEIC_BRANDS else "mp4"
    return ""


def _zip(data: bytes) -> Content:
    """The family by the listing alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.lower() for name in archive.namelist()[:_MOST_PARTS]}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError):
        return Content("")
    family = next((family for part, family in _PARTS if part in names), "zip")
    has_macros = family != "zip" and any(name.endswith("vbaproject.bin") for name in names)
    return Content(family, has_macros=has_macros)


def _ole(data: bytes) -> Content:
    """An old office file; its folder lists streams by name in UTF-16."""
    return Content(
        "ole",
        has_macros=_utf16("_VBA_PROJECT") in data,
        is_encrypted=_utf16("EncryptedPackage") in data or any(map(_asks_password, _sectors(data))),
    )


def _utf16(name: str) -> bytes:
    return name.encode("utf-16-le")


def _sectors(data: bytes) -> Iterable[bytes]:
    """The beginnings of the sectors: a stream of some length starts at one."""
    return (data[at : at + 32] for at in range(_SECTOR, len(data), _SECTOR))


def _asks_password(sector: bytes) -> bool:
    """Whether a Word or Excel stream that starts here is encrypted.

    [MS-DOC] 2.5.2: bit 8 of the flags at offset 10. [MS-XLS] 2.4.117: FilePass after the BOF.
    """
    if sector.startswith(_WORD_START):
        return bool(int.from_bytes(sector[10:12], "little") & 0x0100)
    after = sector[_EXCEL_START_LENGTH : _EXCEL_START_LENGTH + 2]
    return sector.startswith(_EXCEL_START) and after == _EXCEL_PASSWORD


def _text_family(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text" if _decodes(data, "utf-16") else ""
    if b"\0" in data or not (_decodes(data, "utf-8") or _decodes(data, "gb18030")):
        return ""
    start = data[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "html" if start.startswith(_HTML_STARTS) else "text"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
