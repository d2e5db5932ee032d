"""What nobody should have sent us: passwords, identity numbers, bank cards. Recognised, never kept."""

import unicodedata
from enum import StrEnum
from typing import Final

from messages.secret_numbers import holds_card, identity_numbers
from messages.secret_words import speaks_of_password, tells_password
from workflow.credit_code import check_credit_code
from workflow.errors import BadCreditCode

LONGEST: Final = 8_192
"""Characters that are looked at; what a messenger lets people write has 4,096 at most."""


class Secret(StrEnum):
    """What was found."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    IDENTITY = "identity"
    CARD = "card"


def secrets_in(text: str, *, code_asked: bool = False) -> frozenset[Secret]:
    """The kinds of secrets that a text holds.

    A company's credit code has 18 signs like an identity number; where both checks fit, it is a
    credit code only if one is asked for (`code_asked`).
    """
    said = _tidy(text)
    numbers = (each for each in identity_numbers(said) if not (code_asked and _is_code(each)))
    found = {
        Secret.PASSWORD: tells_password(said),
        Secret.IDENTITY: any(numbers),
        Secret.CARD: holds_card(said),
    }
    return frozenset(kind for kind, is_there in found.items() if is_there)


def holds_secret(text: str) -> bool:
    """Whether it holds any; a credit code that may be an identity number as well counts as one."""
    return bool(secrets_in(text))


def asks_about_password(text: str) -> bool:
    """Whether a password is spoken of, and none told: forgotten, asked whether we need it."""
    said = _tidy(text)
    return speaks_of_password(said) and not tells_password(said)


def _tidy(text: str) -> str:
    """Half width, one kind of dash, nothing invisible between the signs."""
    seen = "".join(sign for sign in text[:LONGEST] if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", seen).translate(_DASHES)


_DASHES: Final = str.maketrans(dict.fromkeys("−–—－﹣‐‑‒―", "-"))


def _is_code(number: str) -> bool:
    try:
        check_credit_code(number)
    except BadCreditCode:
        return False
    return True
