"""A notice worded: of which company it is, and its card as it would be sent alone."""

from dataclasses import dataclass

from chat.card import Card
from workflow.events import NoticeKind
from workflow.model import Company


@dataclass(frozen=True, slots=True)
class Told:
    """One notice in words; the first line of its card is the company's."""

    kind: NoticeKind
    company: Company
    card: Card
