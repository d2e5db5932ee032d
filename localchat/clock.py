"""The clock of the local chat: real time plus an offset that people can move."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def _real_time() -> datetime:
    return datetime.now(UTC)


class ShiftedClock:
    """The real clock plus an offset that people can move; calling it gives an aware UTC datetime."""

    def __init__(self, real: Callable[[], datetime] = _real_time) -> None:
        self._real = real
        self._offset = timedelta()
        self._listeners: list[Callable[[datetime, datetime], None]] = []

    def __call__(self) -> datetime:
        """The moment it shows, aware, in UTC."""
        return self._real() + self._offset

    @property
    def offset(self) -> timedelta:
        """How far the clock runs ahead of real time; negative if behind."""
        return self._offset

    def shift(self, by: timedelta) -> None:
        """Move on, or back, and tell the listeners the moments before and after."""
        before = self()
        self._offset += by
        for listener in self._listeners:
            listener(before, before + by)

    def set_to(self, moment: datetime) -> None:
        """Go to an aware moment; raises ValueError for a naive one."""
        if moment.tzinfo is None:
            message = "a moment needs its zone"
            raise ValueError(message)
        self.shift(moment - self())

    def on_move(self, listener: Callable[[datetime, datetime], None]) -> None:
        """From now on call listener(old, new) after every move."""
        self._listeners.append(listener)
