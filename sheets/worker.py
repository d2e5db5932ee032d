"""Reads strangers' spreadsheets in a process of its own, so that no file can hurt the bot."""

import asyncio
import json
import logging
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chat.cells import Places
from chat.talk import Sheet, SheetUnreadable
from sheets.refusal import Refusal

_ROOT = Path(__file__).resolve().parent.parent
# The bot's own environment may hold its token: the child gets none of it. Without the second word
# openpyxl would read with lxml where that is installed, and no more with defusedxml.
_ENVIRONMENT = {"LC_ALL": "C.UTF-8", "OPENPYXL_LXML": "False"}
_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}

_log = logging.getLogger(__name__)


class SheetReader:
    """Reads at most `at_once` sheets at a time; the others wait for their turn.

    `patience` in seconds bounds one reading by the wall clock; processor time (10 s) and memory
    (512 MB) are bounded by the child itself.
    """

    def __init__(self, *, at_once: int = 2, patience: float = 15) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._patience = patience

    async def read_sheet(self, path: Path) -> Sheet | SheetUnreadable:
        """The cells, or why not. No process outlives the call, cancelled or not."""
        async with self._places:
            child = await _start(path)
            try:
                async with asyncio.timeout(self._patience):
                    answer, _ = await child.communicate()
            except TimeoutError:
                return SheetUnreadable(Refusal.TOOK_TOO_LONG)
            finally:
                await _end(child)
        return _understood(child.returncode, answer)


def _command(path: Path) -> tuple[str, ...]:
    # The child runs in the folder of the code; the path is meant from where the bot stands.
    return (sys.executable, "-B", "-X", "utf8", "-m", "sheets.reading_child", str(path.resolve()))


async def _start(path: Path) -> Process:
    return await asyncio.create_subprocess_exec(
        *_command(path),
        cwd=_ROOT,
        env=_ENVIRONMENT,
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=DEVNULL,
    )


async def _end(child: Process) -> None:
    if child.returncode is None:
        child.kill()
        await child.communicate()  # to the end of the pipe, so that nothing stays open


def _understood(code: int | None, answer: bytes) -> Sheet | SheetUnreadable:
    if code in _OUT_OF_TIME:
        return SheetUnreadable(Refusal.TOOK_TOO_LONG)
    if code != 0:
        _log.warning("sheet reader died", extra={"code": code})
        return SheetUnreadable(Refusal.BROKEN)
    told = json.loads(answer)
    if "refused" in told:
        return SheetUnreadable(told["refused"])
    return Sheet(tuple(tuple(row) for row in told["rows"]), _places(told["places"]))


def _places(told: Mapping[str, Any]) -> Places:
    """As the child wrote them: lists where there were tuples."""
    return Places(
        tuple(told["numbers"]),
        told["page"],
        told["left_out"],
        tuple(told["merged"]),
        tuple(told["unreckoned"]),
    )
