"""Bot methods about chats and who sits in them, and the bot's own leaving."""

from localchat.addressing import addressee
from localchat.chats import Chat, Group, PrivateChat, Status, member_wire
from localchat.exchange import Exchange
from localchat.occurrences import depart
from localchat.params import Params
from localchat.wire import Wire, refuse

PERMISSIONS = (
    *("messages", "audios", "documents", "photos", "videos", "video_notes"),
    *("voice_notes", "polls", "other_messages"),
)


def get_chat(exchange: Exchange, params: Params) -> Wire:
    """Serve getChat; of a person also before they pressed START."""
    chat = _visible(exchange, params)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts")
    pinned = exchange.pins.all(chat.id)[:1]
    return {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (*gifts, "premium_subscription", "gifts_from_channels"),
            False,
        ),
        **({"permissions": _permissions(chat)} if isinstance(chat, Group) else {}),
        **({"pinned_message": pinned[0]} if pinned else {}),
    }


def get_chat_member(exchange: Exchange, params: Params) -> Wire:
    """Serve getChatMember; who never was there reads as one who left."""
    chat = _visible(exchange, params)
    user = params.number("user_id")
    if isinstance(chat, Group):
        return member_wire(chat, exchange.user(user), chat.member(user))
    if user not in {chat.id, exchange.bot.id}:
        refuse("user not found")
    return {"user": exchange.user(user), "status": Status.MEMBER.value}


def get_chat_administrators(exchange: Exchange, params: Params) -> list[Wire]:
    """Serve getChatAdministrators: the creator and all administrators, this bot too."""
    chat = _visible(exchange, params)
    if isinstance(chat, PrivateChat):
        refuse("there are no administrators in the private chat")
    return [
        member_wire(chat, exchange.user(user), member)
        for user, member in chat.members.items()
        if member.manages
    ]


def get_chat_member_count(exchange: Exchange, params: Params) -> int:
    """Serve getChatMemberCount: with the bot."""
    chat = _visible(exchange, params)
    return len(chat.here) if isinstance(chat, Group) else 2


def leave_chat(exchange: Exchange, params: Params) -> bool:
    """Serve leaveChat."""
    chat = addressee(exchange, params)
    if isinstance(chat, PrivateChat):
        refuse("chat member status can't be changed in private chats")
    depart(exchange, chat, exchange.bot.id, Status.LEFT, exchange.bot.user())
    return True


def _visible(exchange: Exchange, params: Params) -> Chat:
    """The chat a call asks about: any person's, and groups the bot is in."""
    if not params.text("chat_id"):
        refuse("chat_id is empty")
    chat = exchange.chat(params.number("chat_id"))
    return addressee(exchange, params) if isinstance(chat, Group) else chat


def _permissions(group: Group) -> Wire:
    """What plain members may, as Telegram sets it for a new group, but for pinning."""
    return {
        **{f"can_send_{kind}": True for kind in PERMISSIONS},
        "can_add_web_page_previews": True,
        "can_change_info": True,
        "can_invite_users": True,
        "can_pin_messages": group.all_may_pin,
        "can_manage_topics": group.is_forum,
    }
