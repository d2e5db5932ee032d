"""The heads of the trails, told each evening: whoever keeps one can prove a trail that was made anew."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gateway.config import TrailSection
from storage.heads import Heads
from workflow.errors import WorkflowError
from workflow.habits import ONE_DAY
from workflow.heads import Head, hears_head, owed_to_chat, owed_to_people
from workflow.ids import CompanyId, PersonId
from workflow.ports import Store

AT_ONCE = 20
"""So many companies are looked at before other talks get their turn."""


@dataclass(frozen=True, slots=True)
class HeadTeller:
    """Tells the managers, a chosen chat, or nobody, from the hour of the day on.

    The hour is the end of the working day, so that the morning stays one message. A day on which
    nobody woke us after it is made up for from the next but one on, at any hour.
    """

    store: Store
    heads: Heads
    settings: TrailSection
    zone: ZoneInfo

    async def wake(self, now: datetime) -> None:
        """Owe the day's notices, if it is time and they are not owed yet; NotSaved."""
        local = now.astimezone(self.zone)
        told = self.heads.told_on()
        is_time = local.hour >= self.settings.hour or _was_missed(told, local.date())
        if self.settings.tell != "off" and is_time and (told is None or told < local.date()):
            await self._tell(self.heads.grown(), local.date())

    async def _tell(self, grown: tuple[Head, ...], day: date) -> None:
        if isinstance(self.settings.tell, int):
            self.heads.tell(grown, owed_to_chat(grown, self.settings.tell, day), day)
            return
        heard: list[tuple[Head, tuple[PersonId, ...]]] = []
        for number, head in enumerate(grown, start=1):
            people = self._hearers(head.company)
            if people:
                heard.append((head, people))
            if number % AT_ONCE == 0:
                await asyncio.sleep(0)
        self.heads.tell((head for head, _ in heard), owed_to_people(heard, day), day)

    def _hearers(self, company: CompanyId) -> tuple[PersonId, ...]:
        """Nobody while the company rests: it is told when it is whole again."""
        with self.store.begin(None) as work:
            try:
                return hears_head(work.company(company))
            except WorkflowError:
                return ()


def _was_missed(told: date | None, today: date) -> bool:
    """Whether yesterday went by without a word."""
    return told is not None and told < today - ONE_DAY
