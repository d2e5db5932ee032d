"""What people ask about the report itself, with the answer and what it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow.basis import Basis
from workflow.text import Text


@dataclass(frozen=True, slots=True)
class Question:
    """A question as people type it, in any language, and its answer."""

    key: str
    title: Text
    asked: tuple[str, ...]
    answer: Text
    basis: Basis
    leads_to: str = "status"
    """What can be done about it: the meaning of plain words that does it."""


Questions = Mapping[str, Question]
"""By their keys."""
