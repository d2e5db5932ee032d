"""What happens in a chat without anybody writing: memberships change, service messages come."""

from localchat.chats import Chat, Group, Membership, Status, member_wire
from localchat.exchange import Exchange
from localchat.wire import Wire


def change_member(exchange: Exchange, group: Group, user: int, new: Membership, by: Wire) -> Group:
    """Let a user be something else in a group; the group after it.

    The bot hears of itself always (my_chat_member), of others as administrator (chat_member).
    """
    old = group.member(user)
    changed = group.having(user, new)
    exchange.groups.keep(changed)
    update = {
        "chat": group.wire(),
        "from": by,
        "date": exchange.now(),
        "old_chat_member": member_wire(group, exchange.user(user), old),
        "new_chat_member": member_wire(group, exchange.user(user), new),
    }
    if user == exchange.bot.id:
        exchange.updates.push("my_chat_member", update)
    elif changed.member(exchange.bot.id).manages:
        exchange.updates.push("chat_member", update)
    exchange.tell(group.having(user, new if new.is_in else old), {"kind": "chats"})
    return changed


def depart(exchange: Exchange, group: Group, user: int, how: Status, by: Wire) -> Group:
    """Let a user leave or be sent away, and say so in the group; the group after it.

    A bot that goes hears what a basic group says of it; of a supergroup it hears nothing more.
    """
    after = change_member(exchange, group, user, Membership(how), by)
    message = announce(exchange, after, {"from": by}, {"left_chat_member": exchange.user(user)})
    if user == exchange.bot.id and not group.is_super:
        exchange.updates.push("message", message)
    return after


def announce(exchange: Exchange, chat: Chat, sender: Wire, what: Wire) -> Wire:
    """Put a service message into a chat; sender holds from, and sender_chat if there is one."""
    return _put(exchange, chat, exchange.new_message_id(chat), {**sender, **what})


def announce_topic(exchange: Exchange, group: Group, sender: Wire, topic: Wire) -> int:
    """Open a topic in a forum: the message that says so is its thread; the message_thread_id."""
    thread = exchange.new_message_id(group)
    exchange.groups.add_topic(group.id, thread, topic["name"])
    within = {"message_thread_id": thread, "is_topic_message": True}
    _put(exchange, group, thread, {**within, **sender, "forum_topic_created": topic})
    return thread


def pin(exchange: Exchange, chat: Chat, message: Wire, by: Wire) -> None:
    """Pin a message and say so in the chat; nothing is said of one that is pinned already."""
    if not exchange.pins.add(chat.id, message["message_id"]):
        return
    whole = {name: value for name, value in message.items() if name != "reply_to_message"}
    announce(exchange, chat, {"from": by}, {"pinned_message": whole})
    exchange.tell(chat, {"kind": "chats"})


def _put(exchange: Exchange, chat: Chat, number: int, fields: Wire) -> Wire:
    message = {"message_id": number, **fields, "chat": chat.wire(), "date": exchange.now()}
    exchange.put_message(chat, message)
    exchange.deliver("message", chat, message)
    return message
