"""A tiny bot for trying the page: it echoes, counts presses by an edit, and weighs files."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
    Update,
)

from localchat.server import LocalChat

FOUR_KEYS = ReplyKeyboardMarkup(
    [["进度", "我的事"], ["交材料", "更多"]],
    resize_keyboard=True,
    is_persistent=True,
)
CARD = InlineKeyboardMarkup([[InlineKeyboardButton("记下", callback_data="note")]])


@contextlib.asynccontextmanager
async def echo_bot(chat: LocalChat) -> AsyncIterator[Bot]:
    """The bot, answering until the block is left."""
    bot = Bot("1:local", base_url=chat.base_url, base_file_url=chat.base_file_url)
    async with bot:
        await bot.set_my_commands([("start", "开始"), ("list", "清单")])
        answering = asyncio.create_task(_answer_all(bot))
        yield bot
        answering.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await answering


async def _answer_all(bot: Bot) -> None:
    offset = 0
    while True:
        for update in await bot.get_updates(offset=offset, timeout=20):
            offset = update.update_id + 1
            await _answer(bot, update)


async def _answer(bot: Bot, update: Update) -> None:
    if update.callback_query:
        await _note(update.callback_query)
    elif update.message and update.message.document:
        await _weigh(update.message)
    elif update.message and update.message.text:
        await _echo(bot, update.message, update.message.text)


async def _echo(bot: Bot, message: Message, text: str) -> None:
    await bot.send_message(
        message.chat_id,
        f"<b>{message.text_html}</b>",
        parse_mode="HTML",
        reply_markup=FOUR_KEYS if text.startswith("/start") else CARD,
        message_thread_id=message.message_thread_id if message.is_topic_message else None,
    )


async def _note(query: CallbackQuery) -> None:
    await query.answer("记下了")
    await query.edit_message_text("已记 <s>旧</s>", parse_mode="HTML")


async def _weigh(message: Message) -> None:
    document = message.document
    if document is None:
        return
    content = await (await document.get_file()).download_as_bytearray()
    await message.reply_text(f"{document.file_name}: {len(content)}", do_quote=True)
