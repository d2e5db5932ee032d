"""Papers made when they are sent: worded and written by another process."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from chat.documents import NotWritten, PaperFile
from reports.paper import Format
from reports.paper_order import Order
from reports.paper_worker import Clerk
from reports.workshop import CouldNotMake


@dataclass(frozen=True, slots=True)
class PaperMaker:
    """Makes them for the edge."""

    zone: ZoneInfo
    clerk: Clerk = field(default_factory=Clerk)

    async def __call__(self, asked: PaperFile) -> bytes | NotWritten:
        """The file."""
        order = Order(asked.paper, asked.record, asked.locale, self.zone.key)
        try:
            return await self.clerk.write(order, Format(asked.format))
        except CouldNotMake:
            return NotWritten()
