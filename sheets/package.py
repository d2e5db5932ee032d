"""What a workbook's zip listing tells before anything is unpacked: bombs, macros, links, passwords."""

import os
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from sheets.refusal import Refusal, SheetRefused

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 2_000
_PASSWORD_FLAG = 0x1


def check_package(file: BinaryIO) -> None:
    """Refuse a zip that is too big, asks for a password, carries macros, or links elsewhere.

    The listed sizes bind: `zipfile` unpacks no more than the listing promises. What a link brings
    is as old as the last time somebody followed it: figures behind one are not taken.
    Raises SheetRefused, or BadZipFile where it is no zip.
    """
    with ZipFile(file) as package:
        entries = package.infolist()
    if _is_bomb(entries, file.seek(0, os.SEEK_END)):
        raise SheetRefused(Refusal.TOO_BIG)
    if any(entry.flag_bits & _PASSWORD_FLAG for entry in entries):
        raise SheetRefused(Refusal.ENCRYPTED)
    if any(_is_macro(entry.filename.lower()) for entry in entries):
        raise SheetRefused(Refusal.HAS_MACROS)
    if any(_is_link(entry.filename.lower()) for entry in entries):
        raise SheetRefused(Refusal.HAS_LINKS)


def _is_bomb(entries: list[ZipInfo], packed: int) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    limit = min(MAX_UNPACKED, MAX_RATIO * packed)
    return len(entries) > MAX_ENTRIES or unpacked > limit


def _is_macro(name: str) -> bool:
    return name.endswith("vbaproject.bin") or "/macrosheets/" in name


def _is_link(name: str) -> bool:
    """Another workbook, or a source of data outside."""
    return name.startswith("xl/externallinks/") or name == "xl/connections.xml"
