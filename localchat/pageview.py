"""What the page shows of the exchange when it opens: the people, the chats, one chat, the clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

from localchat.chats import Chat, Group, Status
from localchat.clock import ShiftedClock
from localchat.exchange import Exchange
from localchat.people import Persona
from localchat.places import Place
from localchat.profile import shown_commands, shown_description
from localchat.wire import Wire


def view(exchange: Exchange, place: Place, zone: ZoneInfo, history: int) -> Wire:
    """Everything for a page on which somebody is in a place, with the last messages."""
    persona = exchange.people[place.person]
    return {
        "bot": exchange.bot.user(),
        "person": persona.id,
        "people": [_face(exchange, one) for one in exchange.people.values()],
        "chats": [_row(exchange, chat, persona.id) for chat in exchange.chats_of(persona.id)],
        "chat": _chat(exchange, exchange.chat(place.chat), persona, history),
        "clock": clock_view(exchange.clock, zone),
    }


def clock_view(clock: ShiftedClock, zone: ZoneInfo) -> Wire:
    """The shifted time, how far it is shifted in seconds, its zone, and a travel from and to.

    Moments in milliseconds.
    """
    travel = clock.travelling
    return {
        "now": _milliseconds(clock()),
        "offset": clock.offset.total_seconds(),
        "zone": zone.key,
        "travel": travel
        and {"from": _milliseconds(travel.begun), "to": _milliseconds(travel.goal)},
    }


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _face(exchange: Exchange, persona: Persona) -> Wire:
    """A person as shown for switching; unread if a chat has news since it was last open."""
    unread = any(_is_unread(exchange, chat, persona.id) for chat in exchange.chats_of(persona.id))
    return {**persona.user(), "unread": unread}


def _is_unread(exchange: Exchange, chat: Chat, person: int) -> bool:
    last = exchange.messages.latest(chat.id, 1)
    seen = exchange.standing(chat.id, person).read_up_to
    return bool(last) and last[0]["message_id"] > seen


def _row(exchange: Exchange, chat: Chat, person: int) -> Wire:
    """A chat as it stands in the list of a person's chats."""
    last = exchange.messages.latest(chat.id, 1)
    return {
        **chat.wire(),
        "last": last[0] if last else None,
        "unread": _is_unread(exchange, chat, person),
    }


def _chat(exchange: Exchange, chat: Chat, persona: Persona, history: int) -> Wire:
    standing = exchange.standing(chat.id, persona.id)
    is_group = isinstance(chat, Group)
    return {
        "id": chat.id,
        "messages": exchange.messages.latest(chat.id, history),
        "keyboard": exchange.keyboard(chat.id),
        "commands": shown_commands(exchange, chat, persona),
        "description": "" if is_group else shown_description(exchange, persona.language_code),
        "started": is_group or standing.started,
        "blocked": standing.blocked,
        "pinned": exchange.pins.all(chat.id),
        "group": _group(exchange, chat, persona.id) if isinstance(chat, Group) else None,
    }


def _group(exchange: Exchange, group: Group, person: int) -> Wire:
    """What the head and the settings of a group show."""
    topics = exchange.groups.topics(group.id)
    users = (exchange.bot.id, *exchange.people)
    return {
        "title": group.title,
        "is_super": group.is_super,
        "is_forum": group.is_forum,
        "all_may_pin": group.all_may_pin,
        "manages": group.member(person).manages,
        "members": [_member(exchange, group, user) for user in users],
        "topics": [{"id": thread, "name": name} for thread, name in topics.items()],
    }


def _member(exchange: Exchange, group: Group, user: int) -> Wire:
    member = group.member(user)
    return {
        "user": exchange.user(user),
        "is_in": member.is_in,
        "manages": member.manages,
        "is_creator": member.status is Status.CREATOR,
        "may_pin": member.manages and member.may_pin,
    }
