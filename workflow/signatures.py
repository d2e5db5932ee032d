"""Signing (签字) as values: what was asked to be signed, the seal on each signature, questions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workflow.given import Review, require_aware
from workflow.ids import ItemKey, PersonId


@dataclass(frozen=True, slots=True)
class SignTerms:
    """What a pack asks of a signature. Two are needed where there are two."""

    quorum: int = 1
    """How many different people have to sign."""
    own: bool = True
    """Whether somebody may sign for figures they handed in themselves."""


ANY_ONE = SignTerms()
"""One signature, of whoever is asked."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What one signature stands under."""

    digest: str
    """`content.content_digest` of what was signed."""
    marks: Mapping[str, str]
    """The lines of it, each by a short mark: so that what changed since can be shown.

    None are kept once the same person has signed again."""


@dataclass(frozen=True, slots=True)
class SignAsk:
    """A signature that was asked for (请签字), and what became of that beside a signature."""

    by: PersonId
    at: datetime
    given_back: Review | None = None
    """Who would not sign it like this, and why."""
    on_paper: bool = False
    """It is to be signed on paper: those who run the work bring it."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Reply:
    """What was answered to a signer's question."""

    by: PersonId
    at: datetime
    text: str

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Question:
    """What a signer asks (问经办人) of whoever handed something in."""

    number: int
    item: ItemKey
    by: PersonId
    to: PersonId
    at: datetime
    text: str
    reply: Reply | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Signing:
    """All that a season knows of its signatures beside the signatures, which are entries."""

    content: str = ""
    """The digest of what stands now, once anything was signed: another puts signatures aside."""
    asked: Mapping[ItemKey, SignAsk] = field(default_factory=dict)
    seals: Mapping[ItemKey, Mapping[int, Seal]] = field(default_factory=dict)
    """By the version of the entry."""
    questions: tuple[Question, ...] = ()


NOTHING_SIGNED = Signing()
"""Nothing was signed, and nobody was asked to."""
