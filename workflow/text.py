"""Words: a title or hint in both languages, and what people type made fit to be shown."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Chinese and in English."""

    zh: str
    en: str


def tidied(words: str) -> str:
    """What a person typed, on one line: nothing that is not seen, nothing that turns the others round.

    Controls, marks of direction, half surrogates and signs of nobody's alphabet are left out.
    """
    return " ".join("".join(_shown(sign) for sign in words).split())


def _shown(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind.startswith("Z") or sign in "\t\r\n":
        return " "
    return "" if kind.startswith("C") else sign
