"""The size of a picture in pixels, read from its first bytes."""

import struct
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
GIFS = (b"GIF87a", b"GIF89a")
JPEG = b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG segments that hold a frame size


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Width and height in pixels."""

    width: int
    height: int


def measured(content: bytes) -> PictureSize | None:
    """The size of a PNG, JPEG, GIF or WebP; None for anything else, also for a torn one."""
    try:
        return _measured(content)
    except (struct.error, IndexError):
        return None


def _measured(content: bytes) -> PictureSize | None:
    if content.startswith(PNG):
        return PictureSize(*struct.unpack_from(">II", content, 16))
    if content.startswith(GIFS):
        return PictureSize(*struct.unpack_from("<HH", content, 6))
    if content.startswith(JPEG):
        return _jpeg(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return _webp(content)
    return None


def _jpeg(content: bytes) -> PictureSize:
    """Walk from segment to segment up to the frame; each tells its length."""
    at = len(JPEG)
    while content[at + 1] not in _FRAMES:
        at += 2 + struct.unpack_from(">H", content, at + 2)[0]
    height, width = struct.unpack_from(">HH", content, at + 5)
    return PictureSize(width, height)


def _webp(content: bytes) -> PictureSize | None:
    match content[12:16]:
        case b"VP8X":
            low, high, wide = struct.unpack_from("<HBH", content, 24)
            top = content[29]
            return PictureSize((high << 16 | low) + 1, (top << 16 | wide) + 1)
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", content, 26)
            return PictureSize(width & 0x3FFF, height & 0x3FFF)
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            return PictureSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        case _:
            return None
