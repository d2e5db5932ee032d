"""Bot methods that pin messages and take them down again."""

from localchat.addressing import addressee
from localchat.chats import Chat, Group
from localchat.exchange import Exchange
from localchat.occurrences import pin
from localchat.params import Params
from localchat.wire import refuse


def pin_chat_message(exchange: Exchange, params: Params) -> bool:
    """Serve pinChatMessage; with or without disable_notification the chat is told of it."""
    chat = _chat(exchange, params)
    if not params.number("message_id"):
        refuse("message identifier is not specified")
    kept = exchange.messages.find(chat.id, params.number("message_id"))
    if kept is None:
        refuse("message to pin not found")
    pin(exchange, chat, kept.wire, exchange.bot.user())
    return True


def unpin_chat_message(exchange: Exchange, params: Params) -> bool:
    """Serve unpinChatMessage; without message_id it is the newest of the pinned."""
    chat = _chat(exchange, params)
    wanted = params.number("message_id")
    if not wanted:
        pinned = exchange.pins.all(chat.id)
        if not pinned:
            refuse("message to unpin not found")
        wanted = pinned[0]["message_id"]
    exchange.pins.remove(chat.id, wanted)
    exchange.tell(chat, {"kind": "chats"})
    return True


def unpin_all_chat_messages(exchange: Exchange, params: Params) -> bool:
    """Serve unpinAllChatMessages."""
    chat = _chat(exchange, params)
    exchange.pins.clear(chat.id)
    exchange.tell(chat, {"kind": "chats"})
    return True


def _chat(exchange: Exchange, params: Params) -> Chat:
    """The chat a call names, if the bot may pin there."""
    chat = addressee(exchange, params)
    if isinstance(chat, Group) and not _may_pin(chat, exchange.bot.id):
        refuse("not enough rights to manage pinned messages in the chat")
    return chat


def _may_pin(group: Group, user: int) -> bool:
    """TDLib's rule: where all may pin a plain member may too, but in a basic group no plain bot."""
    member = group.member(user)
    return member.may_pin if member.manages else group.is_super and group.all_may_pin
