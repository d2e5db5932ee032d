"""Pictures made when they are sent: worded in the reader's language, drawn by another process."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from chat.documents import NotDrawn, SeasonPicture
from messages.catalogue import Catalogue
from messages.wording import Wording
from reports.drawing_worker import Draughtsman
from reports.timeline_words import worded
from reports.workshop import CouldNotMake


@dataclass(frozen=True, slots=True)
class PictureMaker:
    """Makes them for the edge."""

    catalogue: Catalogue
    zone: ZoneInfo
    draughtsman: Draughtsman = field(default_factory=Draughtsman)

    async def __call__(self, asked: SeasonPicture) -> bytes | NotDrawn:
        """The PNG."""
        wording = Wording(self.catalogue, asked.locale, self.zone)
        try:
            return await self.draughtsman.draw(worded(asked.timeline, wording, asked.theme))
        except CouldNotMake:
            return NotDrawn()
