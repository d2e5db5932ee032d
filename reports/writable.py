"""What of a text a file can hold: control signs and marks that turn the direction are left out."""

import unicodedata

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""With them a text could be made to look as if it said something else."""
_NO_SIGN = 0xFFFE
"""The last two places of every plane are no letters at all; XML refuses the first two of them."""


def clean(text: str) -> str:
    """The text as every format takes it; line ends stay, other blanks are one blank."""
    return "".join(_kept(letter) for letter in text)


def _kept(letter: str) -> str:
    if letter in "\n\t":
        return "\n" if letter == "\n" else " "
    if letter in _TURNING or ord(letter) & _NO_SIGN == _NO_SIGN:
        return ""
    return "" if unicodedata.category(letter) in ("Cc", "Cs") else letter
