"""A text made to fit a channel: plain, not too long, calling nobody by name."""

import json
import re
from itertools import accumulate

CUT = "\n…"
_CALL = re.compile(r"<(?=/?at\b|@)", re.IGNORECASE)
"""How Feishu and WeCom write that somebody, or everybody, is to be called."""


def sayable(text: str) -> str:
    """The text without what UTF-8 cannot say: halves of signs."""
    return text.encode("utf-8", "replace").decode()


def plain(text: str) -> str:
    """The text with nothing in it that a robot would obey."""
    return _CALL.sub("＜", text)


def cut(text: str, longest: int) -> str:
    """The text, or as much of its beginning as `longest` bytes of JSON hold, marked as cut.

    Cut, not split: one message has one fate. At the end of a line where that keeps half or more.
    """
    if _size(text) <= longest:
        return text
    sizes = accumulate(_size(sign) for sign in text)
    kept = text[: sum(size <= longest - _size(CUT) for size in sizes)]
    line = kept.rfind("\n")
    return (kept[:line] if line >= len(kept) / 2 else kept) + CUT


def _size(text: str) -> int:
    return len(json.dumps(text, ensure_ascii=False).encode()) - len('""')
