"""The chat that a bot's call names, and whether the bot may act in it."""

from localchat.chats import Chat, Group, PrivateChat, Status
from localchat.exchange import Exchange
from localchat.params import Params
from localchat.wire import ApiError, Wire, forbid, refuse


def addressee(exchange: Exchange, params: Params) -> Chat:
    """The chat a call names, if the bot may write there; raises ApiError in Telegram's words."""
    if not params.text("chat_id"):
        refuse("chat_id is empty")
    chat = exchange.chat(params.number("chat_id"))
    match chat:
        case PrivateChat():
            _check_started(exchange, chat)
        case Group():
            _check_inside(exchange, chat)
    return chat


def topic_of(exchange: Exchange, chat: Chat, params: Params, reply: Wire) -> Wire:
    """The thread fields of a message the bot sends; reply is what it answers, {} if nothing."""
    thread = params.number("message_thread_id")
    if not thread:
        return thread_of(chat, reply)
    if not isinstance(chat, Group) or not chat.is_super:
        refuse("message thread not found")
    if chat.is_forum:
        if thread not in exchange.groups.topics(chat.id):
            refuse("message thread not found")
        return {"message_thread_id": thread, "is_topic_message": True}
    if exchange.messages.find(chat.id, thread) is None:
        refuse("message thread not found")
    return {"message_thread_id": thread}


def thread_of(chat: Chat, replied: Wire) -> Wire:
    """The thread a reply falls into: its topic, or in other supergroups the chain of replies."""
    if not replied or not isinstance(chat, Group) or not chat.is_super:
        return {}
    if chat.is_forum:
        kept = ("message_thread_id", "is_topic_message")
        return {name: replied[name] for name in kept if name in replied}
    return {"message_thread_id": replied.get("message_thread_id", replied["message_id"])}


def _check_started(exchange: Exchange, chat: PrivateChat) -> None:
    standing = exchange.standing(chat.id, chat.id)
    if not standing.started:
        forbid("bot can't initiate conversation with a user")
    if standing.blocked:
        forbid("bot was blocked by the user")


def _check_inside(exchange: Exchange, group: Group) -> None:
    if group.migrated_to:
        words = "Bad Request: group chat was upgraded to a supergroup chat"
        raise ApiError(400, words, {"migrate_to_chat_id": group.migrated_to})
    if exchange.bot.id not in group.members:
        refuse("chat not found")
    status = group.member(exchange.bot.id).status
    if status is Status.KICKED:
        forbid(f"bot was kicked from the {group.kind} chat")
    if status is Status.LEFT:
        forbid(f"bot is not a member of the {group.kind} chat")
