"""Draws pictures in a process of their own: letters and pixels take a second, and no chat waits for them."""

import json

from reports.drawing import Drawing, to_plain
from reports.workshop import Ware, Workshop, child

MOST_BYTES = 2 * 1024 * 1024
"""Of a picture; a larger one is a fault of ours."""
_PNG = b"\x89PNG\r\n\x1a\n"


class Draughtsman:
    """Draws at most `at_once` pictures at a time; the others wait for their turn.

    `patience` in seconds bounds one drawing by the wall clock. `command` starts the child.
    """

    def __init__(
        self,
        *,
        at_once: int = 2,
        patience: float = 60,
        command: tuple[str, ...] = child("reports.drawing_child"),
    ) -> None:
        self._workshop = Workshop(at_once=at_once, patience=patience)
        self._command = command

    async def draw(self, drawing: Drawing) -> bytes:
        """The picture as PNG; CouldNotMake. No process outlives the call, cancelled or not."""
        asked = json.dumps(to_plain(drawing)).encode()
        return await self._workshop.make(self._command, asked, Ware(_PNG, MOST_BYTES))
