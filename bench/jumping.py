"""An event loop whose time jumps to the next thing to do: minutes of waiting cost nothing."""

import asyncio
import selectors


class _JumpingSelector(selectors.DefaultSelector):
    """Never waits: where nothing has come, the time that was to be waited has passed."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is None:
            message = "everybody waits for something that time does not bring"
            raise RuntimeError(message)
        self.passed += 0 if found else timeout or 0
        return found


class JumpingLoop(asyncio.SelectorEventLoop):
    """For work that uses neither sockets nor threads."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        """Seconds since the loop was made."""
        return self._jumping.passed
