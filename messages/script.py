"""Chinese in its two scripts: what is written in one, read and said in the other (OpenCC)."""

import functools

from opencc import OpenCC

_TO_TRADITIONAL = "s2tw"
_TO_SIMPLIFIED = "t2s"


@functools.lru_cache(maxsize=4096)
def traditional(text: str) -> str:
    """The same words in traditional characters; nothing else is changed."""
    return _converted(_TO_TRADITIONAL, text)


def simplified(text: str) -> str:
    """The same words in simplified characters."""
    return text if text.isascii() else _converted(_TO_SIMPLIFIED, text)


def _converted(to: str, text: str) -> str:
    """The library takes a NUL for the end of a text."""
    return "\0".join(str(_converter(to).convert(part)) for part in text.split("\0"))


@functools.cache
def _converter(to: str) -> OpenCC:
    """Its tables take a moment to read: they are read when somebody first needs them."""
    return OpenCC(to)
