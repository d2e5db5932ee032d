"""What the desk says becomes calls to the server, and their failures a fate."""

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import assert_never

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import TelegramError

from chat.talk import (
    Document,
    Edit,
    GroupMoved,
    Leave,
    Message,
    Send,
    Sendable,
    SendDocument,
    SendPaper,
    SendPicture,
    Toast,
)
from gateway.calls import AtTurn, Calls
from gateway.failures import (
    Fate,
    News,
    classify,
    has_vanished,
    is_old_press,
    news_of,
    told_to_wait,
)
from gateway.markup import LONGEST_CAPTION, LONGEST_TOAST, cut
from gateway.papers import Courier, nothing_written
from gateway.pictures import Easel, nothing_drawn
from gateway.ports import DrawPicture, MakeDocument, WritePaper
from gateway.writing import Writer, written
from workflow.given import FileRef
from workflow.ports import ChatId, EvidenceBox

log = logging.getLogger(__name__)

SLOTS_KEPT = 256

Tell = Callable[[ChatId, News], None]
"""Passes on what a refusal told of a chat."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of something said: its message's number, or how long to wait and why."""

    fate: Fate
    message: int = 0
    wait: float = 0.0
    """Seconds the server wants to hear nothing; 0 if it named no time."""
    why: str = ""


class Sender:
    """Sends, in the order it is asked; waits where the server or the network wants it.

    What is `silent` comes without a sound.
    """

    def __init__(
        self,
        calls: Calls,
        box: EvidenceBox,
        make: MakeDocument,
        tell: Tell,
        draw: DrawPicture = nothing_drawn,
        write: WritePaper = nothing_written,
        *,
        silent: bool = False,
    ) -> None:
        self._calls = calls
        self._bot = calls.bot
        self._silent = silent
        self._writer = Writer(calls, silent=silent)
        self._box = box
        self._make = make
        self._tell = tell
        self._draw = draw
        self._write = write
        self._slots: OrderedDict[tuple[ChatId, str], int] = OrderedDict()

    def once_granted(self, at_turn: AtTurn) -> "Sender":
        """The same sender; `at_turn` runs before each of its calls, and may stop it by raising."""
        calls = self._calls.once_granted(at_turn)
        sender = Sender(
            calls,
            self._box,
            self._make,
            self._tell,
            self._draw,
            self._write,
            silent=self._silent,
        )
        sender._slots = self._slots
        return sender

    async def send(self, outgoing: Sendable) -> Delivery:
        """Make the calls; PERMANENT also when the person has blocked us.

        Raises TokenRevoked, and WorkflowError or OSError when a document's bytes are gone.
        """
        try:
            return Delivery(Fate.SENT, await self._make_calls(outgoing))
        except TelegramError as error:
            if isinstance(outgoing, Toast):
                return _failed(outgoing, error)
            return await self._refused(outgoing, error)

    async def _refused(
        self,
        outgoing: Send | Edit | SendDocument | SendPicture | SendPaper | Leave,
        error: TelegramError,
    ) -> Delivery:
        news = news_of(outgoing.chat, error)
        if news is not None:
            self._tell(outgoing.chat, news)
        if isinstance(news, GroupMoved):
            return await self._follow(replace(outgoing, chat=news.to))
        return _failed(outgoing, error)

    async def _follow(self, outgoing: Sendable) -> Delivery:
        """Send it where the group is now; only once, for nothing bounds how often it moves."""
        try:
            return Delivery(Fate.SENT, await self._make_calls(outgoing))
        except TelegramError as error:
            return _failed(outgoing, error)

    async def _make_calls(self, outgoing: Sendable) -> int:
        """The number of the message that stands there now; 0 where there is none."""
        match outgoing:
            case Send():
                return await self._send_into(outgoing)
            case Edit(chat, number, message):
                return await self._edit(chat, number, message)
            case Toast():
                await self._toast(outgoing)
            case SendDocument():
                await self._send_document(outgoing)
            case SendPicture():
                return await Easel(self._calls, self._draw).show(outgoing)
            case SendPaper():
                await Courier(self._calls, self._write).bring(outgoing)
            case Leave(chat):
                await self._calls.surely(chat, lambda: self._bot.leave_chat(chat))
            case _:
                assert_never(outgoing)
        return 0

    async def _send_into(self, send: Send) -> int:
        """A slot shows one message: the parts of an album change it in place."""
        slot = (send.chat, send.slot)
        shown = self._slots.get(slot)
        if send.slot and shown is not None:
            return await self._edit(send.chat, shown, send.message)
        number = await self._writer.write(send.chat, send.message, send.topic)
        if send.slot:
            self._slots[slot] = number
            while len(self._slots) > SLOTS_KEPT:
                self._slots.popitem(last=False)
        return number

    async def _edit(self, chat: ChatId, number: int, message: Message) -> int:
        try:
            await self._writer.rewrite(chat, number, message)
        except TelegramError as error:
            if not has_vanished(error):
                raise
            return await self._writer.write(chat, message)
        return number

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
                    disable_notification=self._silent or None,
                ),
            )

        await written(sent.caption, LONGEST_CAPTION, write)

    async def _content(self, document: Document) -> bytes:
        """The bytes, fetched or made off the loop: the others go on talking meanwhile."""
        if isinstance(document, FileRef):
            return await asyncio.to_thread(self._box.read, document)
        return await asyncio.to_thread(self._make, document)


def _failed(outgoing: Sendable, error: TelegramError) -> Delivery:
    """What became of it, told in the log as loudly as it deserves."""
    chat = None if isinstance(outgoing, Toast) else outgoing.chat
    facts = {"kind": type(outgoing).__name__, "to": chat, "error": error.message}
    fate = classify(error)
    is_alone = is_old_press(error) or (chat is not None and news_of(chat, error) is not None)
    if fate is Fate.SENT:
        return Delivery(fate)
    if is_alone:
        log.info("nobody there to hear", extra=facts)
    elif fate is Fate.UNKNOWN:
        log.warning("maybe not delivered", extra=facts)
    elif fate is Fate.NOT_SENT:
        log.info("not sent yet", extra=facts)
    else:
        log.error("refused by the server", extra=facts)
    return Delivery(fate, wait=told_to_wait(error), why=error.message)
