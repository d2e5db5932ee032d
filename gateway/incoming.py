"""A raw update becomes an `Incoming`, or the reason why it does not. Never raises."""

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

from chat.talk import BlockedUs, GroupMoved, Incoming, NotText, Pressed, Speaker, Typed, What
from gateway.raw import read_body
from gateway.rooms import GROUPS, Me, room_of, said_in_group, standing, why_not_ours
from workflow.ids import PersonId
from workflow.ports import ChatId, InboxRow

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


def to_incoming(row: InboxRow, now: datetime, me: Me) -> Reading | NotServed | Unreadable:
    """Read the update of a row; `now` bounds its time, which is the server's."""
    try:
        return _read(row, Update.de_json(read_body(row.body), None), now, me)
    # Whatever the library stumbles over: one strange update must not stop the others.
    except Exception as error:  # noqa: BLE001
        return Unreadable(type(error).__name__)


def _read(row: InboxRow, update: Update, now: datetime, me: Me) -> Reading | NotServed:
    if update.callback_query:
        return _press(row, update.callback_query, now)
    if update.my_chat_member:
        return _membership(row, update.my_chat_member, now)
    message = update.message or update.edited_message
    if message is None:
        return NotServed("kind")
    why = _not_served(message, me)
    if why or message.from_user is None:
        return NotServed(why or "nobody")
    if update.edited_message:
        return _edited(row, message, message.from_user, now)
    if message.migrate_from_chat_id:
        return _arrived(row, message, message.from_user, now)
    return _message(row, message, message.from_user, now, me)


def _not_served(message: Message, me: Me) -> str:
    if message.via_bot and message.via_bot.id == me.id:
        return "our own words"  # dropped by inline mode: nothing that anybody says to us
    if message.chat.type in GROUPS:
        return why_not_ours(message, me)
    if message.chat.type != ChatType.PRIVATE:
        return str(message.chat.type)
    return _nobody(message.from_user)


def _nobody(user: User | None) -> str:
    return "nobody" if user is None or user.is_bot or user.id in _NOBODY else ""


def _incoming(row: InboxRow, chat: Chat, user: User, at: datetime, what: What) -> Incoming:
    speaker = Speaker(PersonId(str(user.id)), user.full_name, user.language_code or "")
    return Incoming(row.id, ChatId(chat.id), speaker, at, what, room=room_of(chat))


def _press(row: InboxRow, press: CallbackQuery, now: datetime) -> Reading | NotServed:
    if press.message is None or press.data is None:
        return NotServed("press")
    why = _nobody(press.from_user)
    if why or press.message.chat.type == ChatType.CHANNEL:
        return NotServed(why or "channel")
    what = Pressed(press.data, press.message.message_id, press.id)
    incoming = _incoming(row, press.message.chat, press.from_user, now, what)
    return Reading(replace(incoming, room=room_of(press.message.chat, press.message)))


def _membership(row: InboxRow, change: ChatMemberUpdated, now: datetime) -> Reading | NotServed:
    """Whoever did it, an anonymous admin too: that we are in or out is true all the same."""
    if change.chat.type == ChatType.PRIVATE:
        why = _nobody(change.from_user)
        if why:
            return NotServed(why)
        what: What = BlockedUs(blocked=change.new_chat_member.status == ChatMemberStatus.BANNED)
    else:
        what = standing(change)
    return Reading(_incoming(row, change.chat, change.from_user, min(change.date, now), what))


def _edited(row: InboxRow, message: Message, user: User, now: datetime) -> Reading | NotServed:
    text = message.text or message.caption
    if not text or message.sender_chat:
        return NotServed("edit")
    at = min(message.edit_date or message.date, now)
    incoming = _incoming(row, message.chat, user, at, Typed(text, edited=True))
    room, number = room_of(message.chat, message), message.message_id
    return Reading(replace(incoming, room=room, message=number))


def _arrived(row: InboxRow, message: Message, user: User, now: datetime) -> Reading:
    """The new supergroup names the group it was: told of that one, before anything else here.

    The old group says so as well, but in a lane of its own, maybe later than what comes next.
    """
    what = GroupMoved(ChatId(message.chat.id))
    incoming = _incoming(row, message.chat, user, min(message.date, now), what)
    return Reading(replace(incoming, chat=ChatId(message.migrate_from_chat_id or 0)))


def _message(
    row: InboxRow, message: Message, user: User, now: datetime, me: Me
) -> Reading | NotServed:
    what, file = _said(message, me)
    if what is None:
        return NotServed("service")
    incoming = _incoming(row, message.chat, user, min(message.date, now), what)
    room = room_of(message.chat, message)
    replied = _buttons_of(message.reply_to_message, me)
    incoming = replace(incoming, room=room, reply_to=replied, message=message.message_id)
    return Reading(replace(incoming, beside=_beside(message)), file)


def _beside(message: Message) -> tuple[str, ...]:
    """The caption and the file's name, of a kind that is served or not."""
    carriers = (message.document, message.video, message.audio, message.animation)
    names = (carrier.file_name for carrier in carriers if carrier)
    return tuple(text for text in (message.caption, *names) if text)


def _said(message: Message, me: Me) -> tuple[What | None, OfferedFile | None]:
    """What a message says, and the file that has to be fetched to know it whole."""
    kind = next((name for name in _NOT_TEXT if getattr(message, name)), None)
    if message.chat.type in GROUPS:
        return said_in_group(message, kind, me), None
    if message.text is not None:
        return Typed(message.text), None
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


def _buttons_of(message: Message | None, me: Me) -> tuple[str, ...]:
    """Data of the buttons under a message of ours."""
    author = message.from_user if message else None
    if message is None or author is None or author.id != me.id or message.reply_markup is None:
        return ()
    rows = message.reply_markup.inline_keyboard
    return tuple(b.callback_data for row in rows for b in row if isinstance(b.callback_data, str))
