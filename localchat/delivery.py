"""Which messages a bot gets to see: in groups, what privacy mode lets through."""

from localchat.chats import Chat, PrivateChat
from localchat.people import BotIdentity
from localchat.wire import Wire

SERVICE = frozenset(
    {
        "group_chat_created",
        "supergroup_chat_created",
        "new_chat_members",
        "left_chat_member",
        "migrate_to_chat_id",
        "migrate_from_chat_id",
        "pinned_message",
        "forum_topic_created",
    },
)
"""Fields by which one knows a service message: nobody wrote it, something happened."""


def reaches_bot(bot: BotIdentity, chat: Chat, message: Wire) -> bool:
    """Whether a bot with privacy mode on, as every new bot has it, gets a message of a chat.

    As administrator it gets everything; else service messages, commands that are not another
    bot's, what names it, replies to what it said, and what was found by it.
    """
    if isinstance(chat, PrivateChat):
        return True
    member = chat.member(bot.id)
    if not member.is_in:
        return False
    return member.manages or not SERVICE.isdisjoint(message) or _is_meant(bot, message)


def _is_meant(bot: BotIdentity, message: Wire) -> bool:
    replied = message.get("reply_to_message", {}).get("from", {}).get("id")
    found_by = message.get("via_bot", {}).get("id")
    return bot.id in {replied, found_by} or _commands(bot, message) or _names(bot, message)


def _commands(bot: BotIdentity, message: Wire) -> bool:
    text = message.get("text") or message.get("caption", "")
    if not text.startswith("/"):
        return False
    named = text.split(maxsplit=1)[0].partition("@")[2].lower()
    return named in {"", bot.username.lower()}


def _names(bot: BotIdentity, message: Wire) -> bool:
    """Whether it mentions the bot, or has a command with its name somewhere inside."""
    text = (message.get("text") or message.get("caption", "")).encode("utf-16-le")
    entities = message.get("entities") or message.get("caption_entities", [])
    found = (
        text[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in entities
        if one["type"] in {"mention", "bot_command"}
    )
    return any(word.lower().endswith(f"@{bot.username.lower()}") for word in found)
