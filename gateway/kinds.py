"""The kinds of file that can be taken, by the ending of their names, and what each may hold.

A family is what the bytes themselves show (`content.py` finds it); a name fits its bytes when
the family is among those of its kind: a renamed .exe does not get in as a paper.
"""

from dataclasses import dataclass
from pathlib import PurePath

PICTURES = frozenset({"png", "jpg", "heic"})
"""Messengers and phones rename pictures among these; all are harmless, so all names fit all."""

ARCHIVES = frozenset({"zip", "docx", "xlsx", "pptx", "ofd"})
TEXTS = frozenset({"text", "html", "rtf"})


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand behind an ending: its families, and the type it is kept under."""

    media_type: str
    families: frozenset[str]


def _kind(media_type: str, *families: str) -> Kind:
    return Kind(media_type, frozenset(families))


_OFFICE = "application/vnd.openxmlformats-officedocument."

# Programs that export tables often write HTML or the newer format under the old endings.
KINDS: dict[str, Kind] = {
    "pdf": _kind("application/pdf", "pdf"),
    "doc": _kind("application/msword", "ole", "docx", "rtf", "html"),
    "docx": _kind(f"{_OFFICE}wordprocessingml.document", "docx"),
    "xls": _kind("application/vnd.ms-excel", "ole", "xlsx", "html"),
    "xlsx": _kind(f"{_OFFICE}spreadsheetml.sheet", "xlsx"),
    "wps": _kind("application/vnd.ms-works", "ole", "docx"),
    "et": _kind("application/vnd.ms-excel", "ole", "xlsx"),
    "ppt": _kind("application/vnd.ms-powerpoint", "ole", "pptx"),
    "pptx": _kind(f"{_OFFICE}presentationml.presentation", "pptx"),
    "ofd": _kind("application/ofd", "ofd"),
    "csv": _kind("text/csv", "text"),
    "txt": Kind("text/plain", TEXTS),
    "eml": Kind("message/rfc822", TEXTS),
    "png": Kind("image/png", PICTURES),
    "jpg": Kind("image/jpeg", PICTURES),
    "heic": Kind("image/heic", PICTURES),
    "zip": Kind("application/zip", ARCHIVES),
    "rar": _kind("application/vnd.rar", "rar"),
    "7z": _kind("application/x-7z-compressed", "7z"),
    "mp4": _kind("video/mp4", "mp4"),
}

_SAME = {"jpeg": "jpg", "jpe": "jpg", "heif": "heic", "hif": "heic", "text": "txt"}


def kind_of(name: str, media_type: str) -> str:
    """The ending of a name, lower case, one spelling for each kind; without one, by the type.

    Whatever the sender called it comes back cut to 12 characters; empty if nothing is known.
    """
    ending = PurePath(name).suffix[1:].strip().lower()
    if not ending:
        ending = next((key for key, kind in KINDS.items() if kind.media_type == media_type), "")
    return _SAME.get(ending, ending)[:12]
