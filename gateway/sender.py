"""What the desk says becomes calls to the server, and their failures a fate."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import assert_never

from telegram import InputFile, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import Forbidden, TelegramError

from chat.talk import Edit, Message, Outgoing, Send, SendDocument, SheetToFill, Toast
from gateway.calls import Calls
from gateway.failures import Fate, classify, has_vanished, is_bad_markup, is_old_press
from gateway.markup import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    LONGEST_TOAST,
    cut,
    inline_keyboard,
    keyboard,
    length,
    plain,
)
from gateway.ports import MakeSheet
from workflow.given import FileRef
from workflow.ports import ChatId, EvidenceBox

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

SLOTS_KEPT = 256

Write = Callable[[str, ParseMode | None], Awaitable[object]]
"""Puts a text on the screen, as HTML or (None) as it stands."""


class Sender:
    """Sends, in the order it is asked; waits where the server or the network wants it."""

    def __init__(self, calls: Calls, box: EvidenceBox, make_sheet: MakeSheet) -> None:
        self._calls = calls
        self._bot = calls.bot
        self._box = box
        self._make_sheet = make_sheet
        self._slots: OrderedDict[tuple[ChatId, str], int] = OrderedDict()

    async def send(self, outgoing: Outgoing) -> Fate:
        """Make the calls; PERMANENT also when the person has blocked us.

        Raises TokenRevoked, and WorkflowError or OSError when a document's bytes are gone.
        """
        try:
            await self._make_calls(outgoing)
        except TelegramError as error:
            return _fate(outgoing, error)
        return Fate.SENT

    async def _make_calls(self, outgoing: Outgoing) -> None:
        match outgoing:
            case Send(chat, message, slot):
                await self._send_into(slot, chat, message)
            case Edit():
                await self._edit(outgoing)
            case Toast():
                await self._toast(outgoing)
            case SendDocument():
                await self._send_document(outgoing)
            case _:
                assert_never(outgoing)

    async def _send_into(self, slot: str, chat: ChatId, message: Message) -> None:
        """A slot shows one message: the parts of an album change it in place."""
        shown = self._slots.get((chat, slot))
        if slot and shown is not None:
            await self._edit(Edit(chat, shown, message))
            return
        number = await self._send(chat, message)
        if slot:
            self._slots[chat, slot] = number
            while len(self._slots) > SLOTS_KEPT:
                self._slots.popitem(last=False)

    async def _send(self, chat: ChatId, message: Message) -> int:
        sent: list[int] = []

        async def write(text: str, mode: ParseMode | None) -> None:
            asked = {
                "chat_id": chat,
                "text": text,
                "parse_mode": mode,
                "reply_markup": keyboard(message),
                "link_preview_options": _NO_PREVIEW,
            }
            # Raw, as in the receiver: an answer the library cannot parse must not count as unsent.
            shown = await self._calls.once(
                chat, lambda: self._bot.do_api_request("sendmessage", asked)
            )
            sent.append(int(shown["message_id"]))

        await _written(message.html, LONGEST_TEXT, write)
        return sent[-1]

    async def _edit(self, edit: Edit) -> None:
        async def write(text: str, mode: ParseMode | None) -> None:
            await self._calls.surely(
                edit.chat,
                lambda: self._bot.edit_message_text(
                    text,
                    edit.chat,
                    edit.message_id,
                    parse_mode=mode,
                    reply_markup=inline_keyboard(edit.message),
                    link_preview_options=_NO_PREVIEW,
                ),
            )

        try:
            await _written(edit.message.html, LONGEST_TEXT, write)
        except TelegramError as error:
            if not has_vanished(error):
                raise
            await self._send(edit.chat, edit.message)

    async def _toast(self, toast: Toast) -> None:
        text = cut(toast.text, LONGEST_TOAST) or None
        await self._calls.surely(None, lambda: self._bot.answer_callback_query(toast.press, text))

    async def _send_document(self, sent: SendDocument) -> None:
        content = await self._content(sent.document)

        async def write(text: str, mode: ParseMode | None) -> None:
            await self._calls.once(
                sent.chat,
                lambda: self._bot.send_document(
                    sent.chat,
                    InputFile(content, filename=sent.document.name),
                    caption=text or None,
                    parse_mode=mode,
                ),
            )

        await _written(sent.caption, LONGEST_CAPTION, write)

    async def _content(self, document: FileRef | SheetToFill) -> bytes:
        """The bytes, fetched or made off the loop: the others go on talking meanwhile."""
        if isinstance(document, SheetToFill):
            return await asyncio.to_thread(self._make_sheet, document)
        return await asyncio.to_thread(self._box.path(document.id).read_bytes)


async def _written(marked_up: str, longest: int, write: Write) -> None:
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


def _fate(outgoing: Outgoing, error: TelegramError) -> Fate:
    """What became of it, told in the log as loudly as it deserves."""
    chat = outgoing.press if isinstance(outgoing, Toast) else outgoing.chat
    facts = {"kind": type(outgoing).__name__, "to": chat, "error": error.message}
    fate = classify(error)
    if fate is Fate.SENT:
        return fate
    if isinstance(error, Forbidden) or is_old_press(error):
        log.info("nobody there to hear", extra=facts)
        return Fate.PERMANENT
    if fate is Fate.UNKNOWN:
        log.warning("maybe not delivered", extra=facts)
        return fate
    log.error("refused by the server", extra=facts)
    return Fate.PERMANENT
