"""What takes long is done beside the talk: no chat waits for it, not even the one it was asked in."""

import asyncio
import logging
from dataclasses import dataclass, field

from chat.talk import Send, SendPaper
from gateway.failures import TokenRevoked
from gateway.sender import Sender

MOST_WAITING = 40
"""Papers asked for and not sent yet; beyond that people are asked to press again."""

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Beside:
    """Papers on their way. What a crash takes along is asked for again: the button is still there."""

    sender: Sender
    tasks: asyncio.TaskGroup
    _running: set[asyncio.Task[None]] = field(default_factory=set)

    async def put(self, asked: SendPaper) -> None:
        """Begin it and return; where too many wait, say so."""
        if len(self._running) >= MOST_WAITING:
            await self.sender.send(Send(asked.chat, asked.otherwise))
            return
        task = self.tasks.create_task(self._do(asked))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _do(self, asked: SendPaper) -> None:
        try:
            await self._try(asked)
        except TokenRevoked:
            raise
        except Exception:
            log.exception("not told of a paper either", extra={"chat": asked.chat})

    async def _try(self, asked: SendPaper) -> None:
        """What nobody foresaw is told as if it could not be made: somebody waits for it."""
        try:
            await self.sender.send(asked)
        except TokenRevoked:
            raise
        except Exception:
            log.exception("paper not sent", extra={"chat": asked.chat})
            await self.sender.send(Send(asked.chat, asked.otherwise))

    async def stop(self, seconds: float) -> None:
        """Let what is being done be finished, but not longer than this."""
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=seconds)
            for task in late:
                task.cancel()
