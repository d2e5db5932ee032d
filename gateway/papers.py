"""Papers made and handed over as files, or words in their place."""

from contextlib import suppress

from telegram import InputFile
from telegram.constants import ChatAction, ParseMode
from telegram.error import TelegramError

from chat.documents import NotWritten, PaperFile
from chat.talk import SendPaper
from gateway.calls import Calls
from gateway.markup import LONGEST_CAPTION
from gateway.ports import WritePaper
from gateway.writing import Writer, written


async def nothing_written(_: PaperFile) -> NotWritten:
    """For an edge without anybody who writes."""
    return NotWritten()


class Courier:
    """Has a paper made and brings it; what the server refuses is raised as `Sender.send` does."""

    def __init__(self, calls: Calls, write: WritePaper) -> None:
        self._calls = calls
        self._bot = calls.bot
        self._writer = Writer(calls)
        self._write = write

    async def bring(self, sent: SendPaper) -> None:
        """The file, or words in its place."""
        with suppress(TelegramError):  # a word of courtesy: what matters follows
            await self._bot.send_chat_action(sent.chat, ChatAction.UPLOAD_DOCUMENT)
        content = await self._write(sent.paper)
        if isinstance(content, NotWritten):
            await self._writer.write(sent.chat, sent.otherwise)
            return
        await self._hand_over(sent, content)

    async def _hand_over(self, sent: SendPaper, content: bytes) -> None:
        async def write(text: str, mode: ParseMode | None) -> None:
            await self._calls.once(
                sent.chat,
                lambda: self._bot.send_document(
                    sent.chat,
                    InputFile(content, filename=sent.paper.name),
                    caption=text or None,
                    parse_mode=mode,
                ),
            )

        await written(sent.caption, LONGEST_CAPTION, write)
