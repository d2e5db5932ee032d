"""How a message looks on Telegram: keyboards, and texts cut to what fits."""

import html
import re

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from chat.talk import Button, Copy, Link, Message, Press

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_TOAST = 200
ELLIPSIS = "…"

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def inline_keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """The buttons under a message."""
    if not message.buttons:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in message.buttons])


def keyboard(message: Message) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | None:
    """The buttons under a message, or the keys in place of the keyboard; a message has one."""
    if message.buttons or not message.keys:
        return inline_keyboard(message)
    rows = [[KeyboardButton(key) for key in row] for row in message.keys]
    return ReplyKeyboardMarkup(rows, is_persistent=True, resize_keyboard=True)


def _button(button: Button) -> InlineKeyboardButton:
    match button:
        case Press(label, data):
            return InlineKeyboardButton(label, callback_data=data)
        case Copy(label, text):
            return InlineKeyboardButton(label, copy_text=CopyTextButton(text))
        case Link(label, url):
            return InlineKeyboardButton(label, url=url)


def plain(marked_up: str) -> str:
    """The text of an HTML message without its markup."""
    return html.unescape(_TAG.sub("", marked_up))


def length(text: str) -> int:
    """How long Telegram finds a text: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def cut(text: str, longest: int) -> str:
    """The text, or as many of its whole lines as fit, with an ellipsis in place of the rest."""
    if length(text) <= longest:
        return text
    room = text.encode("utf-16-le")[: (longest - 2) * 2].decode("utf-16-le", errors="ignore")
    lines, _, _ = room.rpartition("\n")
    return f"{lines or room}\n{ELLIPSIS}"
