"""One call to the server: in its pace, repeated where that cannot do a thing twice."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from telegram import Bot
from telegram.error import InvalidToken, RetryAfter, TelegramError

from gateway.failures import Fate, TokenRevoked, classify, told_to_wait
from gateway.pacing import ChatHeld, Pace, Rank
from workflow.ports import ChatId

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Sleep = Callable[[float], Awaitable[None]]
AtTurn = Callable[[], None]
"""What is still to be done once a turn is granted; until then nothing has left."""

_FIRST_WAIT = 0.5
_LONGEST_WAIT = 30.0
_UNKNOWN_REPEATS = 3


def nothing_more() -> None:
    """What a call waits for beside its turn, usually."""


def back_off(attempt: int) -> float:
    """Seconds to wait after so many failures in a row: doubling, to half a minute."""
    return min(_FIRST_WAIT * 2.0 ** min(attempt, 10), _LONGEST_WAIT)


class Calls:
    """Makes calls until their fate is known, for as long as it takes the network to come back."""

    def __init__(
        self,
        bot: Bot,
        pace: Pace,
        sleep: Sleep = asyncio.sleep,
        rank: Rank = Rank.ANSWER,
        *,
        waits: bool = True,
        at_turn: AtTurn = nothing_more,
    ) -> None:
        self.bot = bot
        self._pace = pace
        self._sleep = sleep
        self._rank = rank
        self._waits = waits
        self._at_turn = at_turn

    def ranked(self, rank: Rank) -> "Calls":
        """In the same pace, but others may go first."""
        return self._like(rank=rank)

    def without_waiting(self) -> "Calls":
        """In the same pace; but what was not sent is raised, for somebody who keeps it on disk.

        So is, as RetryAfter, what would have to wait for a chat that is held.
        """
        return self._like(waits=False)

    def once_granted(self, at_turn: AtTurn) -> "Calls":
        """In the same pace; `at_turn` runs before each call, and what it raises stops the call."""
        return self._like(at_turn=at_turn)

    def _like(
        self, *, rank: Rank | None = None, waits: bool | None = None, at_turn: AtTurn | None = None
    ) -> "Calls":
        """These calls, but for what is named."""
        return Calls(
            self.bot,
            self._pace,
            self._sleep,
            self._rank if rank is None else rank,
            waits=self._waits if waits is None else waits,
            at_turn=at_turn or self._at_turn,
        )

    async def once(self, chat: ChatId | None, call: Callable[[], Awaitable[Answer]]) -> Answer:
        """Make a call that must not happen twice.

        Raises TelegramError if it was refused or its fate is unknown, TokenRevoked if we are.
        """
        return await self._make(chat, call, unknown_repeats=0)

    async def surely(self, chat: ChatId | None, call: Callable[[], Awaitable[Answer]]) -> Answer:
        """Make a call that may happen twice without harm; raises as `once` does."""
        return await self._make(chat, call, unknown_repeats=_UNKNOWN_REPEATS)

    async def _make(
        self,
        chat: ChatId | None,
        call: Callable[[], Awaitable[Answer]],
        unknown_repeats: int,
    ) -> Answer:
        repeats = {Fate.NOT_SENT: math.inf if self._waits else 0, Fate.UNKNOWN: unknown_repeats}
        attempt = 0
        while True:
            try:
                async with self._pace.turn(chat, self._rank, is_patient=self._waits):
                    self._at_turn()
                    return await call()
            except ChatHeld as held:
                raise RetryAfter(timedelta(seconds=held.seconds)) from None
            except TelegramError as error:
                fate = await self._judge(chat, error)
                if attempt >= repeats.get(fate, 0):
                    raise
                await self._wait(chat, told_to_wait(error), attempt)
            attempt += 1

    async def _judge(self, chat: ChatId | None, error: TelegramError) -> Fate:
        """What became of the call; holds the chat that the server named."""
        fate = classify(error)
        if fate is Fate.REVOKED:
            await confirm_token(self.bot)
        told = told_to_wait(error)
        if told and chat is not None:
            self._pace.hold(chat, told)
        return fate

    async def _wait(self, chat: ChatId | None, told: float, attempt: int) -> None:
        """Wait where the chat is not held already."""
        log.info("call repeated", extra={"chat": chat, "attempt": attempt + 1, "told": told})
        if not told or chat is None:
            await self._sleep(told or back_off(attempt))


async def confirm_token(bot: Bot) -> None:
    """Raise TokenRevoked if the server does not know us; any 404 looks like that at first."""
    try:
        await bot.get_me()
    except InvalidToken:
        # Not chained: the library's words may hold the token.
        message = "the server refuses the token; @BotFather gives a new one"
        raise TokenRevoked(message) from None
    except TelegramError as error:
        log.warning("token not confirmed", extra={"error": type(error).__name__})
