"""Pictures put on the screen and changed there, with caption and buttons; or words in their place."""

from telegram import InputFile, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import TelegramError

from chat.documents import NotDrawn, SeasonPicture
from chat.talk import SendPicture
from gateway.calls import Calls
from gateway.failures import Fate, classify, has_vanished
from gateway.markup import LONGEST_CAPTION, inline_keyboard
from gateway.ports import DrawPicture
from gateway.writing import Writer, written


async def nothing_drawn(_: SeasonPicture) -> NotDrawn:
    """For an edge without anybody who draws: everything is told in words."""
    return NotDrawn()


class Easel:
    """Shows pictures; what the server refuses is raised as TelegramError or TokenRevoked."""

    def __init__(self, calls: Calls, draw: DrawPicture) -> None:
        self._calls = calls
        self._bot = calls.bot
        self._writer = Writer(calls)
        self._draw = draw

    async def show(self, sent: SendPicture) -> int:
        """Draw it and show it, in the place of an earlier one if that still stands; its number."""
        drawn = await self._draw(sent.picture)
        if isinstance(drawn, NotDrawn):
            return await self._writer.write(sent.chat, sent.otherwise)
        if not sent.replaces:
            return await self._hang(sent, drawn)
        try:
            await self._exchange(sent, drawn)
        except TelegramError as error:
            if not has_vanished(error):
                raise
            return await self._hang(sent, drawn)
        return sent.replaces

    async def _hang(self, sent: SendPicture, content: bytes) -> int:
        numbers: list[int] = []

        async def write(text: str, mode: ParseMode | None) -> None:
            shown = await self._calls.once(
                sent.chat,
                lambda: self._bot.send_photo(
                    sent.chat,
                    InputFile(content, filename=sent.picture.name),
                    caption=text,
                    parse_mode=mode,
                    reply_markup=inline_keyboard(sent.message),
                ),
            )
            numbers.append(shown.message_id)

        await written(sent.message.html, LONGEST_CAPTION, write)
        return numbers[-1]

    async def _exchange(self, sent: SendPicture, content: bytes) -> None:
        async def write(text: str, mode: ParseMode | None) -> None:
            photo = InputMediaPhoto(
                content, caption=text, parse_mode=mode, filename=sent.picture.name
            )
            await self._calls.surely(
                sent.chat,
                lambda: self._bot.edit_message_media(
                    photo, sent.chat, sent.replaces, reply_markup=inline_keyboard(sent.message)
                ),
            )

        try:
            await written(sent.message.html, LONGEST_CAPTION, write)
        except TelegramError as error:
            if classify(error) is not Fate.SENT:  # it shows the very same already
                raise
