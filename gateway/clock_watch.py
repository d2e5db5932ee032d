"""A watch on the clock itself: what follows from it alone must not be trusted blindly."""

from collections.abc import Callable
from datetime import datetime, timedelta

from gateway.alarms import Alarms
from messages.say import Say
from workflow.habits import ONE_DAY

A_LITTLE = timedelta(minutes=5)
"""So far a clock may be set back in its daily keeping."""
FAR_AHEAD = timedelta(hours=36)
"""Longer than a night's sleep of the machine and a day's."""


class ClockWatch:
    """Compares each wake-up with the one before; alarms where the clock has jumped.

    `last` is when we were last at work before this start. `turn_back` is called where what was
    done since would else be taken for done; gives how many rungs wait again.
    """

    def __init__(
        self, last: datetime | None, alarms: Alarms, turn_back: Callable[[datetime], int]
    ) -> None:
        self._last = last
        self._alarms = alarms
        self._turn_back = turn_back
        self._is_running = False

    def seen(self, now: datetime) -> None:
        """The clock shows this now; raises NotSaved."""
        if self._last is not None:
            self._compare(self._last, now)
        self._last, self._is_running = now, True

    def _compare(self, last: datetime, now: datetime) -> None:
        if now < last - ONE_DAY:
            count = self._turn_back(now)
            self._alarms.tell(_jump("alarm-clock-far-back", last, now, again=count))
        elif now < last - A_LITTLE:
            self._alarms.tell(_jump("alarm-clock-back", last, now))
        elif self._is_running and now > last + FAR_AHEAD:
            self._alarms.tell(_jump("alarm-clock-ahead", last, now))


def _jump(sentence: str, last: datetime, now: datetime, **counts: int) -> Say:
    return Say(sentence, {"before": last, "now": now, **counts})
