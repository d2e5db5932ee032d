"""What the page shows of the exchange when it opens: the people, one chat, the clock."""

from zoneinfo import ZoneInfo

from localchat.exchange import Exchange
from localchat.people import Persona
from localchat.profile import shown_commands, shown_description
from localchat.wire import Wire


def view(exchange: Exchange, person: int, zone: ZoneInfo, history: int) -> Wire:
    """Everything for a page on which somebody is this person, with the last messages."""
    return {
        "bot": exchange.bot.user(),
        "person": person,
        "people": [_face(exchange, persona) for persona in exchange.people.values()],
        "chat": _chat(exchange, exchange.people[person], history),
        "clock": clock_view(exchange, zone),
    }


def clock_view(exchange: Exchange, zone: ZoneInfo) -> Wire:
    """The shifted time in milliseconds, how far it is shifted in seconds, and its zone."""
    return {
        "now": int(exchange.clock().timestamp() * 1000),
        "offset": exchange.clock.offset.total_seconds(),
        "zone": zone.key,
    }


def _face(exchange: Exchange, persona: Persona) -> Wire:
    """A person as shown for switching; unread if the bot wrote since the chat was last open."""
    last = exchange.messages.latest(persona.id, 1)
    seen = exchange.standing(persona.id, persona.id).read_up_to
    unread = bool(last) and last[0]["message_id"] > seen
    return {**persona.user(), "unread": unread}


def _chat(exchange: Exchange, persona: Persona, history: int) -> Wire:
    standing = exchange.standing(persona.id, persona.id)
    return {
        "id": persona.id,
        "messages": exchange.messages.latest(persona.id, history),
        "keyboard": exchange.keyboard(persona.id),
        "commands": shown_commands(exchange, persona.id, persona.language_code),
        "description": shown_description(exchange, persona.language_code),
        "started": standing.started,
        "blocked": standing.blocked,
    }
