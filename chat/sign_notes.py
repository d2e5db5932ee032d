"""What a signer, or who answers one, is asked to type: as a note that outlives a restart."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class SignWord(StrEnum):
    """What the text is for."""

    RETURN = "return"
    """Why one does not sign."""
    QUESTION = "question"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class SignTyping:
    """One text about a signature is wanted; `subject` is the item, or the question's number."""

    word: SignWord
    company: str
    season: str
    subject: str = ""
    tag: Literal["sign_typing"] = "sign_typing"
