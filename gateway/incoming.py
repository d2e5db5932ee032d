"""A raw update becomes an `Incoming`, or the reason why it does not. Never raises."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from telegram import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    Document,
    Message,
    PhotoSize,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

from chat.talk import BlockedUs, Incoming, NotText, Pressed, Speaker, Typed, What
from workflow.ids import PersonId
from workflow.ports import ChatId, InboxRow, RawUpdate

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Asked for by name: the default of the server leaves some out and adds others with time."""

_NOBODY = frozenset({1087968824, 777000, 136817688})
"""Ids that stand for an anonymous admin, for Telegram itself, for a channel: no person."""

_NOT_TEXT = (
    "animation",  # before document: a moving picture is both
    "voice",
    "sticker",
    "video",
    "video_note",
    "audio",
    "venue",
    "location",
    "contact",
    "poll",
    "dice",
    "story",
    "live_photo",
    "paid_media",
)


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """A file as the messenger describes it, not fetched; `size` in bytes, None if not told."""

    id: str
    name: str
    media_type: str
    size: int | None
    caption: str
    album: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An update in our words; with a file its `what` is NotText until the file is fetched."""

    incoming: Incoming
    file: OfferedFile | None = None


@dataclass(frozen=True, slots=True)
class NotServed:
    """An update of a kind, or from a place, that is none of ours."""

    why: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An update that the library cannot parse; `why` names no content."""

    why: str


def raw_update(update: Mapping[str, object]) -> RawUpdate | None:
    """An update as it is kept; None if it has not even a number."""
    number = update.get("update_id")
    if not isinstance(number, int):
        return None
    # Half an emoji, which a server should not send, could not be kept on disk: it becomes a "?".
    body = json.dumps(update, ensure_ascii=False).encode("utf-8", "replace").decode()
    return RawUpdate(number, _chat_in(update), body)


def _chat_in(update: Mapping[str, object]) -> ChatId | None:
    """The chat of an update, looked for without believing in its shape."""
    for part in update.values():
        if not isinstance(part, dict):
            continue
        message = part if "chat" in part else part.get("message")
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(chat.get("id"), int):
            return ChatId(chat["id"])
    return None


def to_incoming(row: InboxRow, now: datetime) -> Reading | NotServed | Unreadable:
    """Read the update of a row; `now` bounds its time, which is the server's."""
    try:
        update = Update.de_json(_read_json(row.body), None)
        return _read(row, update, now)
    # Whatever the library stumbles over: one strange update must not stop the others.
    except Exception as error:  # noqa: BLE001
        return Unreadable(type(error).__name__)


def _read_json(body: str) -> dict[str, object]:
    """The update; half a surrogate pair, which no disk and no socket takes, becomes a ?."""
    loaded = json.loads(body)
    whole = json.dumps(loaded, ensure_ascii=False).encode(errors="replace")
    update: dict[str, object] = json.loads(whole)
    return update


def _read(row: InboxRow, update: Update, now: datetime) -> Reading | NotServed:
    if update.callback_query:
        return _press(row, update.callback_query, now)
    if update.my_chat_member:
        return _membership(row, update.my_chat_member, now)
    message = update.message or update.edited_message
    if message is None:
        return NotServed("kind")
    why = _not_served(message.chat, message.from_user)
    if why or message.from_user is None:
        return NotServed(why)
    if update.edited_message:
        return _edited(row, message, message.from_user, now)
    return _message(row, message, message.from_user, now)


def _not_served(chat: Chat, user: User | None) -> str:
    if chat.type != ChatType.PRIVATE:
        return str(chat.type)
    return "nobody" if user is None or user.is_bot or user.id in _NOBODY else ""


def _incoming(row: InboxRow, chat: Chat, user: User, at: datetime, what: What) -> Incoming:
    speaker = Speaker(PersonId(str(user.id)), user.full_name, user.language_code or "")
    return Incoming(row.id, ChatId(chat.id), speaker, at, what)


def _press(row: InboxRow, press: CallbackQuery, now: datetime) -> Reading | NotServed:
    if press.message is None or press.data is None:
        return NotServed("press")
    why = _not_served(press.message.chat, press.from_user)
    if why:
        return NotServed(why)
    what = Pressed(press.data, press.message.message_id, press.id)
    return Reading(_incoming(row, press.message.chat, press.from_user, now, what))


def _membership(row: InboxRow, change: ChatMemberUpdated, now: datetime) -> Reading | NotServed:
    why = _not_served(change.chat, change.from_user)
    if why:
        return NotServed(why)
    what = BlockedUs(blocked=change.new_chat_member.status == ChatMemberStatus.BANNED)
    return Reading(_incoming(row, change.chat, change.from_user, min(change.date, now), what))


def _edited(row: InboxRow, message: Message, user: User, now: datetime) -> Reading | NotServed:
    text = message.text or message.caption
    if not text:
        return NotServed("edit")
    at = min(message.edit_date or message.date, now)
    return Reading(_incoming(row, message.chat, user, at, Typed(text, edited=True)))


def _message(row: InboxRow, message: Message, user: User, now: datetime) -> Reading | NotServed:
    what, file = _said(message)
    if what is None:
        return NotServed("service")
    incoming = _incoming(row, message.chat, user, min(message.date, now), what)
    return Reading(replace(incoming, reply_to=_buttons_of(message.reply_to_message)), file)


def _said(message: Message) -> tuple[What | None, OfferedFile | None]:
    """What a message says, and the file that has to be fetched to know it whole."""
    if message.text is not None:
        return Typed(message.text), None
    kind = next((name for name in _NOT_TEXT if getattr(message, name)), None)
    if kind:
        return NotText(kind), None
    if message.document:
        return NotText("document"), _document(message, message.document)
    if message.photo:
        return NotText("photo"), _photo(message, max(message.photo, key=lambda size: size.width))
    return None, None


def _document(message: Message, document: Document) -> OfferedFile:
    return OfferedFile(
        document.file_id,
        document.file_name or f"file-{document.file_unique_id}",
        document.mime_type or "",
        document.file_size,
        message.caption or "",
        message.media_group_id or "",
    )


def _photo(message: Message, largest: PhotoSize) -> OfferedFile:
    return OfferedFile(
        largest.file_id,
        f"photo-{largest.file_unique_id}.jpg",
        "image/jpeg",
        largest.file_size,
        message.caption or "",
        message.media_group_id or "",
    )


def _buttons_of(message: Message | None) -> tuple[str, ...]:
    """Data of the buttons under our message; in a private chat every bot is us."""
    author = message.from_user if message else None
    if message is None or author is None or not author.is_bot or message.reply_markup is None:
        return ()
    rows = message.reply_markup.inline_keyboard
    return tuple(b.callback_data for row in rows for b in row if isinstance(b.callback_data, str))
