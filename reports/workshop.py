"""Files made by processes of their own, a process a file: no chat waits for one, none hurts the bot."""

import asyncio
import logging
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
# The bot's own environment may hold its token: the child gets none of it.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8"}

_log = logging.getLogger(__name__)


class CouldNotMake(Exception):
    """The process died, took too long, or made something that is no such file of a decent size."""


def child(module: str, *args: str) -> tuple[str, ...]:
    """The command that runs a module of ours, after whatever somebody waits for in a chat."""
    return ("nice", "-n", "10", sys.executable, "-B", "-X", "utf8", "-m", module, *args)


@dataclass(frozen=True, slots=True)
class Ware:
    """What is to come out: how the file begins, and how many bytes it has at most."""

    begins: bytes
    most: int


class Workshop:
    """Makes at most `at_once` files at a time; the others wait for their turn.

    `patience` in seconds bounds the making of one by the wall clock; processor time and memory are
    bounded by the child itself (`reports/limits.py`).
    """

    def __init__(self, *, at_once: int, patience: float) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._patience = patience

    async def make(self, command: tuple[str, ...], asked: bytes, ware: Ware) -> bytes:
        """What the command makes of `asked`; CouldNotMake.

        No process outlives the call, cancelled or not.
        """
        async with self._places:
            worker = await _start(command)
            try:
                async with asyncio.timeout(self._patience):
                    made, _ = await worker.communicate(asked)
            except (TimeoutError, BrokenPipeError, ConnectionResetError):
                made = b""
            finally:
                await _end(worker)
        return _checked(command, worker.returncode, made, ware)


async def _start(command: tuple[str, ...]) -> Process:
    try:
        return await asyncio.create_subprocess_exec(
            *command, cwd=_ROOT, env=_ENVIRONMENT, stdin=PIPE, stdout=PIPE, stderr=DEVNULL
        )
    except OSError as error:
        _log.warning("making not begun", extra={"why": error.strerror})
        raise CouldNotMake from error


async def _end(worker: Process) -> None:
    if worker.returncode is None:
        worker.kill()
        await worker.communicate()  # to the end of the pipe, so that nothing stays open


def _checked(command: tuple[str, ...], code: int | None, made: bytes, ware: Ware) -> bytes:
    if code == 0 and made.startswith(ware.begins) and len(made) <= ware.most:
        return made
    facts = {"what": command[-1], "code": code, "bytes": len(made)}
    _log.warning("making failed", extra=facts)
    raise CouldNotMake
