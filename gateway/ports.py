"""What the edge is given by the composition root: the desk behind it, and the makers of sheets."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from chat.boards import BoardView
from chat.documents import (
    CalendarFile,
    NotDrawn,
    NotWritten,
    PaperFile,
    SeasonPicture,
    SheetToFill,
    TrailExport,
)
from chat.errands import Tried, TryOut
from chat.inline import Found, Inquiry
from chat.rounds import Digest
from chat.talk import Incoming, Outgoing, Send, Sheet, SheetUnreadable
from chat.unasked import Notified
from messages.say import Say
from workflow.channels import Address
from workflow.ids import PersonId
from workflow.ledger import Ledger, Watches
from workflow.ports import ChatId
from workflow.posting import Board, OwedNotice
from workflow.reminders import Looked, Owed, Pending, Recipient, Waking

Clock = Callable[[], datetime]
"""The present, aware."""

MakeDocument = Callable[[SheetToFill | TrailExport | CalendarFile], bytes]
"""The .xlsx of a template, a company's trail, a person's calendar; runs in a thread."""

DrawPicture = Callable[[SeasonPicture], Awaitable[bytes | NotDrawn]]
"""A picture as PNG, drawn by another process within limits."""

WritePaper = Callable[[PaperFile], Awaitable[bytes | NotWritten]]
"""A paper as a file of its format, written by another process within limits."""

ReadSheet = Callable[[Path], Awaitable[Sheet | SheetUnreadable]]
"""The cells of a spreadsheet (.xlsx or .csv by its ending), read within limits."""

Word = Callable[[Say], str]
"""What is said to the operator, as Telegram's HTML."""

Addresses = Callable[[Recipient], Sequence[Address]]
"""Where a person or a robot is reached beside Telegram, in the order to be tried."""


class Desk(Protocol):
    """The conversation. Synchronous: between a read and its commit nothing else runs."""

    def receive(self, incoming: Incoming) -> Sequence[Outgoing]:
        """Do what one update asks and keep it; on return its row is applied."""
        ...

    def again(self, incoming: Incoming) -> Sequence[Outgoing]:
        """The effect is kept already, its answer maybe not sent: show where the talk stands.

        A file was not fetched again: it comes as `NotText("document")` or `NotText("photo")`.
        """
        ...

    def after_outage(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """We were gone for so long that presses may be lost: ask to press again."""
        ...

    def maybe_missed(self, chat: ChatId, at: datetime) -> Notified:
        """They may have pressed something while we were gone: what they hear now, if anything."""
        ...

    def fault(self, incoming: Incoming, number: str) -> Sequence[Outgoing]:
        """Something unforeseen happened; the number stands in the log too."""
        ...

    def go_on(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """Do the next piece of what was begun in this chat; a GoOn in the answer asks for more."""
        ...

    def tried(self, errand: TryOut, tried: Tried, at: datetime) -> Send:
        """An address was tried out as was asked: what came of it."""
        ...

    def notices(self, owed: Sequence[OwedNotice], at: datetime) -> Notified:
        """Of what one person is owed, at least one notice: what they hear now in one message."""
        ...

    def inquired(self, inquiry: Inquiry) -> Found:
        """What somebody finds who types `@us …` in any chat; keeps nothing."""
        ...

    def board(self, board: Board, at: datetime) -> BoardView | None:
        """What the board of a group says now; None if that group shows none of this company."""
        ...


class Rounds(Protocol):
    """What is owed, and how it is said. Synchronous, and changes nothing."""

    def look(self, waking: Waking, now: datetime) -> Looked:
        """What came to be owed since the company was looked at; raises CompanyDamaged."""
        ...

    def digest(self, to: Recipient, pending: Sequence[Pending], now: datetime) -> Digest | None:
        """What they hear now, and what becomes of the rest; None if they are owed nothing."""
        ...

    def passed_on(self, refused: Owed) -> tuple[Owed, ...]:
        """Who hears it where it could not be told."""
        ...


class LastZone(Protocol):
    """In which zone it was told when people's hours come: kept over a restart."""

    def read(self) -> str:
        """The zone kept last; empty before the first."""
        ...

    def keep(self, zone: str) -> None:
        """Keep this one; raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class Reminding:
    """All that reminding stands on."""

    watches: Watches
    ledger: Ledger
    rounds: Rounds
    addresses: Addresses
    last_zone: LastZone
