"""Where somebody acts and under whose name; and who may not."""

from dataclasses import dataclass
from enum import StrEnum

from localchat.chats import Chat, Group, PrivateChat
from localchat.exchange import Exchange
from localchat.people import ANONYMOUS_ADMIN, POSTMAN
from localchat.wire import Wire


class Hindrance(StrEnum):
    """Why a person cannot do something; the page has a sentence for each."""

    BLOCKED = "blocked"
    EMPTY = "empty"
    GONE = "gone"
    NOT_ADMIN = "not_admin"
    NOT_A_PICTURE = "not_a_picture"
    NOT_HERE = "not_here"
    NOT_IN_GROUP = "not_in_group"
    NOT_YOURS = "not_yours"
    TOO_LONG = "too_long"


class ActRefused(Exception):
    """A person tried what the messenger does not let them do."""

    def __init__(self, why: Hindrance) -> None:
        super().__init__(why)
        self.why = why


class Voice(StrEnum):
    """Under whose name a person writes in a group."""

    OWN = "own"
    GROUP = "group"  # an anonymous administrator
    CHANNEL = "channel"  # a post of the linked channel, put into the group by Telegram


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person acts: a chat, in a forum a topic of it (thread 0: none)."""

    person: int
    chat: int
    thread: int = 0
    voice: Voice = Voice.OWN


def private(person: int) -> Place:
    """A person's chat with the bot."""
    return Place(person, person)


def chat_of(exchange: Exchange, place: Place) -> Chat:
    """The chat somebody acts in; raises ActRefused unless they are in it."""
    chat = exchange.chat(place.chat)
    if place.person not in chat.here:
        raise ActRefused(Hindrance.NOT_IN_GROUP)
    return chat


def open_chat(exchange: Exchange, place: Place) -> Chat:
    """The same, if one can write in it: the bot is not blocked, the group did not move on."""
    chat = chat_of(exchange, place)
    match chat:
        case PrivateChat():
            if exchange.standing(chat.id, chat.id).blocked:
                raise ActRefused(Hindrance.BLOCKED)
        case Group():
            if chat.migrated_to:
                raise ActRefused(Hindrance.GONE)
    return chat


def group_of(exchange: Exchange, place: Place) -> Group:
    """The group somebody acts in; raises ActRefused for a private chat too."""
    chat = open_chat(exchange, place)
    if isinstance(chat, PrivateChat):
        raise ActRefused(Hindrance.NOT_HERE)
    return chat


def managed_group(exchange: Exchange, place: Place) -> Group:
    """The group, if the person is its creator or an administrator."""
    group = group_of(exchange, place)
    if not group.member(place.person).manages:
        raise ActRefused(Hindrance.NOT_ADMIN)
    return group


def signature(exchange: Exchange, place: Place, message_id: int = 0) -> Wire:
    """What a message tells of its sender; a channel's post had a message_id there."""
    if place.voice is Voice.OWN:
        return {"from": exchange.people[place.person].user()}
    group = managed_group(exchange, place)
    if place.voice is Voice.GROUP:
        return {"from": ANONYMOUS_ADMIN, "sender_chat": group.wire()}
    if not group.is_super:
        raise ActRefused(Hindrance.NOT_HERE)
    origin = {"type": "channel", "date": exchange.now(), "chat": group.channel}
    return {
        "from": POSTMAN,
        "sender_chat": group.channel,
        "is_automatic_forward": True,
        "forward_origin": {**origin, "message_id": message_id},
    }
