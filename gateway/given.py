"""What the gateway stands between, and what it needs of the world."""

from collections.abc import Callable
from dataclasses import dataclass, field

from gateway.greeting import Commands
from gateway.papers import nothing_written
from gateway.pictures import nothing_drawn
from gateway.ports import (
    Clock,
    Desk,
    DrawPicture,
    MakeDocument,
    ReadSheet,
    Reminding,
    Word,
    WritePaper,
)
from gateway.ticker import Wake
from workflow.ledger import PeopleTold
from workflow.ports import ChatId, EvidenceBox, Inbox
from workflow.posting import Boards, Outbox


@dataclass(frozen=True, slots=True)
class Given:
    """Handed in by the composition root; what has a default can be done without."""

    desk: Desk
    inbox: Inbox
    box: EvidenceBox
    make_document: MakeDocument
    read_sheet: ReadSheet
    clock: Clock
    new_number: Callable[[], str]
    """A short number for a fault, new each time."""
    commands: Commands
    group_commands: Commands = field(default_factory=dict)
    """Those of the menu in groups; `commands` are those in private."""
    wake: Wake | None = None
    """What else is to be done at every wake-up."""
    met: Callable[[str], None] = lambda _: None
    """Told our username, once the server has said it."""
    unreachable: Callable[[ChatId], None] = lambda _: None
    """Told who cannot be written to: they blocked us, are gone, or never started."""
    outbox: Outbox | None = None
    """The notices owed to people who did not ask; without it none go out."""
    boards: Boards | None = None
    """The boards of groups; without them none is shown."""
    reminding: Reminding | None = None
    """What is owed and when; without it nobody is reminded."""
    draw: DrawPicture = nothing_drawn
    """Draws pictures; without it what they show is told in words."""
    write: WritePaper = nothing_written
    """Writes papers; without it people are told that they could not be made."""
    people_told: PeopleTold | None = None
    """Who was sent buttons lately; without it only those who wrote are known."""
    word: Word = lambda alarm: alarm.sentence
    """What is said to the operator."""
