"""What a workbook's zip listing tells before anything is unpacked: bombs, macros, passwords."""

import os
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from sheets.refusal import Refusal, SheetRefused

MAX_UNPACKED = 100 * 1024 * 1024
MAX_RATIO = 100
MAX_ENTRIES = 2_000
_PASSWORD_FLAG = 0x1


def check_package(file: BinaryIO) -> None:
    """Refuse a zip that is too big, asks for a password, or carries macros.

    The listed sizes bind: `zipfile` unpacks no more than the listing promises. Links to other
    workbooks are let through, since nothing here follows them.
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


def _is_bomb(entries: list[ZipInfo], packed: int) -> bool:
    unpacked = sum(entry.file_size for entry in entries)
    limit = min(MAX_UNPACKED, MAX_RATIO * packed)
    return len(entries) > MAX_ENTRIES or unpacked > limit


def _is_macro(name: str) -> bool:
    return name.endswith("vbaproject.bin") or "/macrosheets/" in name
