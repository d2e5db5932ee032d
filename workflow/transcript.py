"""What was typed over into the platform (誊录), as values: bound to what stood there when it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NewType

from workflow.given import require_aware
from workflow.ids import ItemKey, PersonId

LineKey = NewType("LineKey", str)
"""A line of a form: its item, and of a table the row, counted from 1: `branches.2`."""
FormKey = NewType("FormKey", str)


@dataclass(frozen=True, slots=True)
class Said:
    """What the platform said of a line (系统报错), or holds there instead; open until it is typed."""

    by: PersonId
    at: datetime
    text: str
    mark: str = ""
    """Of the value it was said of: another value is another thing. Empty: of whatever stands."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Typed:
    """Somebody typed this into a line of the platform's form (已填)."""

    by: PersonId
    at: datetime
    value: str
    """As it was copied: another value since is to be typed again."""
    refused: Said | None = None
    """What the platform had said, settled by it: open again once it is taken back."""
    otherwise: Said | None = None
    is_read: bool = False
    """It was found in the platform (核对), not typed just then."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Saved:
    """A form was saved in the platform (保存), with the values of this mark."""

    by: PersonId
    at: datetime
    mark: str

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)


@dataclass(frozen=True, slots=True)
class Transcript:
    """How far the report of a season was typed over, and what the company lets be published."""

    public: Mapping[ItemKey, bool] = field(default_factory=dict)
    """公示 or 不公示, where the platform asks; a figure that is not here was not decided."""
    pledge: str = ""
    """The platform's own text of the pledge, sign by sign."""
    typed: Mapping[LineKey, Typed] = field(default_factory=dict)
    refused: Mapping[LineKey, Said] = field(default_factory=dict)
    """系统报错."""
    otherwise: Mapping[LineKey, Said] = field(default_factory=dict)
    """What the saved form holds instead, as it was read back."""
    saved: Mapping[FormKey, Saved] = field(default_factory=dict)
