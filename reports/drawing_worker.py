"""Draws pictures in a process of their own: letters and pixels take a second, and no chat waits for them."""

import asyncio
import json
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path

from reports.drawing import Drawing, to_plain

MOST_BYTES = 2 * 1024 * 1024
"""Of a picture; a larger one is a fault of ours."""
_ROOT = Path(__file__).resolve().parent.parent
_CHILD = (sys.executable, "-B", "-X", "utf8", "-m", "reports.drawing_child")
# The bot's own environment may hold its token: the child gets none of it.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}
_PNG = b"\x89PNG\r\n\x1a\n"

_log = logging.getLogger(__name__)


class CouldNotDraw(Exception):
    """The process died, took too long, or made something that is no picture of a decent size."""


class Draughtsman:
    """Draws at most `at_once` pictures at a time; the others wait for their turn.

    `patience` in seconds bounds one drawing by the wall clock; processor time (10 s) and memory
    (1 GB) are bounded by the child itself. `command` starts the child.
    """

    def __init__(
        self, *, at_once: int = 2, patience: float = 20, command: tuple[str, ...] = _CHILD
    ) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._patience = patience
        self._command = command

    async def draw(self, drawing: Drawing) -> bytes:
        """The picture as PNG; CouldNotDraw. No process outlives the call, cancelled or not."""
        asked = json.dumps(to_plain(drawing)).encode()
        async with self._places:
            child = await self._start()
            try:
                async with asyncio.timeout(self._patience):
                    picture, _ = await child.communicate(asked)
            except (TimeoutError, BrokenPipeError, ConnectionResetError):
                picture = b""
            finally:
                await _end(child)
        return _checked(child.returncode, picture)

    async def _start(self) -> Process:
        try:
            return await asyncio.create_subprocess_exec(
                *self._command,
                cwd=_ROOT,
                env=_ENVIRONMENT,
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
            )
        except OSError as error:
            _log.warning("drawing not begun", extra={"why": error.strerror})
            raise CouldNotDraw from error


async def _end(child: Process) -> None:
    if child.returncode is None:
        child.kill()
        await child.communicate()  # to the end of the pipe, so that nothing stays open


def _checked(code: int | None, picture: bytes) -> bytes:
    if code == 0 and picture.startswith(_PNG) and len(picture) <= MOST_BYTES:
        return picture
    _log.warning("drawing failed", extra={"code": code, "bytes": len(picture)})
    raise CouldNotDraw
