"""What the authority wants of a season (管局事项): a call, a talk, a return, an inspection. Values only."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from workflow.given import require_aware
from workflow.ids import ItemKey, MilestoneKey, PersonId
from workflow.rules import RuleKey


class MatterKind(StrEnum):
    """How the authority got in touch (docs/domain.md sections 1 and 2)."""

    CALL = "call"
    TALK = "talk"
    """约谈."""
    RETURNED = "returned"
    """退回: the filing fact of that name stands beside it."""
    INSPECTION = "inspection"
    """现场核查: Art. 36."""


class MatterState(StrEnum):
    """How a matter stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing the authority wants, as a person told it."""

    number: int
    """What it is called in talk, counted through the season."""
    kind: MatterKind
    on: date
    said: str
    step: MilestoneKey
    """The season's own step that has its date."""
    paper: ItemKey
    """The item for its closing paper; whose that is, the matter is."""
    by: PersonId
    at: datetime
    who: str = ""
    """Name, office and number of whoever called, as told."""
    due: date | None = None
    """The term the authority set, where it was told."""
    items: tuple[ItemKey, ...] = ()
    """The fields and papers it is about."""
    findings: tuple[RuleKey, ...] = ()
    state: MatterState = MatterState.OPEN
    since: date | None = None
    """When it was answered or closed."""
    withdrawn: bool = False

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return not self.withdrawn and self.state is not MatterState.CLOSED
