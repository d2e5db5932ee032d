"""By what people know a company, and which companies a text names."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

SHORTEST, SHORTEST_LATIN = 2, 4
"""Signs from which a part of a name is distinctive, in Chinese and in Latin letters."""
REMEMBERED = 4096
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_EDGE = " .,·-_'"


@dataclass(frozen=True, slots=True)
class Common:
    """What many names share: places they begin with, trades and legal forms they end with."""

    places: frozenset[str]
    ends: frozenset[str]


def plain(text: str) -> str:
    """A text so that it can be compared: half width, no capitals, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


@lru_cache(REMEMBERED)
def distinctive(name: str, common: Common) -> str:
    """「云呼」 of 「北京云呼科技有限公司」; empty where nothing is left that says which one."""
    bare = _BRACKETS.sub("", plain(name))
    before, after = _edges(common)
    core = after.sub("", before.sub("", bare)).strip(_EDGE)
    return core if len(core) >= (SHORTEST_LATIN if core.isascii() else SHORTEST) else ""


@lru_cache(8)
def _edges(common: Common) -> tuple[re.Pattern[str], re.Pattern[str]]:
    places = rf"(?:{_any(common.places)}|[\u4e00-\u9fff]{{2,3}}?(?:省|市|自治区))"
    return (
        re.compile(rf"^(?:{places}(?:省|市|自治区)?\s*)+"),
        re.compile(rf"(?:[\s.,]*(?:{_any(common.ends)})[\s.,]*)+$"),
    )


def _any(words: Collection[str]) -> str:
    longest_first = sorted((plain(word) for word in words), key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first))


def named_in(text: str, names: Sequence[str], common: Common, ordinary: str) -> tuple[int, ...]:
    """Which of the names the text says, whole or by their distinctive part; places in `names`.

    A part that `ordinary` holds too is no name (a company called 「审计」). Where one name is a
    piece of another that is said, only the longer one counts.
    """
    said = plain(text)
    hits = {
        place: part
        for place, name in enumerate(names)
        for part in _parts(name, common, plain(ordinary))
        if _says(said, part)
    }
    return tuple(
        place
        for place, part in hits.items()
        if not any(part != other and part in other for other in hits.values())
    )


def _parts(name: str, common: Common, ordinary: str) -> Iterator[str]:
    """What stands for the name, the longest last: that is the one that is kept."""
    core = distinctive(name, common)
    if core and core not in ordinary:
        yield core
    yield plain(name)


def _says(text: str, part: str) -> bool:
    """Latin letters count as whole words: 「Art」 is not in 「start」."""
    if not part.isascii():
        return part in text
    return re.search(rf"(?<![a-z0-9]){re.escape(part)}(?![a-z0-9])", text) is not None
