"""What an update from a group means to us: who spoke, to whom, and what of it is our business."""

import re
from dataclasses import dataclass

from telegram import (
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberOwner,
    ChatMemberRestricted,
    ChatMemberUpdated,
    MaybeInaccessibleMessage,
    Message,
)
from telegram.constants import ChatMemberStatus, ChatType, MessageEntityType

from chat.talk import (
    BroughtIn,
    FileInGroup,
    GroupMoved,
    NotText,
    PutOut,
    Room,
    Typed,
    Unnamed,
    What,
)
from workflow.ports import ChatId

GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})

_OUT = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
_COMMAND = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@(?P<bot>\w+))?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Me:
    """Who we are on the server."""

    id: int
    username: str


def room_of(chat: Chat, message: MaybeInaccessibleMessage | None = None) -> Room | None:
    """The group, with the topic a message stands in; None for a private chat."""
    if chat.type == ChatType.PRIVATE:
        return None
    # Outside forums replies have a thread as well: it is no topic.
    in_topic = isinstance(message, Message) and message.is_topic_message
    topic = message.message_thread_id if in_topic and isinstance(message, Message) else None
    return Room(chat.title or "", topic or 0)


def standing(change: ChatMemberUpdated) -> BroughtIn | PutOut:
    """Whether we are in a group or channel now, and what we may do there."""
    now = change.new_chat_member
    if _is_out(now):
        return PutOut()
    # What plain members may do is not told with the update: trying to pin will show it.
    may_pin = isinstance(now, ChatMemberOwner) or (
        isinstance(now, ChatMemberAdministrator | ChatMemberRestricted)
        and bool(now.can_pin_messages)
    )
    is_channel = change.chat.type == ChatType.CHANNEL
    return BroughtIn(may_pin, is_channel, was_in=not _is_out(change.old_chat_member))


def _is_out(one: ChatMember) -> bool:
    return one.status in _OUT or (isinstance(one, ChatMemberRestricted) and not one.is_member)


def why_not_ours(message: Message, me: Me) -> str:
    """Why what stands in a group is none of our business; empty if it is."""
    if message.migrate_to_chat_id or message.migrate_from_chat_id:
        return ""
    if _masked(message):
        return "" if _is_command(message, me) else "nobody"
    if message.from_user is None or message.from_user.is_bot:
        return "nobody"
    return "other bot" if _is_for_other_bot(message, me) else ""


def said_in_group(message: Message, not_text: str | None, me: Me) -> What | None:
    """What a message in a group says; `not_text` names what we cannot read. None for a service."""
    if message.migrate_to_chat_id:
        return GroupMoved(ChatId(message.migrate_to_chat_id))
    mask = _masked(message)
    if mask:
        return Unnamed(mask)
    if message.text is not None:
        return Typed(message.text, to_us=_is_to_us(message, me))
    if not_text:
        return NotText(not_text)
    if message.document or message.photo:
        name = message.document.file_name if message.document else None
        return FileInGroup(name or "", message.media_group_id or "")
    return None


def _is_to_us(message: Message, me: Me) -> bool:
    """It replies to us, or names us."""
    replied = message.reply_to_message
    if replied is not None and replied.from_user is not None and replied.from_user.id == me.id:
        return True
    named = message.parse_entities([MessageEntityType.MENTION]).values()
    return f"@{me.username}".casefold() in (one.casefold() for one in named)


def _masked(message: Message) -> str:
    """Behind which mask somebody speaks whom we cannot know: a group's own, or a channel's."""
    if message.sender_chat is None:
        return ""
    return "anonymous" if message.sender_chat.id == message.chat.id else "channel"


def _is_command(message: Message, me: Me) -> bool:
    return bool(_COMMAND.match(message.text or "")) and not _is_for_other_bot(message, me)


def _is_for_other_bot(message: Message, me: Me) -> bool:
    found = _COMMAND.match(message.text or "")
    named = found["bot"] if found else None
    return named is not None and named.lower() != me.username.lower()
