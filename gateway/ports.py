"""What the edge is given by the composition root: the desk behind it, and the makers of sheets."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from chat.documents import TrailExport
from chat.talk import (
    BoardView,
    Incoming,
    Outgoing,
    Send,
    SendDocument,
    Sheet,
    SheetToFill,
    SheetUnreadable,
)
from workflow.ids import CompanyId, PersonId
from workflow.ports import ChatId
from workflow.posting import OwedNotice

Clock = Callable[[], datetime]
"""The present, aware."""

MakeDocument = Callable[[SheetToFill | TrailExport], bytes]
"""The .xlsx of a template, or a company's trail; runs in a thread."""

ReadSheet = Callable[[Path], Awaitable[Sheet | SheetUnreadable]]
"""The cells of a spreadsheet (.xlsx or .csv by its ending), read within limits."""


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

    def fault(self, incoming: Incoming, number: str) -> Sequence[Outgoing]:
        """Something unforeseen happened; the number stands in the log too."""
        ...

    def go_on(self, chat: ChatId, person: PersonId, at: datetime) -> Sequence[Outgoing]:
        """Do the next piece of what was begun in this chat; a GoOn in the answer asks for more."""
        ...

    def notice(self, owed: OwedNotice, at: datetime) -> Send | SendDocument | None:
        """What the notice says as things are now; None if there is nothing to say any more."""
        ...

    def board(self, company: CompanyId, chat: ChatId, at: datetime) -> BoardView | None:
        """What the board of a group says now; None if that group shows none of this company."""
        ...
