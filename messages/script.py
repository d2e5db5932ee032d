"""Chinese in its two scripts: what is written in one, read and said in the other (OpenCC)."""

import functools

from opencc import OpenCC

_TO_TRADITIONAL = OpenCC("s2tw")
_TO_SIMPLIFIED = OpenCC("t2s")


@functools.lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """The same words in traditional characters; nothing else is changed."""
    return _converted(_TO_TRADITIONAL, text)


def simplified(text: str) -> str:
    """The same words in simplified characters."""
    return text if text.isascii() else _converted(_TO_SIMPLIFIED, text)


def _converted(to: OpenCC, text: str) -> str:
    """The library takes a NUL for the end of a text."""
    return "\0".join(str(to.convert(part)) for part in text.split("\0"))
