"""The boards of groups: posted once, pinned silently, edited in place, never more than needed."""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import replace

from telegram.error import TelegramError

from chat.boards import BoardView
from chat.talk import Message
from gateway.calls import Calls
from gateway.failures import Fate, TokenRevoked, classify, has_vanished, news_of, told_to_wait
from gateway.ports import Clock, Desk
from gateway.sender import Tell
from gateway.writing import Writer
from workflow.ports import ChatId
from workflow.posting import Board, Boards

log = logging.getLogger(__name__)

SPACING = 12.0
"""Seconds between two edits of a board: never two in 10 s, and a minute of unceasing changes
costs six of the twenty messages that a group takes in a minute, the last state included."""
AFTER_NOTHING = 1.0
AFTER_TROUBLE = 30.0
AFTER_REFUSAL = 3600.0
_MANY = 1_000


class BoardKeeper:
    """Brings boards up to date, one after the other: it takes one slot of all at most.

    `now` in seconds, rising. A board that cannot be shown comes later and holds up no other.
    """

    def __init__(
        self,
        boards: Boards,
        desk: Desk,
        calls: Calls,
        clock: Clock,
        now: Callable[[], float],
        tell: Tell,
    ) -> None:
        self._boards = boards
        self._desk = desk
        self._calls = calls
        self._writer = Writer(calls.without_waiting())
        self._clock = clock
        self._now = now
        self._tell = tell
        self._free_at: dict[ChatId, float] = {}
        self._unpinned: set[ChatId] = set()

    async def work(self) -> float | None:
        """Show what may be shown now; in how many seconds the next may be, None if there is none.

        Raises TokenRevoked, and what the boards raise when the disk refuses.
        """
        self._forget_the_free()
        for board in self._boards.stale(_MANY):
            if self._rest(board) <= 0:
                await self._attend_to(board)
                await asyncio.sleep(0)  # many boards that say the same must not hold up the desk
        return min(map(self._rest, self._boards.stale(_MANY)), default=None)

    def _rest(self, board: Board) -> float:
        """Seconds until this board may be touched; after a start as it is kept on disk."""
        if board.chat in self._free_at:
            return max(0.0, self._free_at[board.chat] - self._now())
        if board.edited is None:
            return 0.0
        since = (self._clock() - board.edited).total_seconds()
        return SPACING - since if 0 <= since < SPACING else 0.0  # the clock may have been moved

    def _forget_the_free(self) -> None:
        if len(self._free_at) > _MANY:
            now = self._now()
            self._free_at = {chat: end for chat, end in self._free_at.items() if end > now}

    async def _attend_to(self, board: Board) -> None:
        try:
            rest = await self._bring_up(board)
        except TokenRevoked:
            raise
        except TelegramError as error:
            rest = self._refused(board.chat, error)
        except Exception:
            log.exception("board not shown", extra={"chat": board.chat})
            rest = AFTER_TROUBLE
        self._free_at[board.chat] = self._now() + rest

    async def _bring_up(self, board: Board) -> float:
        """Seconds to leave the group alone: long where something was shown."""
        now = self._clock()
        view = self._desk.board(board, now)
        if view is None:
            self._boards.shown(board)
            return AFTER_NOTHING
        digest = _digest(view.message)
        is_as_shown = board.message and board.shown == digest
        current = board if is_as_shown else replace(board, shown=digest, edited=now)
        if not is_as_shown and not (board.message and await self._edited(board, view.message)):
            current = await self._posted(current, view)
        self._boards.shown(current)
        if current.to_pin:
            await self._pin(current)
        return AFTER_NOTHING if is_as_shown else SPACING

    async def _edited(self, board: Board, message: Message) -> bool:
        """Whether the board was still there to be changed."""
        try:
            await self._writer.rewrite(board.chat, board.message, message)
        except TelegramError as error:
            if not has_vanished(error):
                raise
            return False
        return True

    async def _posted(self, board: Board, view: BoardView) -> Board:
        number = await self._writer.write(board.chat, view.message, view.topic)
        return replace(board, message=number, to_pin=True)

    async def _pin(self, board: Board) -> None:
        """Pin it without a sound; where we may not, it stands unpinned until we may."""
        bot, chat = self._calls.bot, board.chat
        try:
            await self._calls.surely(
                chat, lambda: bot.pin_chat_message(chat, board.message, disable_notification=True)
            )
        except TelegramError as error:
            if chat not in self._unpinned:
                self._unpinned.add(chat)
                log.info("board not pinned", extra={"chat": chat, "why": error.message})
        self._boards.shown(replace(board, to_pin=False))

    def _refused(self, chat: ChatId, error: TelegramError) -> float:
        """Seconds to leave the group alone."""
        news = news_of(chat, error)
        if news is not None:
            self._tell(chat, news)
        if classify(error) is Fate.PERMANENT:
            log.warning("board refused", extra={"chat": chat, "why": error.message})
            return AFTER_REFUSAL
        log.info("board not shown yet", extra={"chat": chat, "error": type(error).__name__})
        return told_to_wait(error) or AFTER_TROUBLE


def _digest(message: Message) -> str:
    return hashlib.sha256(repr(message).encode()).hexdigest()
