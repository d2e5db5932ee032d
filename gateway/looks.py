"""Looking for what is owed: at the companies whose moment came, in pieces, others in between."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from gateway.alarms import Alarms
from gateway.ports import Clock, Reminding
from messages.say import say
from workflow.errors import CompanyDamaged, NotSaved
from workflow.habits import ONE_DAY
from workflow.ids import CompanyId
from workflow.reminders import Waking

log = logging.getLogger(__name__)

AT_ONCE = 50
PIECE = 0.02
"""Seconds of looking before others get their turn."""
CHANGING_RESTS = timedelta(minutes=1)
"""A company that changes while it is looked at is looked at again then."""
UNSEEN_RESTS = timedelta(hours=1)
"""What could not be looked at is looked at then, from where it was: nothing of it is lost."""
EVER = timedelta(days=3660)
EVERYONE = 1_000_000


class Looks:
    """Looks at companies in the zone of that name; `now` in seconds, rising."""

    def __init__(
        self,
        reminding: Reminding,
        clock: Clock,
        zone: str,
        now: Callable[[], float],
        alarms: Alarms,
    ) -> None:
        self._watches = reminding.watches
        self._rounds = reminding.rounds
        self._last_zone = reminding.last_zone
        self._clock = clock
        self._zone = zone
        self._now = now
        self._alarms = alarms
        self._began = 0.0
        self.is_ending = False

    async def look(self) -> None:
        """Look at each company whose moment came; raises NotSaved and OSError."""
        self._began = self._now()
        if self._last_zone.read() != self._zone:
            await self._change_zone()
        looked_at: set[CompanyId] = set()
        while wakings := self._watches.waking(self._clock(), AT_ONCE):
            for waking in wakings:
                if self.is_ending:
                    return
                if waking.company in looked_at:
                    self._watches.again(waking, self._clock() + CHANGING_RESTS)
                else:
                    looked_at.add(waking.company)
                    await self._look_at(waking, waking.looked)

    async def _change_zone(self) -> None:
        """In another zone an hour that was to come may be past: look at all from a day before.

        What was told in the old zone stands in the ledger, each rung once.
        """
        if self._last_zone.read():
            for waking in self._watches.waking(self._clock() + EVER, EVERYONE):
                if self.is_ending:
                    return
                await self._look_at(waking, waking.looked - ONE_DAY)
        self._last_zone.keep(self._zone)

    async def _look_at(self, waking: Waking, since: datetime) -> None:
        now = self._clock()
        try:
            found = self._rounds.look(replace(waking, looked=since), now)
            self._watches.looked(waking, found, now)
        except NotSaved:
            raise
        except CompanyDamaged:
            log.warning("a damaged company is not looked at", extra={"company": waking.company})
            self._watches.again(waking, now + UNSEEN_RESTS)
        except Exception:
            log.exception("not looked at", extra={"company": waking.company})
            self._alarms.tell(say("alarm-look", count=1))
            self._watches.again(waking, now + UNSEEN_RESTS)
        if self._now() - self._began >= PIECE:
            await asyncio.sleep(0)
            self._began = self._now()
