"""What is being asked about the authority, as notes that outlive a restart."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TellingMatter:
    """Somebody tells that the authority got in touch: the day is asked, what it said, its term."""

    company: str
    season: str
    kind: str
    on: str = ""
    """In ISO form; empty while the day is asked."""
    said: str = ""
    """Empty while that is asked; after it the term is."""
    who: str = ""
    tag: Literal["telling_matter"] = "telling_matter"


@dataclass(frozen=True, slots=True)
class LinkingMatter:
    """What a matter is about may be typed: the name of a field or paper."""

    company: str
    season: str
    number: int
    tag: Literal["linking_matter"] = "linking_matter"


@dataclass(frozen=True, slots=True)
class MovingTerm:
    """The authority's new term of a matter is asked."""

    company: str
    season: str
    number: int
    tag: Literal["moving_term"] = "moving_term"
