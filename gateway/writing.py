"""Messages put on the screen and changed there: as HTML, in their topic, cut where they must be."""

import logging
from collections.abc import Awaitable, Callable

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError

from chat.talk import Message
from gateway.calls import Calls
from gateway.failures import Fate, classify, has_no_topic, is_bad_markup
from gateway.markup import LONGEST_TEXT, cut, inline_keyboard, keyboard, length, plain
from workflow.ports import ChatId

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

Write = Callable[[str, ParseMode | None], Awaitable[object]]
"""Puts a text on the screen, as HTML or (None) as it stands."""


class Writer:
    """Writes messages; what the server refuses is raised as TelegramError or TokenRevoked."""

    def __init__(self, calls: Calls, *, silent: bool = False) -> None:
        self._calls = calls
        self._bot = calls.bot
        self._silent = silent

    async def write(self, chat: ChatId, message: Message, topic: int = 0) -> int:
        """A new message; its number. Where its topic is gone it stands outside of topics."""
        try:
            return await self._write(chat, message, topic)
        except TelegramError as error:
            if not topic or not has_no_topic(error):
                raise
            return await self._write(chat, message, 0)

    async def rewrite(self, chat: ChatId, number: int, message: Message) -> None:
        """Put a message in the place of an earlier one, which may say the same already."""

        async def write(text: str, mode: ParseMode | None) -> None:
            await self._calls.surely(
                chat,
                lambda: self._bot.edit_message_text(
                    text,
                    chat,
                    number,
                    parse_mode=mode,
                    reply_markup=inline_keyboard(message),
                    link_preview_options=_NO_PREVIEW,
                ),
            )

        try:
            await written(message.html, LONGEST_TEXT, write)
        except TelegramError as error:
            if classify(error) is not Fate.SENT:
                raise

    async def _write(self, chat: ChatId, message: Message, topic: int) -> int:
        sent: list[int] = []

        async def write(text: str, mode: ParseMode | None) -> None:
            asked = {
                "chat_id": chat,
                "message_thread_id": topic or None,
                "text": text,
                "parse_mode": mode,
                "reply_markup": keyboard(message),
                "link_preview_options": _NO_PREVIEW,
                "disable_notification": self._silent or None,
            }
            # Raw, as in the receiver: an answer the library cannot parse must not count as unsent.
            shown = await self._calls.once(
                chat, lambda: self._bot.do_api_request("sendmessage", asked)
            )
            sent.append(int(shown["message_id"]))

        await written(message.html, LONGEST_TEXT, write)
        return sent[-1]


async def written(marked_up: str, longest: int, write: Write) -> None:
    """Write HTML; what is too long, or refused as HTML, as plain text: it must not be lost."""
    if length(marked_up) > longest and length(plain(marked_up)) > longest:
        log.error("text cut", extra={"length": length(marked_up)})
        await write(cut(plain(marked_up), longest), None)
        return
    try:
        await write(marked_up, ParseMode.HTML)
    except TelegramError as error:
        if not is_bad_markup(error):
            raise
        log.exception("markup refused, sent as plain text")
        await write(cut(plain(marked_up), longest), None)
