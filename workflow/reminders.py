"""The words of reminding as values: a rung, to whom it is owed, what becomes of it, what was sent.

The season is the schedule: rungs follow from its dates (workflow/rungs.py), whom they are owed to
from its people (workflow/owing.py), and what became of each stands in the ledger (workflow/ledger.py).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from workflow.given import require_aware
from workflow.ids import CompanyId, PersonId, SeasonId

Recipient = NewType("Recipient", str)
"""Who hears: a person's number, a group's (below zero), or a robot of a company (`<company>#<n>`)."""
RungKey = NewType("RungKey", str)
SendRef = NewType("SendRef", str)
"""Short, shown to people: by it two copies of one message are known as the same."""


class RungKind(StrEnum):
    """What a rung is about."""

    INTERNAL = "internal"
    STATUTORY = "statutory"
    LAST_NOTE = "last_note"
    """At noon of the statutory day."""
    COUNT_DAY = "count_day"
    MONTHLY = "monthly"
    WARNING = "warning"
    """To the manager, a day before the boss hears of a step."""
    TO_MANAGER = "to_manager"
    """Its people left a step unanswered, or nobody can tell them."""
    TO_BOSS = "to_boss"
    TO_GROUP = "to_group"
    TO_AGENCY = "to_agency"
    MONTH = "month"
    """The boss's line of the month."""


LEGAL = frozenset({RungKind.STATUTORY, RungKind.LAST_NOTE, RungKind.TO_BOSS})
"""What 只留法定提醒 leaves, beside what else is dated by law."""


@dataclass(frozen=True, slots=True, order=True)
class Rung:
    """One moment at which one thing of a season is to be told; the same thing has the same key."""

    season: SeasonId
    kind: RungKind
    subject: str
    """The milestone; empty for the season as a whole."""
    due: date
    """The date it is about: when that moves, other rungs arise."""
    offset: int
    """Days from the date: -14 is two weeks before; past the date positive."""
    day: date
    """When it is told: an inner rung that falls on a day off is told on the working day before."""
    at: time | None = None
    """A fixed hour; None: whoever hears it has an hour of their own."""
    later: int = 0
    """Put off (稍后) so many times."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A rung that somebody is to hear."""

    company: CompanyId
    rung: Rung
    to: Recipient
    at: datetime
    """The moment its hour comes."""
    instead_of: PersonId | None = None
    """Whom it was for, who cannot be reached or left it unanswered."""
    is_reachable: bool = True
    """Nobody who cannot be reached is sent anything: it ends as UNREACHABLE."""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware(self.at)

    @property
    def key(self) -> RungKey:
        """What makes it this rung for this recipient: in the ledger it stands once."""
        rung = self.rung
        parts = (self.company, rung.season, rung.kind, rung.subject, rung.due.isoformat())
        return RungKey(":".join((*parts, str(rung.offset), str(rung.later), self.to)))

    @property
    def rank(self) -> int:
        """What is sent first where not all can go at once: statutory and last-day notices."""
        return 0 if self.rung.kind in LEGAL else 1 if self.rung.offset >= 0 else 2

    @property
    def is_near(self) -> bool:
        """Near its date an uncertain send is repeated at once; a far one waits for the next digest."""
        return self.rung.kind in LEGAL or self.rung.offset >= NEAR


NEAR = -3


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at a company found: what is owed by now, and when to look again."""

    owed: tuple[Owed, ...]
    again_at: datetime | None
    """The next moment of any rung of it; None: not before it changes."""


class Ending(StrEnum):
    """How a rung that was owed ended; each ends in exactly one way."""

    SENT = "sent"
    FOLDED = "folded"
    """Told by another rung of the same thing, in the send that is named."""
    SUPERSEDED = "superseded"
    """The date moved, or it is somebody else's now."""
    DONE = "done"
    """Done before it was told."""
    UNWANTED = "unwanted"
    """Whoever it was for wants to hear less."""
    UNREACHABLE = "unreachable"
    """Nobody can tell them; the next in the chain hears instead."""
    FAILED = "failed"
    """Unknown twice, or refused for another reason: for a person to look at."""


@dataclass(frozen=True, slots=True)
class End:
    """How it ended, and why or in which send."""

    ending: Ending
    why: str = ""
    send: SendRef | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """A rung in the ledger that is still to be told."""

    owed: Owed
    attempts: int = 0
    doubted: SendRef | None = None
    """The send that may have carried it already: it is said again with that reference, marked."""


@dataclass(frozen=True, slots=True)
class Waking:
    """A company whose moment came: rungs after `looked` up to now are to be found."""

    company: CompanyId
    looked: datetime
    change: int = 0
    """The change it was read at: handed back with what was found, one that came since is not lost."""


@dataclass(frozen=True, slots=True)
class Sending:
    """One message about to leave."""

    ref: SendRef
    to: Recipient
    channel: str
    """`workflow.channels.ChannelKind`."""
    covers: tuple[RungKey, ...]
    """What it says itself."""
    folds: tuple[RungKey, ...] = ()
    """What is told along with those: earlier rungs of the same things."""
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A line of 通知记录: what became of one rung."""

    owed: Owed
    end: End | None
    """None while it waits."""
    channel: str = ""
    at: datetime | None = None
    is_repeat: bool = False
